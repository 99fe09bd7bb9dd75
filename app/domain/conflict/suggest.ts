import type { Verdict } from './findings'

/** A mediator of a body, as a case is to be given. */
export type Free = { id: string; name: string; speaks: readonly string[]; load: number; cap: number | null; away: boolean }

/** A case that waits for one; `needs`: languages of the parties beside Chinese. */
export type Waiting = { id: string; needs: readonly string[] }

export type Why = { tied: number; away: number; full: number; all: number }
export type Suggested = { disputeId: string; mediator: Free | null; speaks: boolean; why: Why }

const full = ({ load, cap }: Free) => cap !== null && load >= cap

/**
 * For each case the best mediator who is free of everything: not on leave, under the cap, nothing found between them and the sides.
 * Who speaks what the parties speak comes first, then who has least, then by name; what was just given out counts as had. Nobody
 * eligible is null, with how many stand back for what; the same input gives the same answer.
 */
export function suggest(
  cases: readonly Waiting[],
  mediators: readonly Free[],
  verdictOf: (disputeId: string, mediatorId: string) => Verdict,
): Suggested[] {
  const given = new Map<string, number>()
  return cases.map(({ id, needs }) => {
    const now = mediators.map((one) => ({ ...one, load: one.load + (given.get(one.id) ?? 0) }))
    const tied = now.filter((one) => verdictOf(id, one.id) !== 'clear')
    const away = now.filter((one) => !tied.includes(one) && one.away)
    const atCap = now.filter((one) => !tied.includes(one) && !away.includes(one) && full(one))
    const missing = (one: Free) => needs.filter((code) => !one.speaks.includes(code)).length
    const [best] = now
      .filter((one) => !tied.includes(one) && !away.includes(one) && !atCap.includes(one))
      .sort(
        (a, b) => missing(a) - missing(b) || a.load - b.load || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) || (a.id < b.id ? -1 : 1),
      )
    if (best) given.set(best.id, (given.get(best.id) ?? 0) + 1)
    const why = { tied: tied.length, away: away.length, full: atCap.length, all: now.length }
    return { disputeId: id, mediator: best ?? null, speaks: best ? missing(best) === 0 : false, why }
  })
}
