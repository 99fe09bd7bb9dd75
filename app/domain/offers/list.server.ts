import { literal, Prisma, read } from '#app/db/client.server'
import { areasOf, holds, type Person } from '../actor'
import { dayIn, formatShortDay, formatTime, instantOf, type LegalDay } from '../calendar/days'
import { dueWords, momentWords, waitWords, type DueWords } from '../desk/due'
import { placeWord, type Level } from '../desk/words'
import { spokenFor } from '../body/spoken-for.server'
import { opened } from '../desk/opened.server'
import { visible } from '../dispute/sight.server'
import { Refusal } from '../refusal'
import { typeLabel } from '../types/dispute-types'

type Row = {
  id: string
  version: number
  title: string
  risk: Level
  place: string
  typeCode: string
  subtypeCode: string | null
  body: string
  phone: string | null
  staffed: boolean
  offeredAt: Date
  dueDay: LegalDay | null
  urgedAt: Date | null
}

/** One dispute that was sent out and that nobody has taken yet. */
export type OutLine = {
  id: string
  seen: number
  href: string
  title: string
  risk: Level
  about: string[]
  body: string
  /** 等了 2 天, 电话, 没有账号 */
  waits: string[]
  urged: string
  /** Urged today already. */
  spent: boolean
  due?: DueWords
  recall: string
  answer: string
}

const shown = 60

/** 送出去还没有接的: what the own posts offered and no body has received, by when it is due. One statement. Throws Refusal notFound for who holds no triage post. */
export async function offersOut(actor: Person, now = new Date()): Promise<OutLine[]> {
  if (!holds(actor, 'triage')) throw new Refusal('notFound')
  const areas = areasOf(actor, 'triage')
  const today = dayIn(now)
  const desk = Prisma.sql`case d.level when 'district' then d.district_id else d.township_id end = any(${areas}::uuid[])`
  const rows = await read<Row[]>`
    select d.id, d.version::int as version, d.title, d.risk, a.name as place, d.type_code as "typeCode", d.subtype_code as "subtypeCode", b.name as body, b.phone,
      ${spokenFor(now)} as staffed, l.offered_at as "offeredAt", to_char(d.due_day, 'YYYY-MM-DD') as "dueDay",
      (select max(e.recorded_at) from dispute_event e where e.dispute_id = d.id and e.type = 'urge' and e.subject_id is null and e.leg_id = l.id) as "urgedAt"
    from dispute d join leg l on l.dispute_id = d.id and l.ended_at is null join body b on b.id = l.body_id join area a on a.id = d.area_id
    where d.status = 'offered' and ${desk} and ${visible(actor, now)} and ${opened(actor)}
    order by d.due_at nulls last, d.id limit ${literal(shown)}`
  return rows.map((row) => lineOf(row, now, today))
}

function lineOf(row: Row, now: Date, today: LegalDay): OutLine {
  const { id, urgedAt, offeredAt } = row
  return {
    id,
    seen: row.version,
    href: `/disputes/${id}`,
    title: row.title,
    risk: row.risk,
    about: [placeWord(row.place), typeLabel(row.typeCode, row.subtypeCode)],
    body: row.body,
    waits: [
      `${formatShortDay(dayIn(offeredAt))} ${formatTime(offeredAt)} 送出，${waitWords(offeredAt, now)}`,
      row.phone ? `电话 ${row.phone}` : '没有登记电话',
      ...(row.staffed ? [] : ['没有账号，由分流岗代办']),
    ],
    urged: urgedAt ? `上次催办：${momentWords(urgedAt, today)}` : '还没有催过',
    spent: urgedAt !== null && urgedAt >= instantOf(today),
    ...(row.dueDay && { due: dueWords(row.dueDay, today, '接收期限') }),
    recall: `/disputes/${id}/do/recall`,
    answer: `/offers/${id}`,
  }
}
