import { addDays, dayIn, formatTime, weekday, type LegalDay } from '../calendar/days'
import { weekdayWord } from './due'

type Met = { id: string; title: string; nextAt: Date | null; nextPlace: string | null }

export type WeekMeeting = { id: string; href: string; time: string; title: string; place?: string }
export type WeekDay = { key: LegalDay; label: string; today?: boolean; off?: string; meetings: WeekMeeting[] }

const meeting = ({ id, title, nextAt, nextPlace }: Met & { nextAt: Date }): WeekMeeting => ({
  id,
  href: `/disputes/${id}/do/session`,
  time: formatTime(nextAt),
  title,
  ...(nextPlace ? { place: nextPlace } : {}),
})

/** The meetings agreed for this week, Monday to Sunday, each day in the order of the clock. */
export function weekOf(rows: readonly Met[], today: LegalDay): WeekDay[] {
  const monday = addDays(today, 1 - weekday(today))
  const met = rows
    .flatMap((row) => (row.nextAt ? [{ ...row, nextAt: row.nextAt }] : []))
    .sort((a, b) => a.nextAt.getTime() - b.nextAt.getTime())
  return Array.from({ length: 7 }, (_, at) => {
    const day = addDays(monday, at)
    return {
      key: day,
      label: `${weekdayWord(day)} ${Number(day.slice(8))} 日`,
      ...(day === today ? { today: true } : {}),
      meetings: met.filter(({ nextAt }) => dayIn(nextAt) === day).map(meeting),
    }
  })
}
