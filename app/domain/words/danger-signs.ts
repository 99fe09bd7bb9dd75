import { labelOf, type Word } from './words'

type Call = { who: string; phone: string | null }
type DangerSign = Word & { call: readonly Call[]; article: string | null; red: boolean }

const police = { who: '报警', phone: '110' }
const station = { who: '辖区派出所', phone: null }
const ambulance = { who: '急救', phone: '120' }
const civilAffairs = { who: '民政', phone: '12345' }

/**
 * Signs of danger (U7): ticking one opens, in the same form, whom to call now and "told whom, when, by whom" or "not yet,
 * why". The system reports nobody by itself. `article`: the duty to report, where the law has one.
 */
export const dangerSigns = {
  threat: { label: '扬言伤人', call: [police, station], article: '《人民调解法》第25条', red: true },
  weapon: { label: '持械', call: [police, station], article: '《人民调解法》第25条', red: true },
  selfHarm: { label: '自杀、自伤', call: [police, ambulance], article: null, red: true },
  familyViolence: {
    label: '家庭暴力',
    call: [police, station, { who: '妇联', phone: '12338' }],
    article: '《反家庭暴力法》第14条（无民事行为能力人、限制民事行为能力人受害的，及时报警）',
    red: true,
  },
  childHarm: {
    label: '未成年人受侵害',
    call: [police, civilAffairs, { who: '教育部门', phone: null }],
    article: '《未成年人保护法》第11条（立即报告公安、民政、教育）',
    red: true,
  },
  crowd: { label: '多人聚集', call: [station, { who: '综治中心值班', phone: null }], article: null, red: true },
  mentalState: {
    label: '精神异常',
    call: [station, { who: '卫生健康部门', phone: null }],
    article: null,
    red: false,
  },
} as const satisfies Record<string, DangerSign>

/** A tag of a person is read by the centre only; whoever handles the case reads what it asks of them (U35). */
const toHandlers: Readonly<Record<string, string>> = { mentalState: '需两人以上办理' }

/** What a sign is called to whoever handles a case, or to the centre. */
export const signWord = (code: string, centre = false): string => (centre ? undefined : toHandlers[code]) ?? labelOf(dangerSigns, code)

export type DangerSignCode = keyof typeof dangerSigns

/** To whom a danger is reported (People's Mediation Law 25). */
export const reportOrgans = {
  police: { label: '公安机关' },
  civilAffairs: { label: '民政' },
  women: { label: '妇联' },
  health: { label: '卫生健康部门' },
  education: { label: '教育部门' },
  other: { label: '其他部门' },
} as const satisfies Record<string, Word>
export type ReportOrgan = keyof typeof reportOrgans

export const riskLevels = {
  green: { label: '绿（一般）' },
  yellow: { label: '黄（关注）' },
  red: { label: '红（高风险）' },
} as const satisfies Record<string, Word>

export type RiskLevel = keyof typeof riskLevels
