import type { Person } from '../actor'
import { Refusal } from '../refusal'
import { bodyKinds } from '../words/body-kinds'
import { isCode } from '../words/words'
import { districtLoads, lookedAfter, townshipLoads, type TownshipLoad } from './load.server'
import { tileOf, tilesNote, type Tile } from './tiles.data'

type Figure = { label: string; value: number; href: string; tone?: 'late' }
export type TileWords = {
  id: string
  name: string
  /** Null where it stands on no tile: a township that came later is listed below the map. */
  tile: Tile | null
  /** Open, overdue, waiting for triage, receipt, assignment; null where it is not this person's to see. */
  figures: Figure[] | null
  /** One cell a case, so many at most; how many more there are. */
  cells: number
  lateCells: number
  more: number
}
export type BodyWords = {
  id: string
  name: string
  kind: string
  open: Figure
  late: Figure
  cap: number | null
  cells: number
  more: number
}
export type NetworkPage = { tiles: TileWords[]; bodies: BodyWords[]; total: number; note: string; whole: boolean }

/** More cells than this no one counts: the number says the rest. */
export const mostCells = 40

const list = (query: Record<string, string>) => `/disputes?${new URLSearchParams(query)}`

const figuresOf = ({ id, open, late, reported, offered, assigning }: TownshipLoad): Figure[] => {
  const of = (label: string, value: number, query: Record<string, string>): Figure => ({
    label,
    value,
    href: list({ township: id, ...query }),
  })
  return [
    of('在办', open, {}),
    { ...of('逾期', late, { state: 'late' }), tone: 'late' },
    of('待分流', reported, { state: 'reported' }),
    of('待接收', offered, { state: 'offered' }),
    of('待指派', assigning, { state: 'assigning' }),
  ]
}

const tileWords = (row: TownshipLoad): TileWords => {
  const cells = row.mine ? Math.min(row.open, mostCells) : 0
  return {
    id: row.id,
    name: row.name,
    tile: tileOf(row.name),
    figures: row.mine ? figuresOf(row) : null,
    cells,
    lateCells: Math.min(row.late, cells),
    more: row.mine ? row.open - cells : 0,
  }
}

/**
 * 各乡镇: what lies where, a cell a case, laid out by direction; beside it the district's own bodies. For bureau, duty and triage
 * posts, and for a leader his own township. At most two statements. Throws Refusal notFound for anybody else.
 */
export async function networkPage(actor: Person, now = new Date()): Promise<NetworkPage> {
  if (!lookedAfter(actor).length) throw new Refusal('notFound')
  const [townships, bodies] = await Promise.all([townshipLoads(actor, now), districtLoads(actor, now)])
  const own = townships.filter(({ mine }) => mine)
  return {
    tiles: townships.map(tileWords),
    bodies: bodies.map(({ id, name, kind, open, late, capacity }) => ({
      id,
      name,
      kind: isCode(bodyKinds, kind) ? bodyKinds[kind].short : '',
      open: { label: '在办', value: open, href: list({ at: id }) },
      late: { label: '逾期', value: late, href: list({ at: id, state: 'late' }), tone: 'late' },
      cap: capacity,
      cells: Math.min(open, mostCells),
      more: Math.max(0, open - mostCells),
    })),
    total: own.reduce((sum, { open }) => sum + open, 0),
    note: tilesNote,
    whole: own.length === townships.length,
  }
}
