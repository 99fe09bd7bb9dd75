/**
 * Legal days. A legal day is a `YYYY-MM-DD` string in Shanghai's calendar and never a `Date`, so that no time zone of a
 * machine can move it. Days compare and sort as plain strings.
 */
export type LegalDay = string

const dayMs = 86_400_000
/** Shanghai has had no summer time since 1991: a fixed offset is exact for every case this system can hold. */
const shanghaiMs = 8 * 3_600_000
const weekdayNames = ['日', '一', '二', '三', '四', '五', '六'] as const

const utc = (day: LegalDay): number => {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (!isLegalDay(day) || Number.isNaN(at)) throw new RangeError(`不是有效的日期：${day}`)
  return at
}

const dayAt = (ms: number): LegalDay => new Date(ms).toISOString().slice(0, 10)

/** A day as the database's `date` is written: its first moment in UTC. Throws RangeError for what is no day. */
export const dateOf = (day: LegalDay): Date => new Date(utc(day))

/** Whether the text is a real day of the calendar (2026-02-30 is none). */
export function isLegalDay(text: string): text is LegalDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && dayAt(at) === text
}

/** The day `days` later; earlier when negative. Throws RangeError for what is no day. */
export const addDays = (day: LegalDay, days: number): LegalDay => dayAt(utc(day) + days * dayMs)

/** Same-numbered day `months` later, or the last day of that month where there is none (Civil Code 202). */
export function addMonths(day: LegalDay, months: number): LegalDay {
  const at = new Date(utc(day))
  const first = new Date(Date.UTC(2000, 0, 1))
  first.setUTCFullYear(at.getUTCFullYear(), at.getUTCMonth() + months, 1)
  const last = new Date(first)
  last.setUTCFullYear(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)
  first.setUTCDate(Math.min(at.getUTCDate(), last.getUTCDate()))
  return dayAt(first.getTime())
}

/** Whole days from the first to the second: 1 for the next day, negative when the second is earlier. */
export const daysBetween = (from: LegalDay, to: LegalDay): number => Math.round((utc(to) - utc(from)) / dayMs)

/** 1 Monday … 7 Sunday. */
export const weekday = (day: LegalDay): number => new Date(utc(day)).getUTCDay() || 7

export const yearOf = (day: LegalDay): number => Number(day.slice(0, 4))

/** The day it is in Shanghai at that instant. */
export const dayIn = (at: Date): LegalDay => dayAt(at.getTime() + shanghaiMs)

/** 00:00 in Shanghai at the beginning of the day. */
export const instantOf = (day: LegalDay): Date => new Date(utc(day) - shanghaiMs)

/** 00:00 in Shanghai after the day: the due instant of a period whose last day it is. */
export const instantAfter = (day: LegalDay): Date => new Date(utc(day) + dayMs - shanghaiMs)

/** The last day that people are shown for a due instant; the inverse of `instantAfter`. */
export const lastDayBefore = (due: Date): LegalDay => dayIn(new Date(due.getTime() - 1))

/** 2026-03-05T09:30:00+08:00: an instant as a Shanghai clock says it, to the second. */
export const shanghaiIso = (at: Date): string => `${new Date(at.getTime() + shanghaiMs).toISOString().slice(0, 19)}+08:00`

/** 2026年3月5日（周四） */
export const formatDay = (day: LegalDay): string => `${formatDate(day)}（周${weekdayNames[weekday(day) % 7]}）`

/** 2026年3月5日 */
export const formatDate = (day: LegalDay): string => `${yearOf(day)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** 3月5日, for a list whose year is plain. */
export const formatShortDay = (day: LegalDay): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** 09:30 in Shanghai. */
export const formatTime = (at: Date): string => shanghaiIso(at).slice(11, 16)

/** 2026年3月5日（周四）09:30 in Shanghai. */
export const formatInstant = (at: Date): string => `${formatDay(dayIn(at))}${formatTime(at)}`

/** What is left until a last day, in words: 还剩 3 天, 今天到期, 已超期 2 天. */
export function formatLeft(lastDay: LegalDay, today: LegalDay): string {
  const left = daysBetween(today, lastDay)
  if (left === 0) return '今天到期'
  return left > 0 ? `还剩 ${left} 天` : `已超期 ${-left} 天`
}
