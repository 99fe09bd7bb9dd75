import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import type { DisputeFacts } from '#machines/dispute.facts'
import type { Effect, LegResult } from '#machines/effects'
import { deskOf } from '#machines/step'
import { clock } from '../actor'
import { nextDueDayOf } from '../agreement/due.server'
import { ruleBook } from '../calendar/rule-book.server'
import { refuseKeeper, refuseMediators, refuseRequested } from '../conflict/refuse.server'
import { adjustDeadlines } from '../deadline/adjust.server'
import { planDeadlines, type Plan, type Running } from '../deadline/plan'
import { runOn } from '../deadline/rest.server'
import { writePlan } from '../deadline/write.server'
import { newId } from '../id'
import { Refusal } from '../refusal'
import type { CaseFile, Move } from './case-file.server'
import { endLeg, nameMediators, openLeg, receiveLeg } from './legs.server'
import { readLeg } from './load.server'
import { sittingsEnd } from '../schedule/ending.server'
import { endKeeping } from './sight-rows.server'
import { writeEvent, type Words } from './record.server'
import { jobsOf } from './tell.server'
import { endWhatWasAsked } from './asked-of-others.server'

type Next = { status: DisputeStatus; facts: DisputeFacts }
type Done = Move & { id: string; happenedAt: Date; effects: Effect[] }

/** Who kept a dispute until its end may still visit, or hear that it came back. */
const keepsItsKeeper: Partial<Record<LegResult, true>> = { closed: true }

const counts: Effect['type'][] = ['start', 'stop', 'recount', 'pause', 'resume', 'extend']

/** The running periods as the plan reads them. */
const runningOf = ({ dispute }: CaseFile): Running[] => dispute.deadlines.map((one) => ({ ...one, dueAt: new Date(one.dueAt) }))

async function plan(file: CaseFile, act: Done, next: Next, legId: string | null): Promise<Plan | null> {
  const statusChanged = next.status !== file.status
  if (!statusChanged && !act.effects.some((effect) => counts.includes(effect.type))) return null
  const { dispute, leg } = file
  const book = await ruleBook(file.tx, dispute.rulesVersion)
  const performance = act.effects.some(
    (effect) => (effect.type === 'start' || effect.type === 'recount') && effect.period === 'performance',
  )
  const lastDays = { ...(performance && { performance: await nextDueDayOf(file.tx, file.id) }), ...act.lastDays }
  const channel = next.facts.channel === 'none' ? file.facts.channel : next.facts.channel
  // What a court handed over runs from the day it was signed for, not from 受理 (特邀调解规定27).
  const begunAt = (channel === 'people' && leg?.receivedAt && dispute.fromCourt?.signedForAt) || leg?.receivedAt
  return planDeadlines({
    book,
    effects: act.effects,
    running: runningOf(file),
    disputeId: file.id,
    legId,
    subjectId: act.subjectId ?? null,
    receivedAt: begunAt ? new Date(begunAt) : null,
    procedure: channel === 'people' ? (dispute.fromCourt?.procedure ?? undefined) : undefined,
    type: dispute.typeCode,
    source: dispute.source,
    channel,
    happenedAt: act.happenedAt,
    now: file.now,
    statusChanged,
    why: act.event.type,
    lastDays,
  })
}

/** What runs once the plan is written: lists sort by the earliest that is not paused and not another desk's. */
async function keepTime(file: CaseFile, act: Done, next: Next, legId: string | null) {
  const plain = await plan(file, act, next, legId)
  if (!plain) return
  const again = await runOn(file, act.runsOn ?? [])
  const isThere = (one: { period: string; subjectId: string }) =>
    again.some(({ period, subjectId }) => period === one.period && subjectId === one.subjectId)
  const planned = { ...plain, starts: plain.starts.filter((one) => !isThere(one)) }
  const stopped = new Set(planned.stops.map(({ id }) => id))
  const { ids, moves } = await writePlan(file.tx, { disputeId: file.id, version: file.version + 1, at: act.happenedAt }, planned)
  file.ledger.push(...moves)
  const changed = await adjustDeadlines(file, planned, act)
  const kept = file.dispute.deadlines.filter(({ id }) => !stopped.has(id)).map((one) => changed.get(one.id) ?? one)
  const started = planned.starts.map((one, place) => ({
    id: ids[place] ?? newId(),
    subjectId: one.subjectId,
    period: one.period,
    ruleCode: one.rule?.code ?? null,
    ruleVersion: one.rule?.version ?? null,
    countedFrom: one.countedFrom.toISOString(),
    dueAt: one.dueAt.toISOString(),
    lastDay: one.lastDay,
    pausedSince: null,
  }))
  file.dispute.deadlines = [...kept, ...again, ...started]
}

const earliest = ({ dispute }: CaseFile) => {
  const due = dispute.deadlines
    .filter((one) => !one.pausedSince && one.period !== 'answer')
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0]
  return due ? { at: new Date(due.dueAt), lastDay: due.lastDay, period: due.period } : null
}

/** Legs begin, are received and end as the step says; who sees the dispute follows them. */
async function moveLeg(file: CaseFile, act: Done) {
  const { tx, id: disputeId } = file
  const version = file.version + 1
  const { event, happenedAt: at } = act
  for (const effect of act.effects) {
    if (effect.type === 'openLeg' && event.type === 'offer') {
      const leg = { id: newId(), ordinal: file.dispute.legCount + 1, channel: event.channel, bodyId: event.bodyId }
      await openLeg(tx, { ...leg, disputeId, at, byId: file.actorId, version, partyAsked: act.partyAsked ?? false })
      file.dispute.legCount += 1
      file.leg = await readLeg(tx, leg.id, file.now)
    }
    if (effect.type === 'receiveLeg' && file.leg) {
      await receiveLeg(tx, { ...file.leg, at, byId: file.actorId })
      file.leg = { ...file.leg, receivedAt: at.toISOString() }
    }
    if (effect.type === 'endLeg' && file.leg) {
      const code = 'reason' in event ? event.reason : 'code' in event ? event.code : event.type === 'lapse' ? 'expired' : null
      await endLeg(tx, { id: file.leg.id, disputeId, bodyId: file.leg.bodyId, result: effect.result, code, at, version })
      if (!keepsItsKeeper[effect.result]) file.keeperId = null
      file.leg = null
    }
  }
  if (event.type === 'assign' && file.leg) {
    await nameMediators(tx, { id: file.leg.id, disputeId, at }, event.mediatorIds)
    file.leg = { ...file.leg, mediatorIds: event.mediatorIds }
    file.keeperId = event.mediatorIds[0] ?? null
  }
}

/** Whoever is named in a move is held against the dispute first, whatever road led here (U15); what was answered stands on the path. */
function refuseTied(file: CaseFile, { event, answers }: Done): Promise<Words[]> | Words[] {
  if (event.type === 'assign' && file.leg) return refuseMediators(file, event.mediatorIds, answers)
  if (event.type === 'request' && event.step === 'ask') return refuseRequested(file, event.requestId, answers)
  return event.type === 'handOn' ? refuseKeeper(file, event.accountId, answers) : []
}

/** Everything a move leaves behind, in the act's transaction: legs, sight, periods, the event itself, notices. */
export async function carryOut(file: CaseFile, act: Done, next: Next): Promise<void> {
  const before = file.leg?.id ?? null
  const kept = file.keeperId
  const post = act.byClock ? null : file.post
  const answered = await refuseTied(file, act)
  const onDesk = deskOf(disputeMachine, file.status)
  const behalfBodyId = file.leg && !file.leg.staffed && onDesk !== 'triage' && post?.role === 'triage' ? file.leg.bodyId : null
  await moveLeg(file, act)
  // What comes back to the post has no keeper until somebody takes it anew.
  if (next.status !== file.status && deskOf(disputeMachine, next.status) === 'triage') file.keeperId = null
  if (act.keeperId !== undefined) file.keeperId = act.keeperId
  // A leg that has just ended is still the one whose periods stop.
  const legId = file.leg?.id ?? before
  await keepTime(file, act, next, legId)
  if (act.effects.some(({ type }) => type === 'dropPapers'))
    await file.tx.$executeRaw`update agreement set status = 'dropped' where dispute_id = ${file.id}::uuid and status = 'drafted'`
  if (act.effects.some(({ type }) => type === 'withdrawRequests')) await endWhatWasAsked(file, act.happenedAt, next)
  const calledOff = await sittingsEnd(file, act, next, before)
  if (kept && kept !== file.keeperId && !before) await file.tx.$executeRaw(endKeeping(file.id, kept, act.happenedAt))
  const { type, ...detail } = act.event
  const received = file.leg?.receivedAt ? new Date(file.leg.receivedAt) : null
  file.dispute.firstReceivedAt ??= received?.toISOString() ?? null
  const first = file.dispute.firstReceivedAt
  const written = await writeEvent(
    file.tx,
    file.id,
    {
      id: act.id,
      type,
      version: file.version + 1,
      from: file.status,
      to: next.status,
      legId,
      subjectId: act.subjectId ?? null,
      actor: act.byClock ? clock : file.actor,
      role: post?.role ?? null,
      bodyId: post?.bodyId ?? null,
      areaId: post?.areaId ?? null,
      behalfBodyId: act.behalfBodyId ?? behalfBodyId,
      behalfPartyId: act.behalfPartyId ?? null,
      happenedAt: act.happenedAt,
      recordedAt: file.now,
      detail,
      ledger: file.ledger,
      texts: [...(act.texts ?? []), ...answered],
    },
    {
      facts: next.facts,
      keeperId: file.keeperId,
      deskMoved: deskOf(disputeMachine, next.status) !== onDesk || next.facts.level !== file.facts.level,
      firstReceivedAt: first ? new Date(first) : null,
      closedAt: deskOf(disputeMachine, next.status) === 'none' ? act.happenedAt : null,
      due: earliest(file),
    },
    jobsOf(file, act, [...act.effects, ...calledOff]),
  )
  if (!written) throw new Refusal('stale')
  file.ledger = []
}
