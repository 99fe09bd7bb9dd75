import type { Word } from './words'

/** 常态化排查的三种。 */
export const patrolKinds = {
  regular: { label: '普排' },
  special: { label: '专排' },
  key: { label: '重排' },
} as const satisfies Record<string, Word>

/** What came of one thing that was found. */
export const findingOutcomes = {
  registered: { label: '已登记为纠纷' },
  settled: { label: '当场化解' },
  watched: { label: '继续留意' },
} as const satisfies Record<string, Word>
export type FindingOutcome = keyof typeof findingOutcomes

/** 登记渠道 of what was found on a round. */
export const patrolIntake = 'grid'

/** Lines for what was found, on one form. */
export const findingLines = 5
