import { inTransaction, type Tx } from '#app/db/client.server'
import { dateOf } from '../calendar/days'
import type { CalendarDay } from '../calendar/rest-days'
import { calendarTables } from '../calendar/tables'
import { newId } from '../id'
import { rescheduleReminders } from '../reminder/reschedule.server'
import { reminderRules } from '../reminder/rules.data'
import { raiseRules } from './rules-version.server'

/** The steps of the reminders that come with the product; the demo seed answers for them until the bureau does. */
export const writeReminderRules = (tx: Tx) =>
  tx.reminderRule.createMany({
    data: reminderRules.map((rule) => ({
      id: newId(),
      code: rule.code,
      version: rule.version,
      rule: { ...rule, periods: [...rule.periods], types: [...rule.types], risks: [...rule.risks] },
      owner: '区司法局（演示）',
      note: '演示数据',
      validFrom: dateOf(rule.validFrom),
    })),
  })

/** One line a year for the holiday tables that are held. */
export const writeCalendarTables = (tx: Tx, days: readonly CalendarDay[], now: Date) =>
  tx.calendarTable.createMany({ data: calendarTables(days).map((table) => ({ ...table, id: newId(), version: 1, importedAt: now })) })

/**
 * A district that was set up before there were reminders and dated holiday tables gets what comes with the product, once: what runs
 * then reminds from now on. Answers whether anything was written.
 */
export async function fillShipped(now = new Date()): Promise<boolean> {
  const version = await inTransaction(async (tx) => {
    const [has] = await tx.$queryRaw<[{ rules: boolean; reminders: boolean; tables: boolean }]>`
      select exists (select 1 from period_rule) as rules, exists (select 1 from reminder_rule) as reminders, exists (select 1 from calendar_table) as tables`
    if (!has.rules || (has.reminders && has.tables)) return null
    if (!has.tables) {
      const days = await tx.$queryRaw<
        CalendarDay[]
      >`select to_char(day, 'YYYY-MM-DD') as day, rest, name, source from calendar_day order by day`
      await writeCalendarTables(tx, days, now)
    }
    if (!has.reminders) await writeReminderRules(tx)
    return raiseRules(tx)
  })
  if (version !== null) await rescheduleReminders({ version }, now)
  return version !== null
}
