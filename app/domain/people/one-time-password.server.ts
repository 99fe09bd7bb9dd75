import { randomInt } from 'node:crypto'
import { inTransaction, type Tx } from '#app/db/client.server'
import { accountPhoneHash, keyedHash } from '../privacy/hash.server'
import { newPasswordLink } from './one-time-link.server'
import { recordPeopleAct, type By } from './record.server'
import { accountOf } from './sign-in.server'

/** How many days somebody has to sign in with it: a list of a thousand is handed out in more than one morning. */
export const oneTimeDays = 14

// No sign that can be read as another. Twelve of them are 59 bits: a keyed hash keeps them, where argon2 for 1,600 would take minutes.
const SIGNS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const LENGTH = 12

const spelled = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')

const hashOf = (accountId: string, password: string) =>
  new Uint8Array(Buffer.from(keyedHash('oneTimePassword', `${accountId}|${spelled(password)}`), 'base64url'))

function given(accountId: string, signs: string, now: Date) {
  const expiresAt = new Date(now.getTime() + oneTimeDays * 86_400_000)
  const row = { tokenHash: hashOf(accountId, signs), accountId, purpose: 'oneTimePassword', createdAt: now, expiresAt }
  return { password: signs.replace(/(.{4})(?=.)/g, '$1-'), row }
}

const random = () => Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')

/**
 * The one-time password (ABCD-EFGH-JKMN) that a list made at one moment has for an account, and the row that knows it again: the
 * same as often as it is asked, so that a broken download needs no copy of it. Only who has the key ring can work it out.
 */
export function derivedOneTimePassword(accountId: string, list: string, now: Date) {
  const bytes = Buffer.from(keyedHash('oneTimePassword', `${list}|${accountId}|list`), 'base64url')
  return given(accountId, Array.from({ length: LENGTH }, (_, at) => SIGNS[bytes.readUInt16BE(at * 2) % SIGNS.length]).join(''), now)
}

/** Gives an account a one-time password, in the place of any older one; it is shown once and kept nowhere. */
export async function giveOneTimePassword(tx: Tx, accountId: string, by: By, now = new Date()): Promise<string> {
  const { password, row } = given(accountId, random(), now)
  await tx.oneTimeLink.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } })
  await tx.oneTimeLink.create({ data: row })
  await recordPeopleAct(tx, by, 'link.make', accountId, { purpose: 'oneTimePassword' }, now)
  return password
}

/**
 * With a right one-time password, a token of `/welcome/<token>` where its owner chooses the own; null for anything else, which is
 * tried as a password then. It is good until the own password stands: a line that breaks between the two does no harm.
 */
export async function welcomeOf({ phone, password, now = new Date() }: { phone: string; password: string; now?: Date }) {
  if (spelled(password).length !== LENGTH) return null
  const account = await accountOf(accountPhoneHash(phone))
  if (!account) return null
  return inTransaction(async (tx) => {
    const where = { tokenHash: hashOf(account.id, password), accountId: account.id, usedAt: null, expiresAt: { gt: now } }
    const known = await tx.oneTimeLink.findFirst({ where, select: { purpose: true } })
    return known ? newPasswordLink(tx, account.id, { accountId: account.id }, now) : null
  })
}
