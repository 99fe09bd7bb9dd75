import type { Reading } from '#app/db/client.server'
import { countPeriod } from '../calendar/count'
import type { LegalDay } from '../calendar/days'
import { ruleBook } from '../calendar/rule-book.server'
import { orderAnswerDays } from '../words/orders'

/** The day by which an order sent now is usually answered: so many working days, by the table of holidays. At most two statements. */
export async function usualDay(from: Reading, now: Date): Promise<LegalDay> {
  const [row] = await from.$queryRaw<{ version: number }[]>`
    select coalesce((select (value)::int from setting where key = 'rulesVersion'), 0) as version`
  const { restDays } = await ruleBook(from, row?.version ?? 0)
  return countPeriod({ rule: { length: orderAnswerDays, unit: 'wd', rest: true }, start: now, restDays }).lastDay
}
