import { orderMachine, orderSteps, type OrderStep } from '#machines/order.machine'
import { deskOf, metaOf } from '#machines/step'
import { roleLabels, type Role } from '../actor'
import { formatDay, formatShortDay, formatTime, dayIn, type LegalDay } from '../calendar/days'
import { dueWords, type DueWords } from '../desk/due'
import { orderWhys } from '../words/orders'
import { labelOf } from '../words/words'
import type { OrderRow } from './rows.server'

export type OrderTone = 'due' | 'danger' | 'done'

/** 待签收; 逾期 is said beside it. */
export const stateOf = ({ status }: Pick<OrderRow, 'status'>): string => metaOf(orderMachine, status).label

/** Whose turn it is: vermilion where late, amber where somebody has to act, none where it has ended. */
export const toneOf = ({ status, lateSince }: Pick<OrderRow, 'status' | 'lateSince'>): OrderTone | undefined =>
  deskOf(orderMachine, status) === 'none' ? undefined : lateSince ? 'danger' : 'due'

/** 古城区值班 张三 */
export const issuerOf = ({ issuedUnit, area, issuedRole, issuedBy }: OrderRow): string =>
  `${issuedUnit ?? area}${issuedUnit ? '' : labelOfRole(issuedRole)} ${issuedBy}`

const labelOfRole = (role: string): string => (Object.hasOwn(roleLabels, role) ? roleLabels[role as Role] : '')

/** What it is about, as far as this person may know. */
export function aboutOf({ disputeId, disputeNumber, disputeTitle, requestUnit, aboutBody }: OrderRow): string {
  if (disputeId === null) return aboutBody ?? ''
  const dispute = disputeTitle ? `${disputeTitle}（${disputeNumber}）` : `纠纷 ${disputeNumber}`
  return requestUnit ? `${dispute}，请${requestUnit}协办的事` : dispute
}

/** By when it is to be answered; nothing while who issued it judges, or after the end. */
export const dueOfOrder = ({ status, answerBy }: Pick<OrderRow, 'status' | 'answerBy'>, today: LegalDay): DueWords | undefined =>
  deskOf(orderMachine, status) === 'receiver' ? dueWords(answerBy, today, '回复') : undefined

export type OrderLine = {
  id: string
  href: string
  number: string
  to: string
  why: string
  about: string
  state: string
  tone?: OrderTone
  late: string
  issued: string
  due?: DueWords
}

/** One order in a list. */
export function lineOf(row: OrderRow, today: LegalDay): OrderLine {
  const [tone, due] = [toneOf(row), dueOfOrder(row, today)]
  return {
    id: row.id,
    href: `/orders/${row.id}`,
    number: row.number,
    to: row.to,
    why: labelOf(orderWhys, row.why),
    about: aboutOf(row),
    state: stateOf(row),
    late: row.lateSince ? '逾期' : '',
    issued: `${formatShortDay(dayIn(row.issuedAt))} ${issuerOf(row)}`,
    ...(tone && { tone }),
    ...(due && { due }),
  }
}

export type StepRow = {
  id: string
  version: number
  step: OrderStep
  at: Date
  by: string | null
  text: string | null
  day: LegalDay | null
}
export type StepLine = { id: string; at: string; dateTime: string; text: string; words: string; who: string }

/** One line of an order's own log. */
export const stepLine = ({ id, step, at, by, text, day }: StepRow): StepLine => ({
  id,
  at: `${formatShortDay(dayIn(at))} ${formatTime(at)}`,
  dateTime: at.toISOString(),
  text: `${orderSteps[step]}${day ? `，${formatDay(day)}前回复` : ''}`,
  words: text ?? '',
  who: by ?? '系统',
})
