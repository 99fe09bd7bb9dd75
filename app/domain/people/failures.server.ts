import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from '#app/db/client.server'
import { keyedHash } from '../privacy/hash.server'

const QUARTER_OF_AN_HOUR = 15 * 60

const limiter = (keyPrefix: string, points: number) =>
  new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: QUARTER_OF_AN_HOUR,
  })

/** What is tried is known by a hash, and so is from where; whether it exists makes no difference. */
export type Attempt = { what: string; from: string }

/**
 * Counts failures in a quarter of an hour, in the database: `near` from one address against one account or case, `far`
 * from everywhere against it. A whole office shares an address, so an address alone is never limited.
 */
export function failureLimit(name: string, { near, far }: { near: number; far: number }) {
  const pair = limiter(`${name}_near`, near)
  const whole = limiter(`${name}_far`, far)
  const keysOf = ({ what, from }: Attempt) => ({ pairKey: keyedHash('attemptFrom', `${what}|${from}`), wholeKey: what })

  /** Takes an attempt as a failure until it is forgiven, so that a hundred at once are no way round. Seconds to wait, or 0. */
  async function take(attempt: Attempt): Promise<number> {
    const { pairKey, wholeKey } = keysOf(attempt)
    try {
      await pair.consume(pairKey)
      await whole.consume(wholeKey)
      return 0
    } catch (reason) {
      if (!(reason instanceof RateLimiterRes)) throw reason
      return Math.max(1, Math.ceil(reason.msBeforeNext / 1000))
    }
  }

  /** The attempt was right: this address begins anew, and the account gets its one back. */
  async function forgive(attempt: Attempt): Promise<void> {
    const { pairKey, wholeKey } = keysOf(attempt)
    await Promise.all([pair.delete(pairKey), whole.reward(wholeKey)])
  }

  return { take, forgive }
}

/** Forgets failures whose time is over; the worker calls it now and then. */
export async function forgetOldFailures(now = new Date()): Promise<void> {
  await pool.query('delete from rate_limit where expire < $1', [now.getTime()])
}
