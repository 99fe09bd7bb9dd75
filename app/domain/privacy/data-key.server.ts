import { createHmac, randomBytes } from 'node:crypto'
import { SecretUnreadable, unwrapUnderRing, wrapUnderRing } from './cipher.server'
import { keyRing, type Key } from './key-ring.server'

const KEY_BYTES = 32
const place = (disputeId: string) => ({ table: 'dispute', column: 'data_key', rowId: disputeId })

/** A data key is known by a print of itself, so that a value tells whose it is and no counter is kept. */
function named(bytes: Buffer): Key {
  return { id: createHmac('sha256', bytes).update('yizhan data key id').digest('base64url').slice(0, 8), bytes }
}

/** A new data key for a dispute (or the draft whose id it will bear), and its wrapped form for the column `data_key`. */
export function newDataKey(disputeId: string): { key: Key; wrapped: string } {
  const key = named(randomBytes(KEY_BYTES))
  return { key, wrapped: wrapUnderRing(key.bytes, place(disputeId)) }
}

/** The data key of a dispute from its column; throws SecretUnreadable when it is another dispute's, changed or of a lost key. */
export function openDataKey(wrapped: string, disputeId: string): Key {
  const bytes = unwrapUnderRing(wrapped, place(disputeId))
  if (bytes.length !== KEY_BYTES) throw new SecretUnreadable('format')
  return named(bytes)
}

/** The same data key under the ring's current key, or null where it already is: values need not be written again. */
export function rewrapDataKey(wrapped: string, disputeId: string): string | null {
  if (wrapped.startsWith(`1.${keyRing().current.id}.`)) return null
  return wrapUnderRing(openDataKey(wrapped, disputeId).bytes, place(disputeId))
}
