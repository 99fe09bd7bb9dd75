/**
 * A second calculator of periods, written apart from the product's: it knows dates only as numbers of days since 1970 and
 * crosses them off a sheet, one by one. It shares no code with app/domain/calendar.
 */
export type PlainStretch = { n: number; unit: 'd' | 'wd' | 'month' | 'year' }
export type PlainQuestion = {
  /** YYYY-MM-DD of the event. */
  start: string
  stretches: PlainStretch[]
  /** First day that does not count, first that does again. */
  pauses: [string, string][]
  /** Whether a rest day at the end moves it. */
  moves: boolean
  /** Days off and working weekends, by the day. */
  off: ReadonlySet<string>
  worked: ReadonlySet<string>
}

const number = (day: string): number => Date.UTC(+day.slice(0, 4), +day.slice(5, 7) - 1, +day.slice(8)) / 86_400_000
const name = (n: number): string => {
  const at = new Date(n * 86_400_000)
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

const longest = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const daysOfMonth = (year: number, month: number): number =>
  month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 29 : longest[month - 1]!

/** The same-numbered day so many months on, by hand. */
function monthsOn(day: string, months: number): string {
  let [year, month] = [+day.slice(0, 4), +day.slice(5, 7)]
  for (let i = 0; i < months; i++) {
    month += 1
    if (month === 13) [year, month] = [year + 1, 1]
  }
  const numbered = Math.min(+day.slice(8), daysOfMonth(year, month))
  return `${year}-${String(month).padStart(2, '0')}-${String(numbered).padStart(2, '0')}`
}

/** 1970-01-01 was a Thursday. */
const weekend = (n: number): boolean => [2, 3].includes(((n % 7) + 7) % 7)

export function plainCount({ start, stretches, pauses, moves, off, worked }: PlainQuestion) {
  const rests = (n: number) => (off.has(name(n)) ? true : worked.has(name(n)) ? false : weekend(n))
  const stopped = new Set(
    pauses.flatMap(([from, to]) => Array.from({ length: Math.max(0, number(to) - number(from)) }, (_, i) => number(from) + i)),
  )
  let end = number(start)
  let first: number | null = null
  for (const { n, unit } of stretches) {
    const months = unit === 'month' ? n : unit === 'year' ? 12 * n : 0
    const many = months ? number(monthsOn(name(end), months)) - end : n
    // All days on which something is counted, as far as could be needed; the last that is needed is the end.
    const sheet: number[] = []
    for (let day = end + 1; sheet.length < many; day++) if (!stopped.has(day) && !(unit === 'wd' && rests(day))) sheet.push(day)
    first ??= sheet[0] ?? null
    end = sheet[many - 1]!
  }
  let last = end
  if (moves) while (rests(last)) last += 1
  return { first: name(first ?? end), raw: name(end), last: name(last), due: `${name(last + 1)}T00:00:00+08:00` }
}
