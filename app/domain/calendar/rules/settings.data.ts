import type { PeriodRule, PeriodUnit } from '../period-rule'

type Setting = Pick<PeriodRule, 'period' | 'name' | 'starts'> & { is: [length: number, unit: PeriodUnit] }

const settings: Record<string, Setting> = {
  triage: { period: 'triage', name: '分流期限', starts: '纠纷到分流岗', is: [1, 'wd'] },
  receipt: { period: 'receipt', name: '接收期限', starts: '分流岗送出', is: [2, 'wd'] },
  assignment: { period: 'assignment', name: '指派期限', starts: '调解组织受理', is: [1, 'wd'] },
  lookAgain: { period: 'lookAgain', name: '复看日期', starts: '中止、法院或机关接收', is: [30, 'd'] },
  signing: { period: 'signing', name: '签字盖章期限', starts: '达成书面协议', is: [7, 'd'] },
  performance: { period: 'performance', name: '履行查看日期', starts: '协议生效，没有约定日期', is: [30, 'd'] },
  returnVisit: { period: 'returnVisit', name: '回访期限', starts: '履行完毕', is: [15, 'd'] },
  answer: { period: 'answer', name: '协办答复期限', starts: '请求协办', is: [5, 'wd'] },
  reply: { period: 'reply', name: '回告期限', starts: '签收别的单位委派、委托、移送', is: [30, 'd'] },
  // Mediation by an organ or on the judicial line has no period of ours; it is looked at again.
  otherChannel: { period: 'mediation', name: '其他渠道办理查看日期', starts: '接收', is: [30, 'd'] },
}

/** The district's own periods: no law has a number for them (law.md 1d). The demo seed answers for these until the bureau does. */
export const settingRules: readonly PeriodRule[] = Object.entries(settings).map(([code, { is, ...setting }]) => ({
  ...setting,
  code,
  version: 1,
  length: is[0],
  unit: is[1],
  ...(code === 'otherChannel' ? { when: { channels: ['judicial', 'administrative'] } } : {}),
  pauses: [],
  extends: 'none',
  article: null,
  confidence: 'setting',
  owner: '区司法局（演示）',
  source: '演示数据',
  validFrom: '2026-01-01',
  rest: true,
}))
