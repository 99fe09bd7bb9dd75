import { z } from 'zod'
import { db, inTransaction, read } from '#app/db/client.server'
import { addJobs } from '#app/services/jobs.server'
import { textMessages, type TextMessages } from '#app/services/sms.server'
import { newId } from '../id'
import { decrypt } from '../privacy/cipher.server'
import { openDataKey } from '../privacy/data-key.server'
import { isMobile } from '../privacy/phone'

/** Which event of which dispute its parties are told of. */
const telling = z.object({ disputeId: z.uuid(), eventId: z.uuid() })

/** Nobody's telephone rings at night; what happened then is told in the morning. Hours on Shanghai's clock. */
const [morning, night] = [8, 21]
const hourIn = (at: Date): number => (at.getUTCHours() + 8) % 24

/** Says neither that it is a dispute, nor what of, nor with whom: others read over one's shoulder (U35). */
export const messageText = (phone: string | null): string =>
  `您托办的事有新的进展。请凭回执上的编号和查询码上网查看${phone ? `，或者打 ${phone} 问` : ''}。本短信不收费、不用回复。`

type Reached = { dataKey: string; partyId: string; phone: string; office: string | null }

/** Who may be texted: here, of age, with a telephone, not one who asked for none or for another, safer way (U13, U35). */
const reachedBy = (disputeId: string, eventId: string) => read<Reached[]>`
  select d.data_key as "dataKey", p.id as "partyId", p.phone_cipher as phone,
    coalesce((select b.phone from leg l join body b on b.id = l.body_id where l.dispute_id = d.id order by l.ordinal desc limit 1), null) as office
  from dispute d join party p on p.dispute_id = d.id join dispute_event e on e.id = ${eventId}::uuid and e.dispute_id = d.id
  where d.id = ${disputeId}::uuid and p.left_at is null and p.side in ('applicant', 'respondent') and p.kind = 'person' and not p.minor
    and p.phone_cipher is not null and not p.no_sms and p.safe_contact is null and not p.hidden
    and not exists (select 1 from audit a where a.dispute_id = d.id and a.act = 'textMessage' and a.subject_id = p.id and a.detail->>'eventId' = ${eventId})
  order by p.ordinal`

const morningAfter = (now: Date): Date => {
  const hour = hourIn(now)
  const hours = hour < morning ? morning - hour : 24 - hour + morning
  return new Date(Math.floor(now.getTime() / 3_600_000 + hours) * 3_600_000)
}

/**
 * Tells the parties by text message that there is news, once for each event and party; answers how many were sent. Sent before
 * it is written down: a crash between the two sends twice rather than never. Throws what the gateway throws, and is tried again.
 */
export async function textParties(payload: unknown, now = new Date(), door: TextMessages = textMessages()): Promise<number> {
  const { disputeId, eventId } = telling.parse(payload)
  const hour = hourIn(now)
  if (hour < morning || hour >= night) {
    await inTransaction((tx) => addJobs(tx, [{ task: 'textParties', payload: { disputeId, eventId }, runAt: morningAfter(now) }]))
    return 0
  }
  let sent = 0
  for (const { dataKey, partyId, phone, office } of await reachedBy(disputeId, eventId)) {
    const number = decrypt(phone, openDataKey(dataKey, disputeId), { table: 'party', column: 'phone_cipher', rowId: partyId })
    if (!isMobile(number)) continue
    await door.send(number, messageText(office))
    sent += 1
    await db.audit.create({
      data: {
        id: newId(),
        recordedAt: now,
        actorKind: 'clock',
        act: 'textMessage',
        disputeId,
        subjectKind: 'party',
        subjectId: partyId,
        detail: { eventId },
      },
    })
  }
  return sent
}
