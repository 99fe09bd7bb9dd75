import { among, literal, Prisma, read } from '#app/db/client.server'
import { areasOf, bodiesOf, holds, type Person } from '../actor'
import { alarmRinging } from '../alarm/open.server'
import { onDesks, open } from './states.server'
import { countLimit, countWord } from './due'

/** An alarm that calls somebody and that nobody has taken. */
export type OwnCall = { id: string; drill: boolean; raisedAt: string }
/** What the bar counts: unread notices, the own desk, the triage queue; each stops at a thousand. And which alarms call. */
export type Counts = { unread: number; desk: number; queue: number }
export type OnTheBar = Counts & { calls: OwnCall[] }

const zero = Prisma.sql`0`
const upTo = (rows: Prisma.Sql) => Prisma.sql`(select count(*)::int from (${rows} limit ${literal(countLimit + 1)}) x)`

/** The disputes that lie on triage posts' desks, over `d`: of the township, or of the district, by the level each has. */
export const queued = (areas: string[]): Prisma.Sql => Prisma.sql`
  select d.id from dispute d where ${among('d.township_id', areas)} and d.level = 'township' and ${onDesks('triage')}
  union all select d.id from dispute d where ${among('d.district_id', areas)} and d.level = 'district' and ${onDesks('triage')}`

/** Work of one's own, as the first page lists it, without what only lies in the body. */
function onDesk(actor: Person): Prisma.Sql {
  const bodies = bodiesOf(actor, 'head', 'court', 'organ')
  const me = Prisma.sql`${actor.accountId}::uuid`
  const parts = [
    Prisma.sql`select d.id from leg_mediator m join leg l on l.id = m.leg_id and l.ended_at is null join dispute d on d.id = l.dispute_id
      where m.account_id = ${me} and m.valid_to is null and ${open}`,
    Prisma.sql`select d.id from dispute d where d.keeper_id = ${me} and ${onDesks('keeper')}`,
    ...(bodies.length
      ? [
          Prisma.sql`select d.id from leg l join dispute d on d.id = l.dispute_id where ${among('l.body_id', bodies)} and l.ended_at is null and ${onDesks('receiver', 'court', 'organ')}`,
          Prisma.sql`select r.id from request r where ${among('r.body_id', bodies)} and r.status in ('asked', 'received')`,
        ]
      : []),
  ]
  return Prisma.join(parts, ' union ')
}

/** Newest last; a person's calls of all times are few, and only those that still ring are told. */
const calls = ({
  accountId,
}: Person) => Prisma.sql`coalesce((select json_agg(json_build_object('id', x.id, 'drill', x.drill, 'raisedAt', x.raised_at) order by x.raised_at) from (
  select distinct a.id, a.drill_id is not null as drill, a.raised_at from alarm a join alarm_call c on c.alarm_id = a.id
  where c.account_id = ${accountId}::uuid and ${alarmRinging}) x), '[]')`

/** The numbers on the bar and the alarms above it, in one statement. */
export async function countsOf(actor: Person): Promise<OnTheBar> {
  const areas = areasOf(actor, 'triage')
  const works = holds(actor, 'mediator', 'head', 'court', 'organ', 'grid', 'triage')
  const [row] = await read<[OnTheBar]>`
    select ${upTo(Prisma.sql`select 1 from notice where account_id = ${actor.accountId}::uuid and read_at is null`)} as unread,
      ${works ? upTo(onDesk(actor)) : zero} as desk, ${areas.length ? upTo(queued(areas)) : zero} as queue, ${calls(actor)} as calls`
  return row
}

export { countWord }
