import { createHash } from 'node:crypto'
import { yearOf } from './days'
import type { CalendarDay } from './rest-days'

export type CalendarTable = { year: number; source: string; days: number; sha256: string }

const line = ({ day, rest, name }: CalendarDay) => `${day} ${rest ? 'rest' : 'work'} ${name}`

/** The print of a year's table: the same days give the same print, whatever their order. */
export const tablePrint = (days: readonly CalendarDay[]): string =>
  createHash('sha256').update(days.map(line).sort().join('\n')).digest('hex')

/** One line a year, of the days that are held. */
export function calendarTables(days: readonly CalendarDay[]): CalendarTable[] {
  const years = [...new Set(days.map(({ day }) => yearOf(day)))].sort((a, b) => a - b)
  return years.map((year) => {
    const own = days.filter(({ day }) => yearOf(day) === year)
    return { year, source: own[0]?.source ?? '', days: own.length, sha256: tablePrint(own) }
  })
}
