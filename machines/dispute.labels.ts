import type { LoggedType } from './dispute.events'
import { disputeMachine, type DisputeStatus } from './dispute.machine'
import { metaOf } from './step'

/** What each act is called on a button and in the log. A new event does not compile until it is named here. */
export const eventLabels = {
  register: '登记',
  offer: '分流', recall: '收回', escalate: '上报区级', deescalate: '下交', ask: '请补充', decline: '不予受理',
  transferOut: '转出', withdraw: '撤回申请', settleOnSpot: '现场化解', keptAfterAll: '仍按协议履行', reopen: '重启',
  receive: '受理', return: '退回', assign: '指派', object: '申请更换调解员',
  session: '调解', extend: '延期', suspend: '中止', resume: '恢复', agree: '达成协议', partial: '部分达成协议',
  amend: '变更协议', sign: '签字盖章', talkAgain: '再谈', fail: '调解不成',
  outcome: '办理结果', perform: '登记履行', breach: '不履行', contest: '效力争议', visit: '回访', close: '办结',
  closeUnvisited: '不回访办结', archive: '归档', handOn: '移交办理人',
  prior: '前情', roster: '名册', link: '关联纠纷', risk: '风险等级', request: '协办', confirmation: '司法确认',
  note: '补充情况', correct: '更正', lapse: '期限届满',
} as const satisfies Record<LoggedType, string>

export const statusLabel = (status: DisputeStatus): string => metaOf(disputeMachine, status).label
