import { literal, Prisma, read } from '#app/db/client.server'
import type { Person } from '../actor'
import { addMonths, dayIn, formatShortDay, formatTime, type LegalDay } from '../calendar/days'
import { typedMoment } from '../forms/common'
import { newId } from '../id'
import { listQueryOf, cursorText } from '../search/query.server'
import { choice, hidden, row, select, text, type SettingForm } from '../settings/fields'
import { choicesOf, moment } from '../forms/field-data'
import { enquiryKinds } from '../words/office'
import { labelOf } from '../words/words'
import { partsOf } from './lines'
import { placesOf, readable, type Place } from './places.server'

const pageLength = 50

type Row = { id: string; kind: string; line: string; happenedAt: Date; who: string; at: string }
export type EnquiryLine = { id: string; when: string; kind: string; asked: string; answered: string; who: string; draftId: string }
export type EnquiryPage = {
  form: SettingForm
  month: string
  before: string
  after?: string
  /** 法律咨询 3, …, all of the month. */
  counts: { label: string; value: string }[]
  rows: EnquiryLine[]
  first?: string
  next?: string
}

const firstOf = (text: string | null, today: LegalDay): LegalDay =>
  text && /^20\d{2}-(0[1-9]|1[0-2])$/.test(text) ? `${text}-01` : `${today.slice(0, 7)}-01`
const start = (day: LegalDay) => new Date(`${day}T00:00:00+08:00`)
const monthAt = (day: LegalDay) => `/enquiries?month=${day.slice(0, 7)}`

const formOf = (places: Place[], now: Date): SettingForm => ({
  act: 'add',
  title: '记一条咨询',
  note: '只是来问一问的，记一行，不登记纠纷。不用写姓名和电话。',
  fields: [
    choice('kind', '问的是哪一类', choicesOf(enquiryKinds), { layout: 'two' }),
    text('asked', '问了什么', { hint: '一句话，如：房东不退押金能找谁' }),
    text('answered', '怎么答复的', { hint: '如：先和房东谈，不行来申请调解，不收费' }),
    ...(places.length === 1 && places[0]
      ? [hidden('place', places[0].id)]
      : [
          select(
            'place',
            '记在哪里',
            places.map(({ id, name }) => ({ value: id, label: name })),
            { value: places[0]?.id ?? '' },
          ),
        ]),
    row(moment('happenedAt', '什么时候问的', { value: typedMoment(now) })),
  ],
  submit: '记下',
})

/** 咨询 of a month at the own windows: how many of each kind, and the lines, the newest first. Three statements. Throws Refusal notFound. */
export async function enquiryPage(actor: Person, query: URLSearchParams, now = new Date()): Promise<EnquiryPage> {
  const places = await placesOf(actor)
  const today = dayIn(now)
  const month = firstOf(query.get('month'), today)
  const nextMonth = addMonths(month, 1)
  const { after } = listQueryOf(query)
  const within = Prisma.sql`q.happened_at >= ${start(month)} and q.happened_at < ${start(nextMonth)} and ${readable(actor)}`
  const beyond = after ? Prisma.sql`(q.happened_at, q.id) < (${after.at ?? now}, ${after.id}::uuid)` : Prisma.sql`true`
  const [counted, rows] = await Promise.all([
    read<{ kind: string; n: number }[]>`select q.kind, count(*)::int as n from enquiry q where ${within} group by q.kind`,
    read<Row[]>`
      select q.id, q.kind, q.line, q.happened_at as "happenedAt", c.name as who, coalesce(b.name, a.name) as at
      from enquiry q join account c on c.id = q.account_id join area a on a.id = q.area_id left join body b on b.id = q.body_id
      where ${within} and ${beyond} order by q.happened_at desc, q.id desc limit ${literal(pageLength + 1)}`,
  ])
  const shown = rows.slice(0, pageLength)
  const last = rows.length > pageLength ? shown.at(-1) : undefined
  const of = (kind: string) => counted.find((one) => one.kind === kind)?.n ?? 0
  return {
    form: formOf(places, now),
    month: `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`,
    before: monthAt(addMonths(month, -1)),
    ...(nextMonth <= today && { after: monthAt(nextMonth) }),
    counts: [
      { label: '共', value: String(counted.reduce((sum, { n }) => sum + n, 0)) },
      ...Object.entries(enquiryKinds).map(([kind, { label }]) => ({ label, value: String(of(kind)) })),
    ],
    rows: shown.map(({ id, kind, line, happenedAt, who, at }) => ({
      id,
      when: `${formatShortDay(dayIn(happenedAt))} ${formatTime(happenedAt)}`,
      kind: labelOf(enquiryKinds, kind),
      ...partsOf(line),
      who: places.length > 1 || places[0]?.name !== at ? `${at} ${who}` : who,
      draftId: newId(),
    })),
    ...(after && { first: monthAt(month) }),
    ...(last && { next: `${monthAt(month)}&after=${encodeURIComponent(cursorText({ at: last.happenedAt, id: last.id }))}` }),
  }
}
