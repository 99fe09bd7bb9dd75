import type { Applicant, Inputs } from './inputs'
import { comesIntoQuestion, exclusionsOf } from './exclude'
import type { Excluded, Outcome, Ranked } from './reasons'
import type { RoutingRules } from './rules'
import { partsOf } from './score'

/** A number that two ids always give, spread evenly: among equals the dispute, and not the alphabet, decides whose turn it is. */
function turn(disputeId: string, bodyId: string): number {
  let hash = 0x811c9dc5
  for (const character of `${disputeId}${bodyId}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193)
  // The last characters reach every bit, or neighbours would often come in the same order.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** So many stand in front, each of another kind, so that there is a choice. */
const front = 3

/** The fittest of each kind first, three of them, then the others in their order. */
function ofThreeKinds<T extends { kind: string }>(sorted: T[]): T[] {
  const first = sorted.filter((one, at) => sorted.findIndex(({ kind }) => kind === one.kind) === at).slice(0, front)
  return [...first, ...sorted.filter((one) => !first.includes(one))]
}

/**
 * Who could take a dispute, by one version of the rules: a pure function, so that the same inputs give the same answer for ever. What is excluded
 * is never ranked. Sorted by score, then by less of its capacity taken, then by turn.
 */
export function recommend(rules: RoutingRules, { sought, applicants }: Inputs): Outcome {
  const looked = applicants.filter((body) => comesIntoQuestion(body, sought))
  const excluded: Excluded[] = looked.flatMap((body) => {
    const why = exclusionsOf(body, sought)
    return why.length ? [{ bodyId: body.id, why }] : []
  })
  const out = new Set(excluded.map(({ bodyId }) => bodyId))
  const share = ({ load, capacity }: Applicant) => (capacity ? load / capacity : 0)
  const sorted = looked
    .filter(({ id }) => !out.has(id))
    .map((body) => {
      const parts = partsOf(body, sought, rules)
      const score = parts.reduce((sum, { points }) => sum + points, 0)
      return {
        kind: body.kind,
        share: share(body),
        turn: turn(sought.disputeId, body.id),
        ranked: { bodyId: body.id, score, parts } satisfies Ranked,
      }
    })
    .sort((a, b) => b.ranked.score - a.ranked.score || a.share - b.share || a.turn - b.turn)
  return {
    version: rules.version,
    ranked: ofThreeKinds(sorted).map(({ ranked }) => ranked),
    excluded: excluded.sort((a, b) => turn(sought.disputeId, a.bodyId) - turn(sought.disputeId, b.bodyId)),
  }
}

/** The inputs that make a difference: what does not come into question is not kept. */
export const worthKeeping = ({ sought, applicants }: Inputs): Inputs => ({
  sought,
  applicants: applicants.filter((body) => comesIntoQuestion(body, sought)),
})
