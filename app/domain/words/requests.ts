import type { Word } from './words'

/** What a request is: 协办 of any kind, mediating together, departments whistled for (乡街吹哨、部门报到), or advice of somebody of the register. */
export const requestKinds = {
  help: { label: '协办' },
  joint: { label: '联合调解' },
  whistle: { label: '吹哨' },
  adviser: { label: '请法律明白人、法律顾问' },
} as const satisfies Record<string, Word>

export type RequestKind = keyof typeof requestKinds
