import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { db, pool } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { dateOf } from '#app/domain/calendar/days'
import { holdSession } from '#app/domain/mediation/hold-session.server'
import { mergeInto } from '#app/domain/merge/merge.server'
import { caseOf } from '#app/domain/party-page/page.server'
import { doAsParty } from '#app/domain/party-page/acts.server'
import { formToken } from '#app/domain/party-page/own.server'
import { sealTicket } from '#app/domain/party-page/ticket.server'
import { newId } from '#app/domain/id'
import { cancelSitting, moveSitting, planSitting } from '#app/domain/schedule/sittings.server'
import { workOf } from '#app/domain/desk/work.server'
import { aMediation, aReport, type Story } from '../../support/disputes'
import { minutesAfter, time } from '../../support/clock'
import { send } from '../../support/forms'
import { person } from '../../support/people'
import { aVenue, at, onLeave, sittingsOf, underMediation } from '../../support/schedule'

let head: Person
let mediator: Person
let second: Person

beforeAll(async () => {
  head = await person('head-room-maguotou')
  mediator = await person('mediator-room-maguotou-1')
  second = await person('mediator-room-maguotou-2')
})

// One mediator is in every story: what a test planned must not stand in the way of the next.
afterEach(() => db.$executeRaw`update sitting_seat set released_at = now() where released_at is null`)

const monday = '2026-03-09'
const plan = async (story: Story, more: Partial<Parameters<typeof planSitting>[1]> = {}) =>
  (await planSitting(await story.sent(mediator), { kind: 'joint', ...at(monday, 9), ...more })) ?? ''
const seatsOf = (sittingId: string) => db.sittingSeat.findMany({ where: { sittingId, releasedAt: null } })
const jobsFor = async (eventId: string) =>
  (
    await pool.query<{ task: string }>(
      `select t.identifier as task from gucheng_jobs._private_jobs j join gucheng_jobs._private_tasks t on t.id = j.task_id where j.payload->>'eventId' = $1`,
      [eventId],
    )
  ).rows.map(({ task }) => task)
const refusing = (field: string, words: string | RegExp) => ({
  code: 'invalid',
  fields: { [field]: expect.stringMatching(words) as unknown },
})

describe('planning', () => {
  test('takes the room and the mediator; the next one is told who is taken, and when', async () => {
    const [one, other] = [(await underMediation()).story, (await underMediation()).story]
    const venueId = await aVenue()
    const id = await plan(one, { venueId })
    expect((await seatsOf(id)).map(({ subjectId }) => subjectId).sort()).toEqual([venueId, mediator.accountId].sort())
    await expect(plan(other, at(monday, 10))).rejects.toMatchObject(refusing('startsAt', `${mediator.name}09:00—11:00已经约了别的调解`))
    await other.does(head, { type: 'assign', mediatorIds: [second.accountId] })
    const sent = await other.sent(second)
    await expect(planSitting(sent, { kind: 'joint', ...at(monday, 10), venueId })).rejects.toMatchObject(
      refusing('venueId', '一号调解室09:00—11:00'),
    )
    // One begins as the other ends.
    await plan(await other.does(head, { type: 'assign', mediatorIds: [mediator.accountId] }), { ...at(monday, 11), venueId })
  })

  test('a time that is over, that ends before it begins or that never ends is none', async () => {
    const { story } = await underMediation()
    await expect(plan(story, at('2026-03-04', 9))).rejects.toMatchObject(refusing('startsAt', '已经过了'))
    await expect(plan(story, at(monday, 9, 0))).rejects.toMatchObject(refusing('endsAt', '晚于开始'))
    await expect(plan(story, at(monday, 9, 13))).rejects.toMatchObject(refusing('endsAt', '最多 12 个小时'))
    await expect(plan(story, at('2028-03-09', 9))).rejects.toMatchObject(refusing('startsAt', '一年'))
  })

  test('a room of somebody else, or one that is closed by then, is none', async () => {
    const { story } = await underMediation()
    await expect(plan(story, { venueId: await aVenue('别人的', 'industry-medical') })).rejects.toMatchObject(refusing('venueId', '不能用'))
    await expect(plan(story, { venueId: await aVenue('关了的', 'room-maguotou', { validTo: '2026-03-08' }) })).rejects.toMatchObject(
      refusing('venueId', '不能用'),
    )
    await expect(plan(story, { venueId: newId() })).rejects.toMatchObject(refusing('venueId', '不能用'))
    await plan(story, { venueId: await aVenue('街道的', 'township-530702004000') })
  })

  test('on leave blocks; a rest day and a late hour are to be meant; a day on which a party cannot come needs a reason', async () => {
    const { story } = await underMediation()
    await expect(plan(story, at('2026-03-14', 9))).rejects.toMatchObject(refusing('anyway', '3月14日是周末'))
    await expect(plan(story, at(monday, 20))).rejects.toMatchObject(refusing('anyway', '9 点以后'))
    await expect(plan(story, at(monday, 7))).rejects.toMatchObject(refusing('anyway', '8 点以前'))
    const { parties } = await story.row()
    await send(story, mediator, 'away', { partyId: parties[1]!.id, fromDay: '2026-03-10', toDay: '2026-03-12' })
    await expect(plan(story, at('2026-03-12', 9))).rejects.toMatchObject(refusing('why', '杨正平说过那天不能来'))
    await plan(story, { ...at('2026-03-12', 9), why: '本人又说能来' })
    expect((await story.lastEvent()).texts.map(({ text }) => text)).toEqual(['本人又说能来'])
    const { story: other } = await underMediation()
    await onLeave(mediator.accountId, '2026-03-16', '2026-03-17')
    await expect(plan(other, at('2026-03-17', 9))).rejects.toMatchObject(refusing('startsAt', `${mediator.name}那天请假`))
    await plan(other, at('2026-03-18', 9))
  })

  test('moving gives the old time back, cancelling all of it; neither is done twice', async () => {
    const [one, other] = [(await underMediation()).story, (await underMediation()).story]
    const id = await plan(one)
    await moveSitting(await one.sent(mediator), id, { kind: 'joint', ...at(monday, 14) })
    expect(await sittingsOf(one)).toMatchObject([{ id, sequence: 1, status: 'planned', ...at(monday, 14) }])
    await plan(other)
    await expect(moveSitting(await one.sent(mediator), id, { kind: 'joint', ...at(monday, 10) })).rejects.toMatchObject({ code: 'invalid' })
    // Half an hour later overlaps only its own old time.
    await moveSitting(await one.sent(mediator), id, { kind: 'joint', startsAt: time(monday, 14, 30), endsAt: time(monday, 16) })
    await cancelSitting(await one.sent(mediator), id)
    expect(await seatsOf(id)).toEqual([])
    await expect(cancelSitting(await one.sent(mediator), id)).rejects.toMatchObject({ code: 'notNow' })
    await expect(moveSitting(await other.sent(mediator), id, { kind: 'joint', ...at(monday, 15) })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})

describe('one truth', () => {
  const held = { kind: 'joint' as const, attendance: [] }

  test('a session plans the next and closes the one it was for; clashing, nothing of it is written', async () => {
    const [one, other] = [(await underMediation()).story, (await underMediation()).story]
    const id = await plan(one)
    one.now = time(monday, 11)
    const next = { kind: 'joint' as const, ...at('2026-03-11', 9) }
    await holdSession(await one.sent(mediator), {
      ...held,
      startedAt: time(monday, 9),
      told: { at: time(monday, 9), how: 'inPerson' },
      next,
    })
    const [was, coming] = await sittingsOf(one)
    expect([was, coming]).toMatchObject([
      { id, status: 'held' },
      { status: 'planned', ...at('2026-03-11', 9) },
    ])
    const [session] = await db.mediation.findMany({ where: { disputeId: one.id } })
    expect([session?.sittingId, coming?.plannedInId]).toEqual([id, session?.id])
    other.now = time(monday, 12)
    const before = await other.row()
    const typed = {
      ...{ kind: 'joint', startedAt: '2026-03-09T10:00', present: [], told: true, toldAt: '2026-03-09T10:00' },
      ...{ nextAt: '2026-03-11T10:00', factsConfirmed: false, extras: [] },
    }
    await expect(send(other, mediator, 'session', typed)).rejects.toMatchObject(refusing('nextAt', '已经约了别的调解'))
    expect(await other.row()).toEqual(before)
    expect(await db.mediation.count({ where: { disputeId: other.id } })).toBe(0)
  })

  test('what was due and never held is over with the next session; another kind is left alone', async () => {
    const { story } = await underMediation()
    const missed = await plan(story)
    const due = await plan(story, at('2026-03-10', 9))
    const later = await plan(story, at('2026-03-12', 9))
    story.now = time('2026-03-10', 11)
    await holdSession(await story.sent(mediator), { ...held, startedAt: time('2026-03-10', 9), told: { at: story.now, how: 'inPerson' } })
    const states = Object.fromEntries((await sittingsOf(story)).map(({ id, status }) => [id, status]))
    expect(states).toEqual({ [missed]: 'cancelled', [due]: 'held', [later]: 'planned' })
    story.now = time('2026-03-12', 11)
    await holdSession(await story.sent(mediator), { ...held, kind: 'inquiry', startedAt: time('2026-03-12', 8) })
    expect((await sittingsOf(story)).at(-1)).toMatchObject({ id: later, status: 'planned' })
    await holdSession(await story.sent(mediator), { ...held, sittingId: 'none', startedAt: time('2026-03-12', 10) })
    expect((await sittingsOf(story)).at(-1)).toMatchObject({ id: later, status: 'planned' })
  })

  test.each([
    ['fail', (story: Story) => story.does(mediator, { type: 'fail', code: 'noAgreement' })],
    ['suspend', (story: Story) => story.does(mediator, { type: 'suspend', reason: 'other' })],
    ['withdraw', (story: Story) => story.does(mediator, { type: 'withdraw' })],
  ])('%s: what was planned is called off in the same act, its time is free and the parties hear of it', async (_, does) => {
    const { story } = await underMediation()
    const id = await plan(story)
    await does(story)
    expect(await sittingsOf(story)).toMatchObject([{ id, status: 'cancelled' }])
    expect(await seatsOf(id)).toEqual([])
    expect(await jobsFor((await story.lastEvent()).id)).toContain('textParties')
  })

  test('merged into another file, nobody sits in this one any more', async () => {
    const triage = await person('triage-530702004000-1')
    const [story, other] = [await aReport(), await aReport()]
    await db.sitting.create({
      data: { ...{ id: newId(), disputeId: story.id, kind: 'joint', status: 'planned', recordedAt: story.now }, ...at(monday, 9) },
    })
    await mergeInto(await story.sent(triage), { intoId: other.id, why: '同一笔押金' })
    expect(await sittingsOf(story)).toMatchObject([{ status: 'cancelled' }])
  })

  test('another mediator takes the seat; one who is taken then takes none, and the sitting says 要改期 until it is moved', async () => {
    const { story } = await underMediation()
    const id = await plan(story)
    await story.does(head, { type: 'assign', mediatorIds: [second.accountId] })
    expect((await seatsOf(id)).map(({ subjectId }) => subjectId)).toEqual([second.accountId])
    const { story: other } = await underMediation()
    const clash = await plan(other)
    await other.does(head, { type: 'assign', mediatorIds: [second.accountId] })
    expect(await seatsOf(clash)).toEqual([])
    expect((await sittingsOf(other))[0]?.mustMoveSince).not.toBeNull()
    const todo = (await workOf(second, minutesAfter(other.now, 1))).sections
      .flatMap(({ rows }) => rows)
      .find(({ id: one }) => one === other.id)
    expect(todo).toMatchObject({ todo: '给第一次调解改期：调解员那时另有调解', act: { label: '改期' } })
    await moveSitting(await other.sent(second), clash, { kind: 'joint', ...at(monday, 14) })
    expect((await sittingsOf(other))[0]).toMatchObject({ mustMoveSince: null })
    expect((await seatsOf(clash)).map(({ subjectId }) => subjectId)).toEqual([second.accountId])
  })
})

describe('what a party reads and says', () => {
  const opened = async (story: Story) => {
    const { id: disputeId, queryCodeHash: codeHash } = await db.dispute.findUniqueOrThrow({ where: { id: story.id } })
    return sealTicket({ disputeId, codeHash: codeHash ?? '' }, story.now)
  }

  test('when and where; what is called off; nothing of it where the other side is to be kept away', async () => {
    const story = await aMediation()
    const id = await plan(story, { placeText: '束河司法所' })
    const ticket = await opened(story)
    const own = async () => (await caseOf(ticket, story.now))?.meetings
    expect(await own()).toEqual([{ id, off: false, when: '2026年3月9日（周一）09:00—11:00', where: '在束河司法所' }])
    await db.dispute.update({ where: { id: story.id }, data: { dangerSigns: ['familyViolence'] } })
    expect(await own()).toEqual([{ id, off: false, when: '约了一次', where: '时间和地点请打电话问' }])
    await db.dispute.update({ where: { id: story.id }, data: { dangerSigns: [], sealed: true } })
    expect(JSON.stringify(await own())).not.toContain('束河司法所')
    await db.dispute.update({ where: { id: story.id }, data: { sealed: false } })
    await cancelSitting(await story.sent(mediator), id)
    expect(await own()).toMatchObject([{ off: true }])
  })

  test('days on which it cannot come are kept with it, told to the desk and kept clear', async () => {
    const story = await aMediation()
    const ticket = await opened(story)
    const says = (days: { fromDay: string; toDay: string }) =>
      doAsParty({ ticket, token: formToken(ticket), key: newId(), act: 'away', text: '收玛卡', days, from: 'here', now: story.now })
    await expect(says({ fromDay: '', toDay: '' })).rejects.toMatchObject(refusing('fromDay', '从哪天'))
    await expect(says({ fromDay: '2026-03-12', toDay: '2026-03-10' })).rejects.toMatchObject(refusing('toDay', '早于'))
    await expect(says({ fromDay: '2026-02-12', toDay: '2026-02-13' })).rejects.toMatchObject(refusing('toDay', '过了'))
    await says({ fromDay: '2026-03-10', toDay: '' })
    expect((await story.lastEvent()).texts.map(({ text }) => text)).toEqual(['3月10日到3月10日来不了：收玛卡'])
    await expect(plan(story, at('2026-03-10', 9))).rejects.toMatchObject(refusing('why', '和丽江说过那天不能来'))
    const [row] = await db.partyAway.findMany({ where: { disputeId: story.id } })
    expect(row?.fromDay).toEqual(dateOf('2026-03-10'))
    await send(story, mediator, 'away', { gone: [row!.id] })
    await plan(story, at('2026-03-10', 9))
  })
})
