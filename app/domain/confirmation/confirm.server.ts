import { confirmationMachine, type ConfirmationEvent, type ConfirmationStep } from '#machines/confirmation.machine'
import type { AgreementStatus } from '#machines/agreement.machine'
import { step } from '#machines/step'
import type { CaseFile } from '../dispute/case-file.server'
import type { RunningDeadline } from '../dispute/load.server'
import { act, advance, type Sent } from '../dispute/advance.server'
import { endAnsweredSight, giveSight } from '../dispute/sight-rows.server'
import { addDays, dayIn } from '../calendar/days'
import { holds } from '../actor'
import { newId } from '../id'
import { noteHanding, type Handing } from '../party/handing.server'
import { Refusal } from '../refusal'

export type Confirmed = {
  step: ConfirmationStep
  /** Obligations named; none: all that is in force, and of an answer all that was asked for. */
  covers?: string[]
  courtId?: string
  courtReason?: string
  number?: string
  happenedAt?: Date
  why?: string
}

/** Days from effect within which both parties together may ask (People's Mediation Law 33; Civil Procedure Law 205). */
const days = 30

/** Only a written mediated agreement in force can be confirmed, and only in time: said before a court is bothered. */
async function confirmable(file: CaseFile, covers: string[], at: Date): Promise<string> {
  const agreements = await file.tx.agreement.findMany({
    where: { disputeId: file.id, status: { in: ['inForce', 'contested'] } },
    include: { obligations: { select: { id: true } } },
  })
  const meant = agreements.filter(({ obligations }) =>
    covers.length ? obligations.some(({ id }) => covers.includes(id)) : obligations.length,
  )
  const named = meant.flatMap((one) => one.obligations.map(({ id }) => id))
  const [first] = meant
  if (!first || covers.some((id) => !named.includes(id))) throw new Refusal('notNow', '没有可以申请司法确认的协议')
  if (meant.some((one) => !one.confirmable))
    throw new Refusal('notNow', '口头协议和法院、机关自己的文书不能申请司法确认。可以先补写书面协议')
  if (meant.some((one) => one.effectiveAt && dayIn(at) > addDays(dayIn(one.effectiveAt), days)))
    throw new Refusal('notNow', '协议生效已超过30日，不能再申请司法确认（人民调解法第33条）')
  return first.id
}

const overlap = (one: string[], other: string[]) => !one.length || !other.length || one.some((id) => other.includes(id))

/** Applications that wait for the court, the latest first. */
const waiting = ({ tx, id }: CaseFile) => tx.confirmation.findMany({ where: { disputeId: id, status: 'applied' }, orderBy: { id: 'desc' } })

/** Asked anew for the same terms, at another court or with other papers: the earlier application is taken back. */
async function takeBack(file: CaseFile, covers: string[], at: Date) {
  const before = (await waiting(file)).filter((one) => overlap(one.covers, covers)).map(({ id }) => id)
  if (before.length) await file.tx.confirmation.updateMany({ where: { id: { in: before } }, data: { status: 'withdrawn', endedAt: at } })
  return before.length > 0
}

async function apply(file: CaseFile, confirmed: Confirmed, at: Date) {
  const covers = confirmed.covers ?? []
  const agreementId = await confirmable(file, covers, at)
  const taken = await takeBack(file, covers, at)
  const id = newId()
  const { courtId, courtReason, number } = confirmed
  await file.tx.confirmation.create({
    data: { id, disputeId: file.id, agreementId, status: 'applied', covers, courtId, courtReason, number, appliedAt: at },
  })
  // A court that is no longer asked keeps its own part; the same court asked anew goes on seeing it.
  if (taken) await file.tx.$executeRaw(endAnsweredSight(file.id, at))
  if (courtId) await file.tx.$executeRaw(giveSight({ disputeId: file.id, to: 'body', ids: [courtId], why: 'confirmation', at }))
  await advance(file, {
    event: { type: 'confirmation', confirmationId: id, step: 'apply' },
    subjectId: agreementId,
    happenedAt: at,
    effects: [{ type: 'stop', period: 'confirmation' }],
    texts: [{ kind: 'note', audience: 'path', text: confirmed.why ?? '' }],
  })
  // Both sides apply there themselves: that is the ground on which the court has their data (U11).
  const handed: Handing = { consents: [], ground: 'ownApplication', kinds: ['contact', 'identity', 'facts', 'papers'] }
  if (courtId) await noteHanding(file, { receiverId: courtId, purpose: '司法确认' }, handed, at)
}

const events: Record<Exclude<ConfirmationStep, 'apply'>, ConfirmationEvent> = {
  granted: { type: 'grant' },
  refused: { type: 'refuse' },
  withdrawn: { type: 'withdraw' },
}

/**
 * Taken back in time, the thirty days go on as if nobody had asked: the stopped row runs again, by its own first count.
 * Past its last day, or while other terms still wait for the court, nothing runs.
 */
async function runOn(file: CaseFile, agreementId: string, at: Date) {
  const [row] = await file.tx.$queryRaw<RunningDeadline[]>`update deadline set stopped_at = null, stopped_why = null
    where id = (select id from deadline where subject_id = ${agreementId}::uuid and period = 'confirmation' order by created_version desc, id desc limit 1)
      and stopped_why = 'confirmation' and due_at > ${at}
      and not exists (select 1 from confirmation c where c.agreement_id = ${agreementId}::uuid and c.status = 'applied')
    returning id, subject_id as "subjectId", period, rule_code as "ruleCode", counted_from as "countedFrom", due_at as "dueAt",
      to_char(last_day, 'YYYY-MM-DD') as "lastDay", null as "pausedSince"`
  if (!row) return
  file.ledger.push({ does: 'runOn', id: row.id })
  file.dispute.deadlines = [...file.dispute.deadlines, row]
}

/** The application that is answered: one for the terms named, else the latest, for a ruling says itself what it confirms. */
async function answered(file: CaseFile, covers: string[]) {
  const binding = { disputeId: file.id, status: { in: ['inForce', 'contested'] satisfies AgreementStatus[] } }
  const known = covers.length ? await file.tx.obligation.count({ where: { id: { in: covers }, agreement: binding } }) : 0
  if (known < covers.length) throw new Refusal('notNow', '有一项不在现在生效的协议里')
  const open = await waiting(file)
  return open.find((one) => overlap(one.covers, covers)) ?? open[0]
}

/** 司法确认, step by step: both parties ask together; the court rules, or they take it back (U24). */
export const confirm = (sent: Sent, confirmed: Confirmed) =>
  act(sent, async (file) => {
    const at = confirmed.happenedAt ?? file.now
    if (confirmed.step === 'apply') return apply(file, confirmed, at)
    const covers = confirmed.covers ?? []
    const row = await answered(file, covers)
    const next = row && step(confirmationMachine, row.status, {}, events[confirmed.step])
    if (!row || !next) throw new Refusal('notNow', '还没有申请司法确认')
    const ruled = events[confirmed.step].type !== 'withdraw' && row.courtId !== null
    if (ruled && !holds(file.actor, 'court')) throw new Refusal('forbidden', '裁定由法院登记')
    await file.tx.confirmation.update({
      where: { id: row.id },
      data: { status: next.status, endedAt: at, number: confirmed.number ?? row.number, covers: covers.length ? covers : row.covers },
    })
    if (events[confirmed.step].type === 'withdraw') await runOn(file, row.agreementId, at)
    if (row.courtId) await file.tx.$executeRaw(endAnsweredSight(file.id, at))
    return advance(file, {
      event: { type: 'confirmation', confirmationId: row.id, step: confirmed.step },
      subjectId: row.id,
      happenedAt: at,
      texts: [{ kind: 'why', audience: 'path', text: confirmed.why ?? '' }],
    })
  })
