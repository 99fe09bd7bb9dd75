import { addDays, daysBetween, weekday, yearOf, type LegalDay } from '../calendar/days'

/** The Monday of a day's week. */
export const mondayOf = (day: LegalDay): LegalDay => addDays(day, 1 - weekday(day))

/** 2026-W49 (ISO 8601): a week belongs to the year of its Thursday. */
export function weekOf(day: LegalDay): string {
  const thursday = addDays(mondayOf(day), 3)
  const no = Math.floor(daysBetween(`${yearOf(thursday)}-01-01`, thursday) / 7) + 1
  return `${yearOf(thursday)}-W${String(no).padStart(2, '0')}`
}

/** The Monday of such a week; null for what names none, or one nobody plans in. */
export function mondayIn(week: string): LegalDay | null {
  const [, year, no] = /^(20\d{2})-W(\d{2})$/.exec(week) ?? []
  if (!year || !no) return null
  const monday = addDays(mondayOf(`${year}-01-04`), (Number(no) - 1) * 7)
  return weekOf(monday) === week ? monday : null
}
