import type { Actor, Post, Role } from '../actor'
import type { Handling } from './permissions'

const nearest = (of: Handling): ((post: Post) => number) => {
  const asked = new Set(of.askedBodyIds)
  const area = of.level === 'district' ? of.districtId : of.townshipId
  const byRole: Partial<Record<Role, number>> = { triage: 2, duty: 1, bureau: 1 }
  return ({ role, bodyId, areaId }) => {
    if (bodyId && (bodyId === of.leg?.bodyId || bodyId === of.ownDoor)) return 5
    if (bodyId && asked.has(bodyId)) return 4
    if (areaId === area && role === 'triage') return 3
    return byRole[role] ?? 0
  }
}

/** The post under which somebody acts on a dispute: the one that has most to do with it. */
export function postFor(actor: Actor, of: Handling): Post | null {
  if (actor.kind !== 'account') return null
  const rank = nearest(of)
  return [...actor.posts].sort((a, b) => rank(b) - rank(a))[0] ?? null
}
