import { literal, Prisma, read } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { dayIn, formatDate, formatShortDay, type LegalDay } from '../calendar/days'
import { visible } from '../dispute/sight.server'
import { draftList, type DraftLine } from '../draft/list.server'
import { closingResults } from '../words/reasons'
import { labelOf } from '../words/words'
import { cursorText, type Cursor } from '../search/query.server'
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
  /** Public telephone of the body that has it; while none has, of the township's committee, by its name. */
  phone?: string
  phoneOf?: string
  due?: DueWords
  result?: string
  /** Where 补充情况 is written down. */
  add?: string
  /** 请补充 that waits for this person: where it is answered. */
  answer?: string
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
  /** The last thing that happened is 请补充 of the triage post. */
  asked: boolean
  /** A named fact that the registrar was asked for and has not answered yet: the first one. */
  questionId: string | null
  bodyPhone: string | null
  committee: { name: string; phone: string } | null
  opened: boolean
  recordedAt: Date
}

const shown = 20

const phoneOf = ({ bodyPhone, committee }: Row) =>
  bodyPhone ? { phone: bodyPhone } : committee ? { phone: committee.phone, phoneOf: committee.name } : {}

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
  const desk = deskWord(row)
  const href = `/disputes/${row.id}`
  const waits = row.asked || row.questionId !== null
  return {
    id: row.id,
    href,
    number: row.number,
    title: row.title,
    state: waits ? '请您补充情况' : stateWord(row),
    about: [placeWord(row.place), `${formatShortDay(dayIn(row.registeredAt))}登记`],
    ...(desk ? { desk, ...phoneOf(row) } : {}),
    ...(row.dueDay ? { due: dueWords(row.dueDay, today) } : {}),
    ...(row.result ? { result: labelOf(closingResults, row.result) } : {}),
    add: `${href}/do/note`,
    ...(waits ? { answer: answerAt(row.id, row.questionId) } : {}),
  }
}

/** A question has a form of its own; what the triage post asked is answered by 补充情况. */
const answerAt = (id: string, questionId: string | null): string =>
  questionId ? `/disputes/${id}/do/question?question=${questionId}` : `/disputes/${id}/do/note`

/** 请补充 of triage that nothing has followed, over `d`. */
const askedLast = Prisma.sql`exists (select 1 from dispute_event e where e.dispute_id = d.id and e.version = d.version and e.type = 'ask')`
const unanswered = Prisma.sql`q.asked_of = 'registrar' and q.answered_at is null and q.withdrawn_at is null`
const own = (actor: Person, now: Date) => Prisma.sql`d.registered_by_id = ${actor.accountId}::uuid and ${visible(actor, now)}`

/** What somebody registered, the newest first, from `after` on. One statement. */
export async function registeredRows(
  actor: Person,
  { limit, after = null }: { limit: number; after?: Cursor | null },
  now: Date,
): Promise<{ rows: RegisteredLine[]; next: string | null }> {
  const beyond = after ? Prisma.sql`(d.recorded_at, d.id) < (${after.at ?? now}, ${after.id}::uuid)` : Prisma.sql`true`
  const rows = await read<Row[]>`
    select d.id, d.number, d.title, d.status, d.level, t.name as township, a.name as place, d.registered_at as "registeredAt", d.recorded_at as "recordedAt",
      ${legColumn} as leg, k.name as keeper, ${opened(actor)} as opened, to_char(d.due_day, 'YYYY-MM-DD') as "dueDay",
      b.phone as "bodyPhone", (select json_build_object('name', c.name, 'phone', c.phone) from body c where c.area_id = d.township_id and c.phone is not null
        and c.kind in ('townshipCommittee', 'jointCommittee') and c.valid_to is null order by c.name limit 1) as committee,
      case when d.closed_at is not null then (select e.detail->>'result' from dispute_event e where e.dispute_id = d.id and e.type = 'close' order by e.version desc limit 1) end as result,
      ${askedLast} as asked,
      (select q.id from question q where q.dispute_id = d.id and ${unanswered} order by q.answer_by nulls last, q.asked_at limit 1) as "questionId"
    from (select d.id from dispute d where ${own(actor, now)} and ${beyond} order by d.recorded_at desc, d.id desc limit ${literal(limit + 1)}) mine
      join dispute d on d.id = mine.id join area a on a.id = d.area_id join area t on t.id = d.township_id
      left join leg l on l.dispute_id = d.id and l.ended_at is null left join body b on b.id = l.body_id left join account k on k.id = d.keeper_id
    order by d.recorded_at desc, d.id desc`
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const today = dayIn(now)
  return { rows: page.map((row) => lineOf(row, today)), next: last ? cursorText({ at: last.recordedAt, id: last.id }) : null }
}

/** 请补充 that waits for whoever registered: of which dispute, what, until when, and where it is answered. */
export type AskedOfMe = { id: string; title: string; text: string; until?: string; href: string }

/** Everything that somebody was asked for and has not answered, what is due first on top. One statement. */
export async function askedOfRegistrar(actor: Person, now = new Date()): Promise<AskedOfMe[]> {
  const rows = await read<{ id: string; questionId: string | null; title: string; text: string | null; answerBy: LegalDay | null }[]>`
    select d.id, q.id as "questionId", d.title, q.text, to_char(q.answer_by, 'YYYY-MM-DD') as "answerBy"
    from dispute d join question q on q.dispute_id = d.id where ${own(actor, now)} and ${opened(actor)} and ${unanswered}
    union all select d.id, null, d.title, (select x.text from dispute_event e join event_text x on x.event_id = e.id
      where e.dispute_id = d.id and e.version = d.version and x.kind = 'ask' and x.erased_at is null limit 1), to_char(d.due_day, 'YYYY-MM-DD')
    from dispute d where ${own(actor, now)} and ${opened(actor)} and ${askedLast}
    order by "answerBy" nulls last, title limit ${literal(shown)}`
  return rows.map(({ id, questionId, title, text, answerBy }) => ({
    id: questionId ?? id,
    title,
    text: text ?? '请补充情况',
    href: answerAt(id, questionId),
    ...(answerBy ? { until: `${formatDate(answerBy)}前` } : {}),
  }))
}

/** Drafts to be resumed on any device, and what somebody registered, the newest first. Two statements. */
export async function registeredBy(actor: Person, now = new Date()): Promise<Registered> {
  const [drafts, { rows, next }] = await Promise.all([draftList(actor, now), registeredRows(actor, { limit: shown }, now)])
  return { rows, more: next !== null, drafts: drafts.slice(0, 10) }
}

/** A grid worker's first page is this one. */
export const registersInTheField = (actor: Person): boolean => areasOf(actor, 'grid').length > 0
