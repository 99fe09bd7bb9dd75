import type { PeriodRule } from '../period-rule'
import { lawRules, unread } from './build'

const procedure = lawRules({ instrument: '《民事诉讼法》', validFrom: '2024-01-01' })
const interpretation = lawRules({ instrument: '民诉法解释', validFrom: '2022-04-10' })
const confirmation = lawRules({ instrument: '法释〔2011〕5号', validFrom: '2011-03-30' })
const online = lawRules({ instrument: '《人民法院在线调解规则》', validFrom: '2022-01-01' })
const civilCode = lawRules({ instrument: '《民法典》', validFrom: '2021-01-01' })
const people = lawRules({ instrument: '《人民调解法》', validFrom: '2011-01-01' })
const local = lawRules({ instrument: '', validFrom: '2011-01-01' })
const president = { extends: 'court', maxExtension: { n: 10, unit: 'd' } } as const

/** Clocks of the court and of the parties before it, and general civil periods (law.md 1a, 1b): shown as 预计 (14.2). */
export const courtRules: readonly PeriodRule[] = [
  // Other cities' month: models, in force nowhere here.
  local('MED_GENERAL_LOCAL_A', '调解期限（宁波）', '受理', 1, 'month', '宁波市人民调解条例第27条', {
    owner: null,
    extends: 'bothParties',
    source: 'law.md 1a：外地规定，仅供参照',
  }),
  local('MED_GENERAL_LOCAL_B', '调解期限（上海）', '受理', 30, 'wd', '上海公开问答', {
    ...unread('2nd'),
    extends: 'committeeAndBoth',
    source: 'law.md 1a：外地做法，仅供参照',
  }),
  confirmation('CONFIRM_ACCEPT', '法院决定是否受理确认申请', '法院收到申请', 3, 'd', '第4条'),
  confirmation('CONFIRM_DECIDE_OLD', '法院作出确认决定（2011年规定）', '法院受理', 15, 'd', '第5条', president),
  procedure('CONFIRM_DECIDE_MSSF', '法院作出确认裁定', '法院立案', 30, 'd', '第187条', { extends: 'court' }),
  interpretation('CONFIRM_OBJECT_PARTY', '当事人对确认裁定提异议', '收到裁定', 15, 'd', '第372条'),
  interpretation('CONFIRM_OBJECT_OTHER', '利害关系人对确认裁定提异议', '知道或应当知道受损害', 6, 'month', '第372条'),
  procedure('ENFORCE_APPLY', '申请强制执行', '履行期限最后一日', 2, 'year', '第250条'),
  civilCode('LIMITATION_GENERAL', '诉讼时效', '知道或应当知道受损害及义务人', 3, 'year', '第188条'),
  people('COMMITTEE_TERM', '调委会委员任期', '推选产生', 3, 'year', '第9条'),
  online('COURT_CHOOSE_JOINT', '双方共同选定调解员', '双方同意在线调解', 2, 'wd', '第10条'),
  online('COURT_DESIGNATE', '法院指定调解员', '收到调解申请', 3, 'wd', '第10条'),
  online('COURT_ACK', '调解组织确认接受委派委托', '收到委派委托', 3, 'wd', '第12条'),
  online('COURT_ASK_OTHER_PARTY', '征询对方是否同意调解', '接受委派委托', 3, 'wd', '第15条'),
  procedure('COURT_FILE', '法院立案', '起诉符合条件', 7, 'd', '第126条'),
  procedure('PAY_ORDER_ACCEPT', '法院决定是否受理支付令', '收到申请', 5, 'd', '第226条'),
  procedure('PAY_ORDER_ISSUE', '法院发出支付令', '受理', 15, 'd', '第227条'),
  procedure('PAY_ORDER_OBJECT', '债务人对支付令提异议', '收到支付令', 15, 'd', '第227条'),
  civilCode('DIVORCE_COOLING', '离婚冷静期', '登记机关收到申请', 30, 'd', '第1077条'),
  civilCode('DIVORCE_COLLECT', '申领离婚证', '冷静期届满', 30, 'd', '第1077条'),
]
