import { alarmMachine, type AlarmStatus } from '#machines/alarm.machine'
import { metaOf } from '#machines/step'
import { literal, Prisma, read } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { alarmOpen } from '../alarm/open.server'
import { dayIn, type LegalDay } from '../calendar/days'
import { visible } from '../dispute/sight.server'
import { watchedWays } from '../order/sight.server'
import { longWords } from '../wall/words'
import { countLimit, countWord, dueWords } from './due'
import { opened } from './opened.server'
import { byDue, open } from './states.server'
import { placeWord } from './words'
import type { WorkLine, WorkSection } from './work.server'

type Alarm = {
  id: string
  status: AlarmStatus
  raisedAt: string
  takenAt: string | null
  number: string
  title: string | null
  place: string
}
type Order = { id: string; number: string; to: string; title: string | null; answerBy: LegalDay }
type Read = { alarms: Alarm[]; orders: Order[]; late: number; supervised: { disputeId: string; orderId: string }[] }

/** What duty officer and bureau watch over: alarms that nobody has ended, orders that ran out unanswered, how much is overdue. */
export type Watch = { sections: WorkSection[]; late: string; supervised: ReadonlyMap<string, string> }

const shown = 20
/** So many of the orders that run are looked through for what is supervised already. */
const mostOrders = 200

const list = (rows: Prisma.Sql) => Prisma.sql`coalesce((select json_agg(t) from (${rows}) t), '[]')`
const alarmLine = ({ id, status, raisedAt, takenAt, number, title, place }: Alarm, now: Date): WorkLine => {
  const since = longWords(now.getTime() - Date.parse(takenAt ?? raisedAt))
  const act = { label: takenAt ? '处置' : '签收', href: `/alarms/${id}` }
  return {
    id,
    todo: takenAt ? `已签收 ${since}，还没处置完` : `${metaOf(alarmMachine, status).label}，已响 ${since}`,
    href: act.href,
    title: title ?? `纠纷 ${number}`,
    about: [placeWord(place), ...(title ? [number] : [])],
    risk: 'red',
    act,
  }
}

const orderLine = ({ id, number, to, title, answerBy }: Order, today: LegalDay): WorkLine => ({
  id,
  todo: `${to}没有答复，打电话问`,
  href: `/orders/${id}`,
  title: title ?? number,
  about: title ? [number] : [],
  risk: 'green',
  due: dueWords(answerBy, today, '督办'),
})

/** One statement; for whoever holds neither post, see `overviewOf`. */
export async function watchOf(actor: Person, now: Date): Promise<Watch> {
  const areas = areasOf(actor, 'duty', 'bureau')
  const seen = Prisma.sql`${visible(actor, now)} and ${opened(actor)}`
  const title = Prisma.sql`case when ${seen} then d.title end as title`
  const overdue = areas.flatMap((id) =>
    ['district_id', 'township_id'].map(
      (column) =>
        Prisma.sql`select d.id from dispute d where d.${Prisma.raw(column)} = ${id}::uuid and ${open} and ${byDue} <= ${now} and ${seen} limit ${literal(countLimit + 1)}`,
    ),
  )
  const within = Prisma.sql`(${Prisma.join(watchedWays(actor), ' or ')}) and o.ended_at is null`
  const [row] = await read<[Read]>`
    select ${list(Prisma.sql`
        select a.id, a.status, a.raised_at as "raisedAt", a.acknowledged_at as "takenAt", d.number, ${title}, p.name as place
        from alarm a join dispute d on d.id = a.dispute_id join area p on p.id = d.area_id
        where (a.district_id = any(${areas}::uuid[]) or a.township_id = any(${areas}::uuid[])) and ${alarmOpen}
        order by a.acknowledged_at is not null, a.raised_at limit ${literal(shown)}`)} as alarms,
      ${list(Prisma.sql`
        select o.id, o.number, coalesce(b.name, t.name || '分流岗') as to, ${title}, to_char(o.answer_by, 'YYYY-MM-DD') as "answerBy"
        from supervision_order o left join dispute d on d.id = o.dispute_id left join body b on b.id = o.to_body_id left join area t on t.id = o.to_area_id
        where ${within} and o.late_since is not null order by o.due_at, o.id limit ${literal(shown)}`)} as orders,
      (select count(*)::int from (${Prisma.join(
        overdue.map((part) => Prisma.sql`(${part})`),
        ' union ',
      )}) x) as late,
      ${list(Prisma.sql`select o.dispute_id as "disputeId", o.id as "orderId" from supervision_order o
        where ${within} and o.dispute_id is not null order by o.issued_at desc limit ${literal(mostOrders)}`)} as supervised`
  const today = dayIn(now)
  const sections: WorkSection[] = [
    { heading: '红色警报', tone: 'late', rows: row.alarms.map((alarm) => alarmLine(alarm, now)) },
    { heading: '督办到期没答复', tone: 'late', rows: row.orders.map((order) => orderLine(order, today)) },
  ]
  return {
    sections: sections.filter(({ rows }) => rows.length > 0),
    late: countWord(row.late),
    supervised: new Map(row.supervised.map(({ disputeId, orderId }) => [disputeId, orderId])),
  }
}
