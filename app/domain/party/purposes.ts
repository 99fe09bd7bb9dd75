import type { Word } from '../words/words'

/** What a masked value may be looked at for; the purpose is recorded with who looked and when. */
export const revealPurposes = {
  contact: { label: '联系当事人' },
  verify: { label: '核对身份' },
  serve: { label: '送达文书' },
  visit: { label: '上门走访、回访' },
  emergency: { label: '应急处置' },
  other: { label: '其他（写明）' },
} as const satisfies Record<string, Word>

export type RevealPurpose = keyof typeof revealPurposes
