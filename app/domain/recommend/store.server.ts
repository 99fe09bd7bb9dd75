import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import { worthKeeping } from './recommend'
import type { Inputs } from './inputs'
import type { Outcome } from './reasons'
import type { RoutingRules } from './rules'

/** Which place the chosen body has among the recommended, from 1; null where it is not among them. */
export const placeOf = ({ ranked }: Outcome, bodyId: string): number | null => {
  const at = ranked.findIndex((one) => one.bodyId === bodyId)
  return at < 0 ? null : at + 1
}

/**
 * Keeps what was recommended with the choice that was made, in the act's own transaction: what was looked at, what it came to, by which version,
 * and who chose what (law.md 12: scores advise, a named person decides). 无人可派 is over with it.
 */
export async function keepRecommendation(
  { tx, id: disputeId, now, actorId, version }: CaseFile,
  { rules, inputs, outcome, chosenBodyId }: { rules: RoutingRules; inputs: Inputs; outcome: Outcome; chosenBodyId: string },
): Promise<void> {
  await tx.$executeRaw`
    with found as (update dispute set unroutable_since = null where id = ${disputeId}::uuid and unroutable_since is not null)
    insert into recommendation (id, dispute_id, event_id, version, inputs, outcome, chosen_body_id, place, recorded_by_id, recorded_at)
    values (${newId()}::uuid, ${disputeId}::uuid, (select id from dispute_event where dispute_id = ${disputeId}::uuid and version = ${version}),
      ${rules.version}, ${JSON.stringify(worthKeeping(inputs))}::jsonb, ${JSON.stringify(outcome)}::jsonb, ${chosenBodyId}::uuid, ${placeOf(outcome, chosenBodyId)}, ${actorId}::uuid, ${now})`
}
