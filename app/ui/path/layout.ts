import { type Band, bandsOf, type Placed } from './bands'
import { type Box, textBox, touch } from './boxes'
import { laneNames, lanes, type Line, type PathData } from './data'
import type { Drawing, Room, Unplaced } from './drawing'
import { bodiesAlong, daysAlong } from './labels'
import { type, widthOf } from './measure'
import { type Node, nodesOf } from './nodes'
import { requestTracks } from './requests'
import { bend, round } from './tracks'

export type LayoutOptions = {
  /** Width of the drawing, px: 840, on paper 900 (printed at three quarters). */
  width?: number
  /** Lanes with their names at the left, and numbers in the stations: for paper, where the list stands below. */
  named?: boolean
  /** Beyond so many stations long runs are folded: 24, on paper never. */
  most?: number
}

/** The lanes of a row from top to bottom, each with the y of its line; labels of the uppermost lane stand above it. */
function laneHeights({ placed }: Band, data: PathData, top: number) {
  const from = placed[0]?.node.from ?? 0
  const to = placed.reduce((most, { node }) => (node.kind === 'next' ? most : Math.max(most, node.to)), 0)
  const used = new Set(placed.map(({ node }) => node.line))
  for (const stretch of data.stretches) if (stretch.from <= to && stretch.to >= from) used.add(stretch.line)
  const heights = new Map<Line, number>()
  let y = top
  for (const line of lanes.filter((lane) => used.has(lane))) {
    y += line === 'office' ? 54 : 42
    heights.set(line, y)
    y += line === 'office' ? 26 : 56
  }
  return { heights, bottom: y }
}

/** Places every station, line and label of a path. Labels never touch one another; nothing leaves the drawing. */
export function layoutPath(
  data: PathData,
  { named = false, width = named ? 900 : 840, most = named ? 200 : 24 }: LayoutOptions = {},
): Drawing {
  const left = named ? 66 : 0
  const bands = bandsOf(data, nodesOf(data, { most, numbered: named }), left, width)
  const drawing: Drawing = { width, height: 0, stops: [], labels: [], tracks: [], laneLines: [], requests: [] }
  // Of the row that is being drawn: its upright lines, and the labels that have their place.
  const walls: Box[] = []
  const beside: Box[] = []

  const put = (label: Unplaced) => {
    const size = type[label.kind === 'fold' ? 'body' : label.kind]
    const box = textBox(label.x, label.y, widthOf(label.text, size), size, label.anchor)
    if (box.x < 0 || box.x + box.w > width) return false
    if ([...beside, ...walls].some((other) => touch(box, other))) return false
    beside.push(box)
    drawing.labels.push({ ...label, box })
    return true
  }

  let top = 0
  bands.forEach((band, index) => {
    const { heights, bottom } = laneHeights(band, data, top)
    const yOf = (line: Line) => heights.get(line) ?? top
    const firstLabel = drawing.labels.length
    walls.length = 0
    beside.length = 0
    if (named)
      for (const [line, y] of heights) {
        drawing.laneLines.push({ y, x1: left, x2: width })
        put({ text: laneNames[line], kind: 'lane', line, x: 0, y: y + 4, anchor: 'start' })
      }
    drawStretches(band, data, { left, right: width, yOf }, drawing)
    drawStops(band, yOf, drawing, put)
    drawLegs(band, bands[index + 1], { left, right: width, yOf, drawing, walls })
    for (const days of daysAlong(band, bands[index + 1], yOf)) put(days)
    for (const words of bodiesAlong(band, data, { left, right: width, yOf, walls })) words.some((choice) => put(choice))
    const asked = requestTracks(data, band, { left, right: width, top: bottom })
    drawing.requests.push(...asked.tracks)
    top = (asked.bottom > bottom ? asked.bottom : lowest(drawing, firstLabel, bottom)) + (band.last ? 2 : 14)
  })
  drawing.height = Math.ceil(top)
  return drawing
}

/** A row whose lowest lane has its labels above needs no room below. */
const lowest = ({ labels, stops }: Drawing, from: number, bottom: number) =>
  Math.min(
    bottom,
    Math.max(...labels.slice(from).map(({ box }) => box.y + box.h + 4), ...stops.slice(-1).map(({ y, radius }) => y + radius + 6)),
  )

function drawStops({ placed }: Band, yOf: (line: Line) => number, { stops }: Drawing, put: (label: Unplaced) => boolean) {
  for (const { node, x } of placed) {
    const y = yOf(node.line)
    const { kind, line, radius, full, from, now, late, title, day } = node
    const above = line === 'office'
    const tone = kind === 'next' ? (late ? 'late' : 'due') : undefined
    stops.push({ kind, line, radius, full, from, now, late, x, y })
    const common = { line, tone, x, anchor: 'middle', full } as const
    put({ ...common, text: title, kind: kind === 'fold' ? 'fold' : 'title', y: y + (above ? -22 : 31) })
    if (day) put({ ...common, text: day, kind: 'day', y: y + (above ? -40 : 49) })
  }
}

/** A body keeps its line while something else goes on beside it (a confirmation in court during performance). */
function drawStretches({ placed }: Band, { stretches }: PathData, { left, right, yOf }: Omit<Room, 'walls'>, { tracks }: Drawing) {
  for (const { from, to, line } of stretches) {
    const inside = placed.filter(({ node }) => node.kind !== 'next' && node.to >= from && node.from <= to)
    if (inside.every(({ node }) => node.line === line)) continue
    const first = inside[0] as Placed
    const last = inside[inside.length - 1] as Placed
    const x1 = first.node.from > from ? left : first.x
    const x2 = last.node.to < to ? right : last.x
    tracks.push({ d: `M${round(x1)} ${yOf(line)}H${round(x2)}`, line, kind: 'leg' })
  }
}

/** The thick lines of a row: in from the left edge, from node to node, out at the right edge. */
function drawLegs({ placed, first }: Band, after: Band | undefined, room: Room & { drawing: Drawing }) {
  const { left, right, yOf, walls, drawing } = room
  placed.forEach(({ node, x, turn }, at) => {
    const y = yOf(node.line)
    const next = placed[at + 1]
    if (at === 0 && !first) drawing.tracks.push({ d: `M${left} ${y}H${x}`, line: node.line, kind: kindOf(node) })
    if (next) {
      const there = yOf(next.node.line)
      drawing.tracks.push({ d: bend(x, y, turn, next.x, there), line: next.node.line, kind: kindOf(next.node) })
      if (there !== y) walls.push({ x: turn - 5, y: Math.min(y, there) + 3, w: 10, h: Math.abs(there - y) - 6 })
    } else if (after?.placed[0]) {
      const { node: ahead } = after.placed[0]
      drawing.tracks.push({ d: `M${x} ${y}H${right}`, line: ahead.line, kind: kindOf(ahead) })
    }
  })
}

const kindOf = (node: Node) => (node.kind !== 'next' ? 'leg' : node.late ? 'late' : 'next')
