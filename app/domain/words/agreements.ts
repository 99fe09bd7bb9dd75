import type { Word } from './words'

export const agreementForms = {
  oral: { label: '口头协议' },
  written: { label: '书面协议' },
} as const satisfies Record<string, Word>

export type AgreementForm = keyof typeof agreementForms

/** What is owed. */
export const obligationKinds = {
  pay: { label: '给付金钱' },
  do: { label: '做一件事' },
  handOver: { label: '交付、返还' },
  apologise: { label: '赔礼道歉' },
  refrain: { label: '不做某事' },
} as const satisfies Record<string, Word>

export type ObligationKind = keyof typeof obligationKinds

/** How something was performed. */
export const performanceKinds = {
  cash: { label: '现金' },
  transfer: { label: '转账' },
  insurer: { label: '保险公司支付' },
  goods: { label: '实物交付' },
  act: { label: '已经做到' },
  waived: { label: '对方免除' },
  courtEnforced: { label: '法院执行到位' },
} as const satisfies Record<string, Word>

export type PerformanceKind = keyof typeof performanceKinds

export const performanceProofs = {
  receipt: { label: '收条' },
  slip: { label: '转账凭证' },
  photo: { label: '照片' },
  statement: { label: '对方确认' },
  witnessed: { label: '调解员在场' },
} as const satisfies Record<string, Word>

/** How a party puts a name to it; all three count the same (People's Mediation Law 29). */
export const signatureKinds = {
  signature: { label: '签名' },
  seal: { label: '盖章' },
  fingerprint: { label: '按指印' },
} as const satisfies Record<string, Word>

export const visitResults = {
  kept: { label: '已履行，无反复' },
  partly: { label: '部分履行' },
  relapsed: { label: '出现反复' },
  unreachable: { label: '联系不上' },
} as const satisfies Record<string, Word>

export type VisitResult = keyof typeof visitResults

export const visitManners = {
  inPerson: { label: '上门' },
  phone: { label: '电话' },
  onTheSpot: { label: '当场' },
} as const satisfies Record<string, Word>

export const satisfactions = {
  satisfied: { label: '满意' },
  fair: { label: '基本满意' },
  dissatisfied: { label: '不满意' },
  notAsked: { label: '未问到' },
} as const satisfies Record<string, Word>

export const outcomeResults = {
  settled: { label: '调解、和解' },
  decided: { label: '判决、裁决、决定' },
  handedBack: { label: '退回' },
} as const satisfies Record<string, Word>

export const difficulties = {
  simple: { label: '简易' },
  ordinary: { label: '一般' },
  major: { label: '重大' },
} as const satisfies Record<string, Word>

/** What either side of a 自行和解 may ask for (U6). */
export const takenUp = '请调委会调解'
