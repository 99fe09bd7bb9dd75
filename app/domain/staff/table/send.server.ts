import { reading } from '#app/db/client.server'
import { readTable, writeTable } from '#app/services/xlsx.server'
import type { Person } from '../../actor'
import { dayIn } from '../../calendar/days'
import { isId } from '../../id'
import { accountPhoneHash } from '../../privacy/hash.server'
import { maskPhone } from '../../privacy/masking'
import { normalisePhone } from '../../privacy/phone'
import { Refusal, wrong } from '../../refusal'
import { keepSheet, openSheet, type Answered } from '../../table/sheet.server'
import { reachOf } from '../reach.server'
import { judge, mostPeople, neededHeadings, peopleHeadings, type PersonRow, type Typed } from './judge'
import { worldOf } from './world.server'

const example = /^例：/

/** What is kept before it is done: the typed cells too, to be held against the office again when it is. */
export type Kept = PersonRow & { cells: Record<string, string> }

/** An empty table with lines that show how it is meant. */
export const peopleTemplate = (): Promise<Uint8Array> =>
  writeTable('人员', peopleHeadings, [
    ['例：木某某（填好后删去例子）', '13800000000', '网格员', '束河街道', '龙泉社区', '第三网格', '', '2026-03-05'],
    ['例：和某某', '13800000001', '调解员', '', '', '', '龙泉社区人民调解委员会', ''],
  ])

/** Holds typed rows against the office as it is now. */
export async function judgeNow(from: typeof reading, actor: Person, rows: readonly Typed[], now: Date) {
  const reach = await reachOf(actor, from)
  const hashes = rows.map(({ cells }) => accountPhoneHash(normalisePhone(cells['手机号'] ?? '')))
  return judge(rows, await worldOf(from, actor, reach, [...new Set(hashes)], now), dayIn(now), accountPhoneHash)
}

/** Takes a table in and keeps it with an answer for each row; nothing counts yet. Answers the sheet's id. Throws Refusal beside `table`. */
export async function sendPeople(actor: Person, bytes: Uint8Array, now = new Date()): Promise<string> {
  await reachOf(actor)
  const table = await readTable(bytes, { rows: mostPeople, needs: neededHeadings })
  if ('problem' in table) throw wrong('table', table.problem)
  const typed = table.rows.filter(({ cells }) => !example.test(cells['姓名'] ?? ''))
  if (!typed.length) throw wrong('table', '表里没有填人，请在表头下面填好再传')
  const answers = await judgeNow(reading, actor, typed, now)
  const rows = answers.map((one, at) => ({ ...one, value: { ...one.value, cells: typed[at]?.cells ?? {} } }))
  return keepSheet<Kept>(actor, { kind: 'people', subjectId: null, rows }, now)
}

const shownAtOnce = 100
const order = { bad: 0, look: 1, good: 2 } as const

export type SheetPage = {
  id: string
  done: boolean
  sums: { word: string; count: number }[]
  rows: { row: number; name: string; phone: string; words: string; answer: string; bad: boolean }[]
  /** Rows that would be, or were, made. */
  good: number
  /** New accounts whose one-time passwords can be had; whether they were before. */
  passwords: { count: number; before: boolean } | null
  first: string | null
  next: string | null
}

const countOf = (rows: readonly Answered<PersonRow>[], makes: PersonRow['makes']) =>
  rows.filter(({ value }) => value.makes === makes).length

/** `/people/import/:sheetId`: the answers, what does not count first. Throws Refusal notFound for anybody else's. */
export async function sheetPage(actor: Person, id: string, params: URLSearchParams): Promise<SheetPage> {
  await reachOf(actor)
  if (!isId(id)) throw new Refusal('notFound')
  const { rows, doneAt } = await openSheet<PersonRow>(actor, id, 'people', null)
  const done = doneAt !== null
  const from = Math.min(Math.max(0, Math.trunc(Number(params.get('from')) || 0)), mostPeople)
  const sorted = [...rows].sort((a, b) => order[a.answer.tone] - order[b.answer.tone] || a.row - b.row)
  const at = `/people/import/${id}`
  const made = rows.filter(({ value }) => value.accountId !== undefined && value.makes === 'account')
  return {
    id,
    done,
    sums: [
      { word: done ? '新建了' : '可以新建', count: countOf(rows, 'account') },
      { word: done ? '加了岗位' : '可以加岗位', count: countOf(rows, 'post') },
      { word: '重复', count: rows.filter(({ answer }) => answer.tone === 'look').length },
      { word: done ? '没有导入' : '不能导入', count: rows.filter(({ answer }) => answer.tone === 'bad').length },
    ],
    rows: sorted.slice(from, from + shownAtOnce).map(({ row, value, answer }) => ({
      row,
      name: value.name,
      phone: value.phone ? maskPhone(value.phone) : '',
      words: value.words,
      answer: answer.words,
      bad: answer.tone === 'bad',
    })),
    good: countOf(rows, 'account') + countOf(rows, 'post'),
    passwords: done && made.length ? { count: made.length, before: made.some(({ value }) => value.handedAt !== undefined) } : null,
    first: from > 0 ? at : null,
    next: sorted.length > from + shownAtOnce ? `${at}?from=${from + shownAtOnce}` : null,
  }
}
