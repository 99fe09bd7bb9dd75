import { bodyKinds } from '../../words/body-kinds'
import { roleLabels, type Role } from '../../actor'
import { dayIn, daysBetween, formatTime } from '../../calendar/days'
import { channelOf } from '../../words/body-kinds'
import { lateWords } from '../../request/late-words'
import { isCode } from '../../words/words'
import { sentenceOf } from '../history'
import { lineOf } from '../words'
import { dayWords, nextDeadline, shortDay } from './deadlines'
import type { EventRow, LegRow } from './file'
import type { DisputePage } from './open.server'
import { requestTitle, timesOf } from './request-times'

type Line = ReturnType<typeof lineOf>

/** What the drawing and the list of the path are given (app/ui/path/data.ts says what each is). */
export type PathWords = {
  stations: {
    no: number
    at: string
    moment: string
    title: string
    line: Line
    body?: string
    days: number | null
    who: string
    what: string
    why?: string
    now?: boolean
  }[]
  stretches: { from: number; to: number; line: Line; body: string; days: number }[]
  requests: { from: number; to: number | null; label: string; line: Line }[]
  next?: { label: string; at: string; late?: boolean }
}

/** Under which post somebody acted: 马锅头调解室调解员; for whom, where it was written down for somebody else. */
export function whoDid({ rows }: DisputePage, event: EventRow): string {
  if (event.actorKind === 'clock') return event.type === 'lapse' || event.type === 'fail' ? '系统，到期自动记录' : '系统'
  if (event.actorKind === 'party') return '当事人，凭编号和查询码'
  if (event.actorKind === 'guest') return '受邀请的人，凭一次性链接'
  const role = event.role && Object.hasOwn(roleLabels, event.role) ? roleLabels[event.role as Role] : ''
  const unit = event.unit ?? ''
  const post = (unit.endsWith(role) ? unit : unit + role) || '工作人员'
  const party = rows.parties.find(({ id }) => id === event.behalfPartyId)?.name
  return [post, event.behalfBody && `代${event.behalfBody}`, party && `为${party}`].filter(Boolean).join('，')
}

const legOf = ({ known }: DisputePage, { legId }: EventRow): LegRow | undefined => (legId ? known.legs.get(legId) : undefined)

/** Where a station lies: what triage does on its own line, a confirmation in court, the rest with the body that has it. */
function lineOfEvent(page: DisputePage, event: EventRow): Line {
  if (event.type === 'confirmation') return 'judicial'
  if (event.type === 'offer' || event.type === 'recall') return 'office'
  return lineOf(legOf(page, event)?.channel)
}

const onPath: readonly string[] = ['why', 'answer', 'advice', 'ways', 'note', 'content']
const cut = (text: string, most = 120) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)

/** What the path itself says of why: words for everybody who sees it, and no others. */
const whyOf = ({ texts }: EventRow) =>
  cut(
    texts
      .filter(({ audience, kind }) => audience === 'path' && onPath.includes(kind))
      .map(({ text }) => text.replace(/\s+/g, ' '))
      .join('；'),
  ) || undefined

function stationsOf(page: DisputePage): PathWords['stations'] {
  const { rows, known, today, sight } = page
  const last = rows.events.at(-1)
  let before: string | null = null
  return rows.events.map((event) => {
    const at = new Date(event.happenedAt)
    const day = dayIn(at)
    const { title, what } = sentenceOf(event.type, event.detail, known.at(event))
    const line = lineOfEvent(page, event)
    const why = sight.reasons ? whyOf(event) : undefined
    const body =
      line === 'office'
        ? undefined
        : event.type === 'confirmation'
          ? (rows.confirmations[0]?.court ?? '人民法院')
          : legOf(page, event)?.body
    const days = before === null ? null : Math.max(0, daysBetween(before, day))
    if (before === null || day > before) before = day
    return {
      no: event.version,
      at: shortDay(day, today),
      moment: `${dayWords(day, today)}${formatTime(at)}`,
      title,
      line,
      days,
      who: whoDid(page, event),
      what: sight.reasons ? what : title,
      ...(body && { body }),
      ...(why && { why }),
      ...(event === last && page.dispute.handling.desk !== 'none' && { now: true }),
    }
  })
}

/** From the receipt to the end of a leg: the body's name along the line, with its days. */
function stretchesOf({ rows, known, today }: DisputePage): PathWords['stretches'] {
  return [...known.legs.values()].flatMap((leg) => {
    if (!leg.receivedAt) return []
    const received = rows.events.find(({ legId, type }) => legId === leg.id && type === 'receive')
    const own = rows.events.filter(({ legId, version }) => legId === leg.id && received && version >= received.version)
    const [first, last] = [own[0], own.at(-1)]
    if (!first || !last) return []
    const until = leg.endedAt ? dayIn(new Date(leg.endedAt)) : rows.closedAt ? dayIn(new Date(rows.closedAt)) : today
    return [
      {
        from: first.version,
        to: last.version,
        line: lineOf(leg.channel),
        body: leg.body,
        days: Math.max(0, daysBetween(dayIn(new Date(leg.receivedAt)), until)),
      },
    ]
  })
}

const endings: readonly unknown[] = ['answer', 'refuse', 'withdraw']

function requestsOf({ rows, now }: DisputePage): PathWords['requests'] {
  return rows.requests.flatMap((row) => {
    const { id, bodyKind } = row
    const own = rows.events.filter(({ subjectId, type }) => type === 'request' && subjectId === id)
    const from = own.find(({ detail }) => detail.step === 'ask')?.version
    if (from === undefined) return []
    const to = own.find(({ detail }) => endings.includes(detail.step))?.version ?? null
    const line = bodyKind && isCode(bodyKinds, bodyKind) ? lineOf(channelOf(bodyKind)) : 'office'
    const late = lateWords(timesOf(row), now).join('，')
    return [{ from, to, label: [requestTitle(row), late].filter(Boolean).join('，'), line }]
  })
}

/** 第 2 项到期, 分流到期, 履行到期. */
const dueLabel = (label: string) => `${label.replace(/(期限|日期)$/, '').replace(/(项)履行$/, '$1')}到期`

/** The 一站式 path in words: a station an event, a stretch a body, beside it who was asked to help, and what falls due next. */
export function pathOf(page: DisputePage): PathWords {
  const due = nextDeadline(page)
  return {
    stations: stationsOf(page),
    stretches: stretchesOf(page),
    requests: requestsOf(page),
    ...(due && {
      next: { label: dueLabel(due.words.label), at: shortDay(due.row.lastDay, page.today), ...(due.words.daysLeft < 0 && { late: true }) },
    }),
  }
}

export type Sums = { label: string; days: string; note?: string }[]

/** Days in all and by channel, for the foot of the printed path. */
export function sumsOf(page: DisputePage): Sums {
  const { rows, today } = page
  const [first] = rows.events
  if (!first) return []
  const end = rows.closedAt ? dayIn(new Date(rows.closedAt)) : today
  const whole = daysBetween(dayIn(new Date(first.happenedAt)), end)
  const by = new Map<Line, { days: number; legs: number }>()
  for (const { line, days } of stretchesOf(page)) {
    const sum = by.get(line) ?? { days: 0, legs: 0 }
    by.set(line, { days: sum.days + days, legs: sum.legs + 1 })
  }
  const names = { people: '人民调解', judicial: '司法程序', organ: '行政处理', office: '登记分流' } as const
  const confirmed = rows.confirmations.map(({ appliedAt, endedAt }) =>
    daysBetween(dayIn(new Date(appliedAt)), endedAt ? dayIn(new Date(endedAt)) : today),
  )
  return [
    { label: rows.closedAt ? '从登记到办结' : '从登记到今天', days: `${whole} 天` },
    ...[...by].map(([line, { days, legs }]) => ({ label: names[line], days: `${days} 天`, note: legs > 1 ? `${legs} 段` : '一段' })),
    ...(confirmed.length ? [{ label: '司法确认', days: `${confirmed.reduce((a, b) => a + b, 0)} 天`, note: '与履行同时' }] : []),
  ]
}
