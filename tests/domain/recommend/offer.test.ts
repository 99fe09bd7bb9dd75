import { beforeAll, describe, expect, test } from 'vitest'
import { countStatements, db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { advanceDispute } from '#app/domain/dispute/advance.server'
import type { Inputs } from '#app/domain/recommend/inputs'
import { keptChoices } from '#app/domain/recommend/kept.server'
import { offerTo } from '#app/domain/recommend/offer.server'
import { recommend } from '#app/domain/recommend/recommend'
import { recommended } from '#app/domain/recommend/recommended.server'
import { rulesNamed } from '#app/domain/recommend/versions'
import { bodyKinds, type BodyKind } from '#app/domain/words/body-kinds'
import { aReport, type Story } from '../../support/disputes'
import { bodyId, people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

const bodyOf = async (id: string) => {
  const { name, kind } = await db.body.findUniqueOrThrow({ where: { id } })
  return { id, name, channel: bodyKinds[kind as BodyKind].channels[0] }
}
const ranked = async ({ id }: Story) => (await recommended(id)).outcome.ranked.map((one) => one.bodyId)
const keptOf = ({ id }: Story) => db.recommendation.findMany({ where: { disputeId: id } })

describe('分流', () => {
  test('to the first needs no reason of its own, and what was looked at is kept with it', async () => {
    const story = await aReport({ now: new Date() })
    const [first] = await ranked(story)
    const sent = await story.sent(cast.triage)
    const { statements } = await countStatements(async () => offerTo(sent, { body: await bodyOf(first!), why: '就在本村' }))
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(11)
    const [kept] = await keptOf(story)
    expect(kept).toMatchObject({ chosenBodyId: first, place: 1, recordedById: cast.triage.accountId })
    const event = await story.lastEvent()
    expect(kept!.eventId).toBe(event.id)
    const rules = rulesNamed(kept!.version)!
    expect(recommend(rules, kept!.inputs as unknown as Inputs)).toEqual(kept!.outcome)
    expect(JSON.stringify(kept!.inputs)).not.toMatch(/和丽江|杨|木/)
  })

  test('to another needs a reason, which the parties never read', async () => {
    const story = await aReport({ now: new Date() })
    const [, second] = await ranked(story)
    const other = await bodyOf(second!)
    const why = { body: other, why: '离得近' }
    expect(await refusalOf(offerTo(await story.sent(cast.triage), why))).toEqual([
      400,
      expect.any(String),
      { insteadWhy: expect.stringContaining('请写明为什么') as string },
    ])
    expect(await keptOf(story)).toEqual([])
    await offerTo(await story.sent(cast.triage), { ...why, insteadWhy: '当事人要求由它调解' })
    const [kept] = await keptOf(story)
    expect(kept).toMatchObject({ chosenBodyId: second, place: 2 })
    const texts = await db.eventText.findMany({ where: { disputeId: story.id, text: { contains: '当事人要求由它调解' } } })
    expect(texts.map(({ audience }) => audience)).toEqual(['handlers'])
  })

  test('to a body that is itself a party is refused, whatever the reason', async () => {
    const room = await bodyId('room-maguotou')
    const { name } = await db.body.findUniqueOrThrow({ where: { id: room } })
    const story = await aReport({ now: new Date() })
    const party = await db.party.findFirstOrThrow({ where: { disputeId: story.id, side: 'respondent' } })
    await db.party.update({ where: { id: party.id }, data: { kind: 'organisation', name } })
    const said = await refusalOf(
      offerTo(await story.sent(cast.triage), { body: await bodyOf(room), why: '它熟悉', insteadWhy: '双方都愿意去' }),
    )
    expect(said[0]).toBe(400)
    expect(said[2]).toEqual({ bodyId: expect.stringContaining('它自己就是当事人') as string })
    expect((await story.row()).status).toBe('reported')
  })

  test('over a page that is no longer true is stale, and nothing is kept', async () => {
    const story = await aReport({ now: new Date() })
    const [first] = await ranked(story)
    const sent = await story.sent(cast.triage)
    await advanceDispute(await story.sent(cast.triage), { event: { type: 'decline', ground: 'inCourt' } })
    const [status] = await refusalOf(offerTo(sent, { body: await bodyOf(first!), why: '就在本村' }))
    expect(status).toBe(409)
    expect(await keptOf(story)).toEqual([])
  })
})

test('the kept choices are read by the post and the bureau, and are no page for anybody else', async () => {
  const story = await aReport({ now: new Date() })
  const [first] = await ranked(story)
  await offerTo(await story.sent(cast.triage), { body: await bodyOf(first!), why: '就在本村' })
  const { choices } = await keptChoices(cast.triage, story.id)
  expect(choices[0]).toMatchObject({
    place: '是建议的第一个',
    ranked: expect.arrayContaining([expect.objectContaining({ chosen: true })]) as unknown,
  })
  expect((await keptChoices(cast.bureau, story.id)).choices).toHaveLength(1)
  for (const who of [cast.grid, cast.otherTriage, cast.admin]) expect((await refusalOf(keptChoices(who, story.id)))[0]).toBe(404)
})
