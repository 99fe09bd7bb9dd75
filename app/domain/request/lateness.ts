import type { RequestStatus } from '#machines/request.machine'
import { instantAfter, type LegalDay } from '../calendar/days'

/** A request's times, as its row has them. `arriveBy`: an instant; `answerBy`: the last day. */
export type Timed = {
  status: RequestStatus
  askedAt: Date
  arriveBy: Date | null
  answerBy: LegalDay | null
  receivedAt: Date | null
  arrivedAt: Date | null
  endedAt: Date | null
}

/**
 * How a step stands against its time: inTime and late are done; running and overdue are not; missed ended without it;
 * off: taken back, or refused, before the time was up, so that nothing was owed any more.
 */
export type Standing = 'inTime' | 'late' | 'running' | 'overdue' | 'missed' | 'off'
export type StepName = 'receive' | 'arrive' | 'answer'
/** `by`: the last instant that is in time; `ms`: by how much it is over, 0 where it is not. */
export type StepTime = { step: StepName; by: Date; at: Date | null; standing: Standing; ms: number }

const open: readonly RequestStatus[] = ['asked', 'received']
const spoken: readonly RequestStatus[] = ['answered', 'refused']
const late: readonly Standing[] = ['late', 'overdue', 'missed']

/** Whether the unit said something: an answer, or that it cannot. */
export const hasSpoken = (status: RequestStatus): boolean => spoken.includes(status)

export const isOpenRequest = (status: RequestStatus): boolean => open.includes(status)

const earlier = (a: Date | null, b: Date | null) => (a && b ? (a < b ? a : b) : (a ?? b))
const over = (at: Date, by: Date) => Math.max(0, at.getTime() - by.getTime())

function timeOf(step: StepName, by: Date, at: Date | null, row: Timed, now: Date): StepTime {
  if (at) return { step, by, at, standing: at > by ? 'late' : 'inTime', ms: over(at, by) }
  if (isOpenRequest(row.status)) return { step, by, at, standing: now > by ? 'overdue' : 'running', ms: over(now, by) }
  const end = row.endedAt ?? now
  // An answer in writing is no arrival; a refusal or a withdrawal in good time calls it off.
  const called = row.status !== 'answered' && end <= by
  return { step, by, at, standing: called ? 'off' : 'missed', ms: over(end, by) }
}

/**
 * Each step that has a time, in order, against it. There are plain instants only, no working hours: the district has
 * published none (practice.md). A receipt has no time of its own: it is late once the first of the others is up.
 */
export function stepTimes(row: Timed, now: Date): StepTime[] {
  const answerBy = row.answerBy ? new Date(instantAfter(row.answerBy).getTime() - 1) : null
  const first = earlier(row.arriveBy, answerBy)
  const answered = hasSpoken(row.status) ? row.endedAt : null
  return [
    ...(first ? [timeOf('receive', first, row.receivedAt ?? answered, row, now)] : []),
    ...(row.arriveBy ? [timeOf('arrive', row.arriveBy, row.arrivedAt, row, now)] : []),
    ...(answerBy ? [timeOf('answer', answerBy, answered, row, now)] : []),
  ]
}

/** late: some step was or is; off: nothing was owed any more, or no time was set; else running until it ends. */
export type Outcome = 'inTime' | 'late' | 'running' | 'off'

/** What a request counts as. One late step makes it late, also while the rest still runs. */
export function outcomeOf(row: Timed, now: Date): Outcome {
  const times = stepTimes(row, now)
  if (times.some(({ standing }) => late.includes(standing))) return 'late'
  if (isOpenRequest(row.status)) return 'running'
  return times.some(({ standing }) => standing === 'inTime') ? 'inTime' : 'off'
}

/** The next time that somebody is waited for; null where nothing more runs. */
export const nextTime = (row: Timed, now: Date): StepTime | null =>
  stepTimes(row, now)
    .filter(({ step, standing }) => step !== 'receive' && (standing === 'running' || standing === 'overdue'))
    .sort((a, b) => a.by.getTime() - b.by.getTime())[0] ?? null

/** Steps that are late, for whoever asks who was late at what. */
export const lateSteps = (row: Timed, now: Date): StepTime[] => stepTimes(row, now).filter(({ standing }) => late.includes(standing))
