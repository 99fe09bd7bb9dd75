import { addDays, dayIn, instantOf, type LegalDay } from '../calendar/days'
import type { RestDays } from '../calendar/rest-days'

/** Half a working day each, in minutes of Shanghai's clock: 9:00—12:00, 14:00—17:30. */
const halves = [
  [9 * 60, 12 * 60],
  [14 * 60, 17 * 60 + 30],
] as const
const minuteMs = 60_000
/** Sittings begin at the full or the half hour. */
const step = 30

export type Interval = { startsAt: Date; endsAt: Date }

export type Diary = {
  now: Date
  /** When the mediators, or the room that is wanted, are taken. */
  busy: readonly Interval[]
  /** Days on which a mediator is on leave or a party cannot come: first and last. */
  away: readonly { fromDay: LegalDay; toDay: LegalDay }[]
  restDays: Pick<RestDays, 'isRestDay'>
  /** How long it takes, in minutes. */
  minutes: number
  count?: number
}

/** Nobody looks further, in days. */
const furthest = 90

const overlaps = (one: Interval, other: Interval) => one.startsAt < other.endsAt && other.startsAt < one.endsAt

/**
 * 都能来的时间: the next times at which everybody and the room are free, on working days in working hours, at most one for each half of a
 * day, from an hour from now on. Fewer where there are none within ninety days.
 */
export function freeSlots({ now, busy, away, restDays, minutes, count = 5 }: Diary): Interval[] {
  const soonest = now.getTime() + 60 * minuteMs
  const today = dayIn(now)
  const found: Interval[] = []
  for (let ahead = 0; ahead < furthest && found.length < count; ahead += 1) {
    const day = addDays(today, ahead)
    if (restDays.isRestDay(day) || away.some(({ fromDay, toDay }) => fromDay <= day && day <= toDay)) continue
    const midnight = instantOf(day).getTime()
    for (const [from, to] of halves) {
      if (found.length === count) break
      for (let at = from; at + minutes <= to; at += step) {
        const startsAt = new Date(midnight + at * minuteMs)
        const slot = { startsAt, endsAt: new Date(startsAt.getTime() + minutes * minuteMs) }
        if (startsAt.getTime() < soonest || busy.some((taken) => overlaps(taken, slot))) continue
        found.push(slot)
        break
      }
    }
  }
  return found
}
