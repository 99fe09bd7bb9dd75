import type { Period } from '#machines/periods'
import type { LegalDay } from './days'

export type { Period }

/** Hours, calendar days, working days, months, years. The unit is part of the rule and never converted. */
export type PeriodUnit = 'h' | 'd' | 'wd' | 'month' | 'year'

/**
 * How sure we are of the rule. text: the article was read in the whole instrument; frag: only a fragment was; 2nd:
 * reported by others; recalled: general knowledge; setting: the district's own.
 */
export type Confidence = 'text' | 'frag' | '2nd' | 'recalled' | 'setting'

/** How a court entrusts: before filing (委派), or during ordinary or summary procedure (委托). */
export type CourtProcedure = 'prefiling' | 'ordinary' | 'summary'

/** Who may lengthen a period. */
export type MayExtend = 'none' | 'bothParties' | 'committeeAndBoth' | 'court' | 'head'

/** A reason for which the law lets the clock stand. Where the list is empty, nothing does. */
export type PauseGround = { reason: string; label: string; article: string }

/** For which disputes the rule is made; an empty condition fits all. Lists are alternatives. */
export type RuleScope = {
  types?: readonly string[]
  sources?: readonly string[]
  channels?: readonly string[]
  procedure?: CourtProcedure
}

/** One period as the law or the district has it, from one date on (law.md sections 1, 13, 14; U18). */
export type PeriodRule = {
  /** A code of law.md section 1, or the name of a setting. Versions of one rule share it. */
  code: string
  version: number
  /** What the machine calls it; null for a clock that no step of the workflow starts. */
  period: Period | null
  /** What it is called on a page. */
  name: string
  /** What starts it, in words. */
  starts: string
  length: number
  unit: PeriodUnit
  when?: RuleScope
  pauses: readonly PauseGround[]
  extends: MayExtend
  maxExtension?: { n: number; unit: PeriodUnit }
  article: string | null
  confidence: Confidence
  /** Who answers for it. Without an owner, what is neither text nor fragment is not in force (U18). */
  owner: string | null
  /** Where it was found. */
  source: string
  validFrom: LegalDay
  /** The last day on which it is in force. */
  validTo?: LegalDay
  /** Running out ends the mediation by the law's own words; only medical, 30 working days. */
  endsMediation?: true
  /** A court's, an organ's or a party's own clock: shown as 预计, never ours to watch. */
  expectedOnly?: true
  /** Whether a last day on a rest day moves to the next day that is none. */
  rest: boolean
}

/** The part of a rule that says how long it is. */
export type RuleLength = Pick<PeriodRule, 'length' | 'unit' | 'rest'>

export const unitLabels = {
  h: '小时',
  d: '日',
  wd: '个工作日',
  month: '个月',
  year: '年',
} as const satisfies Record<PeriodUnit, string>

/** 30日, 30个工作日, 1个月 */
export const lengthLabel = ({ n, unit }: { n: number; unit: PeriodUnit }): string => `${n}${unitLabels[unit]}`

export const mayExtendLabels = {
  none: '不得延长',
  bothParties: '双方当事人同意可延长',
  committeeAndBoth: '调委会与双方当事人约定可延长',
  court: '由法院决定延长',
  head: '由办理机关负责人批准延长',
} as const satisfies Record<MayExtend, string>

export const confidenceLabels = {
  text: '已核原文',
  frag: '只见片段，待核',
  '2nd': '转引，待核',
  recalled: '凭记忆，待核',
  setting: '本区设定',
} as const satisfies Record<Confidence, string>
