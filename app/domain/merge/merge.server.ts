import { z } from 'zod'
import { inTransaction, type Tx } from '#app/db/client.server'
import { restAll } from '../deadline/rest.server'
import { advance, firstTime, type Sent } from '../dispute/advance.server'
import { CaseFile } from '../dispute/case-file.server'
import { loadDispute } from '../dispute/load.server'
import { giveSight } from '../dispute/sight-rows.server'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import { demandMergeable, demandSplittable } from './obstacles.server'
import { carryParties, takeBackParties } from './parties.server'

/** What one file needs in order to be taken out of another again: ids and times only. */
const beforeForm = z.object({
  deadlineIds: z.array(z.uuid()),
  deskSince: z.iso.datetime(),
  parties: z.array(z.object({ from: z.uuid(), to: z.uuid(), copied: z.boolean() })).default([]),
  /** The registrar's sight of the main file, where it was given for this. */
  sightOf: z.uuid().nullable().default(null),
})
type Before = z.infer<typeof beforeForm>
export const beforeOf = (kept: unknown): Before => beforeForm.parse(kept)

/** Locks both in the order of their ids, so that two who merge at once wait instead of standing in each other's way. */
async function openBoth(tx: Tx, { actor, disputeId, seen, now = new Date() }: Sent, otherId: string, otherSeen?: number) {
  await tx.$executeRaw`select 1 from dispute where id = any(${[disputeId, otherId]}::uuid[]) order by id for update`
  const [own, other] = [
    await loadDispute(tx, { actor, disputeId, seen, now }),
    await loadDispute(tx, { actor, disputeId: otherId, seen: otherSeen ?? Number.MAX_SAFE_INTEGER, now }),
  ]
  if (!own || !other) throw new Refusal('notFound')
  return { own: new CaseFile(tx, actor, own, now), other: new CaseFile(tx, actor, other, now) }
}

/** Who wrote the one down sees the other as its registrar does, unless it is not public or handed over by a unit of its own. */
async function giveRegistrarSight(own: CaseFile, other: CaseFile, at: Date): Promise<string | null> {
  const { registeredById } = own.dispute
  if (!registeredById) return null
  const [of] = await own.tx.$queryRaw<[{ closed: boolean }]>`
    select o.sealed or exists (select 1 from entrustment x where x.dispute_id = ${own.id}::uuid) as closed from dispute o where o.id = ${other.id}::uuid`
  if (of.closed) return null
  const given = await own.tx.$executeRaw(giveSight({ disputeId: other.id, to: 'account', ids: [registeredById], why: 'registered', at }))
  return given ? registeredById : null
}

export type Merging = { intoId: string; why: string; happenedAt?: Date | undefined; otherSeen?: number | undefined }

/** 并案 within a transaction that has both files locked. Answers nothing; refuses as `mergeInto` does. */
async function mergeWithin(own: CaseFile, other: CaseFile, { why, happenedAt }: Merging): Promise<void> {
  const at = happenedAt ?? own.now
  if (at > own.now) throw wrong('happenedAt', '发生时间不能晚于现在')
  await demandMergeable(own, other)
  const { tx, id: disputeId } = own
  const row = await tx.dispute.findUniqueOrThrow({ where: { id: disputeId }, select: { deskSince: true } })
  const deadlineIds = await restAll(own, at)
  const texts = [{ kind: 'why' as const, audience: 'path' as const, text: why }]
  await advance(own, { event: { type: 'merge', intoId: other.id }, subjectId: other.id, happenedAt: at, texts })
  await advance(other, { event: { type: 'absorb', otherId: disputeId, step: 'in' }, subjectId: disputeId, happenedAt: at, texts })
  const parties = await carryParties(tx, own.dispute, other.dispute, at)
  const sightOf = await giveRegistrarSight(own, other, at)
  const before: Before = { deadlineIds, deskSince: row.deskSince.toISOString(), parties, sightOf }
  await tx.disputeMerge.create({
    data: { id: newId(), disputeId, intoId: other.id, mergedAt: at, mergedById: own.actorId, before },
  })
  await tx.dispute.update({ where: { id: disputeId }, data: { mergedIntoId: other.id } })
}

/**
 * 并案: this registration and another are one quarrel; it rests in the other file from now on, with all it holds. Throws Refusal
 * notFound where the actor does not see both, invalid beside `into` where the one cannot rest in the other.
 */
export const mergeInto = (sent: Sent, merging: Merging) =>
  inTransaction(async (tx) => {
    const { intoId, otherSeen } = merging
    if (!(await firstTime(tx, sent.actor, sent.key, `/disputes/${intoId}`, sent.now ?? new Date()))) return
    if (intoId === sent.disputeId) throw wrong('into', '不能并入自己')
    const { own, other } = await openBoth(tx, sent, intoId, otherSeen)
    await mergeWithin(own, other, merging)
  })

/** 拆回: it stands by itself again, as it was when it was merged: state, level, desk, the same periods with the same last days. */
export const splitBack = (sent: Sent, { why, happenedAt }: { why: string; happenedAt?: Date | undefined }) =>
  inTransaction(async (tx) => {
    const { now = new Date() } = sent
    if (!(await firstTime(tx, sent.actor, sent.key, `/disputes/${sent.disputeId}`, now))) return
    const open = await tx.disputeMerge.findFirst({ where: { disputeId: sent.disputeId, splitAt: null } })
    if (!open) throw new Refusal('notNow', '这件没有并入别处')
    const { own, other } = await openBoth(tx, sent, open.intoId)
    // Somebody else may have split it while this waited for the lock.
    const merge = await tx.disputeMerge.findFirst({ where: { id: open.id, splitAt: null } })
    if (!merge) throw new Refusal('stale')
    const at = happenedAt ?? now
    const { deadlineIds, deskSince, parties, sightOf } = beforeOf(merge.before)
    await demandSplittable(tx, other, merge, parties)
    const texts = [{ kind: 'why' as const, audience: 'path' as const, text: why }]
    await advance(own, { event: { type: 'split', fromId: other.id }, subjectId: other.id, happenedAt: at, texts, runsOn: deadlineIds })
    await advance(other, { event: { type: 'absorb', otherId: own.id, step: 'out' }, subjectId: own.id, happenedAt: at, texts })
    await takeBackParties(tx, other.id, parties, at)
    if (sightOf)
      await tx.sight.updateMany({
        where: { disputeId: other.id, subjectId: sightOf, why: 'registered', validTo: null },
        data: { validTo: at },
      })
    await tx.disputeMerge.update({ where: { id: merge.id }, data: { splitAt: at, splitById: own.actorId } })
    await tx.dispute.update({ where: { id: own.id }, data: { mergedIntoId: null, deskSince: new Date(deskSince) } })
  })
