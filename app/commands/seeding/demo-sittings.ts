import { disputeMachine } from '#machines/dispute.machine'
import { statesOnDesk } from '#machines/step'
import { db } from '#app/db/client.server'
import { ruleBook } from '#app/domain/calendar/rule-book.server'
import { openDispute } from '#app/domain/dispute/read.server'
import { isPossible } from '#app/domain/dispute/moves'
import { planSitting } from '#app/domain/schedule/sittings.server'
import { aroundOf, slotsAround } from '#app/domain/schedule/suggest.server'
import { People } from '../replay/people'

/** Every dispute of the demo that is being mediated has its next time, the first at which everybody can come. Answers how many. */
export async function seedDemoSittings(now = new Date()): Promise<number> {
  const people = await People.read()
  const rows = await db.legMediator.findMany({
    where: { validTo: null, lead: true, leg: { endedAt: null, dispute: { status: { in: statesOnDesk(disputeMachine, 'mediator') } } } },
    select: { accountId: true, leg: { select: { disputeId: true } } },
    orderBy: { id: 'asc' },
  })
  let planned = 0
  for (const { accountId, leg } of rows) {
    const actor = people.byId(accountId)
    const dispute = await openDispute(actor, leg.disputeId, now)
    const { restDays } = await ruleBook(db, dispute.rulesVersion)
    const mediatorIds = dispute.leg?.mediatorIds ?? []
    const [slot] = slotsAround(await aroundOf(leg.disputeId, dispute.leg, now), { mediatorIds, minutes: 120, now, restDays })
    if (!slot || !isPossible('session', dispute.status, dispute.facts)) continue
    const { startsAt, endsAt, room } = slot
    const where = room ? { venueId: room.id } : { placeText: '村委会' }
    await planSitting({ actor, disputeId: leg.disputeId, seen: dispute.version, now }, { kind: 'joint', startsAt, endsAt, ...where })
    planned += 1
  }
  return planned
}
