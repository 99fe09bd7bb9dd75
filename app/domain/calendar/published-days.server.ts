import chineseDays from 'chinese-days'
import { addDays, yearOf } from './days'
import type { CalendarDay } from './rest-days'

/** The first year whose adjusted working days the package holds. */
const firstYear = 2004

/**
 * The published holiday tables, year by year, as far as the package has them; the seed fills `calendar_day` with them.
 * A year for which there is none yet (announced each November) yields no row, and stays 暂计 until it is imported.
 */
export function publishedCalendarDays(lastYear = 2100): CalendarDay[] {
  const found: CalendarDay[] = []
  for (let day = `${firstYear}-01-01`; yearOf(day) <= lastYear; day = addDays(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(day)
    // An ordinary day carries a weekday's name; a day of the table "National Day,国庆节,3".
    const chinese = name.split(',')[1]
    if (chinese) found.push({ day, rest: !work, name: chinese, source: `国务院办公厅${yearOf(day)}年节假日安排` })
    // The package holds no gaps: a whole year without a row is the first that is not published.
    else if (day.endsWith('-12-31') && (found.at(-1)?.day ?? '') < `${yearOf(day)}-01-01`) break
  }
  return found
}
