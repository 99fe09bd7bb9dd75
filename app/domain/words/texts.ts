import type { Words } from './words'

/** How far a text message has come. */
export const textStatuses = {
  queued: { label: '等着发' },
  sent: { label: '已交网关' },
  delivered: { label: '已送达' },
  failed: { label: '没有发到' },
} as const satisfies Words

/** Why it was not handed over at all. */
const sendFailures = {
  unwanted: { label: '当事人不收短信' },
  left: { label: '账号已停用' },
  noMobile: { label: '没有手机号' },
  refused: { label: '网关不收这个号码或内容' },
  gaveUp: { label: '试了多次，网关没有接' },
  dropped: { label: '管理员放弃' },
} as const satisfies Words

/** Why the gateway could not deliver it, as its receipt says. */
export const receiptFailures = {
  unreachable: { label: '空号或停机' },
  off: { label: '关机或不在服务区' },
  blocked: { label: '对方拒收' },
  other: { label: '网关没有说明' },
} as const satisfies Words

export const textFailures = { ...sendFailures, ...receiptFailures } as const satisfies Words
export type SendFailure = keyof typeof sendFailures
