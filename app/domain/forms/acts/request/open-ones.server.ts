import { db } from '#app/db/client.server'

/** What is still asked of others on a dispute, the oldest first. */
export const openOnes = (disputeId: string) =>
  db.request.findMany({ where: { disputeId, status: { in: ['asked', 'received'] } }, orderBy: { askedAt: 'asc' } })
export type Open = Awaited<ReturnType<typeof openOnes>>[number]

/** What the unit or person is called. */
export const nameOf = async ({ bodyId, outsideName }: Open) =>
  (bodyId && (await db.body.findUnique({ where: { id: bodyId }, select: { name: true } }))?.name) || (outsideName ?? '')

/** Its times as lateness is counted. */
export const timedOf = ({ answerBy, ...row }: Open) => ({ ...row, answerBy: answerBy ? answerBy.toISOString().slice(0, 10) : null })
