import { literal, read } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { dayIn, type LegalDay } from '../calendar/days'
import { queued } from '../desk/counts.server'
import { countWord, dueWords, momentWords, waitWords, type DueWords } from '../desk/due'
import { pressing } from '../desk/states.server'
import { dangerWhy, placeWord, unhandled, type Level } from '../desk/words'
import { visible } from '../dispute/sight.server'
import { typeLabel } from '../types/dispute-types'
import { sources } from '../words/sources'
import { labelOf } from '../words/words'
import { endWords } from './leg-end'

/** One line of the queue in words; the shape is the component's. */
export type QueueLine = {
  id: string
  href: string
  title: string
  about: string[]
  risk: Level
  riskWhy?: string
  mark?: string
  due?: DueWords
  current?: boolean
}
export type Queue = { rows: QueueLine[]; total: string; late: number; danger: number; back: number }

type Row = {
  id: string
  title: string
  risk: Level
  signs: string[]
  place: string
  typeCode: string
  subtypeCode: string | null
  people: number | null
  source: string
  deskSince: Date
  dueDay: LegalDay | null
  leavesAt: Date | null
  /** A danger that nobody has handled yet (U7). */
  inDanger: boolean
  /** 无人可派: nobody could take it when the worker last looked. */
  unroutable: boolean
  /** How the last try ended: back from where, and why. */
  back: { result: string; code: string | null } | null
  total: number
  late: number
  danger: number
  backs: number
}

/** So many are shown; more than this no one works off in a day. */
const shown = 50

const lineOf = (row: Row, at: { now: Date; today: LegalDay; current: string | null }): QueueLine => {
  const { id, title, risk, signs, back } = row
  const leaving = row.leavesAt && dayIn(row.leavesAt) >= at.today ? `${momentWords(row.leavesAt, at.today)}离开` : null
  const why = row.inDanger ? unhandled(signs) : risk === 'green' ? undefined : dangerWhy(signs)
  const about = [
    placeWord(row.place),
    typeLabel(row.typeCode, row.subtypeCode),
    ...(row.people ? [`${row.people} 人`] : []),
    labelOf(sources, row.source),
    waitWords(row.deskSince, at.now),
    ...(leaving ? [leaving] : []),
    ...(back && risk !== 'green' ? [endWords(back.result, back.code)] : []),
  ]
  return {
    id,
    href: `/triage/${id}`,
    title,
    about,
    risk: row.inDanger ? 'red' : risk,
    ...(why ? { riskWhy: why } : {}),
    ...(row.unroutable ? { mark: '无人可派' } : back ? { mark: endWords(back.result, back.code) } : {}),
    ...(row.dueDay ? { due: dueWords(row.dueDay, at.today) } : {}),
    ...(id === at.current ? { current: true } : {}),
  }
}

/** What waits on the triage posts that somebody holds: danger nobody has handled, red, then yellow, then by when it is due or the visitor leaves. One statement. */
export async function queueOf(actor: Person, current: string | null = null, now = new Date()): Promise<Queue> {
  const areas = areasOf(actor, 'triage')
  const today = dayIn(now)
  const rows = await read<Row[]>`
    with first as (
      select d.id, d.risk, d.danger_since is not null as danger_open, ${pressing} as pressing, lg.back, count(*) over ()::int as total, count(*) filter (where d.due_day < ${today}::date) over ()::int as late,
        count(*) filter (where d.risk = 'red' or d.danger_since is not null) over ()::int as danger, count(*) filter (where lg.back is not null) over ()::int as backs
      from (${queued(areas)}) q join dispute d on d.id = q.id
        left join lateral (select json_build_object('result', l.result, 'code', l.result_code)::jsonb as back from leg l where l.dispute_id = d.id and l.ended_at is not null order by l.ordinal desc limit 1) lg on true
      where ${visible(actor, now)} order by danger_open desc, d.risk desc, pressing, d.id limit ${literal(shown)})
    select d.id, d.title, d.risk, d.danger_signs as signs, a.name as place, d.type_code as "typeCode", d.subtype_code as "subtypeCode", d.people_count as people,
      d.source, d.desk_since as "deskSince", to_char(d.due_day, 'YYYY-MM-DD') as "dueDay", d.leaves_at as "leavesAt", d.unroutable_since is not null as unroutable, f.danger_open as "inDanger", f.back, f.total, f.late, f.danger, f.backs
    from first f join dispute d on d.id = f.id join area a on a.id = d.area_id order by f.danger_open desc, f.risk desc, f.pressing, f.id`
  const [first] = rows
  return {
    rows: rows.map((row) => lineOf(row, { now, today, current })),
    total: countWord(first?.total ?? 0),
    late: first?.late ?? 0,
    danger: first?.danger ?? 0,
    back: first?.backs ?? 0,
  }
}

/** The next in the queue after one has been dealt with. */
export const nextInQueue = ({ rows }: Queue, done: string): string | null => {
  const at = rows.findIndex(({ id }) => id === done)
  return (rows[at + 1] ?? rows[at - 1])?.id ?? null
}
