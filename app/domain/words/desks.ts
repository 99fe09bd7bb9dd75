import type { Desk } from '#machines/state'

/** Whose kind of desk something lies on, in one word: on the wall, and where a list is narrowed to it. */
export const deskNames = {
  triage: '分流岗',
  receiver: '调解组织',
  mediator: '调解员',
  keeper: '履行回访',
  court: '法院',
  organ: '行政机关',
} as const satisfies Record<Exclude<Desk, 'none'>, string>

/** A desk on which something is still to be done. */
export type WorkingDesk = keyof typeof deskNames
