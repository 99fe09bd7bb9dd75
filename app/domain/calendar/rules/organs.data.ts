import type { PeriodRule } from '../period-rule'
import { appraisal, lawRules, unread } from './build'

const medical = lawRules({ instrument: '《医疗纠纷预防和处理条例》', validFrom: '2018-10-01' })
const labour = lawRules({ instrument: '《劳动争议调解仲裁法》', validFrom: '2008-05-01' })
const labourCourt = lawRules({ instrument: '劳动争议解释（一）', validFrom: '2021-01-01' })
const ownership = lawRules({ instrument: '', validFrom: '2020-01-01' })
const rural = lawRules({ instrument: '《农村土地承包经营纠纷调解仲裁法》', validFrom: '2010-01-01' })
const traffic = lawRules({ instrument: '《道路交通事故处理程序规定》', validFrom: '2018-05-01' })
const police = lawRules({ instrument: '《公安机关办理行政案件程序规定》', validFrom: '2018-11-25' })
const unreadRule = lawRules({ instrument: '', validFrom: '2010-07-01' })
const head = (n: number) => ({ extends: 'head', maxExtension: { n, unit: 'd' } }) as const

/** Clocks of health, labour, land and police, and of the parties before them (law.md 1c): shown as 预计. */
export const organRules: readonly PeriodRule[] = [
  unreadRule('MEDICAL_COMMITTEE_FILE', '医调委报司法局备案', '设立', 30, 'wd', '《医疗纠纷预防和处理条例》第32条'),
  medical('HEALTH_ADMIN_ACCEPT', '卫健部门决定是否受理', '收到申请', 5, 'wd', '第40条'),
  medical('HEALTH_ADMIN_MED', '卫健部门调解', '受理', 30, 'wd', '第40条', {
    pauses: [appraisal('《医疗纠纷预防和处理条例》第40条')],
  }),
  medical('AUTOPSY', '尸检', '患者死亡', 48, 'h', '第26条', { rest: false }),
  medical('AUTOPSY_FROZEN', '尸检（具备冻存条件）', '患者死亡', 7, 'd', '第26条'),
  labour('LABOUR_ARB_LIMIT', '申请劳动仲裁的时效', '知道或应当知道受损害', 1, 'year', '第27条'),
  labour('LABOUR_ARB_ACCEPT', '仲裁委决定是否受理', '收到申请', 5, 'd', '第29条'),
  labour('LABOUR_ARB_AWARD', '仲裁裁决', '仲裁委受理', 45, 'd', '第43条', head(15)),
  labour('LABOUR_SUE', '对裁决不服起诉', '收到裁决书', 15, 'd', '第50条'),
  labour('LABOUR_SET_ASIDE', '用人单位申请撤销裁决', '收到裁决书', 30, 'd', '第49条'),
  labourCourt('LABOUR_CONFIRM_COURT', '给付事项调解协议申请司法确认', '达成协议', 30, 'd', '第52条'),
  unreadRule('LABOUR_ARB_REVIEW', '仲裁审查置换', '协议生效', 15, 'd', '', { ...unread('recalled'), article: null }),
  traffic('TRAFFIC_POLICE_APPLY', '向交警申请调解', '收到认定书、证明或复核结论', 10, 'wd', '第86条'),
  traffic('TRAFFIC_POLICE_MED', '交警调解', '丧葬结束、治疗终结、定残或损失确定', 10, 'wd', '第90条'),
  traffic('TRAFFIC_BACK_TO_POLICE', '调解终止后向交警申请调解', '调委会终止调解', 3, 'wd', '第85条'),
  police('POLICE_MED_SECOND', '公安机关再次调解', '第一次调解', 7, 'wd', '第183条'),
  rural('RURAL_LAND_ARB_LIMIT', '申请土地承包仲裁的时效', '知道或应当知道受侵害', 2, 'year', '第18条'),
  rural('RURAL_LAND_ARB_ACCEPT', '土地仲裁委决定是否受理', '收到申请', 5, 'wd', '第23条'),
  rural('RURAL_LAND_ARB_AWARD', '土地承包仲裁裁决', '受理', 60, 'd', '第47条', head(30)),
  rural('RURAL_LAND_ARB_SUE', '对土地承包裁决不服起诉', '收到裁决书', 30, 'd', '第48条'),
  ownership('LAND_OWNERSHIP_SUE', '对权属处理决定不服起诉', '收到处理决定', 30, 'd', '《土地管理法》第14条'),
]
