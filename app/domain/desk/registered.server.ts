import { literal, read } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { dayIn, formatShortDay, type LegalDay } from '../calendar/days'
import { visible } from '../dispute/sight.server'
import { draftList, type DraftLine } from '../draft/list.server'
import { closingResults } from '../words/reasons'
import { labelOf } from '../words/words'
import { dueWords, type DueWords } from './due'
import { opened } from './opened.server'
import { deskWord, placeWord, stateWord, type Whereabouts } from './words'
import { legColumn } from '../search/rows.server'

/** What became of a dispute that somebody wrote down: state, whose desk, next date, result; no amounts and no reasons. */
export type RegisteredLine = {
  id: string
  href: string
  number: string
  title: string
  about: string[]
  state: string
  desk?: string
  due?: DueWords
  result?: string
}
export type Registered = { rows: RegisteredLine[]; more: boolean; drafts: DraftLine[] }

type Row = Whereabouts & {
  id: string
  number: string
  title: string
  place: string
  registeredAt: Date
  dueDay: LegalDay | null
  result: string | null
  asked: boolean
  opened: boolean
}

const shown = 20

const lineOf = (row: Row, today: LegalDay): RegisteredLine => {
  if (!row.opened)
    return {
      id: row.id,
      href: `/disputes/${row.id}`,
      number: row.number,
      title: '不公开的纠纷',
      about: [row.township],
      state: '由经办单位办理',
    }
  const desk = row.asked ? null : deskWord(row)
  return {
    id: row.id,
    href: `/disputes/${row.id}`,
    number: row.number,
    title: row.title,
    state: row.asked ? '请您补充情况' : stateWord(row),
    about: [placeWord(row.place), `${formatShortDay(dayIn(row.registeredAt))}登记`],
    ...(desk ? { desk } : {}),
    ...(row.dueDay ? { due: dueWords(row.dueDay, today) } : {}),
    ...(row.result ? { result: labelOf(closingResults, row.result) } : {}),
  }
}

/** Drafts to be resumed on any device, and what somebody registered, the newest first. Two statements. */
export async function registeredBy(actor: Person, now = new Date()): Promise<Registered> {
  const today = dayIn(now)
  const [drafts, rows] = await Promise.all([
    draftList(actor, now),
    read<Row[]>`
      select d.id, d.number, d.title, d.status, d.level, t.name as township, a.name as place, d.registered_at as "registeredAt", ${legColumn} as leg,
        k.name as keeper, ${opened(actor)} as opened, to_char(d.due_day, 'YYYY-MM-DD') as "dueDay",
        case when d.closed_at is not null then (select e.detail->>'result' from dispute_event e where e.dispute_id = d.id and e.type = 'close' order by e.version desc limit 1) end as result,
        coalesce((select e.type = 'ask' from dispute_event e where e.dispute_id = d.id and e.version = d.version), false) as asked
      from (select d.id from dispute d where d.registered_by_id = ${actor.accountId}::uuid and ${visible(actor, now)} order by d.recorded_at desc, d.id desc limit ${literal(shown + 1)}) mine
        join dispute d on d.id = mine.id join area a on a.id = d.area_id join area t on t.id = d.township_id
        left join leg l on l.dispute_id = d.id and l.ended_at is null left join body b on b.id = l.body_id left join account k on k.id = d.keeper_id
      order by d.recorded_at desc, d.id desc`,
  ])
  return {
    rows: rows.slice(0, shown).map((row) => lineOf(row, today)),
    more: rows.length > shown,
    drafts: drafts.slice(0, 10),
  }
}

/** A grid worker's first page is this one. */
export const registersInTheField = (actor: Person): boolean => areasOf(actor, 'grid').length > 0
