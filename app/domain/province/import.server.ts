import { inTransaction, read, reading } from '#app/db/client.server'
import { readTable, writeTable } from '#app/services/xlsx.server'
import { holds, type Person } from '../actor'
import { opened } from '../desk/opened.server'
import { firstTime } from '../dispute/advance.server'
import { visible } from '../dispute/sight.server'
import { Refusal, wrong } from '../refusal'
import { finishSheet, keepSheet, openSheet, type Answered } from '../table/sheet.server'
import { codeProblem, keepCodes, provinceCodeShape, takenCodes } from './codes.server'
import { mayFill } from './fields.server'

export const codeHeadings = ['登记编号', '省系统编码'] as const
export const mostCodes = 2_000

/** One line of the table: which dispute, its number there. */
export type CodeRow = { number: string; code: string }

export const codeTemplate = () => writeTable('省系统编码', codeHeadings, [])

type Known = { id: string; number: string; before: string | null; may: boolean }

/** The disputes of these numbers that somebody may see; others are as if they were not. */
const known = (actor: Person, numbers: readonly string[], now: Date) => read<Known[]>`
  select d.id, d.number, d.province_code as before, ${mayFill(actor, now)} as may from dispute d
  where d.number = any(${numbers}::text[]) and ${visible(actor, now)} and ${opened(actor)}`

const plain = (text: string | undefined) => (text ?? '').normalize('NFKC').replace(/\s/g, '')

/** What becomes of a row: written, written over another, there already, or not. */
function answerOf({ number, code }: CodeRow, found: Known | undefined): Answered<CodeRow>['answer'] {
  if (!number) return { tone: 'bad', words: '没有登记编号' }
  if (!code) return { tone: 'bad', words: '没有省系统编码' }
  if (!provinceCodeShape.test(code)) return { tone: 'bad', words: codeProblem }
  if (!found) return { tone: 'bad', words: '没有这件纠纷，或者您不能查看' }
  if (!found.may) return { tone: 'bad', words: '这件不由您填，由承办的人、分流岗和区司法局填' }
  if (found.before === code) return { tone: 'good', words: '已经录过，一样' }
  return found.before ? { tone: 'look', words: `原来是 ${found.before}，会改成这个` } : { tone: 'good', words: '可以写回' }
}

/** Reads a table of numbers and keeps it with an answer for each row; nothing is written yet. Answers the sheet's id. Throws Refusal. */
export async function sendCodes(actor: Person, bytes: Uint8Array, now = new Date()): Promise<string> {
  if (!mayImportCodes(actor)) throw new Refusal('forbidden')
  const table = await readTable(bytes, { rows: mostCodes, needs: codeHeadings })
  if ('problem' in table) throw wrong('table', table.problem)
  const values = table.rows.map(({ row, cells }) => ({
    row,
    value: { number: plain(cells['登记编号']), code: plain(cells['省系统编码']) },
  }))
  const disputes = new Map(
    (
      await known(
        actor,
        values.map(({ value }) => value.number),
        now,
      )
    ).map((one) => [one.number, one]),
  )
  const rewritten = values.flatMap(({ value: { number, code } }) => {
    const found = disputes.get(number)
    return found?.may && code ? [{ id: found.id, code }] : []
  })
  const taken = await takenCodes(reading, actor, rewritten, now)
  const numbers = new Map<string, number>()
  const codes = new Map<string, number>()
  const rows = values.map(({ row, value }): Answered<CodeRow> => {
    const answer = answerOf(value, disputes.get(value.number))
    const twice = numbers.get(value.number) ?? codes.get(value.code)
    if (answer.tone === 'bad') return { row, value, answer }
    const elsewhere = taken.get(value.code)
    if (elsewhere) return { row, value, answer: { tone: 'bad', words: elsewhere } }
    if (twice) return { row, value, answer: { tone: 'bad', words: `和第 ${twice} 行的编号或编码重复，请核对` } }
    numbers.set(value.number, row)
    codes.set(value.code, row)
    return { row, value, answer }
  })
  return keepSheet(actor, { kind: 'province', subjectId: null, rows }, now)
}

/** Whoever works on cases or looks after the district may bring a table; which rows count is asked for each. */
export const mayImportCodes = (actor: Person): boolean => holds(actor, 'mediator', 'head', 'triage', 'bureau')

export const openCodeSheet = (actor: Person, sheetId: string) => openSheet<CodeRow>(actor, sheetId, 'province', null)

/** Writes the good rows back, once for a sheet; each is asked again whether it may be. Answers how many changed. Throws Refusal. */
export async function importCodes(actor: Person, sheetId: string, key: string, now = new Date()): Promise<number> {
  const sheet = await openCodeSheet(actor, sheetId)
  const rows = sheet.rows.filter(({ answer }) => answer.tone !== 'bad').map(({ value }) => value)
  if (sheet.doneAt) return 0
  if (!rows.length) throw new Refusal('invalid', '没有一行可以写回，请改好表格重新上传')
  const disputes = new Map(
    (
      await known(
        actor,
        rows.map(({ number }) => number),
        now,
      )
    ).map((one) => [one.number, one]),
  )
  return inTransaction(async (tx) => {
    if (!(await firstTime(tx, actor, key, '/disputes/province', now)) || !(await finishSheet(tx, sheet, now))) return 0
    const written = rows.flatMap(({ number, code }) => {
      const dispute = disputes.get(number)
      return dispute?.may ? [{ id: dispute.id, before: dispute.before, code }] : []
    })
    return keepCodes(tx, actor, written, now)
  })
}
