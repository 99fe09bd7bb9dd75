import { inTransaction, type Tx } from '#app/db/client.server'
import type { Person } from '../../actor'
import { instantOf } from '../../calendar/days'
import { newId } from '../../id'
import { accountRow, postRow } from '../../people/accounts.server'
import { isDemo } from '../../people/demo.server'
import { accountPhoneHash } from '../../privacy/hash.server'
import { recordPeopleAct } from '../../people/record.server'
import { Refusal } from '../../refusal'
import { finishSheet, holdSheet, openSheet, type Answered } from '../../table/sheet.server'
import type { PersonRow } from './judge'
import { judgeNow, type Kept } from './send.server'

const atOnce = 500

async function inBatches<T>(rows: readonly T[], write: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += atOnce) await write(rows.slice(at, at + atOnce))
}

const auditOf = (actor: Person, act: string, subjectId: string, detail: Record<string, string>, now: Date) => ({
  id: newId(),
  recordedAt: now,
  actorKind: 'account',
  actorId: actor.accountId,
  act,
  subjectKind: 'account',
  subjectId,
  detail,
})

/** Makes what the good rows say; answers them with the accounts they made or met. */
async function make(tx: Tx, actor: Person, rows: Answered<PersonRow>[], sheetId: string, now: Date): Promise<Answered<PersonRow>[]> {
  const demo = await isDemo(tx)
  const counted = rows.filter(({ value }) => value.makes !== null)
  const hashes = counted.map(({ value }) => accountPhoneHash(value.phone))
  const there = await tx.account.findMany({ where: { phoneHash: { in: [...new Set(hashes)] } }, select: { id: true, phoneHash: true } })
  const ids = new Map(there.map(({ id, phoneHash }) => [phoneHash, id]))
  const accounts = counted.filter(({ value }) => value.makes === 'account').map(({ value }) => accountRow({ ...value, demo }, now))
  for (const { id, phoneHash } of accounts) ids.set(phoneHash, id)
  const idOf = (phone: string) => ids.get(accountPhoneHash(phone)) ?? ''
  const posts = counted.flatMap(({ value: { post, phone } }) =>
    post ? [postRow(idOf(phone), { ...post, from: instantOf(post.from) })] : [],
  )
  const audits = [
    ...accounts.map(({ id }) => auditOf(actor, 'account.create', id, { sheetId }, now)),
    ...posts.map(({ id, accountId, role }) => auditOf(actor, 'post.give', accountId, { postId: id, role, sheetId }, now)),
  ]
  await inBatches(accounts, (data) => tx.account.createMany({ data }))
  await inBatches(posts, (data) => tx.post.createMany({ data }))
  await inBatches(audits, (data) => tx.audit.createMany({ data }))
  return rows.map(({ row, answer, value }) => {
    const { name, phone, words, makes } = value
    const said = makes === 'account' ? '已新建账号' : makes === 'post' ? '已加岗位' : answer.words
    return { row, answer: { ...answer, words: said }, value: { name, phone: '', words, makes, ...(makes && { accountId: idOf(phone) }) } }
  })
}

/**
 * 确定导入: the good rows as the office is now (somebody may have been made meanwhile), all in one transaction. A second time, or
 * at the same time, changes nothing. Throws Refusal: notFound, forbidden, invalid where no row is good.
 */
export async function importPeople(actor: Person, sheetId: string, now = new Date()): Promise<void> {
  await inTransaction(async (tx) => {
    // One import at a time: two tables may name the same person.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('people import'))`
    await holdSheet(tx, sheetId)
    const sheet = await openSheet<Kept>(actor, sheetId, 'people', null, tx)
    if (sheet.doneAt) return
    const typed = sheet.rows.map(({ row, value }) => ({ row, cells: value.cells }))
    const rows = await judgeNow(tx, actor, typed, now)
    if (rows.every(({ value }) => value.makes === null)) throw new Refusal('invalid', '没有一行可以导入，请改好表格重新上传')
    const left = await make(tx, actor, rows, sheetId, now)
    if (!(await finishSheet(tx, sheet, now, left))) throw new Refusal('notNow')
    const made = String(left.filter(({ value }) => value.makes !== null).length)
    await recordPeopleAct(tx, { accountId: actor.accountId }, 'people.import', null, { sheetId, rows: made }, now)
  })
}
