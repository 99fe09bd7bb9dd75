import type { Tx } from '#app/db/client.server'
import { isId } from '../id'

/** The job that should have sent a message was given up by hand: the message says so. */
export async function dropText(tx: Tx, id: unknown): Promise<void> {
  if (typeof id !== 'string' || !isId(id)) return
  await tx.$executeRaw`update text_message set status = 'failed', failure = 'dropped' where id = ${id}::uuid and sent_at is null and receipt_at is null`
}
