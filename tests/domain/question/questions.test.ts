import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { askFacts } from '#app/domain/question/questions.server'
import { aMediation } from '../../support/disputes'
import { people, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

describe('请补充', () => {
  test('is asked of a party of this dispute, and of nobody else', async () => {
    const [story, other] = [await aMediation(), await aMediation()]
    const [own, stranger] = [(await story.row()).parties[0]!, (await other.row()).parties[0]!]
    await askFacts(await story.sent(cast.mediator), { of: 'party', partyId: own.id, text: '哪天付的' })
    for (const partyId of [stranger.id, undefined])
      expect((await refusalOf(askFacts(await story.sent(cast.mediator), { of: 'party', partyId, text: '哪天付的' })))[2]).toHaveProperty(
        'partyId',
      )
    await db.party.update({ where: { id: own.id }, data: { leftAt: story.now } })
    expect(
      (await refusalOf(askFacts(await story.sent(cast.mediator), { of: 'party', partyId: own.id, text: '还有呢' })))[2],
    ).toHaveProperty('partyId')
    expect(await db.question.count({ where: { disputeId: story.id } })).toBe(1)
  })

  test('a party asks nobody', async () => {
    const story = await aMediation()
    const party = { kind: 'party', disputeId: story.id, partyId: (await story.row()).parties[0]!.id } as const
    expect(await refusalOf(askFacts(await story.sent(party), { of: 'registrar', text: '问你' }))).toEqual(said.forbidden)
  })
})
