import type { DisputeEvent, DisputeEventType } from '#machines/dispute.events'
import type { Since } from './load.server'

/** Events that change what binds the parties, or who has the case; others only touch their own kind and subject. */
const turns: readonly DisputeEventType[] = [
  'settleOnSpot',
  'agree',
  'partial',
  'amend',
  'sign',
  'talkAgain',
  'contest',
  'keptAfterAll',
  'outcome',
  'assign',
  'handOn',
  'correct',
]

/**
 * Whether a form filled in over an older version must be looked at again: only when something since changed the state,
 * the agreement or the open leg, or was of the same kind and subject. A reminder at night costs nobody their typing.
 */
export const isStale = (since: Since[], event: DisputeEvent, subjectId: string | null): boolean =>
  since.some((one) => one.from !== one.to || turns.includes(one.type) || (one.type === event.type && one.subjectId === subjectId))
