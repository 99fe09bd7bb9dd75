import { addDays, dayIn, instantOf, type LegalDay } from '#app/domain/calendar/days'

const minute = 60_000
const nine = 9 * 60 * minute

export type CaseClock = {
  /** When each act is done and written down, in the order of the acts. */
  times: Date[]
  /** The legal day that a case's day stands for. */
  dayOf: (day: number) => LegalDay
}

/**
 * The times of a case: its last act falls on today and ends now, other days begin at 09:00 in Shanghai, a minute an act.
 * A day with more acts than minutes, or a today that has hardly begun, holds them closer together.
 */
export function clockOf(days: readonly number[], now: Date): CaseClock {
  const last = days.at(-1) ?? 0
  const dayZero = addDays(dayIn(now), -last)
  const dayOf = (day: number) => addDays(dayZero, day)
  const times = days.map((day, n) => {
    const first = days.indexOf(day)
    const count = days.lastIndexOf(day) - first + 1
    const midnight = instantOf(dayOf(day)).getTime()
    if (day === last) {
      const gap = Math.min(minute, Math.floor((now.getTime() - midnight) / count))
      return new Date(now.getTime() - (days.length - 1 - n) * gap)
    }
    const gap = Math.min(minute, Math.floor((14 * 60 * minute) / count))
    return new Date(midnight + nine + (n - first) * gap)
  })
  return { times, dayOf }
}
