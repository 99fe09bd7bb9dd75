import type { Word } from './words'

export const sessionKinds = {
  joint: { label: '面对面' },
  separate: { label: '背对背' },
  site: { label: '现场' },
  video: { label: '视频' },
  inquiry: { label: '调查' },
} as const satisfies Record<string, Word>

export type SessionKind = keyof typeof sessionKinds

/** As what somebody was there. 参加人 are only those invited (law.md 2b). */
export const attendanceRoles = {
  party: { label: '当事人' },
  representative: { label: '代理人、监护人、代表人' },
  mediator: { label: '调解员' },
  recorder: { label: '记录人' },
  invited: { label: '参加人' },
  interpreter: { label: '翻译人' },
  witness: { label: '见证人' },
} as const satisfies Record<string, Word>

export type AttendanceRole = keyof typeof attendanceRoles

export const sessionResults = {
  agreed: { label: '达成一致' },
  nearer: { label: '分歧缩小' },
  again: { label: '约定再谈' },
  stuck: { label: '分歧较大' },
  fact: { label: '查明情况' },
} as const satisfies Record<string, Word>

/** Papers and attempts from elsewhere (前情), each with its own force. */
export const priorKinds = {
  attempt: { label: '曾经调解' },
  agreement: { label: '协议' },
  minutes: { label: '会议纪要' },
  courtMediation: { label: '法院调解书' },
  judgment: { label: '判决书' },
  will: { label: '遗嘱' },
} as const satisfies Record<string, Word>

export const priorForces = {
  none: { label: '没有约束力' },
  contract: { label: '合同效力' },
  court: { label: '可申请法院执行' },
  other: { label: '其他效力' },
} as const satisfies Record<string, Word>

export const priorKept = {
  yes: { label: '已履行' },
  partly: { label: '部分履行' },
  no: { label: '未履行' },
  disputed: { label: '有争议' },
} as const satisfies Record<string, Word>

/** 别处是否已处理 (U5). */
export const elsewhereStages = {
  none: { label: '没有', bars: false },
  asked: { label: '已经提出', bars: false },
  accepted: { label: '已受理', bars: true },
  settled: { label: '已处理完', bars: true },
} as const satisfies Record<string, Word & { bars: boolean }>

export const elsewherePlaces = {
  court: { label: '法院' },
  police: { label: '公安机关' },
  arbitration: { label: '仲裁机构' },
  organ: { label: '行政机关' },
  petition: { label: '信访' },
  body: { label: '其他调解组织' },
} as const satisfies Record<string, Word>

/** 约定调解: said on the path and told to the parties. */
export const sittingSteps = {
  planned: { label: '约定调解', say: '约定了调解的时间' },
  moved: { label: '改期', say: '调解改了时间' },
  cancelled: { label: '取消约定', say: '约定的调解取消了' },
} as const satisfies Record<string, Word & { say: string }>
