import type { DisputeFacts } from '#machines/dispute.facts'
import type { DisputeStatus } from '#machines/dispute.machine'
import type { LoggedType } from '#machines/dispute.events'
import { Prisma, type Tx } from '#app/db/client.server'
import { jobsAdded, type Job } from '#app/services/jobs.server'
import type { Actor } from '../actor'
import type { LedgerMove } from '../deadline/ledger'
import { newId } from '../id'

/** Who may read what was written: everybody who sees the path, whoever handles it, or only the body that heard it. */
export type Audience = 'path' | 'handlers' | 'talks'
export type TextKind =
  'facts' | 'why' | 'advice' | 'told' | 'note' | 'agreedFacts' | 'talks' | 'answer' | 'content' | 'proof' | 'ask' | 'ways'
export type Words = { kind: TextKind; audience: Audience; text: string }

export type Happening = {
  id: string
  type: LoggedType
  version: number
  from: DisputeStatus | null
  to: DisputeStatus
  legId: string | null
  subjectId: string | null
  actor: Actor
  /** The post under which it was done. */
  role: string | null
  bodyId: string | null
  areaId: string | null
  behalfBodyId: string | null
  behalfPartyId: string | null
  happenedAt: Date
  recordedAt: Date
  detail: object
  ledger?: readonly LedgerMove[]
  texts: Words[]
}

/** What the act leaves on the dispute's own row. */
export type Left = {
  facts: Pick<DisputeFacts, 'level' | 'kept' | 'objected'>
  deskMoved: boolean
  keeperId: string | null
  firstReceivedAt: Date | null
  /** When it ended, by this act or an earlier one, which counts: what is written on a closed file does not move it. */
  closedAt: Date | null
  due: { at: Date; lastDay: string; period: string } | null
}

/**
 * The dispute's row, the event, the words, the audit line and what the worker is asked to do, in one statement. Answers false
 * when the version had moved on, in which case nothing was written and nothing asked.
 */
export async function writeEvent(tx: Tx, disputeId: string, event: Happening, left: Left, jobs: readonly Job[]): Promise<boolean> {
  const texts = event.texts.filter(({ text }) => text.trim()).map((words) => ({ id: newId(), ...words, text: words.text.trim() }))
  const actorId = event.actor.kind === 'account' ? event.actor.accountId : null
  const detail = JSON.stringify(event.detail)
  const ledger = event.ledger?.length ? JSON.stringify(event.ledger) : null
  const written = await tx.$queryRaw<unknown[]>`
    with moved as (
      update dispute set version = ${event.version}, status = ${event.to}::"DisputeStatus", level = ${left.facts.level}::"DeskLevel",
        kept = ${left.facts.kept}, objected = ${left.facts.objected}, keeper_id = ${left.keeperId}::uuid,
        first_received_at = ${left.firstReceivedAt}, closed_at = case when ${left.closedAt}::timestamptz is not null then coalesce(closed_at, ${left.closedAt}) end,
        due_at = ${left.due?.at ?? null}, due_day = ${left.due?.lastDay ?? null}::date, due_period = ${left.due?.period ?? null},
        desk_since = case when ${left.deskMoved} then ${event.recordedAt} else desk_since end
      where id = ${disputeId}::uuid and version = ${event.version - 1} returning id
    ), happened as (
      insert into dispute_event (id, dispute_id, version, type, from_status, to_status, leg_id, subject_id, actor_kind, actor_id, actor_role,
        actor_body_id, actor_area_id, behalf_body_id, behalf_party_id, happened_at, recorded_at, detail, ledger)
      select ${event.id}::uuid, id, ${event.version}, ${event.type}, ${event.from}::"DisputeStatus", ${event.to}::"DisputeStatus", ${event.legId}::uuid,
        ${event.subjectId}::uuid, ${event.actor.kind}, ${actorId}::uuid, ${event.role}, ${event.bodyId}::uuid, ${event.areaId}::uuid,
        ${event.behalfBodyId}::uuid, ${event.behalfPartyId}::uuid, ${event.happenedAt}, ${event.recordedAt}, ${detail}::jsonb, ${ledger}::jsonb from moved returning id
    ), said as (
      insert into event_text (id, event_id, dispute_id, kind, audience, text, recorded_at)
      select x.id, happened.id, ${disputeId}::uuid, x.kind, x.audience, x.text, ${event.recordedAt}
      from happened, json_to_recordset(${JSON.stringify(texts)}::json) as x(id uuid, kind text, audience text, text text)
    )
    insert into audit (id, recorded_at, actor_kind, actor_id, act, dispute_id, subject_kind, subject_id, detail)
    select ${newId()}::uuid, ${event.recordedAt}, ${event.actor.kind}, ${actorId}::uuid, ${event.type}, moved.id, 'event', ${event.id}::uuid,
      jsonb_build_object('version', ${event.version}::int, 'to', ${event.to}::text) from moved returning id, ${jobs.length ? Prisma.sql`(select count(*) from ${jobsAdded(jobs)})` : Prisma.sql`0`} as jobs`
  return written.length === 1
}
