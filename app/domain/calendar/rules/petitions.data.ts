import type { PeriodRule } from '../period-rule'
import { lawRules, unread } from './build'

const review = lawRules({ instrument: '《行政复议法》', validFrom: '2024-01-01' })
const consumer = lawRules({ instrument: '《消费者权益保护法》', validFrom: '2014-03-15' })
const market = lawRules({ instrument: '《市场监督管理投诉举报处理暂行办法》', validFrom: '2020-01-01' })
const petition = lawRules({ instrument: '《信访工作条例》', validFrom: '2022-05-01' })
const sharing = lawRules({ instrument: '《政务数据共享条例》', validFrom: '2025-08-01' })
const data = lawRules({ instrument: '', validFrom: '2021-11-01' })
const tourism = lawRules({ instrument: '', validFrom: '2010-07-01', confidence: '2nd' })
const second = { ...unread('2nd'), article: null, source: 'law.md 1c：《旅游投诉处理办法》未读原文' }
const head = (n: number) => ({ extends: 'head', maxExtension: { n, unit: 'd' } }) as const

/** Clocks of reconsideration, consumer, tourism, petition and data offices (law.md 1c): shown as 预计. */
export const petitionRules: readonly PeriodRule[] = [
  review('RECON_APPLY', '申请行政复议', '知道行政行为', 60, 'd', '第20条'),
  review('RECON_REVIEW', '复议机关审查申请', '收到申请', 5, 'wd', '第30条'),
  review('RECON_DECIDE', '复议决定', '受理', 60, 'd', '第62条', head(30)),
  review('RECON_DECIDE_SIMPLE', '复议决定（简易程序）', '受理', 30, 'd', '第62条'),
  consumer('CONSUMER_DEPT', '行政部门处理消费者投诉', '收到投诉', 7, 'wd', '第46条'),
  tourism('TOURISM_ACCEPT', '旅游投诉受理', '收到投诉', 5, 'wd', '', second),
  tourism('TOURISM_REPLY', '被投诉者答复', '收到通知', 10, 'd', '', second),
  tourism('TOURISM_MED', '旅游投诉调解', '受理', 60, 'd', '', second),
  tourism('TOURISM_BAR', '提出旅游投诉', '旅游合同结束', 90, 'd', '', second),
  market('MARKET_ACCEPT', '市场监管部门决定是否受理', '收到投诉', 7, 'wd', '第14条'),
  market('MARKET_MED_END', '市场监管部门终止调解', '受理', 45, 'wd', '第20-21条', {
    pauses: [{ reason: 'inspection', label: '检验检测鉴定期间不计', article: '《市场监督管理投诉举报处理暂行办法》第20-21条' }],
  }),
  market('MARKET_TELL', '告知终止调解', '终止调解', 7, 'wd', '第20-21条'),
  petition('PETITION_FORWARD', '信访部门转送', '收到信访事项', 15, 'd', '第22条'),
  petition('PETITION_NOTIFY', '告知是否受理', '收到信访事项', 15, 'd', '第23条'),
  petition('PETITION_REJECT', '异议退回', '收到转送交办', 5, 'wd', '第23条'),
  petition('PETITION_DECIDE', '信访事项办结', '受理', 60, 'd', '第34条', head(30)),
  petition('PETITION_REVIEW', '请求或办理复查', '收到处理意见', 30, 'd', '第35条'),
  petition('PETITION_RECHECK', '请求或办理复核', '收到复查意见', 30, 'd', '第36条'),
  sharing('DATA_SHARE_REPLY', '答复有条件共享申请', '收到申请', 10, 'wd', '第21条', {
    extends: 'head',
    maxExtension: { n: 10, unit: 'wd' },
  }),
  sharing('DATA_SHARE_REPLY_UNCONDITIONAL', '答复无条件共享申请', '收到申请', 1, 'wd', '第21条'),
  sharing('DATA_SHARE_GIVE', '提供共享数据', '同意共享', 20, 'wd', '第22条'),
  sharing('DATA_SHARE_FIX', '核实更正数据', '收到错误反馈', 10, 'wd', '第26条'),
  data('PIA_KEEP', '个人信息保护影响评估保存', '作出评估', 3, 'year', '《个人信息保护法》第56条'),
  data('ARCHIVE_TO_COUNTY', '向县级档案馆移交', '案卷形成', 10, 'year', '《档案法实施条例》第20条'),
]
