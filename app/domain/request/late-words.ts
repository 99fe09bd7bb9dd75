import { dayIn, formatShortDay, formatTime, type LegalDay } from '../calendar/days'
import { dueWords, momentWords, type DueWords } from '../desk/due'
import { hasSpoken, nextTime, stepTimes, type StepName, type StepTime, type Timed } from './lateness'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** 25 分钟, 2 小时 10 分, 3 天 4 小时; less than a minute counts as one. */
export function lasting(ms: number): string {
  if (ms < hour) return `${Math.max(1, Math.floor(ms / minute))} 分钟`
  const [big, small, unit, rest] = ms < 2 * day ? [hour, minute, '小时', '分'] : [day, hour, '天', '小时']
  const left = Math.floor((ms % big) / small)
  return `${Math.floor(ms / big)} ${unit}${left ? ` ${left} ${rest}` : ''}`
}

const names = { receive: '签收', arrive: '到场', answer: '答复' } as const satisfies Record<StepName, string>

const moment = (at: Date) => `${formatShortDay(dayIn(at))} ${formatTime(at)}`

/** 到场迟了 2 小时, 还没答复，已超 3 天, 没有到场; empty where it is in time or still may be. */
function lateWord({ step, standing, ms }: StepTime): string {
  if (standing === 'late') return `${names[step]}迟了 ${lasting(ms)}`
  if (standing === 'overdue') return `还没${names[step]}，已超 ${lasting(ms)}`
  return standing === 'missed' ? `没有${names[step]}` : ''
}

/** Who was late at which step, a sentence each. A receipt that came late with everything else is not said twice. */
export function lateWords(row: Timed, now: Date): string[] {
  const said = stepTimes(row, now).filter((one) => lateWord(one) !== '')
  const others = said.filter(({ step }) => step !== 'receive')
  return (others.length && row.receivedAt === null ? others : said).map(lateWord)
}

/** When it came and answered: 11月3日 09:10 签收, 10:40 到场（要求 10:00）. */
export function stepWords(row: Timed, now: Date): string[] {
  const limit = (step: StepName) => stepTimes(row, now).find((one) => one.step === step)?.by
  const by = (step: StepName) => {
    const at = limit(step)
    return at ? `（要求${step === 'answer' ? `${formatShortDay(dayIn(at))}前` : moment(at)}）` : ''
  }
  return [
    row.receivedAt ? `${moment(row.receivedAt)} 签收` : '',
    row.arrivedAt ? `${moment(row.arrivedAt)} 到场${by('arrive')}` : row.arriveBy ? `请在 ${moment(row.arriveBy)} 前到场` : '',
    row.endedAt && hasSpoken(row.status)
      ? `${moment(row.endedAt)} ${row.status === 'refused' ? '答复不能办' : '答复'}${by('answer')}`
      : row.answerBy
        ? `请在 ${formatShortDay(row.answerBy)}前答复`
        : '',
  ].filter(Boolean)
}

/** What is waited for next, as a desk shows it: 到场已超 2 小时, 今天 10:00 前到场, 还剩 3 天. */
export function nextWords(row: Timed, now: Date, today: LegalDay): DueWords | undefined {
  const next = nextTime(row, now)
  if (!next) return undefined
  const { step, by, standing, ms } = next
  const basis = step === 'arrive' ? '到场期限' : '答复期限'
  if (standing === 'overdue') return { words: `${names[step]}已超 ${lasting(ms)}`, tone: 'late', day: moment(by), basis }
  if (step === 'answer') return dueWords(dayIn(by), today, basis)
  const soon = by.getTime() - now.getTime() < 4 * hour
  return { words: `${momentWords(by, today)} 前到场`, ...(soon && { tone: 'due' as const }), basis }
}
