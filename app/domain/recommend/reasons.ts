import type { PointCode, FactorCode } from './rules'

/** Why a body cannot take it. `bars`: by nobody's leave; the others are for the post to weigh, with a reason of its own. */
export const exclusions = {
  party: { bars: true },
  allBlocked: { bars: true },
  unwilling: { bars: false },
  notInvited: { bars: true },
  outOfScope: { bars: false },
  lasting: { bars: false },
  nobody: { bars: false },
} as const
export type ExclusionCode = keyof typeof exclusions

type Params = Record<string, string | number>

/** One reason for a body's score: ids, codes and numbers only, put into words when somebody reads it. */
export type Part = { code: PointCode | FactorCode | 'awaitsConsent' | 'verify'; points: number; params?: Params }
export type Exclusion = { code: ExclusionCode; params?: Params }

export type Ranked = { bodyId: string; score: number; parts: Part[] }
export type Excluded = { bodyId: string; why: Exclusion[] }

/** Who could take it, in order, and who cannot, and why. The first three are of three kinds, so that there is a choice. */
export type Outcome = { version: string; ranked: Ranked[]; excluded: Excluded[] }
