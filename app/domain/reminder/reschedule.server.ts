import { z } from 'zod'
import { inTransaction } from '#app/db/client.server'
import type { LegalDay } from '../calendar/days'
import { ruleBook } from '../calendar/rule-book.server'
import { nextReminder } from './rules'

const asked = z.object({ version: z.number().int() })

/**
 * After a step of the reminders was changed: when each running period reminds next, by the steps as they are now. Set-based over the
 * pairs of period and last day. Run by the worker; it bears a repeat. Answers how many pairs there were.
 */
export async function rescheduleReminders(payload: unknown, now = new Date()): Promise<number> {
  const { version } = asked.parse(payload)
  return inTransaction(async (tx) => {
    const pairs = await tx.$queryRaw<{ period: string; lastDay: LegalDay }[]>`
      select distinct period, to_char(last_day, 'YYYY-MM-DD') as "lastDay" from deadline where stopped_at is null`
    const book = await ruleBook(tx, version)
    const nexts = pairs.map(({ period, lastDay }) => ({ period, last_day: lastDay, at: nextReminder(book, period, lastDay, now) }))
    await tx.$executeRaw`update deadline t set remind_at = x.at
      from json_to_recordset(${JSON.stringify(nexts)}::json) as x(period text, last_day date, at timestamptz)
      where t.stopped_at is null and t.period = x.period and t.last_day = x.last_day and t.remind_at is distinct from x.at`
    return pairs.length
  })
}
