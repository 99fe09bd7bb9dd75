import type { DisputeEvent, LoggedType } from '#machines/dispute.events'
import { alarmSteps } from '#machines/alarm.machine'
import { confirmationSteps } from '#machines/confirmation.machine'
import { eventLabels } from '#machines/dispute.labels'
import { requestSteps } from '#machines/request.machine'
import { formatInstant } from '../calendar/days'
import { unitLabels } from '../calendar/period-rule'
import { yuanOf } from '../forms/money'
import { agreementForms, visitResults } from '../words/agreements'
import { riskLevels } from '../words/danger-signs'
import { declineGrounds } from '../words/decline-grounds'
import { dangerSteps, partySteps, questionSteps, replyResults, wishes } from '../words/office'
import { closingResults, failCodes, returnReasons, suspendReasons, transferReasons } from '../words/reasons'
import { priorForces, priorKinds, sessionKinds, sittingSteps } from '../words/sessions'
import { intakeChannels } from '../words/sources'
import { ties } from '../words/ties'
import { labelOf } from '../words/words'

/** What the ids in an event stand for, on this dispute. An id that is no longer known says so in a general word. */
export type Known = {
  body: (id: string) => string
  party: (id: string | undefined) => string | undefined
  account: (id: string) => string
  /** 第 2 项：付补偿款 */
  term: (id: string | undefined) => string | undefined
  /** Which one it was with that body, from 1. */
  sessionNo: (id: string) => number | undefined
  agreementNumber: (id: string) => string | null
  /** 古城区公证处·专业意见 */
  request: (id: string) => string
  court: (id: string) => string
  prior: (id: string) => string
  link: (id: string) => string
  roster: (id: string) => string | undefined
  /** Number of another dispute; of one that is not known, a general word. */
  other: (id: string) => string
  /** 治安案件（束河派出所） */
  matter: (id: string) => string
  /** Who entrusted it. */
  entruster: () => string | undefined
  /** 分流期限, 人民调解期限 */
  deadline: (id: string, period: string) => string
  /** Number of the station that an event is. */
  station: (id: string) => number | undefined
  /** The leg in which it happened, and whether there was one before. */
  leg: { channel: string; way: string; body: string; volume: string | null; partyAsked: boolean } | null
  again: boolean
}

/** A word or two for the station, and the whole sentence. */
export type Sentence = { title: string; what: string }

type Detail<T extends LoggedType> = T extends 'register'
  ? { source?: string; intake?: string }
  : Omit<Extract<DisputeEvent, { type: T }>, 'type'>
type Told = { [T in LoggedType]: (detail: Detail<T>, of: Known) => Sentence | string }

const formOf = (form: string) => labelOf(agreementForms, form)
const inPeople = ({ leg }: Known) => leg?.channel === 'people'
const with_ = (title: string, what: string): Sentence => ({ title, what })

/**
 * Every event as a Chinese sentence; where it is a plain string, the station bears the act's own name. A new event does
 * not compile until it has one.
 */
const sentences = {
  register: ({ intake }) => (intake ? `登记（${labelOf(intakeChannels, intake)}）` : '登记'),
  offer: ({ bodyId, channel }, of) => {
    const to = of.body(bodyId)
    if (channel === 'people') return with_(of.again ? '再分流' : '分流', `分流给${to}`)
    return with_(of.again ? '再分流' : '分流', of.leg?.partyAsked ? `当事人提出申请，转到${to}` : `转到${to}`)
  },
  recall: (_, of) => `从${of.leg?.body ?? '承办组织'}收回`,
  escalate: ({ to }) => (to === 'district' ? '上报区级分流岗' : '转到乡镇（街道）分流岗'),
  deescalate: ({ to }) => (to === 'township' ? '下交乡镇（街道）分流岗' : '转到区级分流岗'),
  ask: () => '请登记人补充情况',
  decline: ({ ground }) => `不予受理：${labelOf(declineGrounds, ground)}`,
  transferOut: ({ reason }) => `转出：${labelOf(transferReasons, reason)}`,
  withdraw: ({ partyId }, of) => `${of.party(partyId) ?? '申请人'}撤回申请`,
  settleOnSpot: ({ form }) => `当场化解，达成${formOf(form)}`,
  keptAfterAll: () => '双方仍按原协议履行',
  reopen: () => '重新办理',
  receive: (_, of) =>
    inPeople(of) ? with_('受理', of.leg?.volume ? `受理，立卷${of.leg.volume}` : '受理') : with_('接收', `接收，${of.leg?.way ?? '办理'}`),
  return: ({ reason }) => `退回：${labelOf(returnReasons, reason)}`,
  assign: ({ mediatorIds }, of) => `指派${mediatorIds.map(of.account).join('、')}`,
  object: ({ partyId }, of) => with_('申请更换', `${of.party(partyId) ?? '当事人'}申请更换调解员`),
  session: ({ sessionId, kind, count }, of) => {
    const no = of.sessionNo(sessionId)
    if (kind === 'inquiry') return with_('调查', count > 1 ? `调查 ${count} 次` : '调查')
    const times = count > 1 ? `${count} 次` : no === undefined ? '' : `第 ${no} 次`
    return with_(times ? `${times}调解` : '调解', `${times}${labelOf(sessionKinds, kind)}调解`)
  },
  extend: ({ days, unit }) => `延期 ${days} ${Object.hasOwn(unitLabels, unit) ? unitLabels[unit as keyof typeof unitLabels] : unit}`,
  suspend: ({ reason }) => `中止：${labelOf(suspendReasons, reason)}`,
  resume: () => '恢复调解',
  agree: ({ form }) => (form === 'written' ? '达成书面协议，待签字盖章' : '达成口头协议，当日生效'),
  partial: ({ form, left }) =>
    with_('部分达成', `部分当事人达成${formOf(form)}${left === null ? '' : left > 0 ? `，还有 ${left} 方没有谈成` : '，全部谈成'}`),
  amend: ({ form }) => `变更协议（${formOf(form)}）`,
  sign: ({ agreementId }, of) => with_('协议生效', ['签字盖章齐全，协议生效', of.agreementNumber(agreementId)].filter(Boolean).join('，')),
  talkAgain: () => with_('再谈', '没有签成，重新商谈'),
  fail: ({ code }) => {
    const how = labelOf(failCodes, code)
    return how === eventLabels.fail ? how : `${eventLabels.fail}：${how}`
  },
  outcome: ({ result }, of) => {
    const way = of.leg?.way ?? '办理'
    if (result === 'handedBack') return with_('交回', `${way}没有解决，交回`)
    return result === 'settled' ? with_('调解、和解', `${way}中调解、和解结案`) : with_('作出决定', `${way}作出判决、裁决或者决定`)
  },
  perform: ({ obligationId, amountFen }, of) =>
    with_('履行', `${of.term(obligationId) ?? '履行'}${amountFen === undefined ? '，已履行' : `，付 ${yuanOf(BigInt(amountFen))} 元`}`),
  breach: ({ obligationId }, of) => `${of.term(obligationId) ?? '协议'}，没有履行`,
  contest: ({ partyId }, of) => `${of.party(partyId) ?? '一方当事人'}不再认可`,
  visit: ({ result }) => `回访：${labelOf(visitResults, result)}`,
  close: ({ result }) => `办结：${labelOf(closingResults, result)}`,
  closeUnvisited: () => with_('办结', '没有回访，办结'),
  archive: () => '归档，案卷锁定',
  handOn: ({ accountId }, of) => with_('移交', `移交给${of.account(accountId)}跟进`),
  prior: ({ priorId, what, force }, of) => `登记前情：${of.prior(priorId)}${labelOf(priorKinds, what)}（${labelOf(priorForces, force)}）`,
  roster: ({ partyId }, of) => `登记名册：${of.roster(partyId) ?? '多人'}`,
  link: ({ linkId }, of) => `关联纠纷：${of.link(linkId)}`,
  risk: ({ level }) => with_('风险', `风险等级定为${labelOf(riskLevels, level)}`),
  request: ({ requestId, step }, of) => {
    const title = Object.hasOwn(requestSteps, step) ? requestSteps[step as keyof typeof requestSteps] : eventLabels.request
    return with_(title, `${title}：${of.request(requestId)}`)
  },
  confirmation: ({ confirmationId, step }, of) => {
    const title = Object.hasOwn(confirmationSteps, step)
      ? confirmationSteps[step as keyof typeof confirmationSteps]
      : eventLabels.confirmation
    return step === 'apply' ? with_('申请确认', `双方共同向${of.court(confirmationId)}申请司法确认`) : with_(title, title)
  },
  partyChange: ({ partyId, step }, of) => {
    const how = labelOf(partySteps, step)
    return with_(`${how}当事人`, `${of.party(partyId) ?? '当事人'}${step === 'left' ? '退出' : how}`)
  },
  matter: ({ matterId, step }, of) => with_('别处的程序', `${of.matter(matterId)}${step === 'ended' ? '，已有结果' : ''}`),
  danger: ({ step }) =>
    with_(step === 'handled' ? '已处置' : '危险', step === 'told' ? '有危险，已经告诉有关单位' : labelOf(dangerSteps, step)),
  question: ({ step }) => labelOf(questionSteps, step),
  reply: ({ result }, of) => `回告${of.entruster() ?? '委托单位'}：${labelOf(replyResults, result)}`,
  note: ({ wish }) => (wish ? with_(labelOf(wishes, wish), labelOf(wishes, wish)) : '补充情况'),
  correct: ({ eventId }, of) => `更正第 ${of.station(eventId) ?? '–'} 站`,
  urge: ({ requestId }, of) => with_('催办', requestId ? `请${of.request(requestId)}尽快办理` : '请经办的尽快办理'),
  sitting: ({ step, startsAt }) =>
    with_(labelOf(sittingSteps, step), `${sittingSteps[step].say}${startsAt ? `：${formatInstant(new Date(startsAt))}` : ''}`),
  declare: ({ kind, bars }) => with_('申报关系', bars ? '调解员申请回避' : `调解员申报利害关系：${labelOf(ties, kind)}`),
  merge: ({ intoId }, of) => `同一纠纷，并入 ${of.other(intoId)}`,
  split: ({ fromId }, of) => `从 ${of.other(fromId)} 拆回，单独办理`,
  absorb: ({ otherId, step }, of) =>
    step === 'in' ? `同一纠纷 ${of.other(otherId)} 并入本件` : with_('拆出登记', `${of.other(otherId)} 拆回单独办理`),
  alarm: ({ step }) => with_('红色警报', alarmSteps[step]),
  lapse: ({ deadlineId, period, ends }, of) => with_('期限届满', `${of.deadline(deadlineId, period)}届满${ends ? '，视为调解不成' : ''}`),
} satisfies Told

/** Whether a row's type is one that the log knows. */
export const isLogged = (type: string): type is LoggedType => Object.hasOwn(sentences, type)

/** A log row in words: `detail` as the act wrote it. A type that is no longer known is shown as it is. */
export function sentenceOf(type: string, detail: object, known: Known): Sentence {
  if (!isLogged(type)) return { title: type, what: type }
  const say = sentences[type] as (detail: object, of: Known) => Sentence | string
  const said = say(detail, known)
  return typeof said === 'string' ? { title: eventLabels[type], what: said } : said
}
