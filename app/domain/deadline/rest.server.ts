import type { CaseFile } from '../dispute/case-file.server'
import type { RunningDeadline } from '../dispute/load.server'
import type { LedgerMove } from './ledger'

/** Every running period of a file rests while another file has its quarrel. Answers which, so that the same rows can run on. */
export async function restAll(file: CaseFile, at: Date): Promise<string[]> {
  const ids = file.dispute.deadlines.map(({ id }) => id)
  await file.tx
    .$executeRaw`update deadline set stopped_at = ${at}, stopped_why = 'merge' where id = any(${ids}::uuid[]) and stopped_at is null`
  file.ledger.push(...ids.map((id): LedgerMove => ({ does: 'stop', id, why: 'merge', at: at.toISOString() })))
  file.dispute.deadlines = []
  return ids
}

/** Periods that rested run on as the rows they were, with the last day they had; a request that was answered meanwhile waits for nothing. */
export async function runOn(file: CaseFile, ids: readonly string[]): Promise<RunningDeadline[]> {
  if (!ids.length) return []
  const again = await file.tx.$queryRaw<RunningDeadline[]>`
    update deadline t set stopped_at = null, stopped_why = null where t.id = any(${[...ids]}::uuid[]) and t.stopped_why = 'merge'
      and (t.subject_kind <> 'request' or exists (select 1 from request r where r.id = t.subject_id and r.status in ('asked', 'received')))
    returning t.id, t.subject_id as "subjectId", t.period, t.rule_code as "ruleCode", t.rule_version as "ruleVersion",
      to_json(t.counted_from)#>>'{}' as "countedFrom", to_json(t.due_at)#>>'{}' as "dueAt", to_char(t.last_day, 'YYYY-MM-DD') as "lastDay",
      to_char(t.paused_since, 'YYYY-MM-DD') as "pausedSince"`
  file.ledger.push(...again.map(({ id }): LedgerMove => ({ does: 'runOn', id })))
  return again
}
