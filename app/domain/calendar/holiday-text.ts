import { addDays, daysBetween, formatDay, isLegalDay, weekday, yearOf, type LegalDay } from './days'
import type { CalendarDay } from './rest-days'

/** What is wrong with a pasted table, in a sentence that names its line. */
export type HolidayProblem = { problem: string }

const line = /^(\d{4}-\d{2}-\d{2})(?:\s*(?:至|到|~)\s*(\d{4}-\d{2}-\d{2}))?\s+(休|班)\s+(\S+)$/u
/** A notice never gives more days in a row than this. */
const longest = 15

type Range = { from: LegalDay; to: LegalDay; rest: boolean; name: string }

function rangeOf(text: string, at: number, year: number): Range | HolidayProblem {
  const found = line.exec(text)
  if (!found) return { problem: `第 ${at} 行没有看懂：“${text}”。照这样写：2027-02-05 至 2027-02-12 休 春节` }
  const [, from = '', to = from, kind, name = ''] = found
  if (!isLegalDay(from) || !isLegalDay(to)) return { problem: `第 ${at} 行的日期不对：“${text}”` }
  if (to < from || daysBetween(from, to) >= longest) return { problem: `第 ${at} 行的起止不对：“${text}”` }
  if (yearOf(from) !== year || yearOf(to) !== year) return { problem: `第 ${at} 行不在${year}年里：“${text}”` }
  return { from, to, rest: kind === '休', name }
}

/** A working day needs no line: only a weekend that is worked does, and only a day off that is one. */
const needless = (day: LegalDay, rest: boolean): boolean => !rest && weekday(day) <= 5

/**
 * The days of a year's table as they are pasted from the State Council's notice, a day or a stretch a line: 休 for days off, 班 for weekends
 * that are worked. Answers the days, or the first thing that is wrong.
 */
export function readHolidays(text: string, year: number, source: string): CalendarDay[] | HolidayProblem {
  const days = new Map<LegalDay, CalendarDay>()
  for (const [place, raw] of text.split('\n').entries()) {
    const written = raw.trim().replace(/[\s，,]+/gu, ' ')
    if (!written) continue
    const range = rangeOf(written, place + 1, year)
    if ('problem' in range) return range
    for (let day = range.from; day <= range.to; day = addDays(day, 1)) {
      if (days.has(day)) return { problem: `${formatDay(day)}写了两次` }
      if (needless(day, range.rest)) return { problem: `${formatDay(day)}本来就上班，不用写“班”` }
      days.set(day, { day, rest: range.rest, name: range.name, source })
    }
  }
  const statutory = ['01-01', '05-01', '10-01', '10-02', '10-03'].find((one) => !days.get(`${year}-${one}`)?.rest)
  if (statutory) return { problem: `${formatDay(`${year}-${statutory}`)}是法定节假日，表里没有写“休”，表可能不全` }
  return [...days.values()].sort((a, b) => a.day.localeCompare(b.day))
}

/** The same text from the days, stretches together: what is shown to be changed. */
export function writeHolidays(days: readonly CalendarDay[]): string {
  const ranges: Range[] = []
  for (const { day, rest, name } of [...days].sort((a, b) => a.day.localeCompare(b.day))) {
    const last = ranges.at(-1)
    if (last && last.rest === rest && last.name === name && addDays(last.to, 1) === day) last.to = day
    else ranges.push({ from: day, to: day, rest, name })
  }
  return ranges.map(({ from, to, rest, name }) => `${from}${to === from ? '' : ` 至 ${to}`} ${rest ? '休' : '班'} ${name}`).join('\n')
}
