import type { Tx } from '#app/db/client.server'
import { addJobs } from '#app/services/jobs.server'
import { newId } from '../id'
import type { TemplateCode } from './templates'

export type Texting = {
  accounts: readonly string[]
  template: TemplateCode
  /** What it is sent for: once for each person. */
  occasion: string
  disputeId?: string | null
  /** Rings at night too: danger only. */
  urgent?: boolean
  drill?: boolean
}

/**
 * Puts text messages to people of the office into the queue, in the act's own transaction, once for each person and occasion. The number
 * is read from the account when it is sent. Answers how many were new.
 */
export async function textAccounts(
  tx: Tx,
  { accounts, template, occasion, disputeId = null, urgent = false, drill = false }: Texting,
  now: Date,
): Promise<number> {
  if (!accounts.length) return 0
  const rows = JSON.stringify([...new Set(accounts)].map((account) => ({ id: newId(), account })))
  const queued = await tx.$queryRaw<{ id: string }[]>`
    insert into text_message (id, template, account_id, dispute_id, occasion, urgent, drill, status, queued_at)
    select x.id, ${template}, x.account, ${disputeId}::uuid, ${occasion}, ${urgent}, ${drill}, 'queued', ${now}
    from json_to_recordset(${rows}::json) as x(id uuid, account uuid) join account c on c.id = x.account and c.stopped_at is null
    on conflict (account_id, occasion) do nothing returning id`
  await addJobs(
    tx,
    queued.map(({ id }) => ({ task: 'sendText', payload: { id }, key: `text ${id}`, maxAttempts: 8 })),
  )
  return queued.length
}
