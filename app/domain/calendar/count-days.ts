import type { Counted, DayCount, Extension, Pause, Standing } from './counted'
import { addDays, addMonths, dayIn, daysBetween, formatDay, instantAfter, yearOf, type LegalDay } from './days'
import { lengthLabel } from './period-rule'

/** Which pause covers the day: its first day is inside, its last is not. */
const pauseOn = (pauses: readonly Pause[], day: LegalDay): Pause | undefined =>
  pauses.find(([from, to]) => from <= day && (to === null || day < to))

/** How many days have to be counted for a stretch: the days of its months, or its own number. */
function plainDays(from: LegalDay, { n, unit }: Extension): number {
  if (unit === 'h') throw new RangeError('以日、月、年计的期限不能按小时延长')
  if (unit === 'd' || unit === 'wd') return n
  return daysBetween(from, addMonths(from, unit === 'month' ? n : n * 12))
}

/** Periods of days, working days, months and years (law.md 13). */
export function countDays({ stretches, start, pauses, restDays, rest }: DayCount): Counted | Standing {
  const startDay = typeof start === 'string' ? start : dayIn(start)
  const unknown = new Set<number>()
  const isRest = (day: LegalDay) => {
    if (!restDays.hasTable(yearOf(day))) unknown.add(yearOf(day))
    return restDays.isRestDay(day)
  }
  const steps = [`自${formatDay(startDay)}起算，当日不计`]
  const close = () => {
    for (const year of [...unknown].sort()) steps.push(`${year}年的节假日表尚未公布或导入，按周末暂计`)
    return unknown.size > 0
  }
  let day = startDay
  let firstDay: LegalDay | null = null
  for (const [index, stretch] of stretches.entries()) {
    let left = plainDays(day, stretch)
    let stood = 0
    while (left > 0) {
      day = addDays(day, 1)
      const pause = pauseOn(pauses, day)
      if (pause && pause[1] === null) {
        steps.push(`${formatDay(day)}起中止，尚余 ${left} ${stretch.unit === 'wd' ? '个工作日' : '日'}，恢复后接着计算`)
        return { standing: true, firstDay, rawEnd: null, lastDay: null, due: null, left, provisional: close(), steps }
      }
      if (pause) stood += 1
      else if (stretch.unit !== 'wd' || !isRest(day)) {
        left -= 1
        firstDay ??= day
      }
    }
    if (stood > 0) steps.push(`中止期间 ${stood} 天不计`)
    steps.push(`${index === 0 ? '期限' : '延长'}${lengthLabel(stretch)}，计至${formatDay(day)}`)
  }
  const rawEnd = day
  if (rest) {
    while (isRest(day)) day = addDays(day, 1)
    if (day !== rawEnd) steps.push(`${formatDay(rawEnd)}是${restDays.nameOf(rawEnd) ?? '休息日'}，顺延至${formatDay(day)}`)
  }
  const provisional = close()
  return { standing: false, firstDay: firstDay ?? rawEnd, rawEnd, lastDay: day, due: instantAfter(day), provisional, steps }
}
