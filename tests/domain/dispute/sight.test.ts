import { beforeAll, expect, test } from 'vitest'
import { db, Prisma } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { settleOnSpot } from '#app/domain/agreement/agree.server'
import { confirm } from '#app/domain/confirmation/confirm.server'
import { setRisk } from '#app/domain/dispute/annotate.server'
import { visible } from '#app/domain/dispute/sight.server'
import { ask } from '#app/domain/request/requests.server'
import {
  aClosed,
  aFailure,
  aMediation,
  anOffer,
  aReceived,
  aReport,
  aSignedPaper,
  elsewhere,
  term,
  type Story,
} from '../../support/disputes'
import { bodyId, people, shuhe, type Part } from '../../support/people'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})

const sees = async (actor: Person, { id, now }: Story) =>
  (await db.$queryRaw<unknown[]>(Prisma.sql`select 1 from dispute d where d.id = ${id}::uuid and ${visible(actor, now)}`)).length === 1

/** Everybody of the cast who can see it at all; to the others it does not exist. */
const seers = async (story: Story) => {
  const parts = Object.keys(who) as Part[]
  const seen = await Promise.all(parts.map(async (part) => ((await sees(who[part], story)) ? [part] : [])))
  return seen.flat()
}
/** Who sees an open dispute of 束河 by area alone. */
const byArea = ['triage', 'districtTriage', 'duty', 'bureau'] as const
const only = (...parts: Part[]) => expect.arrayContaining(parts) as unknown
const exactly = async (story: Story, ...parts: Part[]) => {
  const seen = await seers(story)
  expect([...seen].sort()).toEqual([...new Set(parts)].sort())
}

test('reported: who registered it, the triage posts of its area, duty and bureau; nobody else', async () => {
  await exactly(await aReport(), 'grid', ...byArea)
})

test('offered: the head of that room too, from the offer on', async () => {
  await exactly(await anOffer(), 'grid', 'head', ...byArea)
})

test('assigned: the mediator whose it is, not the others of the room', async () => {
  await exactly(await aReceived(), 'grid', 'head', ...byArea)
  await exactly(await aMediation(), 'grid', 'head', 'mediator', ...byArea)
})

test('returned or recalled: the room no longer knows it', async () => {
  const returned = await anOffer()
  await returned.does(who.head, { type: 'return', reason: 'full' })
  await exactly(returned, 'grid', ...byArea)
  const recalled = await anOffer()
  await recalled.does(who.triage, { type: 'recall' })
  await exactly(recalled, 'grid', ...byArea)
})

test('failed or closed: room and mediator keep their own part, and the row says that it is past', async () => {
  for (const story of [await aFailure(), await aClosed()]) {
    await exactly(story, 'grid', 'head', 'mediator', ...byArea)
    const rows = await db.sight.findMany({ where: { disputeId: story.id, why: { not: 'registered' } } })
    expect(rows.map(({ why, validTo }) => [why, validTo])).toEqual([
      ['past', null],
      ['past', null],
    ])
  }
})

test('back at the same room after a failure: one row of what is past, one of what is now', async () => {
  const story = await aFailure()
  await story.does(who.triage, { type: 'offer', channel: 'people', bodyId: await bodyId('room-maguotou') })
  const rows = await db.sight.findMany({
    where: { disputeId: story.id, subjectId: await bodyId('room-maguotou'), validTo: null },
  })
  expect(rows.map(({ why }) => why).sort()).toEqual(['body', 'past'])
  await story.does(who.head, { type: 'receive' })
  await story.does(who.head, { type: 'assign', mediatorIds: [who.mediator.accountId] })
  await story.does(who.mediator, { type: 'fail', code: 'refused' })
  expect(await seers(story)).toEqual(only('head', 'mediator'))
})

test('before the court: its liaison, no committee', async () => {
  await exactly(await elsewhere('judicial'), 'grid', 'court', ...byArea)
})

test('asked to help: the station sees this one dispute from the request on', async () => {
  const story = await aReport()
  await ask(await story.sent(who.triage), { bodyId: await bodyId(`police-${shuhe}`), role: '到场' })
  await exactly(story, 'grid', 'police', ...byArea)
})

test('asked to confirm: the court sees the dispute whose agreement it is', async () => {
  const story = await aSignedPaper()
  await confirm(await story.sent(who.mediator), { step: 'apply', courtId: await bodyId('court') })
  expect(await seers(story)).toEqual(only('court'))
})

test('settled on the spot by a mediator: the mediator sees what there is to keep', async () => {
  const story = await aReport()
  await settleOnSpot(await story.sent(who.grid), {
    form: 'oral',
    terms: [term()],
    mediatorId: who.secondMediator.accountId,
  })
  await exactly(story, 'grid', 'secondMediator', ...byArea)
})

test('a leader sees the red and yellow of the own township, and no longer when it is green again', async () => {
  const story = await aReport()
  for (const [level, sight] of [
    ['yellow', true],
    ['red', true],
    ['green', false],
  ] as const) {
    await setRisk(await story.sent(who.triage), { level, why: '研判' })
    expect(await sees(who.leader, story), level).toBe(sight)
    expect(await sees(who.otherLeader, story), level).toBe(false)
  }
})

test('sealed: who handles it and the duty officer, not the bureau, not a leader, however red', async () => {
  const reported = await aReport({ typeCode: '1301' })
  await exactly(reported, 'grid', 'triage', 'districtTriage', 'duty')
  const medical = await aMediation({ typeCode: '1301' }, { to: 'industry-medical' })
  await setRisk(await medical.sent(who.duty), { level: 'red', why: '扬言' })
  await exactly(medical, 'grid', 'medicalHead', 'medicalMediator', 'duty')
  await medical.does(who.medicalMediator, { type: 'fail', code: 'refused' })
  await exactly(medical, 'grid', 'medicalHead', 'medicalMediator', 'triage', 'districtTriage', 'duty')
})

test('the administrators see no case', async () => {
  const stories = await Promise.all([aReport(), aMediation(), aClosed(), aReport({ dangerSigns: ['familyViolence'] })])
  for (const story of stories) expect(await sees(who.admin, story)).toBe(false)
})

test('somebody without a post sees only what is theirs by name', async () => {
  const story = await aMediation()
  expect(await sees({ ...who.mediator, posts: [] }, story)).toBe(true)
  expect(await sees({ ...who.head, posts: [] }, story)).toBe(false)
  expect(await sees({ ...who.triage, posts: [] }, story)).toBe(false)
})
