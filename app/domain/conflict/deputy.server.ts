import { db, reading } from '#app/db/client.server'
import type { LegalDay } from '../calendar/days'
import type { Mediator } from '../forms/people.server'
import { standInFor } from '../roll/absences.server'

/** Who stands in for a mediator on leave, through the chain of substitutes: one of the same body's mediators, or nobody. */
export async function deputyOf(away: Mediator, mediators: Mediator[], day: LegalDay) {
  const registrant = await db.registrant.findUnique({ where: { accountId: away.id }, select: { id: true } })
  const stands = registrant && (await standInFor(reading, registrant.id, day))
  const mediator = mediators.find(({ id }) => id === stands?.accountId)
  return { mediator, says: `${stands?.through.join('、') ?? away.name}请假中，由${mediator?.name ?? '别人'}顶替` }
}
