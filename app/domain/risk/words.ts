import { riskCodes, type RiskCode } from './rules'
import { riskRulesNamed } from './versions'

const isRisk = (code: string): code is RiskCode => (riskCodes as readonly string[]).includes(code)

/** 扬言伤人、家里人之间: the reasons of a level, by the version they were counted with. */
export const riskReasons = (codes: readonly string[], version: string | null): string[] => {
  const { rules } = riskRulesNamed(version)
  return codes.map((code) => (isRisk(code) ? rules[code].say : code))
}
