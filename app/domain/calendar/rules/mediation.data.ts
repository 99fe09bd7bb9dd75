import type { PeriodRule } from '../period-rule'
import { appraisal, lawRules } from './build'

const people = lawRules({ instrument: '《人民调解法》', validFrom: '2011-01-01' })
const ministry = lawRules({ instrument: '司法部令75', validFrom: '2002-11-01', confidence: 'frag' })
const medical = lawRules({ instrument: '《医疗纠纷预防和处理条例》', validFrom: '2018-10-01' })
const labour = lawRules({ instrument: '《劳动争议调解仲裁法》', validFrom: '2008-05-01' })
const entrusted = lawRules({ instrument: '《人民法院特邀调解规定》', validFrom: '2016-07-01' })
const channels = ['people'] as const

/** 特邀调解: both parties may lengthen it without a cap; appraisal is left out by the rules of 2022 (law.md 1b). */
const court = { period: 'mediation', extends: 'bothParties', pauses: [appraisal('《人民法院在线调解规则》第26条')] } as const
const signedFor = '签收法院委派、委托材料'

/** Mediation itself and the 30 days to ask for confirmation: the law's periods that are ours to guard. */
export const mediationRules: readonly PeriodRule[] = [
  ministry('MED_GENERAL', '人民调解期限', '调委会受理', 1, 'month', '第33条', {
    period: 'mediation',
    when: { channels },
    source: 'law.md 1a, 14.1：第33条“一般”一个月；《人民调解法》本身没有期限',
  }),
  medical('MED_MEDICAL', '医疗纠纷调解期限', '医调委受理', 30, 'wd', '第38条', {
    period: 'mediation',
    when: { types: ['13'], channels },
    pauses: [appraisal('《医疗纠纷预防和处理条例》第38条')],
    extends: 'committeeAndBoth',
    endsMediation: true,
    source: 'law.md 1c：期满未达成协议的，视为调解不成',
  }),
  labour('LABOUR_MED', '劳动争议调解期限', '调解组织收到调解申请', 15, 'd', '第14条', {
    period: 'mediation',
    when: { types: ['10'], channels },
    source: 'law.md 1c：期满未达成协议的，当事人可以申请仲裁',
  }),
  entrusted('COURT_PREFILING', '法院委派调解期限', signedFor, 30, 'd', '第27条', {
    ...court,
    when: { sources: ['court'], channels },
  }),
  entrusted('COURT_ENTRUST_ORD', '法院委托调解期限（普通程序）', signedFor, 15, 'd', '第27条', {
    ...court,
    when: { sources: ['court'], channels, procedure: 'ordinary' },
  }),
  entrusted('COURT_ENTRUST_SUM', '法院委托调解期限（简易程序）', signedFor, 7, 'd', '第27条', {
    ...court,
    when: { sources: ['court'], channels, procedure: 'summary' },
  }),
  people('CONFIRM_APPLY', '司法确认申请期限', '调解协议生效', 30, 'd', '第33条', {
    period: 'confirmation',
    source: 'law.md 1a：双方共同申请；《民事诉讼法》第205条同',
  }),
]
