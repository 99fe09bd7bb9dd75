import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import type { DisputeEvent } from '#machines/dispute.events'
import type { Effect } from '#machines/effects'
import { deskOf } from '#machines/step'
import type { CaseFile } from '../dispute/case-file.server'
import { endSittings } from './seats.server'

/** Acts after which nobody sits together, though the dispute stays where it is. */
const stops: Partial<Record<DisputeEvent['type'], true>> = { suspend: true, merge: true }

/**
 * With a leg go its planned sittings, with a dispute that ends, rests or is suspended all of them. Answers what is to be told: parties
 * who were to come hear that there is news, unless the act tells them anyway.
 */
export async function sittingsEnd(
  file: CaseFile,
  { event, effects, happenedAt }: { event: DisputeEvent; effects: Effect[]; happenedAt: Date },
  next: { status: DisputeStatus },
  legId: string | null,
): Promise<Effect[]> {
  const whole = stops[event.type] ?? (next.status !== file.status && deskOf(disputeMachine, next.status) === 'none')
  if (!whole && !(legId && effects.some(({ type }) => type === 'endLeg'))) return []
  const coming = await endSittings(file.tx, { disputeId: file.id, legId: whole ? null : legId, at: happenedAt, now: file.now })
  const told = effects.some((effect) => effect.type === 'tell' && effect.to === 'parties')
  return coming > 0 && !told ? [{ type: 'tell', to: 'parties' }] : []
}
