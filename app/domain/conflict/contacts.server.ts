import { inTransaction } from '#app/db/client.server'
import { phoneOf } from '../people/accounts.server'
import { phoneHash } from '../privacy/hash.server'

/** Accounts from before there was such a column get theirs: without it nobody would find a mediator among the parties. */
export const fillContacts = (): Promise<void> =>
  inTransaction(async (tx) => {
    const accounts = await tx.account.findMany({ where: { contactHash: null }, select: { id: true, phoneCipher: true } })
    if (!accounts.length) return
    const rows = JSON.stringify(accounts.map((one) => ({ id: one.id, hash: phoneHash(phoneOf(one)) })))
    await tx.$executeRaw`update account a set contact_hash = x.hash from json_to_recordset(${rows}::json) as x(id uuid, hash text) where a.id = x.id`
  })
