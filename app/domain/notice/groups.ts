import type { LoggedType } from '#machines/dispute.events'
import type { TopicCode } from './topics'

/** What one looks for among notices. */
export const groups = {
  alarm: { label: '警报' },
  due: { label: '期限' },
  work: { label: '督办与任务' },
} as const satisfies Record<string, { label: string }>

export type Group = keyof typeof groups
export const isGroup = (text: string | null): text is Group => text !== null && Object.hasOwn(groups, text)

/** Where each topic is looked for; null: among all only. A new topic is placed here before anything can be told under it. */
const groupOf: Readonly<Record<TopicCode, Group | null>> = {
  unroutable: null,
  reminder: 'due',
  recounted: 'due',
  alarm: 'alarm',
  report: 'alarm',
  drill: 'alarm',
  order: 'work',
  orderLate: 'work',
  task: 'work',
  instruction: 'work',
  round: 'work',
  roundDue: 'work',
  deadJob: null,
}

/** Events of a dispute that belong to a group. */
const eventsOf: Readonly<Record<Group, readonly LoggedType[]>> = { alarm: ['danger', 'alarm'], due: ['lapse'], work: [] }

export const topicsIn = (group: Group): string[] => Object.entries(groupOf).flatMap(([topic, of]) => (of === group ? [topic] : []))
export const eventsIn = (group: Group): string[] => [...eventsOf[group]]

/** These stand above all other unread ones. */
export const firstTopics: readonly TopicCode[] = ['alarm', 'drill']
