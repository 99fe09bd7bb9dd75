import type { Person } from '../../actor'
import { dayIn, formatDate, formatInstant } from '../../calendar/days'
import { isId } from '../../id'
import { Refusal } from '../../refusal'
import { doneSheets, type SheetKind } from '../sheet.server'
import type { Batch, Kept, KeptRow } from './batch'
import { openBatch } from './send.server'
import { undoDays, undoing, undoneWithin } from './undo.server'

const shownAtOnce = 100
const order: Record<Kept['does'], number> = { none: 0, change: 1, make: 2, same: 3 }

/** Where one is on the page: looking, asked once more, done, asked before taking back, taken back. */
export type BatchStep = 'look' | 'sure' | 'done' | 'undo' | 'undone'

export type BatchSheet = {
  id: string
  step: BatchStep
  sums: Record<Kept['does'], number>
  total: number
  rows: { row: number; cells: string[]; tone: 'good' | 'look' | 'bad'; words: string; href?: string | undefined }[]
  first: string | null
  next: string | null
  /** 2026年4月1日: the last day on which it may be taken back; null where it is past or nothing was done. */
  until: string | null
  /** What stands in the way of taking it back, and how much more. */
  obstacles: string[]
}

export type BatchPage = {
  heads: string[]
  most: number
  /** Days within which a batch may be taken back. */
  days: number
  sheet: BatchSheet | null
  /** One's own batches that may still be taken back. */
  lately: { href: string; when: string; undone: boolean }[]
}

function stepOf(sheet: { doneAt: Date | null; undoneAt: Date | null }, asked: string | null): BatchStep {
  if (sheet.undoneAt) return 'undone'
  if (sheet.doneAt) return asked === 'undo' ? 'undo' : 'done'
  return asked === 'sure' ? 'sure' : 'look'
}

const mostObstacles = 50

async function latelyOf(actor: Person, kind: SheetKind, at: string, now: Date): Promise<BatchPage['lately']> {
  const done = await doneSheets(actor, kind, await undoneWithin(undefined, now))
  return done.map(({ id, doneAt, undoneAt }) => ({
    href: `${at}?sheet=${id}`,
    when: doneAt ? formatInstant(doneAt) : '',
    undone: undoneAt !== null,
  }))
}

/**
 * The page of a table that is taken in as a batch: before it, with its rows and answers, and after it. What is wrong stands first,
 * then what changes. Throws Refusal: notFound, and what the kind demands.
 */
export async function batchPage<P>(batch: Batch<P>, actor: Person, params: URLSearchParams, now = new Date()): Promise<BatchPage> {
  await batch.demand(actor)
  const whole = { heads: [...batch.heads], most: batch.most, days: await undoDays() }
  const id = params.get('sheet')
  if (id === null) return { ...whole, sheet: null, lately: await latelyOf(actor, batch.kind, batch.at, now) }
  if (!isId(id)) throw new Refusal('notFound')
  const sheet = await openBatch(batch, actor, id)
  const step = stepOf(sheet, params.get('step'))
  const from = Math.min(Math.max(0, Math.trunc(Number(params.get('from')) || 0)), batch.most)
  const sorted = [...sheet.rows].sort((a, b) => order[a.value.does] - order[b.value.does] || a.row - b.row)
  const taking = step === 'undo' || step === 'done' ? await undoing(batch, actor, id, now) : null
  const all = taking && step === 'undo' ? taking.obstacles.map(({ row, words }) => (row ? `第 ${row} 行：${words}` : words)) : []
  const sums = { none: 0, change: 0, make: 0, same: 0 }
  for (const { value } of sheet.rows) sums[value.does] += 1
  const at = `${batch.at}?sheet=${id}${step === 'sure' || step === 'undo' ? `&step=${step}` : ''}`
  return {
    ...whole,
    lately: [],
    sheet: {
      id,
      step,
      sums,
      total: sheet.rows.length,
      rows: sorted.slice(from, from + shownAtOnce).map(rowWords),
      first: from > 0 ? at : null,
      next: sorted.length > from + shownAtOnce ? `${at}&from=${from + shownAtOnce}` : null,
      until: taking && dayIn(now) <= taking.until ? formatDate(taking.until) : null,
      obstacles: all.length > mostObstacles ? [...all.slice(0, mostObstacles), `还有 ${all.length - mostObstacles} 处`] : all,
    },
  }
}

const rowWords = ({ row, value, answer }: KeptRow) => ({
  row,
  cells: value.shown,
  tone: answer.tone,
  words: answer.words,
  href: value.href,
})
