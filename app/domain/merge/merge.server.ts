import { inTransaction, type Tx } from '#app/db/client.server'
import { advance, firstTime, type Sent } from '../dispute/advance.server'
import { CaseFile } from '../dispute/case-file.server'
import { loadDispute } from '../dispute/load.server'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'

/** What one file needs in order to be taken out of another again: ids only. */
type Before = { deadlineIds: string[] }

/** Locks both in the order of their ids, so that two who merge at once wait instead of standing in each other's way. */
async function openBoth(tx: Tx, { actor, disputeId, seen, now = new Date() }: Sent, otherId: string) {
  await tx.$executeRaw`select 1 from dispute where id = any(${[disputeId, otherId]}::uuid[]) order by id for update`
  const [own, other] = [
    await loadDispute(tx, { actor, disputeId, seen, now }),
    await loadDispute(tx, { actor, disputeId: otherId, seen: Number.MAX_SAFE_INTEGER, now }),
  ]
  if (!own || !other) throw new Refusal('notFound')
  return { own: new CaseFile(tx, actor, own, now), other: new CaseFile(tx, actor, other, now) }
}

/** Files that have ended, or rest in another themselves, take nothing in. */
const takesNothing: readonly string[] = ['transferredOut', 'withdrawn', 'declined', 'closed', 'archived', 'merged']

/**
 * 并案: this registration and another are one quarrel; it rests in the other file from now on, with all it holds. Throws Refusal
 * notFound where the actor does not see both, invalid beside `into` where the other cannot take it in.
 */
export const mergeInto = (sent: Sent, { intoId, why, happenedAt }: { intoId: string; why: string; happenedAt?: Date }) =>
  inTransaction(async (tx) => {
    const { now = new Date() } = sent
    if (!(await firstTime(tx, sent.actor, sent.key, `/disputes/${intoId}`, now))) return
    if (intoId === sent.disputeId) throw wrong('into', '不能并入自己')
    const { own, other } = await openBoth(tx, sent, intoId)
    if (takesNothing.includes(other.status)) throw wrong('into', '那一件已经结束或者并入了别处，不能再并入')
    const before: Before = { deadlineIds: own.dispute.deadlines.map(({ id }) => id) }
    const texts = [{ kind: 'why' as const, audience: 'path' as const, text: why }]
    await advance(own, { event: { type: 'merge', intoId }, subjectId: intoId, happenedAt, texts })
    await advance(other, { event: { type: 'absorb', otherId: own.id, step: 'in' }, subjectId: own.id, happenedAt, texts })
    await tx.disputeMerge.create({
      data: { id: newId(), disputeId: own.id, intoId, mergedAt: happenedAt ?? now, mergedById: own.actorId, before },
    })
    await tx.dispute.update({ where: { id: own.id }, data: { mergedIntoId: intoId } })
  })

/** 拆回: it stands by itself again, as it was when it was merged. */
export const splitBack = (sent: Sent, { why, happenedAt }: { why: string; happenedAt?: Date }) =>
  inTransaction(async (tx) => {
    const { now = new Date() } = sent
    if (!(await firstTime(tx, sent.actor, sent.key, `/disputes/${sent.disputeId}`, now))) return
    const merge = await tx.disputeMerge.findFirst({ where: { disputeId: sent.disputeId, splitAt: null } })
    if (!merge) throw new Refusal('notNow', '这件没有并入别处')
    const { own, other } = await openBoth(tx, sent, merge.intoId)
    const texts = [{ kind: 'why' as const, audience: 'path' as const, text: why }]
    await advance(own, { event: { type: 'split', fromId: merge.intoId }, subjectId: merge.intoId, happenedAt, texts })
    await advance(other, { event: { type: 'absorb', otherId: own.id, step: 'out' }, subjectId: own.id, happenedAt, texts })
    await tx.disputeMerge.update({ where: { id: merge.id }, data: { splitAt: happenedAt ?? now, splitById: own.actorId } })
    await tx.dispute.update({ where: { id: own.id }, data: { mergedIntoId: null } })
  })
