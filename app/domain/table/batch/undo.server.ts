import { db, inTransaction, reading, type Reading, type Tx } from '#app/db/client.server'
import type { Person } from '../../actor'
import { recordAct } from '../../audit.server'
import { addDays, dayIn, instantOf, type LegalDay } from '../../calendar/days'
import { Refusal } from '../../refusal'
import { holdSheet, openSheet, undoSheet, type Sheet } from '../sheet.server'
import type { Batch, Kept, Obstacle } from './batch'
import { putBack, touched, type Image } from './rows.server'

/** The setting that says within how many days a batch may be taken back. */
export const undoDaysSetting = 'importUndoDays'
const usualDays = 30

/** Two batches of a kind at once would both make the same body or person. */
export const oneBatchAtATime = (tx: Tx, { kind }: Pick<Batch<unknown>, 'kind'>) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtext(${`table ${kind}`}))`

/** Days within which a batch may be taken back: the district's setting, else 30. */
export async function undoDays(tx: Tx = db): Promise<number> {
  const row = await tx.setting.findUnique({ where: { key: undoDaysSetting } })
  return typeof row?.value === 'number' && row.value >= 0 ? Math.trunc(row.value) : usualDays
}

/** Batches that were done before this moment stay as they are. */
export const undoneWithin = async (tx: Tx | undefined, now: Date): Promise<Date> => instantOf(addDays(dayIn(now), -(await undoDays(tx))))

const lastDayOf = (doneAt: Date, days: number): LegalDay => addDays(dayIn(doneAt), days)

export type Undoing = {
  made: number
  changed: number
  /** The last day on which it may be taken back. */
  until: LegalDay
  /** What stands in its way; none: it can be. */
  obstacles: Obstacle[]
}

const imagesIn = ({ rows }: Sheet<Kept>) => rows.flatMap(({ row, value }) => (value.images ? [{ row, images: value.images }] : []))

/** What taking a batch back would do, and what stands in the way. Throws Refusal notNow for one that was not done. */
async function undoingOf<P>(batch: Batch<P>, from: Reading, tx: Tx | undefined, sheet: Sheet<Kept>, now: Date): Promise<Undoing> {
  if (!sheet.doneAt) throw new Refusal('notNow', '这份表还没有导入')
  const until = lastDayOf(sheet.doneAt, await undoDays(tx))
  const rows = imagesIn(sheet)
  const of = (does: Kept['does']) => sheet.rows.filter(({ value }) => value.does === does).length
  const sums = { made: of('make'), changed: of('change'), until }
  if (dayIn(now) > until) return { ...sums, obstacles: [{ row: 0, words: '过了可以撤回的日子，要改的请一项一项改' }] }
  const later = await touched(
    from,
    rows.flatMap(({ images }) => images),
  )
  const changed = rows.flatMap(({ row, images }) =>
    images.some(({ id }) => later.has(id)) ? [{ row, words: '导入以后又改过，或者已经不在了' }] : [],
  )
  const found = [...changed, ...(await batch.obstacles(from, rows, sheet.doneAt))]
  return { ...sums, obstacles: found.sort((a, b) => a.row - b.row) }
}

/** What stands in the way of taking one's own batch back. Throws Refusal: notFound, notNow. */
export async function undoing<P>(batch: Batch<P>, actor: Person, sheetId: string, now = new Date()): Promise<Undoing> {
  await batch.demand(actor)
  return undoingOf(batch, reading, undefined, await openSheet<Kept>(actor, sheetId, batch.kind, null), now)
}

const without = ({ images: _, href: _href, ...rest }: Kept): Kept => rest
const first = (obstacles: readonly Obstacle[]) =>
  obstacles
    .slice(0, 20)
    .map(({ row, words }) => (row ? `第 ${row} 行：${words}` : words))
    .join('；')

/**
 * 整批撤回: everything the batch made goes and everything it changed is as it was, in one transaction, or nothing. A second time it
 * changes nothing. Throws Refusal: notFound, notNow with what stands in the way.
 */
export async function undoBatch<P>(batch: Batch<P>, actor: Person, sheetId: string, now = new Date()): Promise<void> {
  await batch.demand(actor)
  await inTransaction(async (tx) => {
    await oneBatchAtATime(tx, batch)
    await holdSheet(tx, sheetId)
    const sheet = await openSheet<Kept>(actor, sheetId, batch.kind, null, tx)
    if (sheet.undoneAt) return
    const { obstacles, made, changed } = await undoingOf(batch, tx, tx, sheet, now)
    if (obstacles.length) throw new Refusal('notNow', `没有撤回，一行也没有动。${first(obstacles)}`)
    const images: Image[] = imagesIn(sheet).flatMap((one) => one.images)
    await putBack(tx, batch.tables, images)
    const left = sheet.rows.map((one) => ({ ...one, value: without(one.value) }))
    await undoSheet(tx, sheet, now, left)
    await recordAct(tx, actor, `${batch.kind}.undo`, { detail: { sheetId, made, changed } }, now)
  })
}
