import type { Tx } from '#app/db/client.server'
import type { LegalDay } from '../calendar/days'
import { binding, finished, nextDueDay } from './owed.server'

/** The next day on which something binding is due, or null where no day was agreed. */
export async function nextDueDayOf(tx: Tx, disputeId: string): Promise<LegalDay | null> {
  const [row] = await tx.$queryRaw<[{ day: LegalDay | null }]>`
    select to_char(min(${nextDueDay}), 'YYYY-MM-DD') as day from obligation o join agreement a on a.id = o.agreement_id
    where a.dispute_id = ${disputeId}::uuid and ${binding} and not ${finished}`
  return row.day
}
