import { db } from '#app/db/client.server'
import { advance } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import type { Elsewhere } from './elsewhere'

/** Whether 别处是否已处理 still has to be asked: nobody did, and nothing of elsewhere is on file (U5). */
export async function asksElsewhere(disputeId: string): Promise<boolean> {
  const [asked, matters] = await Promise.all([
    db.dispute.findUnique({ where: { id: disputeId }, select: { elsewhereAskedAt: true } }),
    db.parallelMatter.count({ where: { disputeId } }),
  ])
  return !asked?.elsewhereAskedAt && !matters
}

/** Within an act: that it was asked, by whom and when; what is elsewhere becomes a proceeding beside the path. */
export async function noteElsewhere(file: CaseFile, { matter }: Elsewhere, at?: Date): Promise<void> {
  const { tx, id: disputeId, actorId, now } = file
  await tx.dispute.updateMany({
    where: { id: disputeId, elsewhereAskedAt: null },
    data: { elsewhereAskedAt: at ?? now, elsewhereAskedById: actorId },
  })
  if (!matter) return
  const id = newId()
  await tx.parallelMatter.create({
    data: { ...matter, number: matter.number ?? null, id, disputeId, recordedById: actorId, recordedAt: now },
  })
  await advance(file, { event: { type: 'matter', matterId: id, step: 'found' }, subjectId: id, happenedAt: at })
}
