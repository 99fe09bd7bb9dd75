import { addDays, dayIn, instantOf, type LegalDay } from '#app/domain/calendar/days'

const minute = 60_000
const hour = 60 * minute

/** A Thursday in a year whose holidays are published, with no holiday near: where stories begin. */
export const firstDay: LegalDay = '2026-03-05'

/** That moment by a Shanghai clock: `time('2026-03-05', 9, 30)`. */
export const time = (day: LegalDay, hours = 9, minutes = 0): Date => new Date(instantOf(day).getTime() + hours * hour + minutes * minute)

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * minute)

/** The same time of day, so many days later. */
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * 24 * hour)

/** 09:00 on the day after a last day: when a sweep finds it run out. */
export const morningAfter = (lastDay: LegalDay): Date => time(addDays(lastDay, 1))

export const dayOf = (at: Date): LegalDay => dayIn(at)
