import { reading } from '#app/db/client.server'
import { disputeMachine } from '#machines/dispute.machine'
import { deskOf } from '#machines/step'
import type { Actor } from '../actor'
import { Refusal } from '../refusal'
import { readDispute, type Loaded } from './load.server'
import type { Handling } from './permissions'

/** Who has a dispute, as the permissions ask. */
export const handlingOf = (loaded: Loaded): Handling => ({
  desk: deskOf(disputeMachine, loaded.status),
  level: loaded.facts.level,
  townshipId: loaded.townshipId,
  districtId: loaded.districtId,
  registeredById: loaded.registeredById,
  keeperId: loaded.keeperId,
  leg: loaded.leg,
  lastBodyId: loaded.lastBodyId,
  askedBodyIds: loaded.askedBodyIds,
})

/** A dispute for a page: what an act would find, without its lock. Throws Refusal notFound where the actor may not see it. */
export async function openDispute(actor: Actor, disputeId: string, now = new Date()) {
  const loaded = await readDispute(reading, { actor, disputeId, seen: Number.MAX_SAFE_INTEGER, now })
  if (!loaded) throw new Refusal('notFound')
  return { ...loaded, handling: handlingOf(loaded) }
}
