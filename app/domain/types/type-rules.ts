import { isDisputeType, isSubtype, type DisputeType, type Subtype } from './dispute-types'

/** A rule that hangs on the kind of dispute: its article, where one was read, and how it is said on a page. */
export type TypeRule = { article: string | null; say: string }

/** What the law asks of a kind of dispute (law.md 2a, 4b, 4d, 7, 14). Every flag advises or asks for a reason; none is a guard. */
export type TypeRules = {
  /** The agreement must be written; an oral one needs a reason that stands on the path (U20). */
  writtenRequired?: TypeRule
  /** An oral application must be written down on the spot. */
  oralApplicationRecorded?: TypeRule
  /** Papers of status and succession are printed and signed by hand. */
  noESign?: TypeRule
  /** What a court will not confirm (MSSF interpretation 355): separate clauses, said before writing (U23). */
  statusNotConfirmable?: TypeRule
  ownershipNotConfirmable?: TypeRule
  /** Not before all sides have agreed, and never on the committee's own initiative. */
  consentOfAll?: TypeRule
  /** Never open, never published without both sides' consent: sealed from registration. */
  confidential?: TypeRule
  /** Before 受理 the complainant is told what our acceptance closes, and until when that way is open (U5). */
  doubleHandling?: TypeRule
  /** A part of it is an authority's decision, not a matter between people. */
  administrativePart?: TypeRule
  /** What must be reported when it shows. */
  reportHarm?: TypeRule
  /** Back to the police within days of our termination: a dated notice is needed. */
  terminationNotice?: TypeRule
}

const notOwnership: TypeRule = {
  article: '民诉法解释第355条',
  say: '确认所有权、使用权归属的条款法院不予确认。可以约定怎样使用、边界怎样做、付多少钱，并与其他条款分开写。',
}
const notStatus: TypeRule = {
  article: '民诉法解释第355条',
  say: '婚姻、亲子、收养等身份关系的条款法院不予确认。财产、抚养、赡养的条款可以分开写、分开申请确认。',
}
const byHand: TypeRule = {
  article: '《电子签名法》第3条',
  say: '婚姻、收养、继承等文书不能用电子签名，打印后手写签名。',
}

const byType: Readonly<Partial<Record<DisputeType, TypeRules>>> = {
  '01': {
    noESign: byHand,
    statusNotConfirmable: notStatus,
    reportHarm: {
      article: '《反家庭暴力法》第14条、《未成年人保护法》第11条',
      say: '发现家庭暴力、未成年人受侵害的，按规定报告；分开谈，不劝和，告知可以申请人身安全保护令和法律援助。',
    },
  },
  '03': { ownershipNotConfirmable: notOwnership },
  '07': { ownershipNotConfirmable: notOwnership },
  '08': {
    administrativePart: { article: '《行政复议法》第20条', say: '征收决定和补偿决定是行政行为：不服的申请行政复议或者起诉。' },
  },
  '10': {
    writtenRequired: { article: '《劳动争议调解仲裁法》第14条', say: '劳动争议达成协议的，应当制作调解协议书。' },
    oralApplicationRecorded: { article: '《劳动争议调解仲裁法》第12条', say: '口头申请的，当场记录申请人、事项、理由和时间。' },
  },
  '11': {
    doubleHandling: {
      article: null,
      say: '调解组织受理后，旅游投诉受理机构可能不再受理同一投诉；投诉一般在合同结束后90日内提出（来源待核）。',
    },
  },
  '12': {
    doubleHandling: {
      article: '《市场监督管理投诉举报处理暂行办法》第15条',
      say: '调解组织已受理或处理过的，市场监管部门不再受理同一投诉；知道受损害超过三年的，也不受理。',
    },
  },
  '13': {
    writtenRequired: {
      article: '《医疗纠纷预防和处理条例》第39条',
      say: '医疗纠纷达成协议的，应当制作调解协议书，并告知可以申请司法确认。',
    },
    oralApplicationRecorded: { article: '《医疗纠纷预防和处理条例》第31条', say: '口头申请的，当场记录，申请人签名。' },
    consentOfAll: { article: '《医疗纠纷预防和处理条例》第31条', say: '须双方申请，或者一方申请、另一方同意；调委会不能主动立案调解。' },
    confidential: { article: '《医疗纠纷预防和处理条例》第42条', say: '不公开调解；未经双方同意，不公开调解协议。' },
  },
  '14': {
    terminationNotice: {
      article: '《道路交通事故处理程序规定》第85条',
      say: '调解终止后三个工作日内，双方可以书面申请交警调解：终止告知书要写明日期。',
    },
  },
}

const ruralContract: TypeRules = {
  writtenRequired: { article: '《农村土地承包经营纠纷调解仲裁法》第10条', say: '农村土地承包纠纷达成协议的，应当制作调解协议书。' },
  oralApplicationRecorded: { article: '《农村土地承包经营纠纷调解仲裁法》第8条', say: '口头申请的，当场记录申请人、事项、理由和时间。' },
}

const bySubtype: Readonly<Partial<Record<Subtype, TypeRules>>> = { '0701': ruralContract, '0703': ruralContract }

/** What the law asks of this kind of dispute; empty for a kind that asks nothing of its own, or that is not listed. */
export function rulesOf(type: string, subtype?: string | null): TypeRules {
  const of = isDisputeType(type) ? byType[type] : undefined
  return { ...of, ...(subtype && isSubtype(subtype) ? bySubtype[subtype] : undefined) }
}
