import type { Period } from '#machines/periods'
import { addDays, instantOf, type LegalDay } from '../calendar/days'
import type { RestDays } from '../calendar/rest-days'
import type { RiskLevel } from '../words/danger-signs'

/** Who is reminded; resolved to people when it is sent. */
export const reminded = {
  mediator: '承办调解员',
  head: '承办组织负责人',
  triage: '分流岗',
  bureau: '区司法局',
  duty: '值班',
  leader: '挂包领导',
  registrar: '登记人',
} as const
export type Reminded = keyof typeof reminded

/** Before the last day, on it, or after it. */
export type Moment = 'before' | 'at' | 'after'

/** One step of a period's reminders, as it stands in `reminder_rule.rule`: data, one row a version. */
export type ReminderRule = {
  code: string
  version: number
  periods: readonly Period[]
  moment: Moment
  /** How many days before or after; 0 with `at`. */
  n: number
  unit: 'd' | 'wd'
  audience: Reminded
  /** Type codes, danger levels; empty: all. */
  types: readonly string[]
  risks: readonly RiskLevel[]
  /** By text message too, in the receiver's hours. */
  text: boolean
  validFrom: LegalDay
  validTo?: LegalDay
}

/** Reminders come when the office opens. */
const morning = 9 * 3_600_000

/** So many working days on, or back. */
function addWorkingDays(day: LegalDay, n: number, { isRestDay }: Pick<RestDays, 'isRestDay'>): LegalDay {
  let at = day
  for (let left = Math.abs(n); left > 0;) {
    at = addDays(at, Math.sign(n))
    if (!isRestDay(at)) left -= 1
  }
  return at
}

/** What comes before the last day is told on a working day before it; what comes after it, on one after it. */
function onWorkingDay(day: LegalDay, by: -1 | 1, { isRestDay }: Pick<RestDays, 'isRestDay'>): LegalDay {
  let at = day
  while (isRestDay(at)) at = addDays(at, by)
  return at
}

/** The instant at which a step of a period with that last day falls due: 09:00 in Shanghai of a working day. */
export function remindedAt({ moment, n, unit }: Pick<ReminderRule, 'moment' | 'n' | 'unit'>, lastDay: LegalDay, restDays: RestDays): Date {
  const by = moment === 'after' ? 1 : -1
  const moved = moment === 'at' ? 0 : by * n
  const day = unit === 'wd' ? addWorkingDays(lastDay, moved, restDays) : addDays(lastDay, moved)
  return new Date(instantOf(onWorkingDay(day, by, restDays)).getTime() + morning)
}

type Book = { reminders: readonly ReminderRule[]; restDays: RestDays }

const inForce = (rule: ReminderRule, on: LegalDay) => rule.validFrom <= on && (rule.validTo === undefined || on <= rule.validTo)

export type Step = { rule: ReminderRule; at: Date }

/** Every step of a period with that last day, in the order in which they fall due. */
export const stepsOf = ({ reminders, restDays }: Book, period: string, lastDay: LegalDay): Step[] =>
  reminders
    .filter((rule) => (rule.periods as readonly string[]).includes(period) && inForce(rule, lastDay))
    .map((rule) => ({ rule, at: remindedAt(rule, lastDay, restDays) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || a.rule.code.localeCompare(b.rule.code))

/** The first step after an instant; null where nobody is reminded any more. */
export const nextReminder = (book: Book, period: string, lastDay: LegalDay, after: Date): Date | null =>
  stepsOf(book, period, lastDay).find(({ at }) => at > after)?.at ?? null

/** Whether a step is for such a dispute. */
export const isFor = ({ types, risks }: ReminderRule, of: { typeCode: string; risk: RiskLevel }): boolean =>
  (!types.length || types.includes(of.typeCode)) && (!risks.length || risks.includes(of.risk))
