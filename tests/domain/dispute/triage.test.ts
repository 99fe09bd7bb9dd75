import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addNote } from '#app/domain/dispute/annotate.server'
import { advanceDispute } from '#app/domain/dispute/advance.server'
import { newId } from '#app/domain/id'
import { aClosed, aFailure, aMediation, anOffer, aReport, elsewhere } from '../../support/disputes'
import { daysAfter } from '../../support/clock'
import { bodyId, people, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'
import { expectSound } from './sound'

let who: Record<Part, Person>
let room: string
beforeAll(async () => {
  who = await people()
  room = await bodyId('room-maguotou')
})
const offer = () => ({ type: 'offer', channel: 'people', bodyId: room }) as const

describe('分流', () => {
  test('opens a leg, gives the body sight, stops the triage period and starts two working days to answer', async () => {
    const story = await aReport()
    await story.does(who.triage, offer(), { texts: [{ kind: 'why', audience: 'path', text: '就在古镇，会说纳西语' }] })
    expect(await story.row()).toMatchObject({ status: 'offered', version: 2 })
    expect(await story.legs()).toMatchObject([
      {
        ordinal: 1,
        channel: 'people',
        bodyId: room,
        openedVersion: 2,
        offeredById: who.triage.accountId,
        endedAt: null,
      },
    ])
    expect(await story.running()).toEqual({ receipt: '2026-03-09' })
    const event = await story.lastEvent()
    expect(event).toMatchObject({
      actorRole: 'triage',
      detail: { channel: 'people', bodyId: room },
      legId: (await story.lastLeg()).id,
    })
    expect(event.texts).toMatchObject([{ kind: 'why', audience: 'path', text: '就在古镇，会说纳西语' }])
    await expectSound(story.id)
  })

  test('is for the triage post of that township and level, and for nobody else', async () => {
    const story = await aReport()
    for (const part of ['grid', 'duty', 'bureau', 'districtTriage'] as const)
      expect(await refusalOf(story.does(who[part], offer())), part).toEqual(said.forbidden)
    for (const part of ['otherTriage', 'otherGrid', 'head', 'mediator', 'admin', 'leader', 'court'] as const)
      expect(await refusalOf(story.does(who[part], offer())), part).toEqual(said.notFound)
    expect(await story.row()).toMatchObject({ status: 'reported', version: 1 })
  })

  test('is not for what is already somewhere, for an unknown dispute, nor for tomorrow', async () => {
    const story = await anOffer()
    expect(await refusalOf(story.does(who.triage, offer()))).toEqual(said.notNow)
    const sent = await story.sent(who.triage)
    expect(await refusalOf(advanceDispute({ ...sent, disputeId: newId() }, { event: { type: 'recall' } }))).toEqual(said.notFound)
    expect(await refusalOf(advanceDispute(sent, { event: { type: 'recall' }, happenedAt: daysAfter(story.now, 1) }))).toEqual([
      400,
      '有几处没有填对，请看红字',
      { happenedAt: '发生时间不能晚于现在' },
    ])
  })

  test('over an old page is refused; a note written meanwhile does not count as news', async () => {
    const story = await aReport()
    const old = await story.sent(who.triage)
    await addNote(await story.sent(who.grid), { note: '又来电话' })
    const before = await story.row()
    await advanceDispute({ ...old, now: story.now }, { event: offer() })
    expect(await story.row()).toMatchObject({ status: 'offered', version: before.version + 1 })
    expect(await refusalOf(advanceDispute({ ...old, now: story.now }, { event: { type: 'recall' } }))).toEqual(said.stale)
  })
})

describe('收回', () => {
  test('brings it back to triage, ends the leg, and the body no longer sees it', async () => {
    const story = await anOffer()
    await story.does(who.triage, { type: 'recall' })
    expect(await story.status()).toBe('reported')
    expect(await story.legs()).toMatchObject([{ result: 'recalled', endedVersion: 3, endedAt: story.now }])
    expect(await refusalOf(story.does(who.head, { type: 'receive' }))).toEqual(said.notFound)
    expect(await story.running()).toEqual({ triage: '2026-03-06' })
    await expectSound(story.id)
  })

  test('the next offer is a leg of its own', async () => {
    const story = await anOffer()
    await story.does(who.triage, { type: 'recall' })
    await story.does(who.triage, { type: 'offer', channel: 'people', bodyId: await bodyId('room-pengrenjie') })
    expect((await story.legs()).map(({ ordinal, result }) => [ordinal, result])).toEqual([
      [1, 'recalled'],
      [2, null],
    ])
  })
})

test('上报区级、下交: the desk moves, the state and the day it is due do not', async () => {
  const story = await aReport()
  const { dueAt } = await story.row()
  await story.does(who.triage, { type: 'escalate', to: 'district' })
  expect(await story.row()).toMatchObject({ status: 'reported', level: 'district', dueAt, deskSince: story.now })
  expect(await refusalOf(story.does(who.triage, offer())), 'it is the district’s now').toEqual(said.forbidden)
  await story.does(who.districtTriage, { type: 'deescalate', to: 'township' })
  expect(await story.row()).toMatchObject({ level: 'township' })
  await story.does(who.triage, offer())
  await expectSound(story.id)
})

test('不予受理 with its statutory ground and the advice given; it may come back', async () => {
  const story = await aReport()
  await story.does(
    who.triage,
    { type: 'decline', ground: 'inCourt' },
    { texts: [{ kind: 'advice', audience: 'path', text: '可以等法院判决' }] },
  )
  expect(await story.row()).toMatchObject({ status: 'declined', dueAt: null, closedAt: story.now })
  expect(await story.running()).toEqual({})
  expect((await story.lastEvent()).texts).toMatchObject([{ kind: 'advice', text: '可以等法院判决' }])
  expect(await refusalOf(story.does(who.triage, offer()))).toEqual(said.notNow)
  await story.does(who.triage, { type: 'reopen' })
  expect(await story.row()).toMatchObject({ status: 'reported', closedAt: null })
  await expectSound(story.id)
})

test('转出 is the last: not even a note is written after it', async () => {
  const story = await aReport()
  await story.does(who.triage, { type: 'transferOut', reason: 'otherDistrict' })
  await expectSound(story.id)
  for (const type of ['reopen', 'note'] as const) expect(await refusalOf(story.does(who.triage, { type })), type).toEqual(said.notNow)
})

test('请补充 is told to who registered it, and stays', async () => {
  const story = await aReport()
  await story.does(who.triage, { type: 'ask' }, { texts: [{ kind: 'ask', audience: 'handlers', text: '请补充订单照片' }] })
  const event = await story.lastEvent()
  expect(event).toMatchObject({ type: 'ask', fromStatus: 'reported', toStatus: 'reported' })
  const [job] = await db.$queryRaw<{ payload: object }[]>`select payload from gucheng_jobs._private_jobs order by id desc limit 1`
  expect(job!.payload).toEqual({ disputeId: story.id, eventId: event.id, to: ['registrar'] })
})

test('撤回申请 is written down by who registered it or whose desk it is on, for the applicant', async () => {
  const story = await aReport()
  const [applicant] = (await story.row()).parties
  await story.does(who.grid, { type: 'withdraw', partyId: applicant!.id }, { behalfPartyId: applicant!.id })
  expect(await story.lastEvent()).toMatchObject({ behalfPartyId: applicant!.id, toStatus: 'withdrawn' })
  const talking = await aMediation()
  expect(await refusalOf(talking.does(who.triage, { type: 'withdraw' })), 'not on the triage desk').toEqual(said.forbidden)
  await talking.does(who.mediator, { type: 'withdraw' })
  expect(await talking.legs()).toMatchObject([{ result: 'withdrawn' }])
  expect(await talking.running()).toEqual({})
  await expectSound(talking.id)
})

describe('办结 from the triage desk', () => {
  test('only what a body once received; the ways told are on the path', async () => {
    const never = await aReport()
    expect(await refusalOf(never.does(who.triage, { type: 'close', result: 'unresolved' }))).toEqual(said.notNow)
    const failed = await aFailure()
    await failed.does(
      who.triage,
      { type: 'close', result: 'unresolved' },
      { texts: [{ kind: 'ways', audience: 'path', text: '可以向法院起诉' }] },
    )
    expect(await failed.row()).toMatchObject({ status: 'closed', closedAt: failed.now, dueAt: null })
    expect((await failed.lastEvent()).texts).toMatchObject([{ kind: 'ways', audience: 'path' }])
    await expectSound(failed.id)
  })

  test('handed back by the court, it may be closed as referred', async () => {
    const story = await elsewhere('judicial')
    await story.does(who.court, { type: 'outcome', result: 'handedBack', owing: false })
    expect(await story.legs()).toMatchObject([{ result: 'handedBack' }])
    await story.does(who.triage, { type: 'close', result: 'referred' })
    await expectSound(story.id)
  })
})

describe('重启、归档', () => {
  test('a closed dispute comes back; an archived one too, and a new leg begins', async () => {
    const story = await aClosed()
    await story.does(who.triage, { type: 'archive' })
    expect(await story.status()).toBe('archived')
    await story.does(who.triage, { type: 'reopen' })
    await story.does(who.triage, offer())
    expect((await story.legs()).map(({ result }) => result)).toEqual(['closed', null])
    await expectSound(story.id)
  })

  test('is not for the mediator, nor for what is still open', async () => {
    const story = await aClosed()
    expect(await refusalOf(story.does(who.mediator, { type: 'reopen' }))).toEqual(said.forbidden)
    expect(await refusalOf((await aReport()).does(who.triage, { type: 'reopen' }))).toEqual(said.notNow)
  })
})
