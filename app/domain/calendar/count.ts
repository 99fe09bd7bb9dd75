import { countDays } from './count-days'
import { countHours } from './count-hours'
import type { Counted, DayCount, PeriodQuestion, Standing } from './counted'
import type { LegalDay } from './days'

export type { Counted, Extension, Pause, PeriodQuestion, Standing } from './counted'

/**
 * Counts a period by law.md 13: the first day does not count; a month ends on the same-numbered day or the month's last;
 * days inside a pause (its first, not its last) do not count; an extension runs on from the raw end; a period that ends
 * on a rest day ends on the next day that is none. Hours run from the stated moment (Civil Code 201, 203) and do not move.
 * Throws RangeError for a pause that ends before it begins, a length that is no positive whole number, and hours added
 * to days.
 */
export function countPeriod(question: PeriodQuestion<readonly [LegalDay, LegalDay]>): Counted
export function countPeriod(question: PeriodQuestion): Counted | Standing
export function countPeriod(question: PeriodQuestion): Counted | Standing {
  const { rule, start, pauses = [], extensions = [], restDays } = question
  for (const [from, to] of pauses) if (to !== null && to < from) throw new RangeError(`中止的止日早于起日：${from}`)
  const stretches = [{ n: rule.length, unit: rule.unit }, ...extensions]
  for (const { n } of stretches) if (!Number.isInteger(n) || n < 1) throw new RangeError(`期限长度不对：${n}`)
  const count: DayCount = { stretches, start, pauses, restDays, rest: rule.rest }
  return rule.unit === 'h' ? countHours(count) : countDays(count)
}
