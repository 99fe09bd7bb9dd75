import { type Band, type Placed, stretchTail } from './bands'
import type { Line, PathData } from './data'
import type { Room, Unplaced } from './drawing'
import { cutTo, type, widthOf } from './measure'
import { daysWords } from './nodes'

/** The days between neighbours, on the side of the line where no station is named. */
export function daysAlong({ placed }: Band, after: Band | undefined, yOf: (line: Line) => number): Unplaced[] {
  return placed.flatMap(({ node, x }, at) => {
    const next: Placed | undefined = placed[at + 1]
    const ahead = next?.node ?? after?.placed[0]?.node
    const text = ahead ? daysWords(ahead.days) : ''
    if (!text) return []
    const y = yOf(node.line) + (node.line === 'office' ? 20 : -11)
    const straight = next && next.node.line === node.line
    const middle = straight ? (x + node.radius + next.x - next.node.radius) / 2 : 0
    const start = x + node.radius + 2
    return [
      { text, kind: 'gap', line: node.line, x: straight ? middle : start, y, anchor: straight ? 'middle' : 'start' },
    ] satisfies Unplaced[]
  })
}

/** The names of the bodies along the line: each with the places to try, the best first. */
export function bodiesAlong({ placed }: Band, { stretches }: PathData, { left, right, yOf, walls }: Room): Unplaced[][] {
  return stretches.flatMap(({ from, to, line, body, days }) => {
    const first = placed.findIndex(({ node }) => node.kind !== 'next' && node.to >= from)
    const last = placed.findLastIndex(({ node }) => node.from <= to)
    if (first < 0 || last < first) return []
    const begin = first === 0 ? left : (placed[first - 1] as Placed).turn
    const end = last === placed.length - 1 ? Math.min(right, (placed[last] as Placed).x + 120) : (placed[last] as Placed).turn
    const y = yOf(line)
    const rows = line === 'office' ? [y + 20] : [y - 15, y - 28]
    // Where another line crosses above, the name stands in the widest room that is left.
    const crossed = walls.filter((wall) => wall.x + 5 > begin && wall.x + 5 < end && wall.y < y - 6 && wall.y + wall.h > y - 40)
    const edges = [begin, ...crossed.map((wall) => wall.x + 5).sort((a, b) => a - b), end]
    const rooms = edges.slice(1).map((edge, at) => [edges[at] as number, edge] as const)
    const [a, b] = rooms.reduce((best, room) => (room[1] - room[0] > best[1] - best[0] ? room : best), [0, 0] as const)
    const text = cutTo(body, b - a - 14, type.body, stretchTail(days))
    if (text === null) return []
    const half = widthOf(text, type.body) / 2
    const x = Math.min(Math.max((a + b) / 2, half), right - half)
    return [
      rows.map((baseline) => ({
        text,
        kind: 'body' as const,
        line,
        x,
        y: baseline,
        anchor: 'middle' as const,
        full: `${body}${stretchTail(days)}`,
      })),
    ]
  })
}
