import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { recountCalendar } from '#app/domain/deadline/recount.server'
import { newId } from '#app/domain/id'
import { holidayList, holidayYear, takeHolidays } from '#app/domain/settings/holidays.server'
import { changeReminder, reminderList, reminderSetting } from '#app/domain/settings/reminders.server'
import { rescheduleReminders } from '#app/domain/reminder/reschedule.server'
import { time } from '../../support/clock'
import { aMediation, aReceived } from '../../support/disputes'
import { people, person, shuhe, type Part } from '../../support/people'
import { fillShipped } from '#app/domain/settings/shipped.server'
import { refusalOf } from '../../support/refusals'
import { expectSound } from '../dispute/sound'

let who: Record<Part, Person>
let township: Person
beforeAll(async () => {
  who = await people()
  township = await person(`admin-${shuhe}`)
})

const now = time('2026-12-20')
const table = (extra = '') => `2027-01-01 至 2027-01-03 休 元旦
2027-02-05 至 2027-02-12 休 春节
2027-05-01 至 2027-05-05 休 劳动节
2027-10-01 至 2027-10-07 休 国庆节
${extra}`
const take = (days: string, by = who.admin, key = newId()) =>
  takeHolidays({ actor: by, key, now }, 2027, { days, source: '国务院办公厅关于2027年部分节假日安排的通知' })
const versionNow = async () => Number((await db.setting.findUniqueOrThrow({ where: { key: 'rulesVersion' } })).value)

describe('a year whose table comes late', () => {
  test('what reaches into it is 暂计, and is counted again when the table is taken in; who has it is told', async () => {
    // A month from 4 December ends on Monday 4 January 2027: a working day by the weekdays alone, a day off by the table below.
    const story = await aMediation({ now: time('2026-12-04') })
    const row = () => db.deadline.findFirstOrThrow({ where: { disputeId: story.id, period: 'mediation' } })
    expect(await row()).toMatchObject({ provisional: true, lastDay: new Date('2027-01-04T00:00:00Z') })
    expect((await holidayList(who.admin, now)).missing.map(({ year }) => year)).toContain(2027)

    await take(table('2027-01-04 休 元旦'))
    const version = await versionNow()
    expect(await recountCalendar({ year: 2027, version }, now)).toBeGreaterThan(0)
    expect(await row()).toMatchObject({ provisional: false, lastDay: new Date('2027-01-05T00:00:00Z'), calendarVersion: version })
    expect((await story.row()).dueDay).toEqual(new Date('2027-01-05T00:00:00Z'))
    const told = { accountId: who.mediator.accountId, disputeId: story.id, topic: 'recounted' }
    expect(await db.notice.count({ where: told })).toBe(1)
    // Again, and nothing more happens.
    expect(await recountCalendar({ year: 2027, version }, now)).toBe(0)
    expect(await db.notice.count({ where: told })).toBe(1)
    await expectSound(story.id)
  })

  test('a table that was wrong is replaced, and everything is counted by the new one', async () => {
    const story = await aReceived({ now: time('2026-12-04') })
    await take(table())
    await recountCalendar({ year: 2027, version: await versionNow() }, now)
    expect((await story.running()).mediation).toBe('2027-01-04')
    expect((await holidayYear(who.admin, 2027, now)).rows.length).toBe(23)
  })
})

describe('refused, and nothing was written', () => {
  test.each([
    ['a line that is none', '春节放假八天', '没有看懂'],
    ['a day of another year', '2026-12-31 休 元旦', '不在2027年里'],
    ['a day written twice', table('2027-10-01 休 国庆节'), '写了两次'],
    ['a weekday that is worked anyway', table('2027-03-03 班 春节'), '本来就上班'],
    ['a table without the National Day', '2027-01-01 休 元旦\n2027-05-01 休 劳动节', '可能不全'],
    ['a stretch without an end', '2027-01-01 至 2027-03-01 休 元旦', '起止不对'],
  ])('%s', async (_, days, say) => {
    const before = await db.calendarTable.count()
    expect(await refusalOf(take(days))).toEqual([400, expect.any(String), { days: expect.stringContaining(say) }])
    expect(await db.calendarTable.count()).toBe(before)
  })

  test('only the district’s administrator; for everybody else there is no such page', async () => {
    for (const actor of [township, who.bureau, who.triage, who.duty]) expect(await refusalOf(take(table(), actor))).toContain(404)
    expect(await refusalOf(holidayYear(who.bureau, 2027, now))).toContain(404)
  })

  test('the same form twice takes it in once; over somebody else’s change it is stale', async () => {
    const key = newId()
    const before = await db.calendarTable.count()
    await take(table(), who.admin, key)
    await take(table(), who.admin, key)
    expect(await db.calendarTable.count()).toBe(before + 1)
    expect(await refusalOf(takeHolidays({ actor: who.admin, now, seen: 'old' }, 2027, { days: table(), source: '通知' }))).toContain(409)
  })
})

describe('the steps of the reminders', () => {
  const form = {
    n: 10,
    unit: 'd',
    audience: 'head',
    text: 'no',
    kept: 'keep',
    owner: '区司法局',
    note: '办公会定',
    from: '2026-12-21',
  } as const

  test('a changed step holds from its day, and what runs reminds by it', async () => {
    const story = await aMediation({ now: time('2026-12-18') })
    await changeReminder({ actor: who.admin, now }, 'long-7', form)
    await rescheduleReminders({ version: await versionNow() }, now)
    const { remindAt, lastDay } = await db.deadline.findFirstOrThrow({ where: { disputeId: story.id, period: 'mediation' } })
    expect(lastDay.toISOString().slice(0, 10)).toBe('2027-01-18')
    expect(remindAt?.toISOString()).toBe('2027-01-08T01:00:00.000Z')
    expect((await reminderSetting(who.admin, 'long-7', now)).versions).toHaveLength(2)
    expect(await db.audit.findFirst({ where: { act: 'reminder.change' } })).toMatchObject({ actorId: who.admin.accountId })
  })

  test('one that is ended is on no list, and nobody is reminded by it', async () => {
    const before = (await reminderList(who.admin, time('2027-02-01'))).length
    await changeReminder({ actor: who.admin, now }, 'long+3', { ...form, audience: 'bureau', kept: 'stop' })
    expect((await reminderList(who.admin, time('2027-02-01'))).length).toBe(before - 1)
  })

  test('refused: from a day that is past, by who is no administrator of the district', async () => {
    expect(await refusalOf(changeReminder({ actor: who.admin, now }, 'long-3', { ...form, from: '2026-12-01' }))).toContain(400)
    for (const actor of [township, who.bureau, who.head])
      expect(await refusalOf(changeReminder({ actor, now }, 'long-3', form))).toContain(404)
  })
})

test('a district from before there were reminders gets them once, and what runs reminds from then on', async () => {
  const story = await aMediation({ now: time('2026-11-20') })
  await db.reminderRule.deleteMany()
  await db.deadline.updateMany({ data: { remindAt: null } })
  expect(await fillShipped(time('2026-11-21'))).toBe(true)
  expect(await db.reminderRule.count()).toBeGreaterThan(10)
  expect((await db.deadline.findFirstOrThrow({ where: { disputeId: story.id, period: 'mediation' } })).remindAt).not.toBeNull()
  expect(await fillShipped(time('2026-11-22'))).toBe(false)
})
