import type { Word } from './words'

/**
 * What the province's system asks and nothing here implies (law.md 2c). Its value lists were not read, but for the
 * difficulty (`difficulties` in agreements.ts): these are the district's own words until they are.
 */
export const deaths = {
  no: { label: '无' },
  yes: { label: '有' },
} as const satisfies Record<string, Word>

export const natures = {
  folk: { label: '一般民间纠纷' },
  trade: { label: '行业性、专业性纠纷' },
  group: { label: '群体性纠纷' },
  entrusted: { label: '委托移送案件' },
  other: { label: '其他' },
} as const satisfies Record<string, Word>

export const specialGroups = {
  minor: { label: '未成年人' },
  elderly: { label: '老年人' },
  women: { label: '妇女' },
  disabled: { label: '残疾人' },
  veteran: { label: '退役军人' },
  mental: { label: '精神障碍患者' },
  released: { label: '社区矫正、刑满释放人员' },
  foreign: { label: '外国人、港澳台居民' },
} as const satisfies Record<string, Word>

export const migrantWorkers = {
  no: { label: '不涉及' },
  wages: { label: '涉及，拖欠工资' },
  other: { label: '涉及，其他' },
} as const satisfies Record<string, Word>

/** As the yearly tables count what was kept from becoming worse (law.md 6). */
export const conversions = {
  none: { label: '没有转化' },
  keptFromSelfHarm: { label: '防止引起自杀' },
  keptFromCrime: { label: '防止转化为刑事案件' },
  keptFromPetition: { label: '防止群体性上访' },
  keptFromFight: { label: '防止群体性械斗' },
  publicOrder: { label: '已转为治安案件' },
  criminal: { label: '已转为刑事案件' },
} as const satisfies Record<string, Word>
