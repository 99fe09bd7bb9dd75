import { z } from 'zod'
import { read } from '#app/db/client.server'
import { isSigned, type Signed } from '#app/services/signature.server'
import { receiptFailures } from '../words/texts'
import { codesOf } from '../words/words'

/** What the gateway says became of a message; `id` is the one it was sent under. A reason that is none of ours is `other`. */
const receipt = z.discriminatedUnion('status', [
  z.object({ id: z.uuid(), status: z.literal('delivered') }),
  z.object({ id: z.uuid(), status: z.literal('failed'), reason: z.enum(codesOf(receiptFailures)).catch('other') }),
])

const jsonOf = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** What to answer: 204 for what was signed and well formed, also where no such message is known; 400 for no receipt; 401 for everybody else. */
export type ReceiptAnswer = 204 | 400 | 401

/**
 * Records a receipt of the gateway. The first word stands: a repeat changes nothing. Who has not signed reaches no
 * database, so that there is nothing to be limited.
 */
export async function recordReceipt(body: string, head: Signed, now = new Date(), key = process.env.SMS_KEY): Promise<ReceiptAnswer> {
  if (!isSigned(key, head, body, now)) return 401
  const { data: said } = receipt.safeParse(jsonOf(body))
  if (!said) return 400
  await read`update text_message set status = ${said.status}::"TextStatus", failure = ${'reason' in said ? said.reason : null}, receipt_at = ${now}
    where id = ${said.id}::uuid and receipt_at is null`
  return 204
}
