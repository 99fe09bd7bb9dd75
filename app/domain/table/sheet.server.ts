import { db, type Tx } from '#app/db/client.server'
import type { Person } from '../actor'
import { newId } from '../id'
import { decrypt, encrypt } from '../privacy/cipher.server'
import { newDataKey, openDataKey } from '../privacy/data-key.server'
import { Refusal } from '../refusal'

/** What a table is sent in for. */
export type SheetKind = 'roster' | 'province' | 'people' | 'bodies' | 'register'

/** A row of it with what it is worth: it counts, it counts but somebody should look, or it does not. */
export type RowAnswer = { tone: 'good' | 'look' | 'bad'; words: string }
export type Answered<T> = { row: number; answer: RowAnswer; value: T }

export type Sheet<T> = {
  id: string
  subjectId: string | null
  rows: Answered<T>[]
  recordedAt: Date
  doneAt: Date | null
  undoneAt: Date | null
  dataKey: string
}

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
export async function openSheet<T>(actor: Person, id: string, kind: SheetKind, subjectId: string | null, tx: Tx = db): Promise<Sheet<T>> {
  const row = await tx.importSheet.findFirst({ where: { id, accountId: actor.accountId, kind, subjectId } })
  if (!row) throw new Refusal('notFound', '没有这份表格，或者已经过期，请重新上传')
  const rows = JSON.parse(decrypt(row.content, openDataKey(row.dataKey, id), place(id))) as Answered<T>[]
  return {
    id,
    subjectId: row.subjectId,
    rows,
    recordedAt: row.recordedAt,
    doneAt: row.doneAt,
    undoneAt: row.undoneAt,
    dataKey: row.dataKey,
  }
}

type Held = { id: string; dataKey: string }
const sealed = ({ id, dataKey }: Held, rows: unknown[]) => encrypt(JSON.stringify(rows), openDataKey(dataKey, id), place(id))

/**
 * Marks it done in the act's transaction and forgets what stood in it, but for what is `left`; false where it was done before,
 * and then nothing may be written.
 */
export async function finishSheet(tx: Tx, sheet: Held, now: Date, left: unknown[] = []): Promise<boolean> {
  const content = sealed(sheet, left)
  const { count } = await tx.importSheet.updateMany({ where: { id: sheet.id, doneAt: null }, data: { doneAt: now, content } })
  return count === 1
}

/** What is left of it from now on, in a transaction that holds it. */
export async function leaveSheet(tx: Tx, sheet: Held, left: unknown[]): Promise<void> {
  await tx.importSheet.update({ where: { id: sheet.id }, data: { content: sealed(sheet, left) } })
}

/** Marks a whole batch as taken back, and forgets what stood in it but for what is `left`; false where it was before. */
export async function undoSheet(tx: Tx, sheet: Held, now: Date, left: unknown[]): Promise<boolean> {
  const content = sealed(sheet, left)
  const { count } = await tx.importSheet.updateMany({
    where: { id: sheet.id, doneAt: { not: null }, undoneAt: null },
    data: { undoneAt: now, content },
  })
  return count === 1
}

/** One's own tables of a kind that were done since, the last first. */
export const doneSheets = (actor: Person, kind: SheetKind, since: Date) =>
  db.importSheet.findMany({
    where: { accountId: actor.accountId, kind, doneAt: { gte: since } },
    orderBy: { doneAt: 'desc' },
    take: 10,
    select: { id: true, doneAt: true, undoneAt: true },
  })

/** Forgets tables of a kind that were done before; what they wrote stays. */
export async function forgetSheets(tx: Tx, kind: SheetKind, before: Date): Promise<void> {
  await tx.importSheet.deleteMany({ where: { kind, doneAt: { lt: before } } })
}

/** Holds it until the transaction ends: of two at once, the second sees what the first left. */
export async function holdSheet(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`select 1 from import_sheet where id = ${id}::uuid for update`
}
