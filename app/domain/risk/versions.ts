import type { LegalDay } from '../calendar/days'
import { riskRules, type RiskRules } from './rules'
import first from './versions/2026-11-28.json'

/** Every version that was ever in force, the oldest first. A version is never edited: a change is a new file, with its own date. */
export const riskVersions: readonly RiskRules[] = [first].map((version) => riskRules.parse(version))

/** The version in force on a day; before the first, the first. */
export const riskRulesOn = (day: LegalDay): RiskRules => {
  const inForce = riskVersions.filter(({ from }) => from <= day).at(-1) ?? riskVersions[0]
  if (!inForce) throw new Error('there are no rules of danger')
  return inForce
}

/** A version by its name, for what was counted by it; the newest where this product never had it. */
export const riskRulesNamed = (name: string | null): RiskRules =>
  riskVersions.find(({ version }) => version === name) ?? riskRulesOn('9999-12-31')
