import { createHash, randomBytes } from 'node:crypto'

const SHAPE = /^[A-Za-z0-9_-]{43}$/

/** 32 random bytes as base64url: for the person, never for a table. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What a table keeps of a token: SHA-256. Null where it cannot be one of ours. */
export function hashOfToken(token: string): Uint8Array<ArrayBuffer> | null {
  return SHAPE.test(token) ? new Uint8Array(createHash('sha256').update(token, 'latin1').digest()) : null
}
