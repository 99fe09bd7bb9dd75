import type { BodyKind } from '../words/body-kinds'
import type { DisputeType, Subtype } from './dispute-types'
import { isDisputeType, isSubtype } from './dispute-types'

/**
 * One way that is open when mediation fails. `within`: code of the period rule that says until when; `article` is null
 * where none was read. `written`: this way needs a written, dated notice.
 */
export type Way = { to: BodyKind; say: string; article: string | null; within?: string; written?: true }

const sue: Way = { to: 'court', say: '向人民法院起诉', article: '《人民调解法》第26条' }
const aid: Way = { to: 'legalAid', say: '经济困难的，可以申请法律援助', article: null }
const payOrder: Way = { to: 'court', say: '债权债务明确的，可以向法院申请支付令', article: '《民事诉讼法》第226条' }
const callPolice: Way = { to: 'police', say: '有殴打、威胁、持续扰民等治安问题的，向公安机关报案', article: null }
const ownership: Way = {
  to: 'government',
  say: '所有权、使用权争议由人民政府处理；处理前不得改变现状，对决定不服的30日内可以起诉',
  article: '《土地管理法》第14条、《森林法》第22条',
  within: 'LAND_OWNERSHIP_SUE',
}
const landArbitration: Way = {
  to: 'landArbitration',
  say: '承包经营纠纷可以申请土地承包仲裁，也可以直接起诉',
  article: '《农村土地承包经营纠纷调解仲裁法》第4条',
  within: 'RURAL_LAND_ARB_LIMIT',
}
const reconsider: Way = {
  to: 'administrativeReconsideration',
  say: '对行政机关的决定不服的，申请行政复议或者提起行政诉讼',
  article: '《行政复议法》第20条',
  within: 'RECON_APPLY',
}
const noise: Way = {
  to: 'ecology',
  say: '噪声扰民的，请求主管部门处理或者申请人民调解',
  article: '《噪声污染防治法》第86条',
}
const consumer: Way = {
  to: 'marketSupervision',
  say: '向市场监督管理部门投诉',
  article: '《消费者权益保护法》第39条',
  within: 'CONSUMER_DEPT',
}
const protection: Way = { to: 'court', say: '遭受家庭暴力的，可以申请人身安全保护令', article: null }

const byType: Readonly<Record<DisputeType, readonly Way[]>> = {
  '01': [protection, sue, aid],
  '02': [callPolice, noise, sue],
  '03': [ownership, sue],
  '04': [payOrder, sue],
  '05': [sue],
  '06': [callPolice, sue, aid],
  '07': [ownership, landArbitration, sue],
  '08': [reconsider, sue],
  '09': [{ ...noise, say: '请求生态环境部门处理或调解', article: '《生态环境法典》第1077条' }, sue],
  '10': [
    {
      to: 'labourArbitration',
      say: '申请劳动仲裁（时效一般一年）',
      article: '《劳动争议调解仲裁法》第14条',
      within: 'LABOUR_ARB_LIMIT',
    },
    { ...payOrder, say: '拖欠报酬等已有协议不履行的，可以申请支付令' },
    { to: 'labour', say: '拖欠工资的，向劳动保障监察投诉', article: null },
    aid,
  ],
  '11': [{ to: 'cultureTourism', say: '向旅游投诉受理机构投诉', article: '《旅游法》第91条', within: 'TOURISM_BAR' }, consumer, sue],
  '12': [consumer, sue],
  '13': [
    { to: 'health', say: '申请卫生健康部门行政调解', article: '《医疗纠纷预防和处理条例》第40条' },
    { ...sue, article: '《医疗纠纷预防和处理条例》第22条' },
  ],
  '14': [
    {
      to: 'police',
      say: '调解终止后三个工作日内，双方可以书面申请交警调解',
      article: '《道路交通事故处理程序规定》第85条',
      within: 'TRAFFIC_BACK_TO_POLICE',
      written: true,
    },
    sue,
  ],
  '15': [{ to: 'housing', say: '向物业主管部门投诉', article: '《物业管理条例》第48条' }, sue],
  '16': [{ to: 'marketSupervision', say: '请求知识产权管理部门处理', article: null }, sue],
  '17': [consumer, sue],
  '99': [sue, reconsider, aid],
}

/** Where the sub-type is plainer than its type. */
const bySubtype: Readonly<Partial<Record<Subtype, readonly Way[]>>> = {
  '0701': [landArbitration, sue],
  '0702': [ownership, sue],
  '0703': [landArbitration, sue],
  '0704': [callPolice, sue],
  '0602': [sue, aid],
}

/** The ways that are told when mediation fails (U22; People's Mediation Law 26), the nearest first; never empty. */
export function waysFor(type: string, subtype?: string | null): readonly Way[] {
  const plainer = subtype && isSubtype(subtype) ? bySubtype[subtype] : undefined
  return plainer ?? byType[isDisputeType(type) ? type : '99']
}
