import type { Counted, DayCount, Extension, Standing } from './counted'
import { addDays, dayIn, formatInstant, instantOf, lastDayBefore, type LegalDay } from './days'
import { lengthLabel } from './period-rule'

const hourMs = 3_600_000

function hoursOf({ n, unit }: Extension): number {
  if (unit === 'h') return n
  if (unit === 'd') return n * 24
  throw new RangeError('以小时计的期限只能按小时或日延长')
}

/**
 * Periods of hours: from the stated moment, not from the next day, and no rest day moves them. A start without an hour
 * is taken at the end of its day, since the day itself does not count.
 */
export function countHours({ stretches, start, pauses }: DayCount): Counted | Standing {
  const from = typeof start === 'string' ? instantOf(addDays(start, 1)) : start
  const steps = [`自${formatInstant(from)}起算`]
  let at = from.getTime()
  let firstDay: LegalDay | null = null
  for (const [index, stretch] of stretches.entries()) {
    let left = hoursOf(stretch) * hourMs
    while (left > 0) {
      const today = dayIn(new Date(at))
      const nextDay = instantOf(addDays(today, 1)).getTime()
      const pause = pauses.find(([first, end]) => first <= today && (end === null || today < end))
      if (pause && pause[1] === null) {
        steps.push(`${formatInstant(new Date(at))}起中止，恢复后接着计算`)
        const hours = left / hourMs
        return { standing: true, firstDay, rawEnd: null, lastDay: null, due: null, left: hours, provisional: false, steps }
      }
      if (!pause) {
        firstDay ??= today
        const run = Math.min(left, nextDay - at)
        left -= run
        at += run
      } else at = nextDay
    }
    steps.push(`${index === 0 ? '期限' : '延长'}${lengthLabel(stretch)}，至${formatInstant(new Date(at))}`)
  }
  const due = new Date(at)
  const lastDay = lastDayBefore(due)
  return { standing: false, firstDay: firstDay ?? lastDay, rawEnd: lastDay, lastDay, due, provisional: false, steps }
}
