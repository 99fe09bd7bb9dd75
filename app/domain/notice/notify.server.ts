import type { Tx } from '#app/db/client.server'
import { newId } from '../id'
import type { TopicCode } from './topics'

export type Notifying = {
  accounts: readonly string[]
  topic: TopicCode
  /** What it is about: an order, an alarm, a round, a deadline. */
  subjectId: string
  /** The dispute it belongs to, where there is one: who may not see it any more is shown no title. */
  disputeId?: string | null
  /** Tells several times of one subject apart: each is told once. */
  occasion?: string
}

/** Tells people in their inbox, once for each subject, topic and occasion; who has left is not told. One statement; answers how many were new. */
export async function notify(
  tx: Pick<Tx, '$executeRaw'>,
  { accounts, topic, subjectId, disputeId = null, occasion = '' }: Notifying,
  now: Date,
): Promise<number> {
  if (!accounts.length) return 0
  const rows = JSON.stringify([...new Set(accounts)].map((account) => ({ id: newId(), account })))
  return tx.$executeRaw`insert into notice (id, account_id, dispute_id, subject_id, topic, occasion, recorded_at)
    select x.id, x.account, ${disputeId}::uuid, ${subjectId}::uuid, ${topic}, ${occasion}, ${now}
    from json_to_recordset(${rows}::json) as x(id uuid, account uuid) join account c on c.id = x.account and c.stopped_at is null
    on conflict do nothing`
}
