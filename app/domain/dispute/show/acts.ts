import type { DisputeEventType } from '#machines/dispute.events'
import type { DisputeStatus } from '#machines/dispute.machine'

/** Who may, in the office's words: said beside an act that somebody else does. */
export const doers = {
  triage: '分流岗',
  body: '承办组织负责人',
  hands: '承办调解员',
  keeper: '跟进履行的人',
  own: '登记人或现在经办的人',
  liaison: '承办单位',
  clock: '系统',
} as const

export type Doer = keyof typeof doers

/** `say`: on the button. `rare`: folded away. `hint`: what follows from it, or what it asks for. */
export type ActWords = { say: string; by: Doer; rare?: true; hint?: string }

/** Every act as a button; a new one does not compile until it is named here. */
export const actWords = {
  offer: { say: '分流给承办单位', by: 'triage' },
  recall: { say: '收回', by: 'triage', rare: true },
  escalate: { say: '上报区级', by: 'triage', rare: true },
  deescalate: { say: '下交乡镇（街道）', by: 'triage', rare: true },
  ask: { say: '请登记人补充', by: 'triage', hint: '期限照走' },
  decline: { say: '不予受理…', by: 'triage', hint: '写明法定理由，告知其他途径' },
  transferOut: { say: '转出…', by: 'triage', rare: true },
  withdraw: { say: '申请人撤回…', by: 'own', rare: true },
  settleOnSpot: { say: '登记当场化解', by: 'own' },
  keptAfterAll: { say: '仍按原协议履行', by: 'triage' },
  reopen: { say: '重新办理…', by: 'triage', rare: true },
  receive: { say: '受理', by: 'body', hint: '从受理起计算调解期限' },
  return: { say: '退回…', by: 'body', hint: '写明原因，退回分流岗' },
  assign: { say: '指派调解员', by: 'body' },
  object: { say: '申请更换调解员…', by: 'hands', rare: true },
  session: { say: '记一次调解', by: 'hands' },
  extend: { say: '延期…', by: 'hands', rare: true },
  suspend: { say: '中止…', by: 'hands', rare: true },
  resume: { say: '恢复调解', by: 'hands' },
  agree: { say: '达成协议', by: 'hands', hint: '口头的当日生效，书面的签字盖章齐全才生效' },
  partial: { say: '部分当事人达成协议…', by: 'hands', rare: true },
  amend: { say: '变更协议…', by: 'keeper', rare: true },
  sign: { say: '登记签字盖章', by: 'hands' },
  talkAgain: { say: '没签成，再谈', by: 'hands' },
  fail: { say: '调解不成…', by: 'hands', hint: '告知仲裁、行政、诉讼等途径' },
  outcome: { say: '登记办理结果', by: 'liaison' },
  perform: { say: '登记履行情况', by: 'keeper' },
  breach: { say: '对方不履行…', by: 'keeper', hint: '回到分流岗' },
  contest: { say: '对效力有争议…', by: 'keeper', rare: true },
  visit: { say: '登记回访', by: 'keeper' },
  close: { say: '办结', by: 'keeper' },
  closeUnvisited: { say: '不回访办结…', by: 'keeper', rare: true, hint: '写明原因' },
  archive: { say: '归档', by: 'body' },
  handOn: { say: '移交跟进的人…', by: 'triage', rare: true },
  prior: { say: '登记前情', by: 'own', rare: true },
  roster: { say: '登记名册', by: 'own', rare: true },
  link: { say: '关联纠纷', by: 'own', rare: true },
  risk: { say: '调整风险等级', by: 'own', rare: true },
  request: { say: '请别的单位协办…', by: 'own', rare: true },
  confirmation: { say: '申请司法确认…', by: 'keeper' },
  partyChange: { say: '追加、变更当事人…', by: 'hands', rare: true },
  matter: { say: '登记别处的程序…', by: 'own', rare: true, hint: '诉讼、仲裁、治安案件、信访等' },
  danger: { say: '危险处置', by: 'own', rare: true },
  question: { say: '请补充…', by: 'own', rare: true, hint: '期限照走' },
  reply: { say: '回告', by: 'keeper' },
  note: { say: '补充情况', by: 'own' },
  correct: { say: '更正…', by: 'own', rare: true },
  urge: { say: '催办…', by: 'triage', rare: true, hint: '经办的收到提醒，期限照走' },
  sitting: { say: '约定调解时间', by: 'hands', hint: '不会和别的调解撞上' },
  declare: { say: '申报利害关系、回避…', by: 'hands', rare: true },
  merge: { say: '并入另一件…', by: 'triage', rare: true, hint: '同一纠纷只办一件，随时可以原样拆回' },
  split: { say: '拆回单独办理…', by: 'triage' },
  absorb: { say: '并入登记', by: 'triage', rare: true },
  alarm: { say: '红色警报', by: 'clock', rare: true },
  lapse: { say: '期限届满', by: 'clock', rare: true },
} as const satisfies Record<DisputeEventType, ActWords>

/** The likely next act of each state, the likeliest first: the one that is filled. */
export const likely: Record<DisputeStatus, readonly DisputeEventType[]> = {
  reported: ['keptAfterAll', 'offer'],
  offered: ['receive'],
  assigning: ['assign'],
  mediating: ['assign', 'sign', 'session', 'agree'],
  suspended: ['resume'],
  signing: ['sign'],
  performing: ['perform', 'sign'],
  inCourt: ['outcome'],
  inAdministration: ['outcome'],
  failed: ['offer', 'close'],
  visiting: ['close', 'visit'],
  returning: ['reply'],
  closed: ['archive'],
  archived: ['visit'],
  declined: ['reopen'],
  withdrawn: ['reopen'],
  merged: ['split'],
  transferredOut: [],
}
