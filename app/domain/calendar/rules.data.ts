import type { PeriodRule } from './period-rule'
import { courtRules } from './rules/court.data'
import { mediationRules } from './rules/mediation.data'
import { organRules } from './rules/organs.data'
import { petitionRules } from './rules/petitions.data'
import { settingRules } from './rules/settings.data'

/** Every period of law.md section 1 that has a length, and the district's settings. The seed fills the table of rules with it. */
export const periodRules: readonly PeriodRule[] = [...mediationRules, ...settingRules, ...courtRules, ...organRules, ...petitionRules]
