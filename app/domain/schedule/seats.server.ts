import type { Tx } from '#app/db/client.server'
import { lostARace, refusedBy } from '#app/db/refused.server'
import { newId } from '../id'

/** What a sitting takes: a room, and each of its mediators. */
export type Seat = { kind: 'venue' | 'account'; id: string }
export type Span = { startsAt: Date; endsAt: Date }

/** The constraint that makes a double booking impossible, whoever writes: see the migration. */
const once = 'sitting_seat_once'

/**
 * Waits until nobody else plans with one of these, always in the same order: of two who want the same the second one finds what the
 * first one took, instead of each waiting for the other. Alone, so that the next statement sees what was written meanwhile.
 */
export const holdSeats = (tx: Tx, seats: readonly Seat[]) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('seat ' || s.id, 0))
    from (select x.id from unnest(${seats.map(({ id }) => id)}::text[]) as x(id) order by x.id) s`

/**
 * Takes seats and answers the ids of those that were free. What another sitting has is not taken, and the transaction goes on. Who
 * loses against somebody who writes past the lock is told so like everybody else: none was free.
 */
export async function takeSeats(tx: Tx, sittingId: string, seats: readonly Seat[], { startsAt, endsAt }: Span): Promise<string[]> {
  const rows = JSON.stringify(seats.map(({ kind, id }) => ({ id: newId(), kind, subject: id })))
  try {
    const taken = await tx.$queryRaw<{ id: string }[]>`
      insert into sitting_seat (id, sitting_id, subject_kind, subject_id, starts_at, ends_at)
      select x.id, ${sittingId}::uuid, x.kind, x.subject, ${startsAt}::timestamptz, ${endsAt}::timestamptz
      from json_to_recordset(${rows}::json) as x(id uuid, kind text, subject uuid)
      on conflict do nothing returning subject_id as id`
    return taken.map(({ id }) => id)
  } catch (error) {
    if (lostARace(error) || refusedBy(error).constraint === once) return []
    throw error
  }
}

/**
 * Mediators are named anew: those who left give their time back, the others take it where they are free. Where somebody is not, the
 * sitting says 要改期 and takes no seat of theirs: naming another mediator must not wait for a calendar.
 */
export async function seatsFollow(tx: Tx, leg: { id: string; at: Date }, mediatorIds: readonly string[]): Promise<void> {
  const planned = await tx.$queryRaw<({ id: string } & Span)[]>`
    with gone as (update sitting_seat s set released_at = ${leg.at} from sitting t
        where t.id = s.sitting_id and t.leg_id = ${leg.id}::uuid and t.status = 'planned' and s.subject_kind = 'account' and s.released_at is null
          and s.subject_id <> all(${mediatorIds}::uuid[]) returning s.sitting_id)
    select t.id, t.starts_at as "startsAt", t.ends_at as "endsAt" from sitting t
    where t.leg_id = ${leg.id}::uuid and t.status = 'planned' and (select count(*) from gone) >= 0 order by t.starts_at`
  if (!planned.length) return
  await holdSeats(
    tx,
    mediatorIds.map((id) => ({ kind: 'account', id })),
  )
  for (const { id, ...span } of planned) {
    const had = await tx.$queryRaw<{ id: string }[]>`
      select subject_id as id from sitting_seat where sitting_id = ${id}::uuid and subject_kind = 'account' and released_at is null`
    const missing = mediatorIds.filter((one) => !had.some((seat) => seat.id === one))
    const taken = await takeSeats(
      tx,
      id,
      missing.map((one) => ({ kind: 'account', id: one })),
      span,
    )
    const must = taken.length < missing.length ? leg.at : null
    await tx.$executeRaw`update sitting set must_move_since = ${must}, sequence = sequence + 1, changed_at = ${leg.at} where id = ${id}::uuid`
  }
}

/** Planned sittings end with what they were for: their time is free again. Answers how many would still have come. */
export async function endSittings(tx: Tx, of: { disputeId: string; legId: string | null; at: Date; now: Date }): Promise<number> {
  const [row] = await tx.$queryRaw<{ coming: number }[]>`
    with ended as (update sitting set status = 'cancelled', ended_at = ${of.at}, sequence = sequence + 1, changed_at = ${of.now}
        where dispute_id = ${of.disputeId}::uuid and status = 'planned' and (${of.legId}::uuid is null or leg_id = ${of.legId}::uuid) returning id, starts_at),
      freed as (update sitting_seat s set released_at = ${of.now} from ended e where s.sitting_id = e.id and s.released_at is null)
    select count(*) filter (where e.starts_at > ${of.now})::int as coming from ended e`
  return row?.coming ?? 0
}

/**
 * A session closes the sitting it was for: the one named, else the last of its sort planned until that day; earlier ones that were
 * never held are over. Held before its time, the rest of the time is free. Answers the sitting; undefined where there was none.
 */
export async function closeSitting(
  tx: Tx,
  held: { disputeId: string; legId: string; sittingId: string | undefined; inquiry: boolean; until: Date; now: Date },
): Promise<string | undefined> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    with due as (select t.id, row_number() over (order by t.id = ${held.sittingId ?? null}::uuid desc nulls last, t.starts_at desc) as place from sitting t
        where t.dispute_id = ${held.disputeId}::uuid and t.status = 'planned' and (t.id = ${held.sittingId ?? null}::uuid
          or t.leg_id = ${held.legId}::uuid and (t.kind = 'inquiry') = ${held.inquiry} and t.starts_at < ${held.until})),
      closed as (update sitting t set status = case when d.place = 1 then 'held' else 'cancelled' end, ended_at = ${held.now},
          sequence = t.sequence + 1, changed_at = ${held.now} from due d where d.id = t.id returning t.id, t.status),
      freed as (update sitting_seat s set released_at = ${held.now} from closed c
        where s.sitting_id = c.id and s.released_at is null and (c.status = 'cancelled' or s.starts_at > ${held.now}))
    select c.id from closed c where c.status = 'held'`
  return row?.id
}
