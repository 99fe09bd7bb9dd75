import { db } from '#app/db/client.server'

/** The demo's disputes are told backwards in time, and nobody could be rung then: what is still ringing began just now. */
export const ringFromNow = (now: Date): Promise<number> =>
  db.$executeRaw`update alarm set raised_at = ${new Date(now.getTime() - 60_000)}, climb_at = ${now} where acknowledged_at is null and ended_at is null`
