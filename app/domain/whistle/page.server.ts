import { requestMachine } from '#machines/request.machine'
import { metaOf } from '#machines/step'
import { writeTable } from '#app/services/xlsx.server'
import type { Person } from '../actor'
import { addMonths, dayIn, formatInstant, formatShortDay, formatTime, type LegalDay } from '../calendar/days'
import type { DueWords } from '../desk/due'
import { isId } from '../id'
import { lateWords, nextWords, stepWords } from '../request/late-words'
import { outcomeOf, type Outcome } from '../request/lateness'
import { isCode, labelOf } from '../words/words'
import { demandWatcher, monthOf, mostWhistles, readWhistles, type WhistleRow } from './rows.server'

/** What a whistle counts as; the four add up to how often a unit was asked. */
export const outcomes = {
  inTime: { label: '按时' },
  late: { label: '迟了' },
  running: { label: '还没到时间' },
  off: { label: '撤回' },
} as const satisfies Record<Outcome, { label: string }>

type Count = { value: string; href: string }
export type UnitCounts = { id: string; name: string; asked: Count; counts: (Count & { key: Outcome })[] }
export type WhistleLine = {
  id: string
  href: string
  title: string
  unit: string
  about: string[]
  state: string
  late?: string
  times: string[]
  due?: DueWords
}

export type WhistlePage = {
  month: string
  before: string
  after?: string
  units: UnitCounts[]
  /** Of which unit and which kind the list is, in words. */
  shown: string
  whole: string
  rows: WhistleLine[]
  next?: string
  first?: string
  /** Not all of the month were counted. */
  more: boolean
  tableHref: string
}

const pageLength = 50

type Asked = { month: LegalDay; unit: string | null; outcome: Outcome | null; from: number }

function askedOf(query: URLSearchParams, today: LegalDay): Asked {
  const [unit, outcome] = [query.get('unit') ?? '', query.get('is') ?? '']
  const from = Number(query.get('from') ?? 0)
  return {
    month: monthOf(query.get('month'), today),
    unit: isId(unit) ? unit : null,
    outcome: isCode(outcomes, outcome) ? outcome : null,
    from: Number.isSafeInteger(from) && from > 0 ? from : 0,
  }
}

const address = ({ month, unit, outcome, from }: Partial<Asked>, page = '/whistles') => {
  const query = new URLSearchParams({
    ...(month && { month: month.slice(0, 7) }),
    ...(unit && { unit }),
    ...(outcome && { is: outcome }),
    ...(from && { from: String(from) }),
  })
  return `${page}${query.size ? `?${query}` : ''}`
}

/** Units in the order of their names, never of their figures: nobody is ranked. */
function unitsOf(rows: WhistleRow[], month: LegalDay, now: Date): UnitCounts[] {
  const units = new Map(rows.map(({ unitId, unit }) => [unitId, unit]))
  return [...units]
    .sort(([, a], [, b]) => a.localeCompare(b, 'zh-CN'))
    .map(([id, name]) => {
      const own = rows.filter(({ unitId }) => unitId === id).map((row) => outcomeOf(row, now))
      const keys = Object.keys(outcomes) as Outcome[]
      return {
        id,
        name,
        asked: { value: String(own.length), href: address({ month, unit: id }) },
        counts: keys.map((key) => ({
          key,
          value: String(own.filter((one) => one === key).length),
          href: address({ month, unit: id, outcome: key }),
        })),
      }
    })
}

const chosen = (rows: WhistleRow[], { unit, outcome }: Asked, now: Date) =>
  rows.filter((row) => (!unit || row.unitId === unit) && (!outcome || outcomeOf(row, now) === outcome))

function lineOf(row: WhistleRow, now: Date, today: LegalDay): WhistleLine {
  const due = nextWords(row, now, today)
  const late = lateWords(row, now).join('，')
  return {
    id: row.id,
    href: `/disputes/${row.disputeId}`,
    title: row.title,
    unit: row.unit,
    about: [row.township, `${formatShortDay(dayIn(row.askedAt))} ${formatTime(row.askedAt)} 吹哨`, ...(row.asked ? [row.asked] : [])],
    state: metaOf(requestMachine, row.status).label,
    ...(late && { late }),
    times: stepWords(row, now),
    ...(due && { due }),
  }
}

const monthWords = (month: LegalDay) => `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`

/** 吹哨 of a month: how often each unit was asked, in time and late, and the rows behind each number. One statement. Throws Refusal notFound. */
export async function whistlePage(actor: Person, query: URLSearchParams, now = new Date()): Promise<WhistlePage> {
  demandWatcher(actor)
  const today = dayIn(now)
  const asked = askedOf(query, today)
  const { month, from } = asked
  const rows = await readWhistles(actor, month, now)
  const list = chosen(rows, asked, now)
  const unit = rows.find(({ unitId }) => unitId === asked.unit)?.unit
  const next = addMonths(month, 1)
  return {
    month: monthWords(month),
    before: address({ month: addMonths(month, -1) }),
    ...(next <= today && { after: address({ month: next }) }),
    units: unitsOf(rows, month, now),
    shown: [unit ?? '全部部门', ...(asked.outcome ? [labelOf(outcomes, asked.outcome)] : []), `${list.length} 次`].join('·'),
    whole: address({ month }),
    rows: list.slice(from, from + pageLength).map((row) => lineOf(row, now, today)),
    ...(list.length > from + pageLength && { next: address({ ...asked, from: from + pageLength }) }),
    ...(from > 0 && { first: address({ ...asked, from: 0 }) }),
    more: rows.length === mostWhistles,
    tableHref: address(asked, '/whistles/table'),
  }
}

const headings = [
  '登记编号',
  '乡镇（街道）',
  '部门',
  '吹哨时间',
  '请它做什么',
  '签收',
  '要求到场',
  '到场',
  '要求答复',
  '答复',
  '算作',
  '迟在哪一步',
]
const cell = (at: Date | null) => (at ? formatInstant(at) : '')

/** The same rows as a table, for whoever sees the page; no names of people, no titles. Throws Refusal notFound. */
export async function whistleTable(actor: Person, query: URLSearchParams, now = new Date()): Promise<Uint8Array> {
  demandWatcher(actor)
  const asked = askedOf(query, dayIn(now))
  const rows = chosen(await readWhistles(actor, asked.month, now), asked, now)
  return writeTable(
    '吹哨',
    headings,
    rows.map((row) => [
      row.number,
      row.township,
      row.unit,
      cell(row.askedAt),
      row.asked ?? '',
      cell(row.receivedAt),
      cell(row.arriveBy),
      cell(row.arrivedAt),
      row.answerBy ?? '',
      cell(row.endedAt),
      labelOf(outcomes, outcomeOf(row, now)),
      lateWords(row, now).join('，'),
    ]),
  )
}
