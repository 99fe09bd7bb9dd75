import { z } from 'zod'
import { inTransaction, Prisma } from '#app/db/client.server'
import { textParty } from './texts.server'

/** Which event of which dispute its parties are told of. */
const telling = z.object({ disputeId: z.uuid(), eventId: z.uuid() })

/** SQL over `p`: may be texted: here, of age, with a telephone, not one who asked for none or for another, safer way (U13, U35). */
export const mayBeTexted = Prisma.sql`(p.left_at is null and p.side in ('applicant', 'respondent') and p.kind = 'person' and not p.minor
  and p.phone_cipher is not null and not p.no_sms and p.safe_contact is null and not p.hidden)`

/**
 * Tells the parties by text message that there is news: a message for each event and party is put into the queue, once, however
 * often it runs. Answers how many were new. Throws ZodError for a payload that no act made.
 */
export async function textParties(payload: unknown, now = new Date()): Promise<number> {
  const { disputeId, eventId } = telling.parse(payload)
  return inTransaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      select p.id from party p join dispute_event e on e.id = ${eventId}::uuid and e.dispute_id = p.dispute_id
      where p.dispute_id = ${disputeId}::uuid and ${mayBeTexted} order by p.ordinal`
    return textParty(tx, { parties: rows.map(({ id }) => id), template: 'news', occasion: eventId, disputeId }, now)
  })
}
