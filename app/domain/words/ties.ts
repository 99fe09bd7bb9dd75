import type { Word } from './words'

/** What a mediator may be to a party (U15). `bars`: nobody can accept it; any other is told to both sides, who may. */
export const ties = {
  none: { label: '没有', bars: false },
  relative: { label: '亲属', bars: false },
  employed: { label: '雇佣、同单位', bars: false },
  agent: { label: '曾经代理过一方', bars: false },
  other: { label: '其他可能影响公正的关系', bars: false },
  household: { label: '和一方当事人同住一户', bars: true },
  self: { label: '本人是当事人或者代理人', bars: true },
} as const satisfies Record<string, Word & { bars: boolean }>

export type TieKind = keyof typeof ties
