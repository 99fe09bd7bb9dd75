import type { Protection } from '#app/services/storage.server'
import { decryptBytes, encryptBytes } from '../privacy/cipher.server'
import { openDataKey } from '../privacy/data-key.server'

type Of = { kind: string; fileId: string; disputeId: string; dataKey: string }

const plain: Protection = (bytes) => bytes

/** Identity papers lie encrypted under the dispute's own key (U36); other pictures as they are. */
export function protectionOf({ kind, fileId, disputeId, dataKey }: Of): { protect: Protection; reveal: Protection } {
  if (kind !== 'identity') return { protect: plain, reveal: plain }
  const place = { table: 'file', column: 'content', rowId: fileId }
  const key = openDataKey(dataKey, disputeId)
  return { protect: (bytes) => encryptBytes(bytes, key, place), reveal: (bytes) => decryptBytes(bytes, key, place) }
}
