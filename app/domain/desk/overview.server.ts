import { literal, Prisma, read } from '#app/db/client.server'
import { areasOf, holds, type Person } from '../actor'
import { dayIn } from '../calendar/days'
import { ofVillages, visible } from '../dispute/sight.server'
import { listDisputes, type DisputeList } from '../search/list.server'
import { listQueryOf } from '../search/query.server'
import { lineOf, listedColumns, listedJoins, type DisputeLine, type Listed } from '../search/rows.server'
import { opened } from './opened.server'
import { byDue, open } from './states.server'
import { watchOf } from './watch.server'
import type { WorkSection } from './work.server'

/** A number that opens its list. */
export type NumberLine = { label: string; value: string; href?: string; tone?: 'late' }

/** An overdue one, with what may be done about whoever has it. */
type LateLine = DisputeLine & { act: { label: string; href: string } }

/**
 * The plain list of who looks after an area: what rings and which orders ran out, danger for duty officer and leader, what is
 * overdue and on whose desk, then the rest by when it is due.
 */
export type Overview = {
  watch: WorkSection[]
  danger: DisputeLine[]
  late: { rows: LateLine[]; total: string } | null
  list: DisputeList | null
}

const shownDanger = 20

/** Danger that nobody has handled, ended or not; then red and yellow, not ended, red first. Each area by its own index, and `visible` asked of every row. */
async function dangers(actor: Person, now: Date): Promise<DisputeLine[]> {
  const areas = areasOf(actor, 'duty', 'leader')
  const order = Prisma.sql`d.risk desc, ${byDue}, d.id`
  const unhandledFirst = Prisma.sql`(d.danger_since is not null) desc, ${order}`
  const leader = areasOf(actor, 'leader')
  const ways = [
    ...areas.flatMap((id) => [Prisma.sql`d.district_id = ${id}::uuid`, Prisma.sql`d.township_id = ${id}::uuid`]),
    ...(leader.length ? [ofVillages(leader)] : []),
  ]
  const part = (which: Prisma.Sql, by: Prisma.Sql) =>
    Prisma.sql`(select d.id from dispute d where ${which} and ${visible(actor, now)} and ${opened(actor)} order by ${by} limit ${literal(shownDanger)})`
  const parts = ways.flatMap((way) => [
    part(Prisma.sql`${way} and d.danger_since is not null`, Prisma.sql`d.danger_since, d.id`),
    part(Prisma.sql`${way} and d.risk <> 'green' and ${open}`, order),
  ])
  const rows = await read<Listed[]>`
    select ${listedColumns}, false as past from (${Prisma.join(parts, ' union ')}) x join dispute d on d.id = x.id ${listedJoins} order by ${unhandledFirst} limit ${literal(shownDanger)}`
  return rows.map((row) => lineOf(row, dayIn(now)))
}

const lateLine = (line: DisputeLine, order: string | undefined): LateLine => ({
  ...line,
  act: order ? { label: '已督办', href: `/orders/${order}` } : { label: '督办', href: `/orders/new?dispute=${line.id}` },
})

/** For bureau, duty officer and leader; at most three statements, none for anybody else. */
export async function overviewOf(actor: Person, now = new Date()): Promise<Overview | null> {
  if (!holds(actor, 'duty', 'bureau', 'leader')) return null
  const watches = holds(actor, 'duty', 'bureau')
  const [watch, danger, list] = await Promise.all([
    watches ? watchOf(actor, now) : null,
    holds(actor, 'duty', 'leader') ? dangers(actor, now) : [],
    watches ? listDisputes(actor, listQueryOf(new URLSearchParams()), now) : null,
  ])
  if (!watch || !list) return { watch: [], danger, late: null, list: null }
  // What is due first stands first, so that the overdue ones are the head of the list.
  const isLate = ({ due }: DisputeLine) => due?.tone === 'late'
  return {
    watch: watch.sections,
    danger,
    late: { rows: list.rows.filter(isLate).map((line) => lateLine(line, watch.supervised.get(line.id))), total: watch.late },
    list: { ...list, rows: list.rows.filter((line) => !isLate(line)) },
  }
}

type Counted = { bodies: number; committees: number; rooms: number; people: number; mediators: number; stopped: number }

/** What an administrator sees of the district: bodies and people, and no case. One statement; none for anybody else. */
export async function registerNumbers(actor: Person, now = new Date()): Promise<NumberLine[] | null> {
  const areas = areasOf(actor, 'admin')
  if (!areas.length) return null
  const within = Prisma.sql`exists (select 1 from area o where o.id = any(${areas}::uuid[]) and r.path like o.path || '%')`
  const held = Prisma.sql`p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})`
  const [row] = await read<[Counted]>`
    with own as (select b.id, b.kind, b.channel from body b join area r on r.id = b.area_id where b.valid_to is null and ${within}),
      staff as (select distinct c.id, c.stopped_at, p.role from post p join account c on c.id = p.account_id left join area r on r.id = p.area_id
        where ${held} and (p.body_id in (select id from own) or (r.id is not null and ${within})))
    select (select count(*)::int from own) as bodies, (select count(*)::int from own where channel = 'people') as committees,
      (select count(*)::int from own where kind in ('namedRoom', 'stationedRoom')) as rooms,
      (select count(distinct id)::int from staff where stopped_at is null) as people,
      (select count(distinct id)::int from staff where stopped_at is null and role = 'mediator') as mediators,
      (select count(distinct id)::int from staff where stopped_at is not null) as stopped`
  const line = (label: string, value: number, href?: string): NumberLine => ({ label, value: String(value), ...(href ? { href } : {}) })
  return [
    line('组织和单位', row.bodies, '/bodies'),
    line('人民调解组织', row.committees, '/bodies'),
    line('调解室', row.rooms, '/bodies'),
    line('在岗人员', row.people),
    line('调解员', row.mediators),
    line('已停用账号', row.stopped),
  ]
}
