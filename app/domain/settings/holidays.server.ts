import { z } from 'zod'
import { reading, type Tx } from '#app/db/client.server'
import { addJobs } from '#app/services/jobs.server'
import type { Person } from '../actor'
import { dateOf, dayIn, formatDate, yearOf } from '../calendar/days'
import { readHolidays, writeHolidays } from '../calendar/holiday-text'
import type { CalendarDay } from '../calendar/rest-days'
import { tablePrint } from '../calendar/tables'
import { must } from '../forms/form-words'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import { change, demandFresh, type Setting } from './act.server'
import { long, text, type SettingForm } from './fields'
import { ownDistrict } from './period-page.server'
import { raiseRules } from './rules-version.server'
import { demandAdministrator, demandSetting } from './permissions'

export const holidayForm = z.object({
  days: must('请把国务院办公厅的通知里的日子抄在这里', 6000),
  source: must('请写依据：哪一份通知', 200),
})
export type HolidayForm = z.output<typeof holidayForm>

type Tables = { year: number; source: string; days: number; sha256: string; importedAt: Date; by: string | null }

const tables = (tx: Pick<Tx, '$queryRaw'>) => tx.$queryRaw<Tables[]>`
  select distinct on (c.year) c.year, c.source, c.days, c.sha256, c.imported_at as "importedAt", a.name as by
  from calendar_table c left join account a on a.id = c.imported_by_id order by c.year desc, c.imported_at desc`

const daysOf = (tx: Pick<Tx, '$queryRaw'>, year: number) => tx.$queryRaw<CalendarDay[]>`
  select to_char(day, 'YYYY-MM-DD') as day, rest, name, source from calendar_day
  where day between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date order by day`

/** A table may be taken in for the years that people count into. */
const known = (year: number, now: Date): boolean => Number.isInteger(year) && year >= 2004 && year <= yearOf(dayIn(now)) + 3

/** The years and their tables, and how many running periods wait for one (暂计). Throws Refusal notFound for who is no administrator. */
export async function holidayList(actor: Person, now = new Date()) {
  demandAdministrator(actor)
  const [rows, [{ waiting }]] = await Promise.all([
    tables(reading),
    reading.$queryRaw<[{ waiting: number }]>`select count(*)::int as waiting from deadline where provisional and stopped_at is null`,
  ])
  const next = yearOf(dayIn(now)) + 1
  const missing = [next - 1, next].filter((year) => !rows.some((row) => row.year === year))
  return {
    missing: missing.map((year) => ({ year, href: `/settings/holidays/${year}` })),
    waiting,
    rows: rows.map(({ year, source, days, importedAt, by }) => ({
      year,
      href: `/settings/holidays/${year}`,
      source,
      days,
      when: `${formatDate(dayIn(importedAt))}${by ? `，${by}` : '，随系统'}`,
    })),
  }
}

/** One year's table as it is, and the form to take in another. Throws Refusal notFound. */
export async function holidayYear(actor: Person, year: number, now = new Date()) {
  const district = await ownDistrict(reading, actor)
  demandSetting(actor, 'period', district)
  if (!known(year, now)) throw new Refusal('notFound', '没有这一年')
  const days = await daysOf(reading, year)
  const form: SettingForm = {
    act: 'holidays',
    title: days.length ? '换成另一份' : '导入这一年的表',
    note: '照国务院办公厅每年的通知抄：放假的写“休”，周末要上班的写“班”。存下以后，在走的期限按新表重新计算，最后一天变了的会告诉经办的人。',
    fields: [
      long('days', '日子', { value: writeHolidays(days), hint: `一行一段，如：${year}-10-01 至 ${year}-10-07 休 国庆节` }),
      text('source', '依据', { value: days[0]?.source ?? '', hint: '如：国务院办公厅关于2027年部分节假日安排的通知' }),
    ],
    submit: '存下，重新计算',
    seen: days.length ? tablePrint(days) : 'none',
  }
  return { year, rows: days.map(({ day, rest, name }) => ({ day: formatDate(day), rest, name })), form }
}

/**
 * Takes in the table of a year in place of the one before; running periods are counted again by the worker. Throws Refusal: notFound,
 * stale, invalid beside `days`. A table that says the same changes nothing.
 */
export const takeHolidays = (setting: Setting, year: number, form: HolidayForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    demandSetting(actor, 'period', await ownDistrict(tx, actor))
    if (!known(year, now)) throw new Refusal('notFound', '没有这一年')
    const version = await raiseRules(tx)
    const before = await daysOf(tx, year)
    demandFresh(setting.seen, before.length ? tablePrint(before) : 'none')
    const days = readHolidays(form.days, year, form.source)
    if ('problem' in days) throw wrong('days', days.problem)
    await tx.calendarDay.deleteMany({ where: { day: { gte: dateOf(`${year}-01-01`), lte: dateOf(`${year}-12-31`) } } })
    await tx.calendarDay.createMany({ data: days.map(({ day, ...rest }) => ({ ...rest, day: dateOf(day) })) })
    const sha256 = tablePrint(days)
    await tx.calendarTable.create({
      data: { id: newId(), year, source: form.source, days: days.length, sha256, version, importedById: actor.accountId, importedAt: now },
    })
    // Again a little later: an act that was still writing by the old table has ended by then.
    const later = new Date(now.getTime() + 120_000)
    await addJobs(tx, [
      { task: 'recountCalendar', payload: { year, version }, key: `recount ${year}` },
      { task: 'recountCalendar', payload: { year, version }, key: `recount ${year} later`, runAt: later },
    ])
    await record('holidays.take', { kind: 'account', id: actor.accountId }, { year, days: days.length, version, sha256 })
  })
