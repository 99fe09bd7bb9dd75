import { reading, type Reading } from '#app/db/client.server'
import { dayIn } from '../calendar/days'
import type { Outcome } from './reasons'
import type { RoutingRules } from './rules'
import { readInputs, type Read } from './read.server'
import { recommend } from './recommend'
import { rulesOn } from './versions'

export type Recommended = { rules: RoutingRules; read: Read; outcome: Outcome }

/** Who could take a dispute as it stands now, by the rules of today; looking at one body alone where `only` is given. One statement. */
export async function recommended(
  disputeId: string,
  { now = new Date(), from = reading, only = null }: { now?: Date; from?: Reading; only?: string | null } = {},
): Promise<Recommended> {
  const rules = rulesOn(dayIn(now))
  const read = await readInputs(from, disputeId, now, only)
  return { rules, read, outcome: recommend(rules, read) }
}
