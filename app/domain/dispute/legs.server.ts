import type { LegResult } from '#machines/effects'
import { Prisma, type Tx } from '#app/db/client.server'
import { dayIn, yearOf } from '../calendar/days'
import { newId } from '../id'
import { seatsFollow } from '../schedule/seats.server'
import { endSight, giveSight } from './sight-rows.server'

/** A body sees what was offered to it while that lasts, and its own part afterwards. */
export async function openLeg(
  tx: Tx,
  leg: {
    id: string
    disputeId: string
    ordinal: number
    channel: string
    bodyId: string
    at: Date
    byId: string | null
    version: number
    partyAsked: boolean
  },
) {
  await tx.$executeRaw`with opened as (
      insert into leg (id, dispute_id, ordinal, channel, body_id, offered_at, offered_by_id, opened_version, party_asked)
      values (${leg.id}::uuid, ${leg.disputeId}::uuid, ${leg.ordinal}, ${leg.channel}, ${leg.bodyId}::uuid, ${leg.at}, ${leg.byId}::uuid, ${leg.version}, ${leg.partyAsked}))
    ${giveSight({ disputeId: leg.disputeId, to: 'body', ids: [leg.bodyId], why: 'body', at: leg.at })}`
}

/**
 * 受理: the leg is received and, in the people's channel, gets its 卷号 from the committee whose numbers the body uses,
 * without gaps a year: the one counter row an act may lock.
 */
export async function receiveLeg(tx: Tx, leg: { id: string; sealBodyId: string; channel: string; at: Date; byId: string | null }) {
  const year = yearOf(dayIn(leg.at))
  if (leg.channel !== 'people')
    return tx.$executeRaw`update leg set received_at = ${leg.at}, received_by_id = ${leg.byId}::uuid where id = ${leg.id}::uuid`
  return tx.$executeRaw`with next as (
      insert into counter (body_id, year, kind, value) values (${leg.sealBodyId}::uuid, ${year}, 'volume', 1)
      on conflict (body_id, year, kind) do update set value = counter.value + 1 returning value)
    update leg set received_at = ${leg.at}, received_by_id = ${leg.byId}::uuid,
      volume_number = '（' || ${String(year)} || '）' || coalesce(b.short_number, b.name) || '人调字第' || next.value || '号'
    from next, body b where leg.id = ${leg.id}::uuid and b.id = ${leg.sealBodyId}::uuid`
}

/**
 * The leg ends with its result. A body that gave it back, or from which it was taken, no longer sees it; one that
 * worked on it keeps its own part, by one open row however often it did.
 */
export async function endLeg(
  tx: Tx,
  leg: { id: string; disputeId: string; bodyId: string; result: LegResult; code: string | null; at: Date; version: number },
) {
  const forgets = leg.result === 'returned' || leg.result === 'recalled'
  const theirs = Prisma.sql`s.why in ('body', 'mediator') and (s.subject_id = ${leg.bodyId}::uuid or s.subject_id in (select account_id from released))`
  await tx.$executeRaw`with ended as (
      update leg set ended_at = ${leg.at}, result = ${leg.result}, result_code = ${leg.code}, ended_version = ${leg.version} where id = ${leg.id}::uuid
    ), released as (
      update leg_mediator set valid_to = ${leg.at} where leg_id = ${leg.id}::uuid and valid_to is null returning account_id)
    ${endSight(leg.disputeId, theirs, leg.at, forgets)}`
}

/** Mediators are named, or named anew: the first leads. Each sees the dispute while it is theirs; what was planned is theirs to sit in. */
export async function nameMediators(tx: Tx, leg: { id: string; disputeId: string; at: Date }, mediatorIds: string[]) {
  const rows = JSON.stringify(mediatorIds.map((id, at) => ({ account: id, lead: at === 0, row: newId() })))
  await tx.$executeRaw`with gone as (
      update leg_mediator set valid_to = ${leg.at} where leg_id = ${leg.id}::uuid and valid_to is null and account_id <> all(${mediatorIds}::uuid[]) returning account_id
    ), unseen as (
      update sight set valid_to = ${leg.at} where dispute_id = ${leg.disputeId}::uuid and valid_to is null and why = 'mediator' and subject_id in (select account_id from gone)
    ), named as (
      insert into leg_mediator (id, leg_id, account_id, lead, valid_from)
      select x.row, ${leg.id}::uuid, x.account, x.lead, ${leg.at} from json_to_recordset(${rows}::json) as x(row uuid, account uuid, lead boolean)
      where not exists (select 1 from leg_mediator m where m.leg_id = ${leg.id}::uuid and m.account_id = x.account and m.valid_to is null))
    ${giveSight({ disputeId: leg.disputeId, to: 'account', ids: mediatorIds, why: 'mediator', at: leg.at })}`
  await seatsFollow(tx, leg, mediatorIds)
}
