import { db, inTransaction, type Tx } from '#app/db/client.server'
import { Refusal, wrong } from '../refusal'
import { createAccount, setPassword } from './accounts.server'
import { hashPassword, passwordProblem } from './passwords.server'
import { recordPeopleAct, type By } from './record.server'
import { hashOfToken, newToken } from './secret-token.server'
import { beginSession } from './sessions.server'

/** What a link is for, and for how many hours. */
const hours = { firstAdministrator: 24, password: 72 } as const
export type LinkPurpose = keyof typeof hours

/** What stands behind a link that still opens. */
export type OpenLink = { purpose: LinkPurpose; accountId: string | null; name: string | null }

const gone = () => new Refusal('notFound', '这个链接已经用过或过期了，请向管理员再要一个')
const purposeOf = (text: string): LinkPurpose => (text === 'firstAdministrator' ? 'firstAdministrator' : 'password')

async function make(tx: Tx, purpose: LinkPurpose, accountId: string | null, by: By, now: Date): Promise<string> {
  const token = newToken()
  const tokenHash = hashOfToken(token)
  if (!tokenHash) throw new TypeError('a new token has the shape of a token')
  // A newer link takes the place of an older one.
  await tx.oneTimeLink.updateMany({ where: { purpose, accountId, usedAt: null }, data: { usedAt: now } })
  const expiresAt = new Date(now.getTime() + hours[purpose] * 3_600_000)
  await tx.oneTimeLink.create({ data: { tokenHash, accountId, purpose, createdAt: now, expiresAt } })
  await recordPeopleAct(tx, by, 'link.make', accountId, { purpose }, now)
  return token
}

/** A token for `/welcome/<token>` with which somebody sets a new password within three days. */
export const newPasswordLink = (tx: Tx, accountId: string, by: By, now = new Date()): Promise<string> =>
  make(tx, 'password', accountId, by, now)

/** Of the whole district, in office: one of a township, or whose post has ended, could let nobody else in. */
const hasAdministrator = async (tx: Tx, now: Date): Promise<boolean> => {
  const found = await tx.$queryRaw<unknown[]>`select 1 from post p join area r on r.id = p.area_id join account a on a.id = p.account_id
    where p.role = 'admin' and r.level = 'district' and a.stopped_at is null and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})`
  return found.length > 0
}

/** A token with which the first administrator makes the own account within a day; null once there is one. */
export async function newFirstAdministratorLink(tx: Tx, now = new Date()): Promise<string | null> {
  return (await hasAdministrator(tx, now)) ? null : make(tx, 'firstAdministrator', null, 'operator', now)
}

/** What a token opens now; null when it opens nothing. */
export async function openLink(token: string, now = new Date()): Promise<OpenLink | null> {
  const tokenHash = hashOfToken(token)
  if (!tokenHash) return null
  const link = await db.oneTimeLink.findFirst({ where: { tokenHash, usedAt: null, expiresAt: { gt: now } } })
  if (!link) return null
  const { accountId } = link
  const account = accountId === null ? null : await db.account.findUnique({ where: { id: accountId } })
  return { purpose: purposeOf(link.purpose), accountId, name: account?.name ?? null }
}

/** Uses a link up, in the transaction of what it is used for. Of two at once, one is told that it is gone. */
async function useUp(tx: Tx, token: string, now: Date): Promise<void> {
  const { count } = await tx.oneTimeLink.updateMany({
    where: { tokenHash: hashOfToken(token) ?? new Uint8Array(), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  if (count === 0) throw gone()
}

async function makeFirstAdministrator(tx: Tx, who: { name: string; phone: string }, passwordHash: string, now: Date) {
  // Two links printed by two starts make one administrator.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('first administrator'))`
  if (await hasAdministrator(tx, now)) throw gone()
  const district = await tx.area.findFirst({
    where: { level: 'district' },
    orderBy: { path: 'asc' },
    select: { id: true },
  })
  if (!district) throw new Refusal('notNow', '还没有导入本区的区划，请先运行 npm run seed')
  const posts = [{ role: 'admin' as const, areaId: district.id, from: now }]
  return createAccount(tx, { ...who, passwordHash, posts }, 'operator', now)
}

export type Welcome = { token: string; password: string; name?: string; phone?: string; now?: Date }

/**
 * Sets the password behind a link, and for the first administrator makes the account; returns the token of a session that
 * begins there and then. Throws a Refusal: notFound for a link that is gone, else the sentence beside its field.
 */
export async function acceptLink({ token, password, name = '', phone = '', now = new Date() }: Welcome): Promise<string> {
  const link = await openLink(token, now)
  if (!link) throw gone()
  const problem = passwordProblem(password, phone)
  if (problem) throw wrong('password', problem)
  const passwordHash = await hashPassword(password)
  return inTransaction(async (tx) => {
    await useUp(tx, token, now)
    const accountId = link.accountId ?? (await makeFirstAdministrator(tx, { name, phone }, passwordHash, now))
    if (link.accountId) await setPassword(tx, accountId, passwordHash, { accountId }, now)
    return beginSession(tx, accountId, now)
  })
}
