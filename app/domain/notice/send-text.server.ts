import { z } from 'zod'
import { inTransaction, read, reading } from '#app/db/client.server'
import { addJobs } from '#app/services/jobs.server'
import { TextRefused, textMessages, type TextMessages } from '#app/services/sms.server'
import { ruleBook } from '../calendar/rule-book.server'
import { dayIn } from '../calendar/days'
import { phoneOf } from '../people/accounts.server'
import { decrypt } from '../privacy/cipher.server'
import { openDataKey } from '../privacy/data-key.server'
import { isMobile } from '../privacy/phone'
import type { SendFailure } from '../words/texts'
import { textInForce } from './template-in-force.server'
import { fill, isTemplate } from './templates'
import { waitsUntil, type Away, type Reached } from './text-hours'
import { mayBeTexted } from './text-party.server'
import { sendingJob } from './texts.server'

const sending = z.object({ id: z.uuid() })

type Row = {
  id: string
  template: string
  urgent: boolean
  places: Record<string, string> | null
  disputeId: string | null
  accountId: string | null
  accountPhone: string | null
  partyId: string | null
  partyPhone: string | null
  dataKey: string | null
  wanted: boolean
  office: string | null
  away: Away[]
  rulesVersion: number
}

/** A message that is still to be sent: not yet, or given up before any gateway took it. */
const readText = (id: string) => read<Row[]>`
  select t.id, t.template, t.urgent, t.places, t.dispute_id as "disputeId", c.id as "accountId", c.phone_cipher as "accountPhone", p.id as "partyId",
    p.phone_cipher as "partyPhone", d.data_key as "dataKey", coalesce(c.stopped_at is null and c.id is not null or ${mayBeTexted}, false) as wanted,
    (select b.phone from leg l join body b on b.id = l.body_id where l.dispute_id = t.dispute_id order by l.ordinal desc limit 1) as office,
    coalesce((select json_agg(json_build_object('fromDay', a.from_day, 'toDay', a.to_day)) from registrant r join absence a on a.registrant_id = r.id
      where r.account_id = c.id and a.cancelled_at is null), '[]') as away,
    coalesce((select (value)::int from setting where key = 'rulesVersion'), 0) as "rulesVersion"
  from text_message t left join account c on c.id = t.account_id left join party p on p.id = t.party_id left join dispute d on d.id = p.dispute_id
  where t.id = ${id}::uuid and t.sent_at is null and t.receipt_at is null and t.status in ('queued', 'failed')`

const failed = (id: string, cause: SendFailure) =>
  read`update text_message set status = 'failed', failure = ${cause} where id = ${id}::uuid and sent_at is null and receipt_at is null`

function numberOf(row: Row): string | null {
  if (row.accountId && row.accountPhone) return phoneOf({ id: row.accountId, phoneCipher: row.accountPhone })
  if (!row.partyId || !row.partyPhone || !row.dataKey || !row.disputeId) return null
  const place = { table: 'party', column: 'phone_cipher', rowId: row.partyId }
  return decrypt(row.partyPhone, openDataKey(row.dataKey, row.disputeId), place)
}

async function reachedOf(row: Row): Promise<Reached> {
  if (!row.accountId) return { kind: 'party' }
  const { restDays } = await ruleBook(reading, row.rulesVersion)
  return { kind: 'staff', restDays, away: row.away }
}

/** In the morning, in a job of its own: begun twice, it waits once. */
const later = (id: string, at: Date) => inTransaction((tx) => addJobs(tx, [sendingJob(id, false, at)]))

/** How a message is sent: by which door, and whether there is a further attempt. */
export type Sending = { now?: Date; door?: TextMessages; last?: boolean }

/**
 * Sends one text message. The number is read now, and whether it is still wished for; one that can wait does, at night and for who is
 * off. Begun anew after a crash it goes out under the same id, so that whoever takes it twice sends it once. What the gateway will
 * never take is written down as failed; what may yet succeed is thrown and tried again, and is failed too when it was the last time.
 */
export async function sendText(payload: unknown, { now = new Date(), door = textMessages(), last = false }: Sending = {}): Promise<void> {
  const { id } = sending.parse(payload)
  const [row] = await readText(id)
  if (!row || !isTemplate(row.template)) return
  const at = row.urgent ? null : waitsUntil(await reachedOf(row), now)
  if (at) return later(id, at)
  if (!row.wanted) return void (await failed(id, row.accountId ? 'left' : 'unwanted'))
  const number = numberOf(row)
  if (!number || !isMobile(number)) return void (await failed(id, 'noMobile'))
  const { version, text: template } = await textInForce(reading, row.template, dayIn(now))
  const text = fill(row.template, template, { ...(row.office && { phone: `，或者打 ${row.office} 问` }), ...row.places })
  try {
    const gatewayId = await door.send({ id, phone: number, text })
    // A receipt may have come before this is written.
    await read`update text_message set sent_at = ${now}, gateway_id = ${gatewayId}, template_version = ${version}, text = ${text},
      status = case when receipt_at is null then 'sent' else status end, failure = case when receipt_at is null then null else failure end
      where id = ${id}::uuid and sent_at is null`
  } catch (error) {
    if (error instanceof TextRefused) return void (await failed(id, 'refused'))
    if (last) await failed(id, 'gaveUp')
    throw error
  }
}
