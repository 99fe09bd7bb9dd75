import type { Tx } from '#app/db/client.server'
import { roleLabels, type Role } from '../actor'
import { newId } from '../id'
import { decryptUnderRing, encryptUnderRing } from '../privacy/cipher.server'
import { accountPhoneHash, phoneHash } from '../privacy/hash.server'
import { isMobile, normalisePhone } from '../privacy/phone'
import { wrong } from '../refusal'
import { isDemo } from './demo.server'
import { recordPeopleAct, type By } from './record.server'

const phonePlace = (accountId: string) => ({ table: 'account', column: 'phone_cipher', rowId: accountId })

/** A post of an area or of a body; `unit` is what the post is called where area or body do not say it. */
export type NewPost = { role: Role; areaId?: string; bodyId?: string; unit?: string; from: Date; to?: Date }

export type NewAccount = {
  name: string
  phone: string
  languages?: string[]
  /** Of the demo district; true only in a demo database, and there always. */
  demo?: boolean
  /** What `hashPassword` made; without it the person sets one by a one-time link. */
  passwordHash?: string
  posts?: NewPost[]
}

// A post of a body speaks or works for it; the others look after an area.
const needsBody = new Set<Role>(['mediator', 'head', 'court', 'organ'])

/** A post as its row; throws a Refusal that names the field (body, area, to). */
export function postRow(accountId: string, { role, areaId, bodyId, unit, from, to }: NewPost) {
  if (needsBody.has(role) && !bodyId) throw wrong('body', `${roleLabels[role]}要写明是哪个组织的`)
  if (!needsBody.has(role) && !areaId) throw wrong('area', `${roleLabels[role]}要写明管哪个地方`)
  if (to && to <= from) throw wrong('to', '岗位的止期要在起期之后')
  return { id: newId(), accountId, role, areaId, bodyId, unit, validFrom: from, validTo: to }
}

function nameOf(typed: string): string {
  const name = typed.normalize('NFKC').trim()
  if (name === '' || [...name].length > 30) throw wrong('name', '请写姓名，不超过 30 个字')
  return name
}

function phoneColumns(id: string, phone: string) {
  if (!isMobile(phone)) throw wrong('phone', '请写 11 位手机号，登录用它')
  const phoneCipher = encryptUnderRing(normalisePhone(phone), phonePlace(id))
  return { phoneHash: accountPhoneHash(phone), contactHash: phoneHash(phone), phoneCipher }
}

/** An account as its row, the telephone hashed and encrypted; throws a Refusal that names the field (name, phone). */
export function accountRow({ name, phone, languages = [], passwordHash, demo = false }: Omit<NewAccount, 'posts'>, now: Date) {
  const id = newId()
  return { id, name: nameOf(name), ...phoneColumns(id, phone), passwordHash, languages, demo, createdAt: now }
}

/** Nobody else has this number, nor gets it while this act goes on; throws a Refusal that names the field. */
async function claimPhone(tx: Tx, phone: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${accountPhoneHash(phone)}, 0))`
  if (await findAccount(tx, phone)) throw wrong('phone', '这个手机号已经有账号了')
}

/** Makes an account with its posts; throws a Refusal that names the field (name, phone, demo, area, body, to). */
export async function createAccount(tx: Tx, account: NewAccount, by: By, now = new Date()): Promise<string> {
  const demo = await isDemo(tx)
  // Demo accounts have a password that stands on a page: no real account beside them, and none of them beside real ones.
  if ((account.demo ?? demo) !== demo) throw wrong('demo', '演示账号和正式账号不能放在同一个库里')
  const row = accountRow({ ...account, demo }, now)
  await claimPhone(tx, account.phone)
  const posts = (account.posts ?? []).map((post) => postRow(row.id, post))
  await tx.account.create({ data: row })
  await tx.post.createMany({ data: posts })
  await recordPeopleAct(tx, by, 'account.create', row.id, { roles: posts.map(({ role }) => role) }, now)
  return row.id
}

/** Gives somebody one post more; throws a Refusal that names the field. */
export async function givePost(tx: Tx, accountId: string, post: NewPost, by: By, now = new Date()): Promise<string> {
  const row = postRow(accountId, post)
  await tx.post.create({ data: row })
  await recordPeopleAct(tx, by, 'post.give', accountId, { postId: row.id, role: row.role }, now)
  return row.id
}

/** The account that signs in with this telephone, null where there is none. */
export const findAccount = (tx: Tx, phone: string) =>
  tx.account.findUnique({
    where: { phoneHash: accountPhoneHash(phone) },
    select: { id: true, name: true, stoppedAt: true },
  })

/** The telephone of an account in full; who shows it records why. */
export const phoneOf = ({ id, phoneCipher }: { id: string; phoneCipher: string }): string => decryptUnderRing(phoneCipher, phonePlace(id))

/** Puts a new password (its hash) in place and ends every session of the account. */
export async function setPassword(tx: Tx, accountId: string, passwordHash: string, by: By, now = new Date()): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { passwordHash } })
  await endSessionsOf(tx, accountId, now)
  await useUpLinksOf(tx, accountId, now)
  await recordPeopleAct(tx, by, 'account.password', accountId, {}, now)
}

/** Stops an account: nobody signs in with it, and who is signed in is out. */
export async function stopAccount(tx: Tx, accountId: string, by: By, now = new Date()): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { stoppedAt: now } })
  await endSessionsOf(tx, accountId, now)
  await useUpLinksOf(tx, accountId, now)
  await tx.calendarFeed.deleteMany({ where: { accountId } })
  await recordPeopleAct(tx, by, 'account.stop', accountId, {}, now)
}

/**
 * Puts a name or telephone right. Who was signed in by another telephone is out, and a link that is open ends; the password and a
 * one-time password stay good, with the new number. Throws a Refusal that names the field (name, phone).
 */
export async function correctAccount(
  tx: Tx,
  accountId: string,
  typed: { name: string; phone?: string | undefined },
  by: By,
  now = new Date(),
) {
  const account = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { name: true, phoneHash: true } })
  const name = nameOf(typed.name)
  const phone = typed.phone === undefined ? null : phoneColumns(accountId, typed.phone)
  const moved = phone !== null && phone.phoneHash !== account.phoneHash
  if (moved) await claimPhone(tx, typed.phone ?? '')
  const changed = [...(name === account.name ? [] : ['name']), ...(moved ? ['phone'] : [])]
  if (!changed.length) return
  await tx.account.update({ where: { id: accountId }, data: { name, ...(moved && phone) } })
  if (moved) {
    await endSessionsOf(tx, accountId, now)
    await tx.oneTimeLink.updateMany({ where: { accountId, purpose: 'password', usedAt: null }, data: { usedAt: now } })
  }
  await recordPeopleAct(tx, by, 'account.correct', accountId, { changed }, now)
}

/** Lets a stopped account sign in again, by the password it had. */
export async function restoreAccount(tx: Tx, accountId: string, by: By, now = new Date()): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { stoppedAt: null } })
  await recordPeopleAct(tx, by, 'account.restore', accountId, {}, now)
}

/** Takes the password away and ends every session: what opens the account then is a one-time password. */
export async function forgetPassword(tx: Tx, accountId: string, by: By, now = new Date()): Promise<void> {
  await tx.account.update({ where: { id: accountId }, data: { passwordHash: null } })
  await endSessionsOf(tx, accountId, now)
  await recordPeopleAct(tx, by, 'account.reset', accountId, {}, now)
}

/** One-time links and passwords that are still open are good no longer. */
async function useUpLinksOf(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.oneTimeLink.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } })
}

/** Ends all sessions of an account. */
export async function endSessionsOf(tx: Tx, accountId: string, now = new Date()): Promise<void> {
  await tx.session.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: now } })
}

/** The row of a demo account, for the seed alone: all of them have the password that the sign-in page shows. */
export const demoAccountRow = (account: Omit<NewAccount, 'posts'>, passwordHash: string, now: Date) =>
  accountRow({ ...account, passwordHash, demo: true }, now)
