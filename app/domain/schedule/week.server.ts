import { among, Prisma, read } from '#app/db/client.server'
import { bodiesOf, type Person } from '../actor'
import { addDays, dayIn, formatDate, formatTime, instantAfter, instantOf, type LegalDay } from '../calendar/days'
import { weekdayWord } from '../desk/due'
import { visible } from '../dispute/sight.server'
import { Refusal } from '../refusal'
import { sessionKinds } from '../words/sessions'
import { labelOf } from '../words/words'
import { feedSince } from './feed.server'
import { mondayIn, mondayOf, weekOf } from './weeks'

/** One sitting in the week: words only for who may see its dispute; of any other, that the time is taken. */
export type Booked = { id: string; time: string; title: string; about: string; href?: string; tone?: 'due' | 'done' }
export type WeekRoom = { id: string; name: string; note: string }
export type WeekPage = {
  title: string
  /** 2026年11月30日—12月6日 */
  span: string
  days: { key: LegalDay; label: string; today: boolean }[]
  /** Rows of the table: rooms, and 别处. Of an own week there is one, without a name. */
  rooms: WeekRoom[]
  cells: Record<string, Record<LegalDay, Booked[]>>
  before: string
  after: string
  now: string | null
  views: { label: string; href: string; current: boolean }[]
  venues: string | null
  feedSince: string | null
}

type Row = {
  id: string
  disputeId: string
  title: string | null
  kind: string
  startsAt: Date
  endsAt: Date
  venueId: string | null
  venue: string | null
  place: string | null
  status: string
  mustMove: boolean
  onLeave: boolean
  mediators: string | null
}

/** Where there is no room of ours. */
const elsewhere = 'elsewhere'
const most = 500
const members = ['head', 'mediator', 'court', 'organ'] as const

const onLeave = Prisma.sql`exists (select 1 from sitting_seat z join registrant r on r.account_id = z.subject_id join absence b on b.registrant_id = r.id
  where z.sitting_id = s.id and z.released_at is null and b.cancelled_at is null
    and (s.starts_at at time zone 'Asia/Shanghai')::date between b.from_day and b.to_day)`

/** What one may read of a sitting, and which: the rest of the statement says. */
const booked = (actor: Person, now: Date, from: LegalDay, which: Prisma.Sql) => read<Row[]>`
  select s.id, d.id as "disputeId", case when ${visible(actor, now)} then d.title end as title, s.kind, s.starts_at as "startsAt", s.ends_at as "endsAt",
    s.venue_id as "venueId", v.name as venue, s.place_text as place, s.status, s.must_move_since is not null as "mustMove", s.status = 'planned' and ${onLeave} as "onLeave",
    (select string_agg(a.name, '、' order by a.name) from sitting_seat z join account a on a.id = z.subject_id where z.sitting_id = s.id
      and z.subject_kind = 'account' and (z.released_at is null or s.status = 'held')) as mediators
  from sitting s join dispute d on d.id = s.dispute_id left join leg l on l.id = s.leg_id left join venue v on v.id = s.venue_id
  where s.starts_at >= ${instantOf(from)} and s.starts_at < ${instantAfter(addDays(from, 6))} and s.status <> 'cancelled' and (${which})
  order by s.starts_at, s.id limit ${most}`

const mine = ({
  accountId,
}: Person) => Prisma.sql`exists (select 1 from sitting_seat x where x.sitting_id = s.id and x.subject_id = ${accountId}::uuid
    and (x.released_at is null or s.status = 'held')) or exists (select 1 from leg_mediator m where m.leg_id = s.leg_id and m.account_id = ${accountId}::uuid and m.valid_to is null)`

type Body = { id: string; name: string; rooms: { id: string; name: string; seats: number | null; bodyId: string; body: string }[] }

const readBodies = (ids: string[], day: LegalDay) => read<Body[]>`
  select b.id, b.name, coalesce((select json_agg(json_build_object('id', v.id, 'name', v.name, 'seats', v.seats,
      'bodyId', vb.id, 'body', vb.name) order by vb.id = b.id desc, vb.name, v.name) from venue v join body vb on vb.id = v.body_id
    where (v.body_id = b.id or v.body_id = b.seal_of_id or vb.seal_of_id = b.id) and v.valid_from <= ${addDays(day, 6)}::date and (v.valid_to is null or v.valid_to >= ${day}::date)), '[]') as rooms
  from body b where ${among('b.id', ids)} order by b.name`

function wordsOf(row: Row, own: boolean): Booked {
  const time = `${formatTime(row.startsAt)}—${formatTime(row.endsAt)}`
  const { id, title, kind, status } = row
  if (title === null) return { id, time, title: '已约', about: '' }
  const must = row.mustMove ? '要改期：调解员那时另有调解' : row.onLeave ? '要改期：调解员那天请假' : ''
  const where = own ? (row.venue ?? row.place) : row.venueId ? null : row.place
  const about = [labelOf(sessionKinds, kind), where, own ? null : row.mediators, must].filter(Boolean).join('，')
  const tone = must ? ({ tone: 'due' } as const) : status === 'held' ? ({ tone: 'done' } as const) : {}
  return { id, time, title, about, href: `/disputes/${row.disputeId}/sessions`, ...tone }
}

/** Rows by room and day; what is in no room of the body is 别处. */
function cellsOf(rows: Row[], rooms: WeekRoom[], own: boolean): WeekPage['cells'] {
  const cells: WeekPage['cells'] = {}
  for (const row of rows) {
    const room = !own && row.venueId && rooms.some(({ id }) => id === row.venueId) ? row.venueId : elsewhere
    const days = (cells[room] ??= {})
    ;(days[dayIn(row.startsAt)] ??= []).push(wordsOf(row, own))
  }
  return cells
}

/**
 * 日程 of a week: the own one, or a body's by its rooms, for its own people. Three statements. Throws Refusal notFound for a body that is not
 * one's own, and for who sits in none.
 */
export async function weekPage(
  actor: Person,
  { week, body: asked }: { week: string | null; body: string | null },
  now = new Date(),
): Promise<WeekPage> {
  const ids = [...new Set(bodiesOf(actor, ...members))]
  if (!ids.length || (asked && asked !== 'mine' && !ids.includes(asked))) throw new Refusal('notFound', '没有这一页日程')
  const today = dayIn(now)
  const monday = (week && mondayIn(week)) || mondayOf(today)
  const bodies = await readBodies(ids, monday)
  const leads = bodiesOf(actor, 'head', 'court', 'organ')
  const chosen = asked === 'mine' ? undefined : bodies.find(({ id }) => id === (asked ?? leads[0]))
  const own = !chosen
  const which = chosen
    ? Prisma.sql`l.body_id = ${chosen.id}::uuid or s.venue_id = any(${chosen.rooms.map(({ id }) => id)}::uuid[])`
    : mine(actor)
  const [rows, since] = await Promise.all([booked(actor, now, monday, which), feedSince(actor)])
  const rooms = [
    ...(chosen?.rooms ?? []).map(({ id, name, seats, bodyId, body }) => ({
      id,
      name,
      note: [bodyId === chosen?.id ? '' : body, seats ? `${seats} 座` : ''].filter(Boolean).join('，'),
    })),
    { id: elsewhere, name: own ? '' : '别处', note: '' },
  ]
  const view = chosen ? `&body=${chosen.id}` : leads.length ? '&body=mine' : ''
  const at = (day: LegalDay) => `/schedule?week=${weekOf(day)}${view}`
  const viewLink = (label: string, body: string, current: boolean) => ({
    label,
    href: `/schedule?week=${weekOf(monday)}&body=${body}`,
    current,
  })
  return {
    title: chosen ? `${chosen.name}的日程` : '我的日程',
    span: `${formatDate(monday)}—${formatDate(addDays(monday, 6)).replace(/^\d+年/, '')}`,
    days: Array.from({ length: 7 }, (_, ahead) => addDays(monday, ahead)).map((day) => ({
      key: day,
      label: `${weekdayWord(day)} ${Number(day.slice(5, 7))}.${Number(day.slice(8))}`,
      today: day === today,
    })),
    rooms,
    cells: cellsOf(rows, rooms, own),
    before: at(addDays(monday, -7)),
    after: at(addDays(monday, 7)),
    now: monday === mondayOf(today) ? null : at(today),
    views: [viewLink('我的', 'mine', own), ...bodies.map(({ id, name }) => viewLink(name, id, id === chosen?.id))],
    venues: chosen && bodiesOf(actor, 'head').includes(chosen.id) ? `/bodies/${chosen.id}/venues` : null,
    feedSince: since && formatDate(dayIn(since)),
  }
}
