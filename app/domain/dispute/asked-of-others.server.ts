import { Prisma } from '#app/db/client.server'
import type { DisputeFacts } from '#machines/dispute.facts'
import type { DisputeStatus } from '#machines/dispute.machine'
import type { LedgerMove } from '../deadline/ledger'
import type { CaseFile } from './case-file.server'
import { isPossible } from './moves'
import { endAnsweredSight, endSight } from './sight-rows.server'

type Next = { status: DisputeStatus; facts: DisputeFacts }

/**
 * An ending withdraws what was asked of others: their time stops, and each keeps sight of its own part. A court goes on
 * with what both parties asked of it, unless the dispute goes to another place for good.
 */
export async function endWhatWasAsked({ tx, id, dispute, ledger }: CaseFile, at: Date, next: Next): Promise<void> {
  const theirs = Prisma.sql`s.why = 'request' and s.subject_id in (select body_id from gone)`
  const stopped = await tx.$queryRaw<{ id: string }[]>`with gone as (
      update request set status = 'withdrawn', ended_at = ${at} where dispute_id = ${id}::uuid and status in ('asked', 'received') returning id, body_id
    ), blind as (${endSight(id, theirs, at)})
    update deadline set stopped_at = ${at}, stopped_why = 'withdrawn' where stopped_at is null and period = 'answer' and subject_id in (select id from gone) returning id`
  ledger.push(...stopped.map((one): LedgerMove => ({ does: 'stop', id: one.id, why: 'withdrawn', at: at.toISOString() })))
  dispute.deadlines = dispute.deadlines.filter(({ period }) => period !== 'answer')
  if (isPossible('confirmation', next.status, next.facts)) return
  await tx.$executeRaw`update confirmation set status = 'withdrawn', ended_at = ${at} where dispute_id = ${id}::uuid and status = 'applied'`
  await tx.$executeRaw(endAnsweredSight(id, at))
}
