import { randomBytes } from 'node:crypto'

const key = () => randomBytes(32).toString('base64')

/** A ring as the configuration has it; `former` are the ids that stay beside the current one. */
export function ringText(current: string, former: Record<string, string> = {}, hashKey = key()) {
  const keys = { ...former, [current]: former[current] ?? key() }
  return { text: JSON.stringify({ current, keys, hashKey }), keys, hashKey }
}

/** Puts a fresh ring in place and returns it. */
export function useRing(current = 'k1', former: Record<string, string> = {}, hashKey?: string) {
  const ring = ringText(current, former, hashKey)
  process.env.YIZHAN_KEYS = ring.text
  return ring
}
