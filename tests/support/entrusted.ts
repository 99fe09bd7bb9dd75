import { db } from '#app/db/client.server'
import { newId } from '#app/domain/id'

/** Says of a dispute that the district court delegated it, with a number of its own. */
export async function entrusted(disputeId: string, given: { senderKind?: string; senderName?: string } = {}) {
  const { registeredAt } = await db.dispute.findUniqueOrThrow({ where: { id: disputeId }, select: { registeredAt: true } })
  const { senderKind = 'court', senderName = '古城区人民法院' } = given
  return db.entrustment.create({
    data: {
      id: newId(),
      disputeId,
      kind: 'delegated',
      senderKind,
      senderName,
      number: '（2026）云0702诉前调12号',
      signedForAt: registeredAt,
    },
  })
}
