import { disputeMachine } from '#machines/dispute.machine'
import { step } from '#machines/step'
import { inTransaction, type Tx } from '#app/db/client.server'
import { clock, type Actor } from '../actor'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import { carryOut } from './carry-out.server'
import { CaseFile, type Move } from './case-file.server'
import { loadDispute } from './load.server'
import { mayDo } from './permissions'
import { isStale } from './stale'

/**
 * The one way a dispute changes: permitted, current, possible, written and followed up together, or refused and
 * nothing happens. Only the first move of a form is held against what the person was looking at.
 */
export async function advance(file: CaseFile, move: Move): Promise<void> {
  const { event, happenedAt = file.now, subjectId = null } = move
  if (happenedAt > file.now) throw wrong('happenedAt', '发生时间不能晚于现在')
  if (!mayDo(move.byClock ? clock : file.actor, event.type, file.handling)) throw new Refusal('forbidden')
  if (!move.byClock && file.version === file.started && isStale(file.dispute.since, event, subjectId)) throw new Refusal('stale')
  const next = step(disputeMachine, file.status, file.facts, event)
  if (!next) throw new Refusal(event.type === 'receive' && !file.facts.consented ? 'unwilling' : 'notNow')
  const effects = [...(move.effects ?? []), ...next.effects]
  await carryOut(file, { ...move, happenedAt, subjectId: subjectId ?? undefined, id: newId(), effects }, next)
  file.version += 1
  file.status = next.status
  file.facts = next.facts
}

/** Who acts, on what, over which version of it, and under which submission key of the form. */
export type Sent = {
  actor: Actor
  disputeId: string
  /** Version the actor was looking at. */
  seen: number
  /** A form posted twice answers with its first result. */
  key?: string
  now?: Date
}

/** Keeps the form's key in the act's own transaction; false when the form has been answered before. */
export async function firstTime(tx: Tx, actor: Actor, key: string | undefined, location: string, now: Date): Promise<boolean> {
  if (!key || actor.kind === 'clock') return true
  // Who has no account is known by the one case that is open to them.
  const who = actor.kind === 'account' ? actor.accountId : actor.disputeId
  const kept = await tx.$executeRaw`insert into submission (account_id, key, location, recorded_at)
    values (${who}::uuid, ${key}, ${location}, ${now}) on conflict do nothing`
  return kept === 1
}

/**
 * Opens the transaction of one form and hands the locked dispute to its acts. Throws Refusal: notFound, forbidden,
 * stale, notNow, or what the acts refuse; then nothing at all was written.
 */
export async function act<T>(
  { actor, disputeId, seen, key, now = new Date() }: Sent,
  work: (file: CaseFile) => Promise<T>,
): Promise<T | undefined> {
  return inTransaction(async (tx) => {
    if (!(await firstTime(tx, actor, key, `/disputes/${disputeId}`, now))) return undefined
    const loaded = await loadDispute(tx, { actor, disputeId, seen, now })
    if (!loaded) throw new Refusal('notFound')
    return work(new CaseFile(tx, actor, loaded, now))
  })
}

/** A plain act: a typed event and one form, no rows of its own. */
export const advanceDispute = (sent: Sent, move: Move) => act(sent, (file) => advance(file, move))
