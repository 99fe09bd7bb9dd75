import { Prisma, read } from '#app/db/client.server'
import { dayIn, type LegalDay } from '../calendar/days'
import type { RestDays } from '../calendar/rest-days'
import { freeSlots, type Interval } from './slots'
import { inForceOn, usableBy } from './usable.server'

type Leg = { bodyId: string; sealBodyId: string; mediatorIds: string[] } | null
export type Room = { id: string; name: string; seats: number | null; body: string; hours: string | null }
type Taken = { id: string; startsAt: string; endsAt: string }

/** Whom to plan around, as one statement reads it. */
export type Around = {
  rooms: Room[]
  taken: Taken[]
  /** Mediators' leave. */
  leave: { fromDay: LegalDay; toDay: LegalDay; name: string }[]
  /** Days that parties said. */
  cannot: { fromDay: LegalDay; toDay: LegalDay; name: string; note: string | null }[]
}

/** Rooms that this leg may use, when they and its mediators are taken from now on, and who cannot come when. One statement. */
export async function aroundOf(disputeId: string, leg: Leg, now: Date, except: string | null = null): Promise<Around> {
  const day = Prisma.sql`${dayIn(now)}::date`
  const ids = leg?.mediatorIds ?? []
  const days = (row: string) =>
    Prisma.raw(`'fromDay', to_char(${row}.from_day, 'YYYY-MM-DD'), 'toDay', to_char(${row}.to_day, 'YYYY-MM-DD')`)
  const rooms = leg
    ? Prisma.sql`select v.id, v.name, v.seats, vb.name as body, vb.hours from venue v join body vb on vb.id = v.body_id where ${usableBy(leg)} and ${inForceOn(day)}`
    : Prisma.sql`select v.id, v.name, v.seats, vb.name as body, vb.hours from venue v join body vb on vb.id = v.body_id where false`
  const [row] = await read<Around[]>`
    with rooms as (${rooms})
    select coalesce((select json_agg(r order by r.name) from rooms r), '[]') as rooms,
      coalesce((select json_agg(json_build_object('id', s.subject_id, 'startsAt', s.starts_at, 'endsAt', s.ends_at)) from sitting_seat s
        where s.released_at is null and s.ends_at > ${now} and s.sitting_id is distinct from ${except}::uuid
          and (s.subject_id = any(${ids}::uuid[]) or s.subject_id in (select id from rooms))), '[]') as taken,
      coalesce((select json_agg(json_build_object(${days('b')}, 'name', g.name)) from absence b join registrant g on g.id = b.registrant_id
        where g.account_id = any(${ids}::uuid[]) and b.cancelled_at is null and b.to_day >= ${day}), '[]') as leave,
      coalesce((select json_agg(json_build_object(${days('w')}, 'name', p.name, 'note', w.note) order by w.from_day) from party_away w
        join party p on p.id = w.party_id and p.left_at is null where w.dispute_id = ${disputeId}::uuid and w.cancelled_at is null and w.to_day >= ${day}), '[]') as cannot`
  return row ?? { rooms: [], taken: [], leave: [], cannot: [] }
}

export type Slot = Interval & { room: Room | null }

const span = ({ startsAt, endsAt }: Taken): Interval => ({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) })

type Wanted = {
  mediatorIds: readonly string[]
  venueId?: string | undefined
  minutes: number
  now: Date
  restDays: Pick<RestDays, 'isRestDay'>
}

/**
 * The next five times at which everybody can come, each with a room that is free then: the one that is wanted, else whichever is. Where a
 * room is wanted, only times at which it is free.
 */
export function slotsAround({ rooms, taken, leave, cannot }: Around, { mediatorIds, venueId, minutes, now, restDays }: Wanted): Slot[] {
  const busy = taken.filter(({ id }) => mediatorIds.includes(id) || id === venueId).map(span)
  const free = (room: Room, slot: Interval) =>
    !taken.some((one) => one.id === room.id && new Date(one.startsAt) < slot.endsAt && slot.startsAt < new Date(one.endsAt))
  return freeSlots({ now, busy, away: [...leave, ...cannot], restDays, minutes }).map((slot) => ({
    ...slot,
    room: rooms.find((room) => (venueId ? room.id === venueId : free(room, slot))) ?? null,
  }))
}
