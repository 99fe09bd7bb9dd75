import type { Band } from './bands'
import { type Box, textBox } from './boxes'
import type { Line, PathData, RequestLine } from './data'
import { cutTo, type, widthOf } from './measure'

/** A thin line below its row: from the station where it was asked to the one where it was answered, or open. */
export type RequestTrack = {
  x1: number
  x2: number
  y: number
  line: Line
  /** Begins, ends in this row. */
  begins: boolean
  ends: boolean
  label: { text: string; full: string; x: number; y: number; box: Box } | null
}

type Room = { left: number; right: number; top: number }

const most = 5
const tall = 26
const flat = 12

/** How far one request reaches along a row; null where it is not asked yet, or long answered. */
function reach({ from, to, label, line }: RequestLine, { placed, first, last }: Band, { left, right }: Room) {
  const stations = placed.filter(({ node }) => node.kind !== 'next')
  const lowest = stations[0]?.node.from ?? 0
  const highest = stations[stations.length - 1]?.node.to ?? 0
  if (from > highest || (to !== null && to < lowest)) return null
  const xOf = (no: number) => stations.find(({ node }) => no <= node.to)?.x ?? right
  const begins = from >= lowest || first
  const ends = to !== null && to <= highest
  const x1 = Math.min(begins ? xOf(Math.max(from, lowest)) : left + 4, right - 28)
  const onward = last ? Math.min(right - 4, xOf(highest) + 40) : right - 4
  const x2 = Math.min(Math.max(ends ? xOf(to) : onward, x1 + 24), right - 4)
  const text = begins ? cutTo(label, right - left - 20, type.gap) : null
  const width = text ? widthOf(text, type.gap) : 0
  const start = Math.max(left, Math.min(x1, right - width - 2))
  return { x1, x2, line, begins, ends, label, text, width, start }
}

/** The requests beside one row, in as many lines as they need (five at most; the rest is said in words). */
export function requestTracks({ requests }: PathData, band: Band, room: Room): { tracks: RequestTrack[]; bottom: number } {
  const rows: { end: number; items: NonNullable<ReturnType<typeof reach>>[] }[] = []
  let untold = 0
  for (const request of requests) {
    const item = reach(request, band, room)
    if (!item) continue
    const end = Math.max(item.x2, item.start + item.width)
    const free = rows.find((row) => row.end + 12 <= Math.min(item.x1, item.start))
    if (free) {
      free.items.push(item)
      free.end = end
    } else if (rows.length < most) rows.push({ end, items: [item] })
    else untold += 1
  }

  let y = room.top
  const tracks = rows.flatMap(({ items }) => {
    y += items.some(({ text }) => text !== null) ? tall : flat
    const at = y
    return items.map(({ text, label: full, start, width, ...track }): RequestTrack => {
      const words = text ? { text, full, x: start, y: at - 6, box: textBox(start, at - 6, width, type.gap, 'start') } : null
      return { ...track, y: at, label: words }
    })
  })
  if (untold > 0) {
    const text = `另有 ${untold} 项协办，见列表`
    const x = room.left + 4
    y += 20
    const label = { text, full: text, x, y, box: textBox(x, y, widthOf(text, type.gap), type.gap, 'start') }
    tracks.push({ x1: x, x2: x, y, line: 'office', begins: false, ends: false, label })
  }
  return { tracks, bottom: y > room.top ? y + 10 : room.top }
}
