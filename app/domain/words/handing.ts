import type { Word } from './words'

/** What of a party's data goes to another unit (U11). */
export const dataKinds = {
  contact: { label: '电话、住址' },
  identity: { label: '证件号码' },
  facts: { label: '事情经过' },
  papers: { label: '照片、材料' },
} as const satisfies Record<string, Word>

export type DataKind = keyof typeof dataKinds

/** What stands in place of 单独同意 (law.md 12): nothing else does. */
export const handingGrounds = {
  ownApplication: { label: '当事人自己向该单位申请' },
  emergency: { label: '紧急情况，为保护人身、财产安全' },
  legalDuty: { label: '法律规定必须移送、报告' },
} as const satisfies Record<string, Word>

export type HandingGround = keyof typeof handingGrounds
