import { daysBetween, dayIn, formatShortDay, formatTime, weekday, type LegalDay } from '../calendar/days'

/** Words of a deadline, ready to show (the shape is the component's). `late` is over, `due` is near. */
export type DueWords = { words: string; tone?: 'late' | 'due'; day?: string; basis?: string }

/** From so many days on, a deadline counts as near. */
const near = 3

/** 已超 2 天, 今天到期, 还剩 3 天, with the last day and whose rule it is. */
export function dueWords(lastDay: LegalDay, today: LegalDay, basis?: string): DueWords {
  const left = daysBetween(today, lastDay)
  const rest = basis ? { basis } : {}
  if (left < 0) return { words: `已超 ${-left} 天`, tone: 'late', day: `${formatShortDay(lastDay)}到期`, ...rest }
  if (left === 0) return { words: '今天到期', tone: 'due', ...rest }
  return { words: `还剩 ${left} 天`, ...(left <= near ? { tone: 'due' as const } : {}), day: `${formatShortDay(lastDay)}前`, ...rest }
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const

/** 周二 */
export const weekdayWord = (day: LegalDay): string => `周${weekdays[weekday(day) - 1] ?? ''}`

/** 今天 14:30, 周二 09:30, 12月3日 09:30: a meeting or a departure, as it is read on the desk. */
export function momentWords(at: Date, today: LegalDay): string {
  const day = dayIn(at)
  const left = daysBetween(today, day)
  const word = left === 0 ? '今天' : left === 1 ? '明天' : left > 1 && left < 7 ? weekdayWord(day) : formatShortDay(day)
  return `${word} ${formatTime(at)}`
}

/** How long something has waited, in words: 刚到, 2 小时, 3 天. */
export function waitWords(since: Date, now: Date): string {
  const hours = Math.floor((now.getTime() - since.getTime()) / 3_600_000)
  if (hours < 1) return '刚到'
  return hours < 24 ? `等了 ${hours} 小时` : `等了 ${Math.floor(hours / 24)} 天`
}

export type DueGroup = 'late' | 'today' | 'week' | 'later'
export const dueGroups = { late: '逾期', today: '今天', week: '本周', later: '以后' } as const satisfies Record<DueGroup, string>

/** Where something due (or met) on that day belongs on the desk; what has no day comes later. */
export function dueGroupOf(day: LegalDay | null, today: LegalDay): DueGroup {
  if (day === null) return 'later'
  const left = daysBetween(today, day)
  if (left < 0) return 'late'
  if (left === 0) return 'today'
  return left <= 7 - weekday(today) ? 'week' : 'later'
}

/** Counts on lists stop at a thousand. */
export const countLimit = 1000
export const countWord = (count: number): string => (count > countLimit ? `${countLimit}+` : String(count))
