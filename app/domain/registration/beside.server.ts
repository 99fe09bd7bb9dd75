import type { Tx } from '#app/db/client.server'
import { dayIn } from '../calendar/days'
import { giveSight } from '../dispute/sight-rows.server'
import { newId } from '../id'
import { riskRulesOn } from '../risk/versions'
import type { RiskLevel } from '../words/danger-signs'
import type { Registration } from './form'

type Beside = {
  disputeId: string
  accountId: string
  /** By the signs that were ticked; the worker counts the rest right after. */
  risk: RiskLevel
  happenedAt: Date
  now: Date
  /** The draft ends with its registration, and its pictures become the dispute's. */
  draft: boolean
}

/** What stands beside a new dispute, in one statement: the registrar's sight, its first risk, decided duplicates, the draft's end. */
export async function writeBeside(
  tx: Tx,
  { dangerSigns, duplicates }: Pick<Registration, 'dangerSigns' | 'duplicates'>,
  { disputeId, accountId, risk, happenedAt, now, draft }: Beside,
): Promise<void> {
  const decided = JSON.stringify(duplicates.map(({ otherId, same, why }) => ({ id: newId(), otherId, same, why: why ?? null })))
  await tx.$executeRaw`
    with seen as (
      ${giveSight({ disputeId, to: 'account', ids: [accountId], why: 'registered', at: now })}
    ), risked as (
      insert into risk_change (id, dispute_id, level, happened_at, by_id, how, counted, reasons, rules_version)
      select ${newId()}::uuid, ${disputeId}::uuid, ${risk}::"RiskLevel", ${happenedAt}, ${accountId}::uuid, 'rules', ${risk}::"RiskLevel", ${[...dangerSigns]}::text[],
        ${riskRulesOn(dayIn(now)).version} where ${risk}::text <> 'green'
    ), decided as (
      insert into duplicate_decision (id, dispute_id, other_id, same, why)
      select x.id, ${disputeId}::uuid, x."otherId", x.same, x.why from json_to_recordset(${decided}::json) as x(id uuid, "otherId" uuid, same boolean, why text)
    ), begun as (
      delete from draft where ${draft}::boolean and id = ${disputeId}::uuid and account_id = ${accountId}::uuid
    )
    update file set dispute_id = ${disputeId}::uuid, draft_id = null where ${draft}::boolean and draft_id = ${disputeId}::uuid`
}
