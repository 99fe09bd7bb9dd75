import type { LegalDay } from '../calendar/days'

/** Somebody is away from the first to the last day, and who stands in, if anybody. */
export type Leave = { who: string; from: LegalDay; to: LegalDay; substitute: string | null }

const covers = (leave: Leave, who: string, day: LegalDay) => leave.who === who && leave.from <= day && day <= leave.to

/** Who does the work of somebody on a day, through the chain of substitutes; `through`: everybody asked on the way who is away too. */
export type StandIn = { id: string | null; through: string[] }

/**
 * Follows the substitutes until somebody is there. Null where the chain ends with nobody: that is said, never guessed. It ends for any
 * rows whatever: nobody is asked twice.
 */
export function standInOn(leaves: readonly Leave[], who: string, day: LegalDay): StandIn {
  const through: string[] = []
  let at: string | null = who
  while (at !== null) {
    const asked: string = at
    if (through.includes(asked)) return { id: null, through }
    const away = leaves.filter((leave) => covers(leave, asked, day))
    if (!away.length) return { id: asked, through }
    through.push(asked)
    at = away.find(({ substitute }) => substitute !== null)?.substitute ?? null
  }
  return { id: null, through }
}

/**
 * The first day on which a leave more would close a loop of substitutes, and who is on it; null: on none. `leaves` hold none yet.
 */
export function loopOf(leaves: readonly Leave[], more: Leave): { day: LegalDay; through: string[] } | null {
  const follow = (at: string, from: LegalDay, to: LegalDay, through: string[]): { day: LegalDay; through: string[] } | null => {
    if (at === more.who) return { day: from, through }
    if (through.includes(at)) return null
    const found = leaves.flatMap((leave) => {
      const [first, last] = [leave.from > from ? leave.from : from, leave.to < to ? leave.to : to]
      if (leave.who !== at || leave.substitute === null || first > last) return []
      return follow(leave.substitute, first, last, [...through, at]) ?? []
    })
    return found.reduce<{ day: LegalDay; through: string[] } | null>((best, one) => (!best || one.day < best.day ? one : best), null)
  }
  return more.substitute === null ? null : follow(more.substitute, more.from, more.to, [])
}
