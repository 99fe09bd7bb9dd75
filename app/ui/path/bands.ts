import type { PathData } from './data'
import { type, widthOf } from './measure'
import { daysWords, type Gap, gapBetween, type Node } from './nodes'

/** A node with its place along the row; `turn` is where the line to the next node leaves its lane. */
export type Placed = { node: Node; x: number; turn: number }

/** One row of the drawing: it reads from left to right, as text does, and the line runs on in the next row. */
export type Band = { placed: Placed[]; first: boolean; last: boolean }

const leastTitle = 132

/** Words along a stretch: 马锅头调解室·12 天. */
export const stretchTail = (days: number) => (days > 0 ? `·${days} 天` : '')

/** Widens the way into and out of a stretch, until the name of its body has a fair chance to be read. */
function widen(nodes: readonly Node[], gaps: Gap[], { stretches }: PathData) {
  for (const { from, to, body, days } of stretches) {
    const first = nodes.findIndex((node) => node.to >= from)
    const last = nodes.findLastIndex((node) => node.from <= to)
    if (first < 0 || last < first) continue
    const inside = gaps.slice(first, last).reduce((sum, { lead, tail }) => sum + lead + tail, 0)
    const before = gaps[first - 1]
    const after = gaps[last]
    const room = (before?.tail ?? 0) + inside + (after?.lead ?? 0) - 18
    const missing = Math.min(widthOf(body + stretchTail(days), type.body), leastTitle) - room
    if (missing <= 0) continue
    if (before) before.tail += after ? missing / 2 : missing
    if (after) after.lead += before ? missing / 2 : missing
  }
}

/** Room that a node needs to its right when the row ends there and the line runs on. */
const runningOut = (next: Node | undefined, node: Node) =>
  next ? Math.max(node.half + 4, node.radius + widthOf(daysWords(next.days), type.gap) + 16, node.radius + 22) : node.half + 4

const runningIn = (node: Node, first: boolean) => Math.max(node.half + 4, node.radius + (first ? 4 : 26))

/** Breaks the nodes into rows that end before `right`; each row is a list of places in `nodes`. */
function rowsWithin(nodes: readonly Node[], gaps: readonly Gap[], left: number, right: number) {
  const rows: number[][] = []
  let x = 0
  nodes.forEach((node, at) => {
    const gap = gaps[at - 1]
    const row = rows[rows.length - 1]
    const there = gap ? x + gap.lead + gap.tail : 0
    if (row && gap && there + runningOut(nodes[at + 1], node) <= right) {
      row.push(at)
      x = there
    } else {
      rows.push([at])
      x = left + runningIn(node, rows.length === 1)
    }
  })
  return rows
}

/** As few rows as there can be, and all about as full: the narrowest width that needs no more of them. */
function evenRows(nodes: readonly Node[], gaps: readonly Gap[], left: number, right: number) {
  let best = rowsWithin(nodes, gaps, left, right)
  if (best.length < 2) return best
  let narrow = left
  let wide = right
  while (wide - narrow > 8) {
    const middle = (narrow + wide) / 2
    const rows = rowsWithin(nodes, gaps, left, middle)
    if (rows.length > best.length) narrow = middle
    else {
      best = rows
      wide = middle
    }
  }
  return best
}

/** The nodes in rows between `left` and `right`, each row spread over the room that it has. */
export function bandsOf(data: PathData, nodes: readonly Node[], left: number, right: number): Band[] {
  const gaps = nodes.slice(1).map((node, at) => gapBetween(nodes[at] as Node, node))
  widen(nodes, gaps, data)
  const rows = evenRows(nodes, gaps, left, right)

  return rows.map((row, index) => {
    const last = index === rows.length - 1
    const firstAt = row[0] as number
    const lastAt = row[row.length - 1] as number
    const needed =
      left +
      runningIn(nodes[firstAt] as Node, index === 0) +
      gaps.slice(firstAt, lastAt).reduce((sum, { lead, tail }) => sum + lead + tail, 0) +
      runningOut(nodes[lastAt + 1], nodes[lastAt] as Node)
    const share = row.length > 1 ? Math.max(0, right - needed) / (row.length - 1) : 0
    const extra = last ? Math.min(share, 44) : share
    let at = left + runningIn(nodes[firstAt] as Node, index === 0)
    const placed = row.map((nodeAt): Placed => {
      const gap = gaps[nodeAt] ?? { lead: 0, tail: 0 }
      const here = at
      const ends = nodeAt === lastAt
      at += ends ? 0 : gap.lead + gap.tail + extra
      return { node: nodes[nodeAt] as Node, x: here, turn: ends ? right : here + gap.lead + extra / 2 }
    })
    return { placed, first: index === 0, last }
  })
}
