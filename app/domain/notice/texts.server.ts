import type { Tx } from '#app/db/client.server'
import { addJobs, type Job } from '#app/services/jobs.server'
import { newId } from '../id'
import type { TemplateCode } from './templates'

type About = {
  template: TemplateCode
  /** What it is sent for: once for each person. */
  occasion: string
  disputeId?: string | null
  /** Rings at night too: danger only. */
  urgent?: boolean
  drill?: boolean
  /** What stands in the places of the text; never what people wrote. */
  places?: Readonly<Record<string, string>>
}
export type Texting = About & { accounts: readonly string[] }
export type PartyTexting = About & { parties: readonly string[] }

/**
 * The job that sends a message, or sends it later. At most eight attempts, about half an hour in all. One after the other, what rings at
 * night beside the rest: a gateway that hangs holds up no notice and no alarm.
 */
export const sendingJob = (id: string, urgent: boolean, at?: Date): Job => ({
  task: 'sendText',
  payload: { id },
  key: at ? `text ${id} ${at.toISOString()}` : `text ${id}`,
  queue: urgent ? 'urgent texts' : 'texts',
  maxAttempts: 8,
  ...(at && { runAt: at }),
})

async function queueTexts(tx: Tx, to: 'account' | 'party', ids: readonly string[], about: About, now: Date): Promise<number> {
  if (!ids.length) return 0
  const { template, occasion, disputeId = null, urgent = false, drill = false, places } = about
  const rows = JSON.stringify([...new Set(ids)].map((who) => ({ id: newId(), [to]: who })))
  const queued = await tx.$queryRaw<{ id: string }[]>`
    insert into text_message (id, template, account_id, party_id, dispute_id, occasion, urgent, drill, places, status, queued_at)
    select x.id, ${template}, c.id, x.party, ${disputeId}::uuid, ${occasion}, ${urgent}, ${drill}, ${places ? JSON.stringify(places) : null}::jsonb, 'queued', ${now}
    from json_to_recordset(${rows}::json) as x(id uuid, account uuid, party uuid) left join account c on c.id = x.account and c.stopped_at is null
    where c.id is not null or x.party is not null
    on conflict do nothing returning id`
  await addJobs(
    tx,
    queued.map(({ id }) => sendingJob(id, urgent)),
  )
  return queued.length
}

/**
 * Puts text messages to people of the office into the queue, in the act's own transaction, once for each person and occasion. The number
 * is read from the account when it is sent. Answers how many were new.
 */
export const textAccounts = (tx: Tx, { accounts, ...about }: Texting, now: Date) => queueTexts(tx, 'account', accounts, about, now)

/** The same for parties; whether one may be texted at all is asked by who calls, and again when it is sent. */
export const textParty = (tx: Tx, { parties, ...about }: PartyTexting, now: Date) => queueTexts(tx, 'party', parties, about, now)
