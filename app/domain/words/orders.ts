import type { Word } from './words'

/** Why somebody is supervised (督办事由). */
export const orderWhys = {
  overdue: { label: '超期未办' },
  danger: { label: '危险没有处置好' },
  silence: { label: '没有回音、没人接' },
  quality: { label: '办得不合规范' },
  other: { label: '其他' },
} as const satisfies Record<string, Word>

/** 本区设定：多少个工作日内回复，发出时可以另写一天。 */
export const orderAnswerDays = 5

/** Lists of orders. */
export const orderStandings = {
  open: { label: '在办' },
  late: { label: '逾期' },
  ended: { label: '已结束' },
} as const satisfies Record<string, Word>

/** Whose orders a list has. */
export const orderSides = {
  mine: { label: '要我回复的' },
  issued: { label: '本单位发出的' },
  all: { label: '全区' },
} as const satisfies Record<string, Word>
export type OrderSide = keyof typeof orderSides
