import { randomBytes } from 'node:crypto'
import { inTransaction, type Tx } from '#app/db/client.server'
import { hashOfToken, newToken } from './secret-token.server'
import { recordPeopleAct } from './record.server'

/** A working day with its evening. */
export const sessionHours = 12

/** Begins a session; the token goes to the person and nowhere else. */
export async function beginSession(tx: Tx, accountId: string, now = new Date()): Promise<string> {
  const token = newToken()
  const tokenHash = hashOfToken(token)
  if (!tokenHash) throw new TypeError('a new token has the shape of a token')
  const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000)
  const csrf = randomBytes(32).toString('base64url')
  await tx.session.create({ data: { tokenHash, accountId, csrf, createdAt: now, expiresAt } })
  await recordPeopleAct(tx, { accountId }, 'session.begin', accountId, {}, now)
  return token
}

/** Ends the session of a token; one that is no session has ended already. */
export async function endSession(token: string, now = new Date()): Promise<void> {
  const tokenHash = hashOfToken(token)
  if (!tokenHash) return
  await inTransaction(async (tx) => {
    const ended = await tx.session.updateManyAndReturn({
      where: { tokenHash, endedAt: null },
      data: { endedAt: now },
      select: { accountId: true },
    })
    for (const { accountId } of ended) await recordPeopleAct(tx, { accountId }, 'session.end', accountId, {}, now)
  })
}
