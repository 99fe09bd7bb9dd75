import { disputeMachine } from '#machines/dispute.machine'
import { deskOf } from '#machines/step'
import type { EventRow, LegRow } from './file'

/** What somebody had of a dispute: legs, requests and confirmations of theirs, and the times of keeping it. */
export type Own = {
  accountId: string
  legs: readonly Pick<LegRow, 'endedVersion'>[]
  requests: ReadonlySet<string>
  confirmations: ReadonlySet<string>
  settledById: string | null
}

/** Who an event hands what is left to: 移交 names somebody, 现场化解 leaves it with who settled it. */
const keeperFrom = ({ type, detail }: EventRow, settledById: string | null): unknown =>
  type === 'handOn' ? detail.accountId : type === 'settleOnSpot' ? settledById : undefined

/** The events with which a time of keeping ended: handed to somebody else, or back at the triage post. */
function keptUntil(events: readonly EventRow[], { accountId, settledById }: Own): number[] {
  const ends: number[] = []
  let keeps = false
  for (const event of events) {
    const next = keeperFrom(event, settledById)
    const over = deskOf(disputeMachine, event.to) === 'triage' || (next !== undefined && next !== accountId)
    if (keeps && over) ends.push(event.version)
    keeps = next === accountId || (keeps && !over)
  }
  return ends
}

/** The last event of somebody's own part; what came later is not shown to who only had a part. */
export function ownPart(events: readonly EventRow[], own: Own): number {
  const about = ({ type, subjectId, detail }: EventRow) =>
    (subjectId !== null && own.requests.has(subjectId)) ||
    (type === 'confirmation' && typeof detail.confirmationId === 'string' && own.confirmations.has(detail.confirmationId))
  return Math.max(
    0,
    ...own.legs.map(({ endedVersion }) => endedVersion ?? Infinity),
    ...events.filter(about).map(({ version }) => version),
    ...keptUntil(events, own),
  )
}
