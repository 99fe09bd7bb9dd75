import { countPeriod } from '../calendar/count'
import { addDays, dateOf, dayIn, instantAfter, type LegalDay } from '../calendar/days'
import { ruleAt } from '../calendar/find-rule'
import type { PeriodRule, PeriodUnit } from '../calendar/period-rule'
import { ruleBook, type RuleBook } from '../calendar/rule-book.server'
import type { CaseFile, Move } from '../dispute/case-file.server'
import type { RunningDeadline } from '../dispute/load.server'
import { newId } from '../id'
import { nextReminder } from '../reminder/rules'
import type { LedgerMove } from './ledger'
import { pauseGround, type Plan, type Running } from './plan'

const dayOf = (date: Date): LegalDay => date.toISOString().slice(0, 10)

/** The rule a running period was counted by. */
const ruleOf = (book: RuleBook, deadline: Running): PeriodRule | undefined =>
  book.rules.filter((rule) => rule.code === deadline.ruleCode).at(-1)

/** Counts a running period again with all its pauses and extensions, and writes what came out. */
export async function countAgain({ tx, now }: Pick<CaseFile, 'tx' | 'now'>, book: RuleBook, id: string): Promise<RunningDeadline | null> {
  const row = await tx.deadline.findUniqueOrThrow({
    where: { id },
    include: { pauses: true, extensions: { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] } },
  })
  const rule = ruleAt(book.rules, row.ruleCode, row.ruleVersion)
  if (!rule) return null
  const counted = countPeriod({
    rule,
    start: row.countedFrom,
    restDays: book.restDays,
    pauses: row.pauses.flatMap((pause) => (pause.toDay ? [[dayOf(pause.fromDay), dayOf(pause.toDay)] as const] : [])),
    extensions: row.extensions.map((one) => ({ n: one.length, unit: one.unit as PeriodUnit })),
  })
  await tx.deadline.update({
    where: { id },
    data: {
      firstDay: dateOf(counted.firstDay),
      rawEnd: dateOf(counted.rawEnd),
      lastDay: dateOf(counted.lastDay),
      dueAt: counted.due,
      provisional: counted.provisional,
      calendarVersion: book.version,
      remindAt: nextReminder(book, row.period, counted.lastDay, now),
      pausedSince: null,
      pauseReason: null,
      firedAt: null,
    },
  })
  return {
    id,
    subjectId: row.subjectId,
    period: row.period,
    ruleCode: row.ruleCode,
    ruleVersion: row.ruleVersion,
    countedFrom: row.countedFrom.toISOString(),
    dueAt: counted.due.toISOString(),
    lastDay: counted.lastDay,
    pausedSince: null,
  }
}

/** A running period began on another day than was written down: counted from there, by the version of its rule, with its pauses and extensions (U26). */
export async function recountFrom(file: CaseFile, of: { period: string; subjectId: string }, from: Date): Promise<void> {
  const running = file.dispute.deadlines.find(({ period, subjectId }) => period === of.period && subjectId === of.subjectId)
  if (!running) return
  const data = { countedFrom: from, firstDay: dateOf(addDays(dayIn(from), 1)) }
  await file.tx.deadline.update({ where: { id: running.id }, data })
  file.ledger.push({ does: 'from', id: running.id, from: from.toISOString() })
  // While it stands still it has no last day: it is counted from there when it goes on.
  if (running.pausedSince) return
  const again = await countAgain(file, await ruleBook(file.tx, file.dispute.rulesVersion), running.id)
  if (again) file.dispute.deadlines = file.dispute.deadlines.map((one) => (one.id === again.id ? again : one))
}

/** Looks again on a day that the parties agreed to, where the rule has no ground to pause or to be lengthened. */
async function lookAgainOn(file: CaseFile, book: RuleBook, lastDay: LegalDay, at: Date) {
  const data = {
    id: newId(),
    disputeId: file.id,
    subjectKind: 'dispute',
    subjectId: file.id,
    period: 'lookAgain',
    countedFrom: at,
    firstDay: dateOf(addDays(dayIn(at), 1)),
    rawEnd: dateOf(lastDay),
    lastDay: dateOf(lastDay),
    dueAt: instantAfter(lastDay),
    calendarVersion: book.version,
    remindAt: nextReminder(book, 'lookAgain', lastDay, file.now),
    createdVersion: file.version + 1,
  }
  const stopped = await file.tx.$queryRaw<{ id: string }[]>`update deadline set stopped_at = ${at}, stopped_why = 'extend'
    where dispute_id = ${file.id}::uuid and period = 'lookAgain' and stopped_at is null returning id`
  await file.tx.deadline.create({ data })
  file.ledger.push(...stopped.map(({ id }): LedgerMove => ({ does: 'stop', id, why: 'extend', at: at.toISOString() })), {
    does: 'start',
    id: data.id,
    period: data.period,
    kind: data.subjectKind,
    subject: data.subjectId,
    rule: null,
    version: null,
    from: at.toISOString(),
    last: lastDay,
  })
}

const extended = (rule: PeriodRule | undefined) => rule !== undefined && rule.extends !== 'none'

/**
 * Pauses, resumes and lengthens running periods as the rule allows. Without a ground in the rule the clock is left alone;
 * both sides' consent is on the event and only the look-again date moves (law.md 1a; design: Periods).
 */
export async function adjustDeadlines(file: CaseFile, { pauses, resumes, extensions }: Plan, act: Move & { happenedAt: Date }) {
  const changed = new Map<string, RunningDeadline>()
  if (!pauses.length && !resumes.length && !extensions.length) return changed
  const book = await ruleBook(file.tx, file.dispute.rulesVersion)
  const today = dayIn(act.happenedAt)
  const { event } = act
  for (const deadline of pauses) {
    const reason = 'reason' in event ? event.reason : ''
    if (!pauseGround(book, deadline, reason, today)) continue
    await file.tx.deadlinePause.create({ data: { id: newId(), deadlineId: deadline.id, fromDay: dateOf(today), reason } })
    await file.tx.deadline.update({ where: { id: deadline.id }, data: { pausedSince: dateOf(today), pauseReason: reason } })
    file.ledger.push({ does: 'pause', id: deadline.id, day: today, reason })
    const running = file.dispute.deadlines.find(({ id }) => id === deadline.id)
    if (running) changed.set(deadline.id, { ...running, pausedSince: today })
  }
  for (const { id } of resumes) {
    await file.tx.deadlinePause.updateMany({ where: { deadlineId: id, toDay: null }, data: { toDay: dateOf(today) } })
    file.ledger.push({ does: 'resume', id, day: today })
    const again = await countAgain(file, book, id)
    if (again) changed.set(id, again)
  }
  if (event.type !== 'extend') return changed
  for (const deadline of extensions) {
    if (!extended(ruleOf(book, deadline))) {
      await lookAgainOn(file, book, addDays(deadline.lastDay > today ? deadline.lastDay : today, event.days), act.happenedAt)
      continue
    }
    await file.tx.deadlineExtension.create({
      data: { id: newId(), deadlineId: deadline.id, length: event.days, unit: event.unit, recordedAt: file.now },
    })
    file.ledger.push({ does: 'extend', id: deadline.id, n: event.days, unit: event.unit as PeriodUnit })
    const again = await countAgain(file, book, deadline.id)
    if (again) changed.set(deadline.id, again)
  }
  return changed
}
