import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { fileMatter } from '#app/domain/matter/matters.server'
import { anOffer, aReport } from '../../support/disputes'
import { fieldsOf, namesIn, send } from '../../support/forms'
import { bodyId, people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let who: Record<Part, Person>
let room: string
beforeAll(async () => {
  who = await people()
  room = await bodyId('room-maguotou')
})

const unasked = {
  parties: [
    { side: 'applicant' as const, kind: 'person' as const, name: '和丽江' },
    { side: 'respondent' as const, kind: 'person' as const, name: '杨正平' },
  ],
}

describe('别处是否已处理 is asked at triage at the latest', () => {
  test('an offer is refused until somebody asked, and then it is kept who asked', async () => {
    const story = await aReport({ elsewhere: undefined })
    expect(namesIn(await fieldsOf(story, who.triage, 'offer'))).toContain('elsewhere')
    const offer = { bodyId: room, why: '就近', insteadWhy: '双方都信得过它' }
    expect((await refusalOf(send(story, who.triage, 'offer', offer)))[2]).toHaveProperty('elsewhere')
    await send(story, who.triage, 'offer', { ...offer, elsewhere: 'none' })
    expect(await story.row()).toMatchObject({ status: 'offered', elsewhereAskedById: who.triage.accountId })
    expect(await db.parallelMatter.count({ where: { disputeId: story.id } })).toBe(0)
  })

  test('what is elsewhere stands beside the path from then on', async () => {
    const story = await aReport({ elsewhere: undefined })
    const offer = { bodyId: room, why: '就近', insteadWhy: '双方都信得过它', elsewhere: 'has' }
    expect(Object.keys((await refusalOf(send(story, who.triage, 'offer', offer)))[2] ?? {})).toEqual([
      'elsewhereKind',
      'elsewhereUnit',
      'elsewhereStanding',
    ])
    await send(story, who.triage, 'offer', {
      ...offer,
      elsewhereKind: 'lawsuit',
      elsewhereUnit: '古城区人民法院',
      elsewhereStanding: 'asked',
    })
    expect((await story.events()).map(({ type }) => type)).toEqual(['register', 'matter', 'offer'])
    expect(await db.parallelMatter.findFirst({ where: { disputeId: story.id } })).toMatchObject({ unit: '古城区人民法院' })
  })

  test('asked with the registration, or known of a proceeding: nobody asks again', async () => {
    const told = await aReport()
    expect(namesIn(await fieldsOf(told, who.triage, 'offer'))).not.toContain('elsewhere')
    const known = await aReport({ elsewhere: undefined })
    await fileMatter(await known.sent(who.triage), { kind: 'petition', unit: '区信访局', standing: 'asked' })
    expect(namesIn(await fieldsOf(known, who.triage, 'offer'))).not.toContain('elsewhere')
  })
})

test('an optional field of a proceeding elsewhere can be emptied again', async () => {
  const story = await aReport()
  await fileMatter(await story.sent(who.triage), { kind: 'petition', unit: '区信访局', standing: 'asked', number: '12', result: '转办' })
  const [row] = await db.parallelMatter.findMany({ where: { disputeId: story.id } })
  await send(story, who.triage, 'matter', {
    matterId: row!.id,
    kind: 'petition',
    unit: '区信访局',
    standing: 'asked',
    number: '',
    result: '',
  })
  expect(await db.parallelMatter.findUnique({ where: { id: row!.id } })).toMatchObject({ number: null, result: null })
})

describe('受理 asks and tells', () => {
  test('the complainant of a tourist’s dispute is told first what it closes, and the choice is kept', async () => {
    const story = await anOffer()
    expect((await refusalOf(send(story, who.head, 'receive', {})))[2]).toHaveProperty('otherWay')
    await send(story, who.head, 'receive', { otherWay: 'here' })
    expect(await story.row()).toMatchObject({ status: 'assigning', otherWayChoice: 'here' })
    expect((await story.row()).otherWayToldAt).not.toBeNull()
  })

  test('who goes the other way first is not received, and the path says so', async () => {
    const story = await anOffer()
    await send(story, who.head, 'receive', { otherWay: 'there' })
    expect(await story.row()).toMatchObject({ status: 'offered', otherWayChoice: 'there' })
    expect((await story.lastEvent()).texts[0]).toMatchObject({
      audience: 'path',
      text: expect.stringContaining('先走原来的投诉途径') as string,
    })
  })

  test('each side is asked with it: how and when is kept, rights and the notice of collection told with it', async () => {
    const story = await anOffer(unasked)
    const [one, other] = (await story.row()).parties
    const answers = [
      { partyId: one!.id, willing: 'willing', how: 'inPerson' },
      { partyId: other!.id, willing: 'undecided', how: 'phone' },
    ]
    await send(story, who.head, 'receive', { otherWay: 'here', answers, told: true, noticed: [other!.id], noticedHow: 'read' })
    const { parties } = await story.row()
    expect(parties).toMatchObject([
      { willing: 'willing', willingHow: 'inPerson', willingById: who.head.accountId },
      { willing: 'undecided', willingHow: 'phone', noticedHow: 'read' },
    ])
    expect(await story.lastLeg()).toMatchObject({ rightsToldHow: 'inPerson', rightsToldById: who.head.accountId })
    expect(await story.status()).toBe('assigning')
  })

  test('a side that is unwilling is kept as its answer, and nothing is received', async () => {
    const story = await anOffer(unasked)
    const [, other] = (await story.row()).parties
    await send(story, who.head, 'receive', { otherWay: 'here', answers: [{ partyId: other!.id, willing: 'unwilling', how: 'phone' }] })
    expect(await story.status()).toBe('offered')
    expect((await story.row()).parties[1]).toMatchObject({ willing: 'unwilling' })
    expect((await story.lastEvent()).texts[0]?.text).toContain('第17条')
  })
})

test('the applicant is told with the registration what is collected; the others are still to be told', async () => {
  const story = await aReport({ noticeTold: true, noticeHow: 'shown' })
  expect((await story.row()).parties).toMatchObject([{ noticedHow: 'shown' }, { noticedAt: null }])
  const [, other] = (await story.row()).parties
  await send(story, who.grid, 'willing', { answers: [], noticed: [other!.id] })
  expect((await story.row()).parties[1]).toMatchObject({ noticedHow: 'read' })
})
