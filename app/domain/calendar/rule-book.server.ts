import type { Tx } from '#app/db/client.server'
import type { ReminderRule } from '../reminder/rules'
import type { PeriodRule } from './period-rule'
import { restDaysFrom, type CalendarDay, type RestDays } from './rest-days'

/** `version`: the number that every change of rules, holidays or reminders raises. */
export type RuleBook = { version: number; rules: PeriodRule[]; restDays: RestDays; reminders: ReminderRule[] }

let kept: { version: number; book: RuleBook } | undefined

/**
 * The district's rules of periods and its table of holidays. Kept between acts by the number that every change of
 * either raises; the number is read in the act's own transaction, so no act counts by an old table.
 */
export async function ruleBook(tx: Pick<Tx, '$queryRaw'>, version: number): Promise<RuleBook> {
  if (kept?.version === version) return kept.book
  const [{ rules, days, reminders }] = await tx.$queryRaw<[{ rules: PeriodRule[]; days: CalendarDay[]; reminders: ReminderRule[] }]>`
    select coalesce((select json_agg(rule order by code, version) from period_rule), '[]') as rules,
      coalesce((select json_agg(rule order by code, version) from reminder_rule), '[]') as reminders,
      coalesce((select json_agg(json_build_object('day', day, 'rest', rest, 'name', name, 'source', source)) from calendar_day), '[]') as days`
  const book = { version, rules, restDays: restDaysFrom(days), reminders }
  kept = { version, book }
  return book
}
