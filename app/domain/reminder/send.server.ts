import { inTransaction, type Tx } from '#app/db/client.server'
import { dayIn, type LegalDay } from '../calendar/days'
import { ruleBook, type RuleBook } from '../calendar/rule-book.server'
import { newId } from '../id'
import { notify } from '../notice/notify.server'
import { textAccounts } from '../notice/texts.server'
import type { Leave } from '../roll/substitutes'
import { leavesOn, takeDue, type DueReminder } from './due.server'
import { receiversOf } from './receivers'
import { isFor, nextReminder, stepsOf, type ReminderRule, type Step } from './rules'

const batch = 50

/**
 * A long night is not made up for step by step: of the steps that were due meanwhile, each hears the last one, and nobody is told
 * that a day comes near which is past.
 */
export function stillTold(steps: readonly Step[], passed: boolean): ReminderRule[] {
  const last = new Map(steps.filter(({ rule }) => !passed || rule.moment === 'after').map(({ rule }) => [rule.audience, rule]))
  return [...last.values()]
}

type Round = { tx: Tx; book: RuleBook; leaves: Leave[]; now: Date; today: LegalDay }

async function remind({ tx, leaves, now, today }: Round, row: DueReminder, rule: ReminderRule): Promise<number> {
  const { accounts, remark } = receiversOf(rule.audience, { holders: row, sealed: row.sealed, leaves, day: today })
  const written = await tx.$executeRaw`
    insert into reminder (id, dispute_id, deadline_id, rule_code, rule_version, due_at, moment, audience, account_ids, remark, sent_at)
    values (${newId()}::uuid, ${row.disputeId}::uuid, ${row.id}::uuid, ${rule.code}, ${rule.version}, ${row.dueAt}, ${rule.moment}, ${rule.audience},
      ${accounts}::uuid[], ${accounts.length ? remark : 'nobody'}, ${now}) on conflict (deadline_id, rule_code, due_at) do nothing`
  if (!written) return 0
  const occasion = `${rule.moment} ${rule.audience} ${rule.code} ${row.dueAt.toISOString().slice(0, 10)}`
  await notify(tx, { accounts, topic: 'reminder', subjectId: row.id, disputeId: row.disputeId, occasion }, now)
  if (rule.text) await textAccounts(tx, { accounts, template: 'due', occasion: `${row.id} ${occasion}`, disputeId: row.disputeId }, now)
  return 1
}

async function round(tx: Tx, now: Date): Promise<{ taken: number; sent: number }> {
  const today = dayIn(now)
  const rows = await takeDue(tx, now, today, batch)
  if (!rows.length) return { taken: 0, sent: 0 }
  const [{ version }] = await tx.$queryRaw<[{ version: number }]>`
    select coalesce((select (value)::int from setting where key = 'rulesVersion'), 0) as version`
  const all: Round = { tx, book: await ruleBook(tx, version), leaves: await leavesOn(tx, today), now, today }
  let sent = 0
  for (const row of rows) {
    const due = stepsOf(all.book, row.period, row.lastDay).filter(
      ({ at, rule }) => at <= now && isFor(rule, row) && !row.sent.includes(rule.code),
    )
    for (const rule of stillTold(due, today > row.lastDay)) sent += await remind(all, row, rule)
  }
  const nexts = rows.map((row) => ({ id: row.id, at: nextReminder(all.book, row.period, row.lastDay, now) }))
  await tx.$executeRaw`update deadline t set remind_at = x.at
    from json_to_recordset(${JSON.stringify(nexts)}::json) as x(id uuid, at timestamptz) where t.id = x.id`
  return { taken: rows.length, sent }
}

/**
 * Reminds everybody whose step is due, batch by batch; several workers may do so at once, each row is one's. The notice, the text and the
 * line of the trail are written together, once for each step and due instant. Answers how many reminders were sent.
 */
export async function sendReminders(now = new Date()): Promise<number> {
  let all = 0
  for (;;) {
    const { taken, sent } = await inTransaction((tx) => round(tx, now))
    all += sent
    if (taken < batch) return all
  }
}
