import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a signed message between us and the gateway carries beside its body: when, something used once, and the signature. */
export type Signed = { timestamp: string; nonce: string; signature: string }

/** A message older or newer than this is not believed, however well it is signed. */
const windowMs = 5 * 60_000

/** HMAC-SHA256, in hex, of time, nonce and body, a line each. */
const signatureOf = (key: string, { timestamp, nonce }: Omit<Signed, 'signature'>, body: string): string =>
  createHmac('sha256', key).update(`${timestamp}\n${nonce}\n${body}`).digest('hex')

/** Signs a body with a fresh nonce. */
export function signed(key: string, body: string, now = new Date()): Signed {
  const head = { timestamp: String(Math.floor(now.getTime() / 1000)), nonce: randomBytes(16).toString('hex') }
  return { ...head, signature: signatureOf(key, head, body) }
}

/** Whether a body was signed with this key within the window. Compared in constant time; an empty key signs nothing. */
export function isSigned(key: string | undefined, { timestamp, nonce, signature }: Signed, body: string, now = new Date()): boolean {
  if (!key || !/^\d{1,12}$/.test(timestamp) || !/^[\w-]{8,64}$/.test(nonce)) return false
  if (Math.abs(now.getTime() - Number(timestamp) * 1000) > windowMs) return false
  const [ours, given] = [Buffer.from(signatureOf(key, { timestamp, nonce }, body)), Buffer.from(signature)]
  return ours.length === given.length && timingSafeEqual(ours, given)
}
