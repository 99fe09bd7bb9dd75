/**
 * What speaks for and against two registrations being one quarrel, each with its weight and the words that stand beside it.
 * Weights of one person do not add up beyond `mostOfOne`: a number, a telephone and a name are one person all the same.
 */
export const rules = {
  sameIdentity: { weight: 6, say: '证件号码相同' },
  samePhone: { weight: 4, say: '电话相同' },
  sameName: { weight: 3, say: '姓名相同' },
  sameSound: { weight: 2.5, say: '姓名同音' },
  nearSound: { weight: 2, say: '姓名音近' },
  sameAddress: { weight: 2.5, say: '住址相同' },
  oneOff: { weight: 1.5, say: '姓名差一个字' },
  initials: { weight: 0.5, say: '姓名声母相同' },
  sameSubtype: { weight: 2, say: '类型相同' },
  sameType: { weight: 1.5, say: '类型相近' },
  otherType: { weight: -2, say: '类型不同' },
  sameVillage: { weight: 2, say: '同一个村（社区）' },
  sameTownship: { weight: 0.5, say: '同一个乡镇（街道）' },
  otherTownship: { weight: -2, say: '不在一个乡镇（街道）' },
  sameDays: { weight: 2, say: '相差不到三天' },
  sameWeeks: { weight: 1.5, say: '相差不到两周' },
  sameMonths: { weight: 0.5, say: '相差不到六周' },
  longBetween: { weight: -1, say: '相差六周以上' },
  longAgo: { weight: -6, say: '相差半年以上' },
  otherPeople: { weight: -2.5, say: '还有对不上的人' },
} as const satisfies Record<string, { weight: number; say: string }>

export type Rule = keyof typeof rules

/** How much one person counts at most, whatever agrees of them. */
export const mostOfOne = 6

/** From here on two registrations may be the same: somebody is asked. */
export const asksFrom = 7

/** Days between two registrations, the rule that holds up to them; beyond all of them `longAgo`. */
export const between: readonly (readonly [days: number, rule: Rule])[] = [
  [3, 'sameDays'],
  [14, 'sameWeeks'],
  [42, 'sameMonths'],
  [183, 'longBetween'],
]

/** And so much of it by the people: the same week, place and type alone make no quarrel the same. */
export const peopleFrom = 2.5
