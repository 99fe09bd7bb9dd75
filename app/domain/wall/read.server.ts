import type { AlarmStatus } from '#machines/alarm.machine'
import type { DisputeStatus } from '#machines/dispute.machine'
import { orderMachine } from '#machines/order.machine'
import { statesOnDesk } from '#machines/step'
import { literal, Prisma, read } from '#app/db/client.server'
import type { Person } from '../actor'
import { alarmOpen } from '../alarm/open.server'
import { dateOf, instantOf, type LegalDay } from '../calendar/days'
import { ended, open } from '../desk/states.server'
import { onWall, wallAreas } from './within.server'

/** What the wall is made of: areas and numbers, never a name, a title or the number of a case. */
export type Township = { id: string; name: string }
export type Ground = { id: string; name: string; townships: Township[]; holidays: { day: LegalDay; name: string }[] }
/** Open disputes of one township in one state; `oldest`: since when the longest overdue one is. */
export type Lot = { townshipId: string; status: DisputeStatus; n: number; red: number; late: number; oldest: Date | null }
export type Ringing = { townshipId: string | null; status: AlarmStatus; raisedAt: Date; acknowledgedAt: Date | null; endedAt: Date | null }
export type Sums = { unhandled: number; sent: number; orders: number; answered: number; ordersLate: number }
export type Counted = { day: LegalDay; new: number; done: number }

/** How long an alarm that was dealt with still stands on the wall. */
const shownHandledMs = 3_600_000
/** No alarm is looked for that was raised longer ago, unless it is still open. */
const alarmDays = 2
const mostAlarms = 50

const states = (names: readonly string[]) => Prisma.raw(names.map((name) => `'${name}'`).join(', '))

/** The district with its townships and the holidays of the weeks shown; null for whoever has no wall. */
export async function groundOf(actor: Person, from: LegalDay, today: LegalDay): Promise<Ground | null> {
  const areas = wallAreas(actor)
  if (!areas.length) return null
  const [row] = await read<Ground[]>`
    select d.id, d.name, coalesce((select json_agg(json_build_object('id', t.id, 'name', t.name) order by t.code, t.name)
        from area t where t.parent_id = d.id), '[]') as townships,
      coalesce((select json_agg(json_build_object('day', c.day, 'name', c.name) order by c.day)
        from calendar_day c where c.rest and c.day between ${dateOf(from)}::date and ${dateOf(today)}::date), '[]') as holidays
    from area d where d.id = any(${areas}::uuid[]) and d.level = 'district' order by d.code limit 1`
  return row ?? null
}

/** Every open dispute counted once, by township and state; by the index of what is not ended. */
export const lotsOf = (actor: Person, districtId: string, now: Date): Promise<Lot[]> => read<Lot[]>`
  select d.township_id as "townshipId", d.status, count(*)::int as n, count(*) filter (where d.risk = 'red')::int as red,
    count(*) filter (where d.due_at <= ${now})::int as late, min(d.due_at) filter (where d.due_at <= ${now}) as oldest
  from dispute d where ${onWall(actor, districtId)} and ${open} group by d.township_id, d.status`

/** Real alarms: what rings, and what was dealt with in the last hour. A drill (演练) is none. */
export const alarmsOf = (districtId: string, now: Date): Promise<Ringing[]> => read<Ringing[]>`
  select a.township_id as "townshipId", a.status, a.raised_at as "raisedAt", a.acknowledged_at as "acknowledgedAt", a.ended_at as "endedAt"
  from alarm a where a.district_id = ${districtId}::uuid and a.dispute_id is not null
    and (${alarmOpen} or (a.raised_at between ${new Date(now.getTime() - alarmDays * 86_400_000)} and ${now}
      and a.ended_at > ${new Date(now.getTime() - shownHandledMs)}))
  order by a.raised_at limit ${literal(mostAlarms)}`

/** Danger that nobody has handled, what was sent on today, and the supervision orders that run. */
export async function sumsOf(
  actor: Person,
  { id, townships }: Pick<Ground, 'id' | 'townships'>,
  now: Date,
  today: LegalDay,
): Promise<Sums> {
  const areas = [id, ...townships.map((township) => township.id)]
  const [row] = await read<[Sums]>`
    select (select count(*)::int from dispute d where ${onWall(actor, id)} and d.danger_since is not null) as unhandled,
      (select count(distinct l.dispute_id)::int from leg l join dispute d on d.id = l.dispute_id
        where l.offered_at between ${instantOf(today)} and ${now} and ${onWall(actor, id)}) as sent,
      o.orders, o.answered, o."ordersLate"
    from (select count(*)::int as orders, count(*) filter (where s.status in (${states(statesOnDesk(orderMachine, 'triage'))}))::int as answered,
        count(*) filter (where s.late_since is not null)::int as "ordersLate"
      from supervision_order s where s.area_id = any(${areas}::uuid[]) and s.ended_at is null) o`
  return row
}

/** New and ended by day, from a day on. An ended one that was opened again has not ended. */
export const daysOf = (actor: Person, districtId: string, from: LegalDay, now: Date): Promise<Counted[]> => {
  const begin = instantOf(from)
  const day = (at: string) => Prisma.raw(`to_char(${at} at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`)
  // Whoever registers writes it down then or later, so that the index of what was written down holds every one of them.
  return read<Counted[]>`
    select x.day, sum(x.new)::int as new, sum(x.done)::int as done from (
      select ${day('d.registered_at')} as day, count(*) as new, 0 as done from dispute d
        where ${onWall(actor, districtId)} and d.recorded_at between ${begin} and ${now} and d.registered_at >= ${begin} group by 1
      union all
      select ${day('d.closed_at')}, 0, count(*) from dispute d
        where ${onWall(actor, districtId)} and d.closed_at between ${begin} and ${now} and ${ended} group by 1) x
    group by x.day`
}
