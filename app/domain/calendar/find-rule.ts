import type { LegalDay } from './days'
import type { CourtProcedure, Period, PeriodRule, RuleScope } from './period-rule'

/** What a rule is looked for by. `on` is the day whose law applies: the day the period starts. */
export type RuleQuestion = {
  period: Period
  /** Code of the dispute type, 01 … 17, 99. */
  type: string
  /** Code of the 案件来源. */
  source: string
  channel: string
  procedure?: CourtProcedure
  on: LegalDay
}

/**
 * What outweighs what, where several rules fit: the court's own terms over the kind of dispute, the kind of dispute
 * over the channel. A medical case that a court entrusts has the court's days.
 */
const weights: Record<keyof RuleScope, number> = { procedure: 8, sources: 4, types: 2, channels: 1 }

function weigh(when: RuleScope, question: RuleQuestion): number | null {
  const fits: Record<keyof RuleScope, boolean> = {
    types: !when.types || when.types.includes(question.type),
    sources: !when.sources || when.sources.includes(question.source),
    channels: !when.channels || when.channels.includes(question.channel),
    procedure: !when.procedure || when.procedure === question.procedure,
  }
  if (Object.values(fits).includes(false)) return null
  return (Object.keys(weights) as (keyof RuleScope)[]).reduce((sum, key) => sum + (when[key] ? weights[key] : 0), 0)
}

/** Whether somebody answers for it: the law, or whoever set it (U18). */
const answeredFor = (rule: PeriodRule): boolean => rule.confidence === 'text' || rule.confidence === 'frag' || rule.owner !== null

/** A rule without an earlier version holds backwards. */
const inForce = (rules: readonly PeriodRule[], rule: PeriodRule, on: LegalDay): boolean => {
  if (rule.validTo !== undefined && on > rule.validTo) return false
  return rule.validFrom <= on || !rules.some((other) => other.code === rule.code && other.validFrom < rule.validFrom)
}

/** Whether this version is the one of its day, and somebody answers for it. */
export const inForceOn = (rule: PeriodRule, on: LegalDay): boolean =>
  answeredFor(rule) && rule.validFrom <= on && (rule.validTo === undefined || on <= rule.validTo)

/**
 * The most specific rule in force on that day, the latest version of it. Throws when there is none: a state with a
 * period must always find one, or the district's settings are broken.
 */
export function findRule(rules: readonly PeriodRule[], question: RuleQuestion): PeriodRule {
  let best: { rule: PeriodRule; weight: number } | undefined
  for (const rule of rules) {
    if (rule.period !== question.period || !answeredFor(rule) || !inForce(rules, rule, question.on)) continue
    const weight = weigh(rule.when ?? {}, question)
    if (weight === null) continue
    const later = best && (weight > best.weight || (weight === best.weight && rule.validFrom > best.rule.validFrom))
    if (!best || later) best = { rule, weight }
  }
  if (!best) throw new Error(`没有可用的期限规则：${question.period}（${question.on}）`)
  return best.rule
}

/** A rule by which something was counted: that very version, or where none was written down, the first there is. */
export const ruleAt = (rules: readonly PeriodRule[], code: string | null, version?: number | null): PeriodRule | undefined =>
  rules.find((rule) => rule.code === code && rule.version === (version ?? rule.version))

/** The version of a rule in force on that day, by its code of law.md section 1 or a setting's name; null where there is none. */
export function ruleByCode(rules: readonly PeriodRule[], code: string, on: LegalDay): PeriodRule | null {
  const versions = rules.filter((rule) => rule.code === code && inForce(rules, rule, on))
  return versions.sort((a, b) => a.validFrom.localeCompare(b.validFrom)).at(-1) ?? null
}

/** What stands beside a deadline: only what was read in the text shows an article (U18). */
export function describeRule(rule: Pick<PeriodRule, 'confidence' | 'article' | 'expectedOnly'>): string {
  const { confidence, article } = rule
  if (confidence === 'text' && article) return article
  if (confidence === 'frag' && article) return `${article}（待核）`
  return rule.expectedOnly ? '来源待核' : '本区设定'
}
