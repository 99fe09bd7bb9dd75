import type { Word } from './words'

/** Why a body gives back what it was offered. `told`: what the parties may be told; inner reasons are never shown to them (U15). */
export const returnReasons = {
  outOfScope: { label: '不属本组织受理范围', told: '由更合适的组织办理' },
  outOfArea: { label: '不在本辖区', told: '由所在辖区的组织办理' },
  partyUnwilling: { label: '一方明确不愿意在本组织调解', told: '一方不愿意在该组织调解' },
  conflict: { label: '与当事人有利害关系', told: '为保证公正，换一个组织办理' },
  full: { label: '在办已满', told: '由能更快办理的组织办理' },
  language: { label: '没有合适语言的调解员', told: '由会说当事人语言的组织办理' },
  needsMore: { label: '情况不清，需要补充', told: '需要补充情况' },
  elsewhere: { label: '别处已经受理', told: '该纠纷已在别处受理' },
  duplicate: { label: '与已有纠纷重复', told: '该纠纷已经登记' },
  tooHard: { label: '重大疑难，建议提级', told: '由上一级组织办理' },
  other: { label: '其他', told: '由更合适的组织办理' },
} as const satisfies Record<string, Word & { told: string }>

export type ReturnReason = keyof typeof returnReasons

/** 调解不成: the codes of U22. */
export const failCodes = {
  refused: { label: '一方拒绝' },
  asked: { label: '要求终止' },
  noAgreement: { label: '调解不成' },
  expired: { label: '期满' },
  toPolice: { label: '转公安' },
  sued: { label: '已起诉或仲裁' },
} as const satisfies Record<string, Word>

export type FailCode = keyof typeof failCodes

export const withdrawReasons = {
  reconciled: { label: '自行和解' },
  noLonger: { label: '不再请求' },
  otherWay: { label: '选择其他途径' },
  mistaken: { label: '登记有误' },
  other: { label: '其他' },
} as const satisfies Record<string, Word>

export type WithdrawReason = keyof typeof withdrawReasons

export const transferReasons = {
  otherDistrict: { label: '由外县（市、区）办理' },
  higherLevel: { label: '由上级办理' },
  otherSystem: { label: '由其他系统办理' },
  other: { label: '其他' },
} as const satisfies Record<string, Word>

export type TransferReason = keyof typeof transferReasons

/** Why the clock should stand. `ground`: a rule may know it as a ground of law; else both sides' consent is recorded (U18). */
export const suspendReasons = {
  appraisal: { label: '等待鉴定', ground: true },
  inspection: { label: '等待检验检测', ground: true },
  treatment: { label: '治疗未终结', ground: false },
  absent: { label: '当事人外出，暂不能到场', ground: false },
  otherDecision: { label: '等待其他机关的结果', ground: false },
  funeral: { label: '丧葬期间', ground: false },
  season: { label: '农忙、节庆', ground: false },
  other: { label: '其他', ground: false },
} as const satisfies Record<string, Word & { ground: boolean }>

export type SuspendReason = keyof typeof suspendReasons

export const closingResults = {
  settled: { label: '已化解' },
  unresolved: { label: '未化解' },
  referred: { label: '已引导其他途径' },
} as const satisfies Record<string, Word>

export type ClosingResult = keyof typeof closingResults

export const unvisitedReasons = {
  onTheSpot: { label: '当场履行，当场问过满意' },
  unreachable: { label: '多次联系不上' },
  declined: { label: '当事人不愿回访' },
  left: { label: '当事人已离开本地' },
  other: { label: '其他' },
} as const satisfies Record<string, Word>
