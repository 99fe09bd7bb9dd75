import type { Cells } from '../cells'

/**
 * A column (or a few that say one thing, such as the three of a place) of a table that goes out and comes back: how a record is
 * shown in it, and what its cells mean. `fields` are the record's that it sets.
 */
export type Column<R extends object, W> = {
  headings: readonly string[]
  fields: readonly (keyof R & string)[]
  show: (record: R, world: W) => readonly string[]
  /** '' means cleared. Answers what it sets, or what is wrong with it. */
  take: (texts: readonly string[], world: W, now: R | null) => Partial<R> | { problem: string }
}

/** What stands in a cell to take a value away; an empty cell leaves it alone. */
export const clearWord = '清空'

/** One column of one heading. */
export const single = <R extends object, W>(
  heading: string,
  field: keyof R & string,
  show: (record: R, world: W) => string,
  take: (text: string, world: W, now: R | null) => Partial<R> | { problem: string },
): Column<R, W> => ({
  headings: [heading],
  fields: [field],
  show: (record, world) => [show(record, world)],
  take: ([text = ''], world, now) => take(text, world, now),
})

export type Difference = { heading: string; before: string; after: string }

/** A row held against what stands: what it would be, what differs, what is wrong, by column. */
export type Compared<R> = { next: R; differences: Difference[]; changed: (keyof R & string)[]; problems: string[] }

const ordered = (value: unknown): string =>
  JSON.stringify(Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : (value ?? null))

const raw = (cells: Cells, heading: string) => (cells[heading] ?? '').trim()
const plain = (text: string) => text.normalize('NFKC').trim()

/** Whether two values are the same; of lists only what is in them counts. */
const alike = (a: unknown, b: unknown): boolean => ordered(a) === ordered(b)

/**
 * Holds the cells of a row against a record, or against a blank one for what is new (`now` null). A column that the table has
 * not, an empty cell, and a cell that says what an export would say now (masked numbers too) change nothing.
 */
export function compare<R extends object, W>(
  columns: readonly Column<R, W>[],
  cells: Cells,
  now: R | null,
  blank: R,
  world: W,
): Compared<R> {
  const before = now ?? blank
  const found: Compared<R> = { next: before, differences: [], changed: [], problems: [] }
  for (const { headings, fields, show, take } of columns) {
    const typed = headings.map((heading) => raw(cells, heading))
    const shown = show(before, world)
    const says = typed.map((text) => (text === clearWord ? '' : text))
    if (typed.every((text) => text === '')) continue
    if (now && says.every((text, at) => plain(text) === plain(shown[at] ?? ''))) continue
    const taken = take(says, world, now)
    if ('problem' in taken) {
      found.problems.push(`${headings[0]}：${taken.problem}`)
      continue
    }
    const next = { ...found.next, ...taken }
    const changed = fields.filter((field) => !alike(next[field], before[field]))
    found.next = next
    if (!changed.length) continue
    found.changed.push(...changed)
    found.differences.push({ heading: headings[0] ?? '', before: shown.join(''), after: show(next, world).join('') })
  }
  return found
}

const short = (text: string) => (text === '' ? '空' : [...text].length > 30 ? `${[...text].slice(0, 30).join('')}…` : text)

/** 电话 空 → 0888-0001234；地点 旧街 → 新街 */
export const differenceWords = (differences: readonly Difference[]): string =>
  differences
    .map(({ heading, before, after }) => `${heading} ${before === after ? '改了' : `${short(before)} → ${short(after)}`}`)
    .join('；')
