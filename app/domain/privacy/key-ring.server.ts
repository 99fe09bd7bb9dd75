import { z } from 'zod'

/** One symmetric key with the id that stands at the front of every value made with it. */
export type Key = { id: string; bytes: Buffer }

/** The office's keys: the one that new values use, the older ones that still open, and the one for exact search. */
export type KeyRing = { current: Key; byId: ReadonlyMap<string, Key>; hashKey: Buffer }

/** The configuration of the keys is missing or wrong. Never carries a part of it. */
export class KeyRingMissing extends Error {
  constructor(what: string) {
    super(`YIZHAN_KEYS ${what}. It is JSON: {"current":"<id>","keys":{"<id>":"<32 bytes, base64>"},"hashKey":"<32 bytes, base64>"}`)
    this.name = 'KeyRingMissing'
  }
}

const KEY_BYTES = 32
const keyId = z.string().regex(/^[A-Za-z0-9_-]{1,32}$/)
const keyBytes = z
  .string()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === KEY_BYTES)
const shape = z.object({ current: keyId, keys: z.record(keyId, keyBytes), hashKey: keyBytes })

/** Reads the JSON of YIZHAN_KEYS; throws KeyRingMissing with a sentence for the operator. */
export function parseKeyRing(text: string | undefined): KeyRing {
  if (!text) throw new KeyRingMissing('is not set')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new KeyRingMissing('is not JSON')
  }
  const read = shape.safeParse(json)
  if (!read.success) {
    const places = read.error.issues.map((issue) => issue.path.join('.') || 'the whole')
    throw new KeyRingMissing(`is not as it must be (${[...new Set(places)].join(', ')})`)
  }
  const { current, keys, hashKey } = read.data
  const byId = new Map(Object.entries(keys).map(([id, bytes]) => [id, { id, bytes }]))
  const currentKey = byId.get(current)
  if (!currentKey) throw new KeyRingMissing('names a current key that is not among its keys')
  // A search hash must give nothing away about a key that encrypts.
  if ([...byId.values()].some(({ bytes }) => bytes.equals(hashKey))) {
    throw new KeyRingMissing('uses one key both to encrypt and to search')
  }
  return { current: currentKey, byId, hashKey }
}

let read: { text: string | undefined; ring: KeyRing } | undefined

/** The ring of this process, from YIZHAN_KEYS; read again when the variable changes. */
export function keyRing(): KeyRing {
  const text = process.env.YIZHAN_KEYS
  if (!read || read.text !== text) read = { text, ring: parseKeyRing(text) }
  return read.ring
}
