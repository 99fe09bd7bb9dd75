import { inTransaction } from '#app/db/client.server'
import { writeTable } from '#app/services/xlsx.server'
import type { Person } from '../../actor'
import { phoneOf } from '../../people/accounts.server'
import { derivedOneTimePassword, oneTimeDays } from '../../people/one-time-password.server'
import { recordPeopleAct } from '../../people/record.server'
import { Refusal } from '../../refusal'
import { holdSheet, leaveSheet, openSheet } from '../../table/sheet.server'
import { reachOf } from '../reach.server'
import type { PersonRow } from './judge'

/** A download that broke off, or was pressed twice, may be had again so long; after that new passwords take their place. */
const againMs = 10 * 60_000

/**
 * 一次性密码名单: an .xlsx with the one-time password of everybody whom this import made and who has not signed in yet. It is written
 * for this answer alone and kept nowhere; later than ten minutes after, asking again makes the earlier ones void.
 */
export async function handOutPasswords(actor: Person, sheetId: string, now = new Date()): Promise<Uint8Array> {
  const lines = await inTransaction(async (tx) => {
    await reachOf(actor, tx)
    await holdSheet(tx, sheetId)
    const sheet = await openSheet<PersonRow>(actor, sheetId, 'people', null, tx)
    const made = sheet.rows.filter(({ value }) => value.makes === 'account' && value.accountId)
    if (!sheet.doneAt || made.length === 0) throw new Refusal('notNow', '这份表没有新建的账号')
    const before = made.flatMap(({ value }) => value.handedAt ?? [])[0]
    const handedAt = before && now.getTime() - Date.parse(before) < againMs ? before : now.toISOString()
    const waiting = await tx.account.findMany({
      where: { id: { in: made.map(({ value }) => value.accountId ?? '') }, passwordHash: null, stoppedAt: null },
      select: { id: true, name: true, phoneCipher: true },
    })
    if (waiting.length === 0) throw new Refusal('notNow', '这些人都已经登录过，不用一次性密码了')
    const byId = new Map(waiting.map((one) => [one.id, one]))
    const given = waiting.map(({ id }) => ({ id, ...derivedOneTimePassword(id, `${sheetId}|${handedAt}`, new Date(handedAt)) }))
    if (handedAt !== before) {
      const ids = waiting.map(({ id }) => id)
      await tx.oneTimeLink.updateMany({ where: { accountId: { in: ids }, usedAt: null }, data: { usedAt: now } })
      await tx.oneTimeLink.createMany({ data: given.map(({ row }) => row) })
      const left = sheet.rows.map((one) => (one.value.accountId ? { ...one, value: { ...one.value, handedAt } } : one))
      await leaveSheet(tx, sheet, left)
    }
    await recordPeopleAct(tx, { accountId: actor.accountId }, 'people.passwords', null, { sheetId, accounts: String(waiting.length) }, now)
    const passwords = new Map(given.map(({ id, password }) => [id, password]))
    return made.flatMap(({ value }) => {
      const account = byId.get(value.accountId ?? '')
      return account ? [[account.name, phoneOf(account), value.words, passwords.get(account.id) ?? '']] : []
    })
  })
  const headings = ['姓名', '手机号', '岗位', `一次性密码（${oneTimeDays}天内有效）`]
  return writeTable('一次性密码', headings, lines)
}
