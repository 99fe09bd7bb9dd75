import type { Tx } from '#app/db/client.server'
import { newId } from '../id'
import type { LedgerMove } from './ledger'
import type { Plan, Started } from './plan'

type Writing = { disputeId: string; version: number; at: Date }
type Written = { ids: string[]; moves: LedgerMove[] }

const begun = (id: string, one: Started): LedgerMove => ({
  does: 'start',
  id,
  period: one.period,
  kind: one.subjectKind,
  subject: one.subjectId,
  rule: one.rule?.code ?? null,
  version: one.rule?.version ?? null,
  from: one.countedFrom.toISOString(),
  ...(!one.rule && { last: one.lastDay }),
})

/**
 * Stops and starts in one statement. Stops come first: only one row of a subject and period may run. Answers the ids of what
 * was started, in its order (the next act of the same transaction stops it by its id), and what the event's ledger says of it.
 */
export async function writePlan(tx: Tx, { disputeId, version, at }: Writing, { stops, starts }: Plan): Promise<Written> {
  if (!stops.length && !starts.length) return { ids: [], moves: [] }
  const rows = starts.map((one) => ({
    id: newId(),
    subject_kind: one.subjectKind,
    subject_id: one.subjectId,
    period: one.period,
    rule_code: one.rule?.code ?? null,
    rule_version: one.rule?.version ?? null,
    counted_from: one.countedFrom,
    first_day: one.firstDay,
    raw_end: one.rawEnd,
    last_day: one.lastDay,
    due_at: one.dueAt,
    provisional: one.provisional,
    calendar_version: one.calendarVersion,
    remind_at: one.remindAt,
  }))
  await tx.$executeRaw`
    with stopped as (
      update deadline t set stopped_at = ${at}, stopped_why = x.why
      from json_to_recordset(${JSON.stringify(stops)}::json) as x(id uuid, why text) where t.id = x.id returning 1
    )
    insert into deadline (id, dispute_id, subject_kind, subject_id, period, rule_code, rule_version, counted_from, first_day, raw_end,
      last_day, due_at, provisional, calendar_version, remind_at, created_version)
    select x.id, ${disputeId}::uuid, x.subject_kind, x.subject_id, x.period, x.rule_code, x.rule_version, x.counted_from, x.first_day, x.raw_end,
      x.last_day, x.due_at, x.provisional, x.calendar_version, x.remind_at, ${version}
    from (select count(*) from stopped) s, json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, subject_kind text, subject_id uuid,
      period text, rule_code text, rule_version int, counted_from timestamptz, first_day date, raw_end date, last_day date, due_at timestamptz,
      provisional boolean, calendar_version int, remind_at timestamptz)`
  const ids = rows.map(({ id }) => id)
  const moves = [
    ...stops.map(({ id, why }): LedgerMove => ({ does: 'stop', id, why, at: at.toISOString() })),
    ...starts.map((one, place) => begun(ids[place] ?? '', one)),
  ]
  return { ids, moves }
}
