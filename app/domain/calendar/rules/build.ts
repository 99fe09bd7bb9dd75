import type { LegalDay } from '../days'
import type { Confidence, PauseGround, PeriodRule, PeriodUnit } from '../period-rule'

type Rest = Partial<Omit<PeriodRule, 'code' | 'name' | 'starts' | 'length' | 'unit'>>
type Law = { instrument: string; validFrom: LegalDay; confidence?: Confidence }

const base = { version: 1, pauses: [], extends: 'none', owner: '法定', rest: true, period: null } as const

/**
 * One line of law.md section 1. `article` is what follows the instrument's name ("第38条"); the rest says what differs
 * from a rule that nothing pauses, nobody extends and that no step of the workflow starts.
 */
export const lawRules =
  ({ instrument, validFrom, confidence = 'text' }: Law) =>
  (code: string, name: string, starts: string, length: number, unit: PeriodUnit, article: string, more: Rest = {}) =>
    ({
      ...base,
      code,
      name,
      starts,
      length,
      unit,
      article: `${instrument}${article}`,
      confidence,
      source: 'law.md 1',
      validFrom,
      // Whatever the workflow does not start itself belongs to somebody else: shown as expected, never watched.
      ...(more.period ? {} : { expectedOnly: true as const }),
      ...more,
    }) satisfies PeriodRule

/** Reported by others or remembered: no article is shown, and without an owner's word it is not in force (U18). */
export const unread = (confidence: '2nd' | 'recalled', owner: string | null = null): Rest => ({ confidence, owner })

export const appraisal = (article: string): PauseGround => ({ reason: 'appraisal', label: '鉴定期间不计', article })
