import { addDays, weekday, yearOf, type LegalDay } from '../calendar/days'
import type { Counted } from './read.server'

/** How many weeks are drawn, the running one among them. */
const shown = 12

export type WeekPoint = {
  monday: LegalDay
  new: number
  done: number
  /** 国庆: the holiday that makes the week a short one. */
  holiday?: string
  /** 10月, over the first week that begins in it. */
  month?: string
}
export type Weeks = { points: WeekPoint[]; month: { new: number; done: number }; today: number }

export const mondayOf = (day: LegalDay): LegalDay => addDays(day, 1 - weekday(day))

/** The first day that is counted: of the weeks shown, which hold the running month. */
export const firstDayOf = (today: LegalDay): LegalDay => addDays(mondayOf(today), -7 * (shown - 1))

const monthOf = (day: LegalDay) => day.slice(0, 7)
const sum = (rows: readonly Counted[]) => ({
  new: rows.reduce((total, row) => total + row.new, 0),
  done: rows.reduce((total, row) => total + row.done, 0),
})

/** 国庆 for 国庆节: a holiday is named over the week that has the most of its days. */
function holidayOf(monday: LegalDay, holidays: readonly { day: LegalDay; name: string }[]): string | undefined {
  const last = addDays(monday, 6)
  const within = holidays.filter(({ day }) => day >= monday && day <= last)
  const [first] = within
  if (!first) return undefined
  const near = (name: string, from: LegalDay, to: LegalDay) =>
    holidays.filter((one) => one.name === name && one.day >= from && one.day <= to).length
  const here = near(first.name, monday, last)
  const before = near(first.name, addDays(monday, -7), addDays(monday, -1))
  const after = near(first.name, addDays(last, 1), addDays(last, 7))
  return here > before && here >= after ? first.name.replace(/节$/u, '') : undefined
}

/** Twelve weeks of what came and what ended, with the names of the holidays; and the running month. */
export function weeksOf(days: readonly Counted[], holidays: readonly { day: LegalDay; name: string }[], today: LegalDay): Weeks {
  const first = firstDayOf(today)
  const points = Array.from({ length: shown }, (_, at): WeekPoint => {
    const monday = addDays(first, at * 7)
    const last = addDays(monday, 6)
    const holiday = holidayOf(monday, holidays)
    const begins = at === 0 || monthOf(addDays(monday, -7)) !== monthOf(monday)
    return {
      monday,
      ...sum(days.filter(({ day }) => day >= monday && day <= last)),
      ...(holiday ? { holiday } : {}),
      ...(begins ? { month: `${Number(monday.slice(5, 7))}月` } : {}),
    }
  })
  return {
    points,
    month: sum(days.filter(({ day }) => monthOf(day) === monthOf(today) && yearOf(day) === yearOf(today))),
    today: sum(days.filter(({ day }) => day === today)).new,
  }
}
