import type { Answered, RowAnswer } from './sheet.server'

export type ShownRow = { row: number; cells: string[]; tone: RowAnswer['tone']; words: string }
export type ShownSheet = { rows: ShownRow[]; good: number; look: number; bad: number }

const first: Record<RowAnswer['tone'], number> = { bad: 0, look: 1, good: 2 }

/** A table with its answers as a page shows it: what is wrong first, then in its own order. */
export function shownSheet<T>(rows: readonly Answered<T>[], cells: (value: T) => string[]): ShownSheet {
  const of = (tone: RowAnswer['tone']) => rows.filter(({ answer }) => answer.tone === tone).length
  return {
    rows: rows
      .toSorted((a, b) => first[a.answer.tone] - first[b.answer.tone] || a.row - b.row)
      .map(({ row, value, answer }) => ({ row, cells: cells(value), ...answer })),
    good: of('good'),
    look: of('look'),
    bad: of('bad'),
  }
}
