import { Prisma, read } from '#app/db/client.server'
import { areasOf, holds, spokesmen, type Person } from '../actor'
import { dayIn } from '../calendar/days'
import { onDeskOf, ownTask } from '../leader/sight.server'
import { issuedWays, receivedWays, waitsFor } from '../order/sight.server'
import { asksPlace, walksPlace } from '../patrol/sight.server'
import type { NumberLine } from './overview.server'

type Counts = { taken: number; answered: number; late: number; judged: number; notes: number; tasks: number; reports: number }

const zero = Prisma.sql`0`
const ordersOf = (ways: Prisma.Sql[], which: Prisma.Sql) =>
  ways.length
    ? Prisma.sql`(select count(*)::int from (${Prisma.join(
        ways.map((way) => Prisma.sql`select o.id from supervision_order o where ${way} and o.ended_at is null and ${which}`),
        ' union ',
      )}) f)`
    : zero

/** Instructions nobody has answered, on the desk of a triage post, of who mediates and of who keeps. */
function notesOf(actor: Person): Prisma.Sql {
  const triage = areasOf(actor, 'triage')
  const me = Prisma.sql`${actor.accountId}::uuid`
  const open = Prisma.sql`n.kind = 'instruction' and n.answered_at is null`
  const ways = [
    ...(triage.length
      ? [
          Prisma.sql`select n.id from area o join area x on x.path like o.path || '%' join leader_note n on n.area_id = x.id left join dispute d on d.id = n.dispute_id
            where o.id = any(${triage}::uuid[]) and ${open} and ${onDeskOf(actor)}`,
        ]
      : []),
    ...(holds(actor, 'mediator', 'head')
      ? [
          Prisma.sql`select n.id from leg_mediator m join leg l on l.id = m.leg_id and l.ended_at is null join leader_note n on n.dispute_id = l.dispute_id
            where m.account_id = ${me} and m.valid_to is null and ${open}`,
        ]
      : []),
  ]
  return ways.length ? Prisma.sql`(select count(*)::int from (${Prisma.join(ways, ' union ')}) f)` : zero
}

const tasksOf = (actor: Person) =>
  holds(actor, 'leader')
    ? Prisma.sql`(select count(*)::int from leader_task t where ${ownTask(actor)} and t.done_at is null and t.withdrawn_at is null)`
    : zero

const reportsOf = (actor: Person, now: Date) =>
  holds(actor, 'grid')
    ? Prisma.sql`(select count(*)::int from patrol_round r join area ra on ra.id = r.area_id join area x on ${asksPlace}
        where r.closed_at is null and r.from_day <= ${dayIn(now)}::date and ${walksPlace(actor)}
          and not exists (select 1 from patrol_report t where t.round_id = r.id and t.area_id = x.id and t.replaced_at is null))`
    : zero

/** What waits beside the disputes: orders to take, to answer, to judge; instructions, tasks, rounds to report on. One statement, none for who has none. */
export async function errandsOf(actor: Person, now: Date): Promise<NumberLine[]> {
  if (!holds(actor, ...spokesmen, 'triage', 'duty', 'bureau', 'leader', 'grid', 'mediator')) return []
  const [received, issued] = [receivedWays(actor, now), holds(actor, 'duty', 'bureau', 'triage') ? issuedWays(actor) : []]
  const waiting = waitsFor('receiver')
  const [row] = await read<[Counts]>`
    select ${ordersOf(received, Prisma.sql`o.version = 1`)} as taken, ${ordersOf(received, Prisma.sql`${waiting} and o.version > 1`)} as answered,
      ${ordersOf(received, Prisma.sql`o.late_since is not null`)} as late, ${ordersOf(issued, waitsFor('triage'))} as judged,
      ${notesOf(actor)} as notes, ${tasksOf(actor)} as tasks, ${reportsOf(actor, now)} as reports`
  const line = (label: string, value: number, href: string, late = false): NumberLine[] =>
    value ? [{ label, value: String(value), href, ...(late && { tone: 'late' as const }) }] : []
  return [
    ...line('督办单待签收', row.taken, '/orders?of=mine', row.late > 0),
    ...line('督办单待回复', row.answered, '/orders?of=mine', row.late > 0),
    ...line('督办回复待审核', row.judged, '/orders?of=issued'),
    ...line('领导批示待答复', row.notes, '/leader/notes'),
    ...line('挂包任务', row.tasks, '/leader'),
    ...line('排查待上报', row.reports, '/patrol'),
  ]
}
