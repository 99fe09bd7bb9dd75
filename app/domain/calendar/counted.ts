import type { LegalDay } from './days'
import type { PeriodUnit, RuleLength } from './period-rule'
import type { RestDays } from './rest-days'

/** First day that does not count, and the first that counts again; null while the clock still stands. */
export type Pause = readonly [from: LegalDay, to: LegalDay | null]
export type Extension = { n: number; unit: PeriodUnit }

export type PeriodQuestion<P extends Pause = Pause> = {
  rule: RuleLength
  /** The event that starts it. A day for what has no hour; an instant is taken to its day in Shanghai, save for hours. */
  start: Date | LegalDay
  pauses?: readonly P[]
  extensions?: readonly Extension[]
  restDays: RestDays
}

/** How a period came out, with every step in words so that it can be explained and disputed. */
export type Counted = {
  standing: false
  /** The first day that is counted. */
  firstDay: LegalDay
  /** Where the count ends, before a rest day moves it. */
  rawEnd: LegalDay
  /** The last day on which it can still be done: what people are shown. */
  lastDay: LegalDay
  /** 00:00 in Shanghai after the last day; for hours, the instant itself. */
  due: Date
  /** A year without a published table was touched: 暂计, to be counted again when it is imported. */
  provisional: boolean
  steps: string[]
}

/** The clock stands: a pause without an end was reached before the period was. */
export type Standing = {
  standing: true
  firstDay: LegalDay | null
  rawEnd: null
  lastDay: null
  due: null
  /** What was left of the present stretch when it stopped: days (for working days, working days), or hours. */
  left: number
  provisional: boolean
  steps: string[]
}

/** What a count needs, once it was looked through: the length and its extensions as stretches that follow each other. */
export type DayCount = {
  stretches: readonly Extension[]
  start: Date | LegalDay
  pauses: readonly Pause[]
  restDays: RestDays
  rest: boolean
}
