import { Prisma, type Reading } from '#app/db/client.server'
import { dayIn, formatShortDay, formatTime } from '../calendar/days'
import type { RestDays } from '../calendar/rest-days'
import { Refusal } from '../refusal'
import { awayOn } from '../roll/away.server'
import type { Seat, Span } from './seats.server'
import { inForceOn, usableBy } from './usable.server'

type Clash = { kind: Seat['kind']; name: string; startsAt: string; endsAt: string }

/** What stands in the way of a sitting at that time, as the database has it now. */
export type Obstacles = {
  /** Null where there is no such room for this leg on that day. */
  venue: string | null
  clashes: Clash[]
  /** Mediators on leave. */
  away: string[]
  /** Parties who said that they cannot come that day. */
  cannot: string[]
}

type Asked = {
  disputeId: string
  leg: { bodyId: string; sealBodyId: string } | null
  seats: readonly Seat[]
  venueId: string | undefined
  span: Span
  /** The sitting that is moved: its own seats are no obstacle. */
  except: string | null
}

/** One statement; after `holdSeats` what it finds is what there is. */
export async function obstaclesOf(tx: Reading, { disputeId, leg, seats, venueId, span, except }: Asked): Promise<Obstacles> {
  const day = dayIn(span.startsAt)
  const on = Prisma.sql`${day}::date`
  const people = seats.flatMap(({ kind, id }) => (kind === 'account' ? [id] : []))
  const venue =
    leg && venueId
      ? Prisma.sql`(select v.name from venue v join body vb on vb.id = v.body_id where v.id = ${venueId}::uuid and ${usableBy(leg)} and ${inForceOn(on)})`
      : Prisma.sql`null::text`
  const [row] = await tx.$queryRaw<Obstacles[]>`
    select ${venue} as venue,
      coalesce((select json_agg(json_build_object('kind', s.subject_kind, 'name', coalesce(a.name, v.name), 'startsAt', s.starts_at, 'endsAt', s.ends_at) order by s.starts_at)
        from sitting_seat s left join account a on a.id = s.subject_id left join venue v on v.id = s.subject_id
        where s.subject_id = any(${seats.map(({ id }) => id)}::uuid[]) and s.released_at is null and s.sitting_id is distinct from ${except}::uuid
          and tstzrange(s.starts_at, s.ends_at) && tstzrange(${span.startsAt}::timestamptz, ${span.endsAt}::timestamptz)), '[]') as clashes,
      array(select a.name from account a where a.id = any(${people}::uuid[]) and ${awayOn('a.id', day)} order by a.name) as away,
      array(select distinct p.name from party_away w join party p on p.id = w.party_id and p.left_at is null
        where w.dispute_id = ${disputeId}::uuid and w.cancelled_at is null and w.from_day <= ${on} and w.to_day >= ${on}) as cannot`
  return row ?? { venue: null, clashes: [], away: [], cannot: [] }
}

/** Names of the fields beside which each sentence stands. */
export type Beside = Record<'startsAt' | 'endsAt' | 'venueId' | 'why' | 'anyway', string>
export const usualFields: Beside = { startsAt: 'startsAt', endsAt: 'endsAt', venueId: 'venueId', why: 'why', anyway: 'anyway' }

/** Nobody is called out of bed: hours on Shanghai's clock, as 日程 keeps them. */
const [morning, night] = ['08:00', '21:00']

/** A rest day, or before eight, or after nine at night: to be meant, not forbidden. */
export function unusual({ startsAt, endsAt }: Span, restDays: Pick<RestDays, 'isRestDay' | 'nameOf'>): string | null {
  const day = dayIn(startsAt)
  if (restDays.isRestDay(day)) return `${formatShortDay(day)}是${restDays.nameOf(day) ?? '休息日'}`
  if (formatTime(startsAt) < morning) return '早上 8 点以前开始'
  return formatTime(endsAt) > night || dayIn(endsAt) > day ? '晚上 9 点以后才结束' : null
}

const clashWords = ({ name, startsAt, endsAt }: Clash, what: string) =>
  `${name}${formatTime(new Date(startsAt))}—${formatTime(new Date(endsAt))}已经约了别的调解，请换一个时间${what}`

/** Everything that is wrong with it, each beside its field; nothing where it may be planned. Throws Refusal invalid. */
export function refuseObstacles(
  found: Obstacles,
  planned: Span & { venueId?: string; why?: string; anyway?: boolean },
  restDays: Pick<RestDays, 'isRestDay' | 'nameOf'>,
  beside: Beside,
): void {
  const room = found.clashes.find(({ kind }) => kind === 'venue')
  const person = found.clashes.find(({ kind }) => kind === 'account')
  const odd = planned.anyway ? null : unusual(planned, restDays)
  const fields = {
    ...(found.cannot.length && !planned.why && { [beside.why]: `${found.cannot.join('、')}说过那天不能来。还定这天的，写明为什么` }),
    ...(odd && { [beside.anyway]: `${odd}。各方都同意的，在这里勾选再提交` }),
    ...(found.away.length && { [beside.startsAt]: `${found.away.join('、')}那天请假，请换一天` }),
    ...(person && { [beside.startsAt]: clashWords(person, '') }),
    ...(planned.venueId && found.venue === null && { [beside.venueId]: '这个场所那天不能用，请从名单里选' }),
    ...(room && { [beside.venueId]: clashWords(room, '或者场所') }),
  }
  if (Object.keys(fields).length) throw new Refusal('invalid', undefined, fields)
}
