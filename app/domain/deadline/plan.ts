import type { Effect } from '#machines/effects'
import { outlives, type Period } from '#machines/periods'
import { countPeriod } from '../calendar/count'
import { addDays, dayIn, instantAfter, type LegalDay } from '../calendar/days'
import { findRule, ruleByCode } from '../calendar/find-rule'
import type { CourtProcedure, PeriodRule } from '../calendar/period-rule'
import type { RuleBook } from '../calendar/rule-book.server'
import { nextReminder } from '../reminder/rules'

/** A running period as the plan needs it. */
export type Running = {
  id: string
  subjectId: string
  period: string
  ruleCode: string | null
  dueAt: Date
  lastDay: LegalDay
  pausedSince: LegalDay | null
}

/** A period that begins: what it was counted by, so that it can be explained. */
export type Started = {
  subjectKind: 'dispute' | 'leg' | 'agreement' | 'request'
  subjectId: string
  period: Period
  rule: Pick<PeriodRule, 'code' | 'version'> | null
  countedFrom: Date
  firstDay: LegalDay
  rawEnd: LegalDay
  lastDay: LegalDay
  dueAt: Date
  provisional: boolean
  /** With which number of the rules it was counted. */
  calendarVersion: number
  remindAt: Date | null
}

export type Plan = { stops: { id: string; why: string }[]; starts: Started[]; pauses: Running[]; resumes: Running[]; extensions: Running[] }

export type Occasion = {
  book: RuleBook
  effects: Effect[]
  running: Running[]
  disputeId: string
  legId: string | null
  /** An agreement or request that the act is about. */
  subjectId: string | null
  /** When the mediation's period began. */
  receivedAt: Date | null
  type: string
  source: string
  channel: string
  procedure?: CourtProcedure | undefined
  happenedAt: Date
  /** When it is written down: nobody is reminded of what was due before. */
  now: Date
  statusChanged: boolean
  why: string
  /** For periods whose last day is said rather than counted: the next due day of the agreement, the answer asked for. */
  lastDays: Partial<Record<Period, LegalDay | null>>
}

const subjectOf = (period: Period, of: Occasion): Pick<Started, 'subjectKind' | 'subjectId'> => {
  if (period === 'mediation' && of.legId) return { subjectKind: 'leg', subjectId: of.legId }
  if (period === 'confirmation' && of.subjectId) return { subjectKind: 'agreement', subjectId: of.subjectId }
  if (period === 'answer' && of.subjectId) return { subjectKind: 'request', subjectId: of.subjectId }
  return { subjectKind: 'dispute', subjectId: of.disputeId }
}

/** The rule that fits this dispute; performance falls back on looking again where no day is due. */
export const ruleFor = (period: Period, of: Pick<Occasion, 'book' | 'type' | 'source' | 'channel' | 'procedure'>, on: LegalDay) =>
  findRule(of.book.rules, {
    period: period === 'performance' ? 'lookAgain' : period,
    type: of.type,
    source: of.source,
    channel: of.channel,
    ...(of.procedure && { procedure: of.procedure }),
    on,
  })

function start(period: Period, of: Occasion): Started | null {
  const countedFrom = period === 'mediation' ? (of.receivedAt ?? of.happenedAt) : of.happenedAt
  const watched = (lastDay: LegalDay) => ({ calendarVersion: of.book.version, remindAt: nextReminder(of.book, period, lastDay, of.now) })
  const said = of.lastDays[period]
  if (said) {
    const lastDay = said
    return {
      ...subjectOf(period, of),
      period,
      rule: null,
      countedFrom,
      firstDay: addDays(dayIn(countedFrom), 1),
      rawEnd: lastDay,
      lastDay,
      dueAt: instantAfter(lastDay),
      provisional: false,
      ...watched(lastDay),
    }
  }
  if (period === 'answer') return null // no day was asked for
  const rule = ruleFor(period, of, dayIn(countedFrom))
  const { firstDay, rawEnd, lastDay, due, provisional } = countPeriod({
    rule,
    start: countedFrom,
    pauses: [] as [LegalDay, LegalDay][],
    restDays: of.book.restDays,
  })
  return { ...subjectOf(period, of), period, rule, countedFrom, firstDay, rawEnd, lastDay, dueAt: due, provisional, ...watched(lastDay) }
}

/** Whether the law lets the clock of this period stand for such a reason. */
export function pauseGround(book: RuleBook, deadline: Running, reason: string, on: LegalDay) {
  const rule = deadline.ruleCode === null ? null : ruleByCode(book.rules, deadline.ruleCode, on)
  return rule?.pauses.find((ground) => ground.reason === reason) ?? null
}

/**
 * What a step's effects mean for the running periods. A period that begins anew stops the one that runs under the same
 * name; a look-again date that an act set by hand ends with the state it was set in.
 */
export function planDeadlines(of: Occasion): Plan {
  const plan: Plan = { stops: [], starts: [], pauses: [], resumes: [], extensions: [] }
  const same = (period: Period) => {
    const { subjectId } = subjectOf(period, of)
    return of.running.filter((one) => one.period === period && (!outlives(period) || one.subjectId === subjectId))
  }
  const stop = (deadlines: Running[], why: string) => {
    for (const { id } of deadlines) if (!plan.stops.some((one) => one.id === id)) plan.stops.push({ id, why })
  }
  if (of.statusChanged)
    stop(
      of.running.filter((one) => one.period === 'lookAgain'),
      of.why,
    )
  for (const effect of of.effects) {
    if (effect.type === 'stop') stop(same(effect.period), of.why)
    if (effect.type === 'start' || effect.type === 'recount') {
      const running = same(effect.period)
      const started = start(effect.period, of)
      if (effect.type === 'recount' && started && running.some(({ lastDay }) => lastDay === started.lastDay)) continue
      stop(running, of.why)
      if (started) plan.starts.push(started)
    }
    if (effect.type === 'pause') plan.pauses.push(...same(effect.period))
    if (effect.type === 'resume') plan.resumes.push(...same(effect.period).filter((one) => one.pausedSince))
    if (effect.type === 'extend') plan.extensions.push(...same(effect.period))
  }
  return plan
}
