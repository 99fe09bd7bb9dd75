import { inTransaction, reading, type Tx } from '#app/db/client.server'
import { readTable } from '#app/services/xlsx.server'
import type { Person } from '../../actor'
import { recordAct } from '../../audit.server'
import { Refusal, wrong } from '../../refusal'
import { finishSheet, forgetSheets, holdSheet, keepSheet, leaveSheet, openSheet } from '../sheet.server'
import type { Batch, Judged, Kept, KeptRow } from './batch'
import { oneBatchAtATime, undoneWithin } from './undo.server'

const keptOf = <P>(judged: readonly Judged<P>[], cells: ReadonlyMap<number, Kept['cells']>): KeptRow[] =>
  judged.map(({ row, answer, does, shown }) => ({ row, answer, value: { does, shown, cells: cells.get(row) ?? {} } }))

/** Takes a table in and keeps it with an answer for each row; nothing counts yet. Answers the sheet's id. Throws Refusal beside `table`. */
export async function sendBatch<P>(batch: Batch<P>, actor: Person, bytes: Uint8Array, now = new Date()): Promise<string> {
  await batch.demand(actor)
  const table = await readTable(bytes, { rows: batch.most, needs: batch.needs })
  if ('problem' in table) throw wrong('table', table.problem)
  const typed = table.rows.filter(({ cells }) => !batch.example(cells))
  if (!typed.length) throw wrong('table', '表里没有填内容，请在表头下面填好再传')
  const judged = await batch.judge(reading, actor, typed, now)
  const rows = keptOf(judged, new Map(typed.map(({ row, cells }) => [row, cells])))
  return keepSheet<Kept>(actor, { kind: batch.kind, subjectId: null, rows }, now)
}

export const openBatch = <P>(batch: Batch<P>, actor: Person, sheetId: string, tx?: Tx) =>
  openSheet<Kept>(actor, sheetId, batch.kind, null, tx)

const counts = ({ does }: { does: Kept['does'] }) => does === 'make' || does === 'change'

/**
 * 确定导入: all good rows in one transaction, held once more against what stands now. Where that gives another answer than the one
 * that was looked at, nothing is written and the new answers are kept to be looked at (`again`). A second time it changes nothing.
 * Throws Refusal: notFound, invalid where no row is to be written.
 */
export async function importBatch<P>(batch: Batch<P>, actor: Person, sheetId: string, now = new Date()): Promise<'done' | 'again'> {
  await batch.demand(actor)
  return inTransaction(async (tx) => {
    await oneBatchAtATime(tx, batch)
    await holdSheet(tx, sheetId)
    const sheet = await openBatch(batch, actor, sheetId, tx)
    if (sheet.doneAt) return 'done'
    const typed = sheet.rows.map(({ row, value }) => ({ row, cells: value.cells ?? {} }))
    const judged = await batch.judge(tx, actor, typed, now)
    if (!judged.some(counts)) throw new Refusal('invalid', '没有一行要导入，请改好表格重新上传')
    const saw = new Map(sheet.rows.map(({ row, answer }) => [row, answer.words]))
    if (judged.some(({ row, answer }) => saw.get(row) !== answer.words)) {
      await leaveSheet(tx, sheet, keptOf(judged, new Map(typed.map(({ row, cells }) => [row, cells]))))
      return 'again'
    }
    const plans = judged.flatMap(({ row, does, plan }) => (plan && counts({ does }) ? [{ row, does, plan }] : []))
    const made = await batch.write(tx, actor, plans, sheetId, now)
    const left = judged.map(({ row, answer, does, shown }): KeptRow => ({ row, answer, value: { does, shown, ...made.get(row) } }))
    await finishSheet(tx, sheet, now, left)
    const of = (what: Kept['does']) => plans.filter(({ does }) => does === what).length
    await recordAct(tx, actor, `${batch.kind}.import`, { detail: { sheetId, made: of('make'), changed: of('change') } }, now)
    await forgetSheets(tx, batch.kind, await undoneWithin(tx, now))
    return 'done'
  })
}
