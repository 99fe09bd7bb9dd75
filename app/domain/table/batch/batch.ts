import type { Reading, Tx } from '#app/db/client.server'
import type { Person } from '../../actor'
import type { Cells } from '../cells'
import type { Answered, RowAnswer, SheetKind } from '../sheet.server'
import type { BatchTable, Image } from './rows.server'

/** A row as it was typed. */
export type Typed = { row: number; cells: Cells }

/** What a row does: makes something, changes what is there, changes nothing, or does not count. */
export type Does = 'make' | 'change' | 'same' | 'none'

/** A row with its answer and, where it counts, what is to be written for it. `shown` stands beside the answer on the page. */
export type Judged<Plan> = { row: number; answer: RowAnswer; does: Does; shown: string[]; plan: Plan | null }

/** A row as it is kept: typed cells until it is done, then what was made and changed, until that cannot be taken back any more. */
export type Kept = { does: Does; shown: string[]; cells?: Cells; href?: string; images?: Image[] }
export type KeptRow = Answered<Kept>

/** What one row made or changed, and the page where it is now. */
export type Made = { href: string; images: Image[] }

/** Why a batch cannot be taken back. */
export type Obstacle = { row: number; words: string }

/** A kind of table that is taken in as a batch, and can be taken back as one. */
export type Batch<Plan> = {
  kind: SheetKind
  /** The page of the table, and of the list that it fills. */
  at: string
  list: string
  sheet: string
  headings: readonly string[]
  needs: readonly string[]
  most: number
  /** Headings of what is shown beside an answer. */
  heads: readonly string[]
  /** Whether a typed row is one of the template's examples. */
  example: (cells: Cells) => boolean
  /** Throws Refusal for who has no such table. */
  demand: (actor: Person) => void | Promise<void>
  judge: (from: Reading, actor: Person, rows: readonly Typed[], now: Date) => Promise<Judged<Plan>[]>
  /** Writes the plans in a few statements, with audit rows; what each row made or changed, by its number. */
  write: (
    tx: Tx,
    actor: Person,
    plans: readonly { row: number; does: Does; plan: Plan }[],
    sheetId: string,
    now: Date,
  ) => Promise<Map<number, Made>>
  /** In the order in which they are made. */
  tables: readonly BatchTable[]
  /** What has come to depend on the batch since it was done. */
  obstacles: (from: Reading, rows: readonly { row: number; images: readonly Image[] }[], since: Date) => Promise<Obstacle[]>
}
