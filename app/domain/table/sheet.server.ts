import { db, type Tx } from '#app/db/client.server'
import type { Person } from '../actor'
import { newId } from '../id'
import { decrypt, encrypt } from '../privacy/cipher.server'
import { newDataKey, openDataKey } from '../privacy/data-key.server'
import { Refusal } from '../refusal'

/** What a table is sent in for. */
export type SheetKind = 'roster' | 'province'

/** A row of it with what it is worth: it counts, it counts but somebody should look, or it does not. */
export type RowAnswer = { tone: 'good' | 'look' | 'bad'; words: string }
export type Answered<T> = { row: number; answer: RowAnswer; value: T }

export type Sheet<T> = { id: string; subjectId: string | null; rows: Answered<T>[]; recordedAt: Date; doneAt: Date | null; dataKey: string }

const place = (id: string) => ({ table: 'import_sheet', column: 'content', rowId: id })
const dayMs = 86_400_000

/** Keeps a table that was sent in, encrypted under a key of its own, until it counts; those that were left lying for a day go. Answers its id. */
export async function keepSheet<T>(
  actor: Person,
  { kind, subjectId, rows }: { kind: SheetKind; subjectId: string | null; rows: Answered<T>[] },
  now = new Date(),
): Promise<string> {
  const id = newId()
  const { key, wrapped } = newDataKey(id)
  const { accountId } = actor
  await db.importSheet.deleteMany({ where: { accountId, doneAt: null, recordedAt: { lt: new Date(now.getTime() - dayMs) } } })
  const content = encrypt(JSON.stringify(rows), key, place(id))
  await db.importSheet.create({ data: { id, accountId, kind, subjectId, dataKey: wrapped, content, recordedAt: now } })
  return id
}

/** One's own table with its answers. Throws Refusal notFound for anybody else's, or another kind's or subject's. */
export async function openSheet<T>(actor: Person, id: string, kind: SheetKind, subjectId: string | null): Promise<Sheet<T>> {
  const row = await db.importSheet.findFirst({ where: { id, accountId: actor.accountId, kind, subjectId } })
  if (!row) throw new Refusal('notFound', '没有这份表格，或者已经过期，请重新上传')
  const rows = JSON.parse(decrypt(row.content, openDataKey(row.dataKey, id), place(id))) as Answered<T>[]
  return { id, subjectId: row.subjectId, rows, recordedAt: row.recordedAt, doneAt: row.doneAt, dataKey: row.dataKey }
}

/** Marks it done in the act's transaction and forgets what stood in it; false where it was done before, and then nothing may be written. */
export async function finishSheet(tx: Tx, { id, dataKey }: { id: string; dataKey: string }, now: Date): Promise<boolean> {
  const empty = encrypt('[]', openDataKey(dataKey, id), place(id))
  const { count } = await tx.importSheet.updateMany({ where: { id, doneAt: null }, data: { doneAt: now, content: empty } })
  return count === 1
}
