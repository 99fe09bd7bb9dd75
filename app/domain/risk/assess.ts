import { coversType } from '../types/dispute-types'
import type { RiskLevel } from '../words/danger-signs'
import { riskCodes, type RiskCode, type RiskRules } from './rules'

/** What of a dispute the rules look at. */
export type RiskInputs = {
  /** Signs of danger that nobody has said to be dealt with. */
  signs: readonly string[]
  /** There was danger, and it was dealt with. */
  handled: boolean
  minors: number
  people: number
  households: number
  amountFen: number
  typeCode: string
  subtypeCode: string | null
  /** Public-order and criminal cases beside it. */
  police: number
  /** Breaches, relapses, reopenings, and the same again in another file. */
  repeats: number
  /** Days since it was registered, while it is open; 0 once it is ended. */
  daysOpen: number
}

export type Reason = { code: RiskCode; points: number }
export type Counted = { level: RiskLevel; points: number; reasons: Reason[] }

const order = { green: 0, yellow: 1, red: 2 } as const satisfies Record<RiskLevel, number>
export const isHigher = (one: RiskLevel, other: RiskLevel): boolean => order[one] > order[other]

function holds(code: RiskCode, inputs: RiskInputs, { limits, types }: RiskRules): boolean {
  const of = (list: readonly string[]) => list.length > 0 && coversType(list, inputs.typeCode, inputs.subtypeCode)
  const by: Partial<Record<RiskCode, boolean>> = {
    handled: inputs.handled,
    minor: inputs.minors > 0,
    manyPeople: inputs.people >= limits.manyPeople,
    crowdPeople: inputs.people >= limits.crowdPeople,
    manyHouseholds: inputs.households >= limits.manyHouseholds,
    again: inputs.repeats > 0,
    often: inputs.repeats >= limits.oftenTimes,
    largeAmount: inputs.amountFen >= limits.largeFen,
    police: inputs.police > 0,
    family: of(types.family),
    emotional: of(types.emotional),
    land: of(types.land),
    homestead: of(types.homestead),
    openLong: inputs.daysOpen >= limits.openDays,
  }
  return by[code] ?? inputs.signs.includes(code)
}

/** 风险等级 by the rules: the points of what holds, added up; nothing takes points away. */
export function assess(inputs: RiskInputs, rules: RiskRules): Counted {
  const reasons = riskCodes
    .filter((code) => holds(code, inputs, rules))
    .map((code) => ({ code, points: rules.rules[code].points }))
    .filter(({ points }) => points > 0)
  const points = reasons.reduce((sum, one) => sum + one.points, 0)
  return { level: points >= rules.levels.red ? 'red' : points >= rules.levels.yellow ? 'yellow' : 'green', points, reasons }
}

/** The last word on a dispute's danger, and what the rules had said then. */
export type LastWord = {
  how: string
  counted: RiskLevel | null
  reasons: readonly string[]
  /** A danger was written down after it. */
  dangerSince: boolean
}

/**
 * What the rules do with what they counted: the level to be set, or null where the present one stands. What rules had set they lower
 * again. A person's word stands, above the rules or below them, until a person changes it, or until the rules say higher than
 * it for a reason that was not there when it was said: a rule that did not hold then, or a danger written down since.
 */
export function decide(present: RiskLevel, counted: Counted, last: LastWord | null): RiskLevel | null {
  if (counted.level === present) return null
  if (last?.how !== 'person') return counted.level
  if (!isHigher(counted.level, present)) return null
  const news = last.dangerSince || counted.reasons.some(({ code }) => !last.reasons.includes(code))
  return last.counted === null || news ? counted.level : null
}
