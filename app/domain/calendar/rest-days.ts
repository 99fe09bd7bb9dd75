import { addDays, weekday, yearOf, type LegalDay } from './days'

/** One day of a published holiday table that is not what its weekday says (or a statutory holiday on a weekend). */
export type CalendarDay = { day: LegalDay; rest: boolean; name: string; source: string }

export type RestDays = {
  /** Statutory holidays, days off moved to weekdays, and weekends that are not make-up working days. */
  isRestDay(day: LegalDay): boolean
  /** Whether the State Council's table for that year is held; without it only weekends are known (暂计). */
  hasTable(year: number): boolean
  /** 国庆节, 调休上班, 周末; null on an ordinary working day. */
  nameOf(day: LegalDay): string | null
}

/**
 * Rest days by a table (rows of calendar_day). A year counts as published once its National Day is in the table: a local
 * festival or the odd day that another year's notice sets does not make a year known.
 */
export function restDaysFrom(table: readonly CalendarDay[]): RestDays {
  const days = new Map(table.map((row) => [row.day, row]))
  const published = new Set(table.filter((row) => row.day.endsWith('-10-01')).map((row) => yearOf(row.day)))
  return {
    isRestDay: (day) => days.get(day)?.rest ?? weekday(day) > 5,
    hasTable: (year) => published.has(year),
    nameOf(day) {
      const row = days.get(day)
      if (row) return row.rest ? row.name : `${row.name}调休上班`
      return weekday(day) > 5 ? '周末' : null
    },
  }
}

/** The given day, or the first after it that is no rest day. */
export function nextWorkingDay(day: LegalDay, restDays: Pick<RestDays, 'isRestDay'>): LegalDay {
  let next = day
  while (restDays.isRestDay(next)) next = addDays(next, 1)
  return next
}
