import type { LegalDay } from '../calendar/days'
import { routingRules, type RoutingRules } from './rules'
import first from './versions/2026-11-28.json'

/**
 * Every version that was ever in force, the oldest first. A version is never edited: what was recommended by it must come out
 * the same for ever (its hash stands in a test). A change is a new file, with its own date.
 */
export const routingVersions: readonly RoutingRules[] = [first].map((version) => routingRules.parse(version))

/** The version in force on a day; before the first, the first. */
export const rulesOn = (day: LegalDay): RoutingRules => {
  const [oldest] = routingVersions
  const inForce = routingVersions.filter(({ from }) => from <= day).at(-1) ?? oldest
  if (!inForce) throw new Error('there are no rules of routing')
  return inForce
}

/** A version by its name, for what was recommended by it; null where this product never had it. */
export const rulesNamed = (name: string): RoutingRules | null => routingVersions.find(({ version }) => version === name) ?? null
