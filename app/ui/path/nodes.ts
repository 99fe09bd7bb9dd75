import type { Line, PathData, Station } from './data'
import { cutTo, type, widthOf } from './measure'

/** What stands on the line: a station, some stations folded into one mark, or what falls due next. */
export type Node = {
  kind: 'station' | 'fold' | 'next'
  line: Line
  title: string
  day: string
  /** Nothing cut: for the tooltip. */
  full: string
  /** Half the width of its label. */
  half: number
  radius: number
  /** The stations it stands for. */
  from: number
  to: number
  /** Days since the node before it. */
  days: number
  now: boolean
  late: boolean
}

/** Room between two nodes: from the first to where the line turns, and from there to the second. */
export type Gap = { lead: number; tail: number }

const widestTitle = 100
const apart = 12

const wide = (title: string, day: string) => Math.max(widthOf(title, type.title), widthOf(day, type.day)) / 2

function stationNode(station: Station, radius: number): Node {
  const title = cutTo(station.title, widestTitle, type.title) ?? station.title
  const day = cutTo(station.at, widestTitle, type.day) ?? station.at
  return {
    kind: 'station',
    line: station.line,
    title,
    day,
    full: [`${station.no} ${station.title}`, station.at, station.body ?? station.who].filter(Boolean).join('，'),
    half: wide(title, day),
    radius: station.now ? 13 : radius,
    from: station.no,
    to: station.no,
    days: station.days ?? 0,
    now: station.now ?? false,
    late: false,
  }
}

function foldNode(hidden: readonly Station[]): Node {
  const first = hidden[0] as Station
  const last = hidden[hidden.length - 1] as Station
  const title = `略 ${hidden.length} 站`
  return {
    kind: 'fold',
    line: first.line,
    title,
    day: '',
    full: `${first.at}至${last.at}，${hidden.length} 站，见列表`,
    half: wide(title, ''),
    radius: 5,
    from: first.no,
    to: last.no,
    days: hidden.reduce((sum, { days }) => sum + (days ?? 0), 0),
    now: false,
    late: false,
  }
}

/** Runs of stations with the same body in the same lane. */
function runs(stations: readonly Station[]) {
  const found: Station[][] = []
  for (const station of stations) {
    const run = found[found.length - 1]
    const last = run?.[run.length - 1]
    if (run && last && last.line === station.line && last.body === station.body) run.push(station)
    else found.push([station])
  }
  return found
}

/** The nodes of a path; beyond `most` stations the inside of every long run with one body is folded into one mark. */
export function nodesOf({ stations, next }: PathData, { most, numbered }: { most: number; numbered: boolean }): Node[] {
  const radius = numbered ? 11 : 8
  const one = (station: Station) => stationNode(station, radius)
  const nodes =
    stations.length <= most
      ? stations.map(one)
      : runs(stations).flatMap((run) => {
          const inside = run.slice(1, -1)
          if (inside.length < 3) return run.map(one)
          const shown = inside.filter(({ now }) => now)
          return [run[0] as Station, ...shown, run[run.length - 1] as Station]
            .map(one)
            .flatMap((node, at) => (at === 0 ? [node, foldNode(inside.filter(({ now }) => !now))] : [node]))
        })
  const last = nodes[nodes.length - 1]
  if (!next || !last) return nodes
  const title = cutTo(next.label, widestTitle, type.title) ?? next.label
  const day = cutTo(next.at, widestTitle, type.day) ?? next.at
  return [
    ...nodes,
    {
      ...last,
      kind: 'next',
      title,
      day,
      full: `${next.label}，${next.at}`,
      half: wide(title, day),
      radius: 7,
      from: Infinity,
      to: Infinity,
      days: 0,
      now: false,
      late: next.late ?? false,
    },
  ]
}

/** 6 天, or nothing where no day went by. */
export const daysWords = (days: number) => (days > 0 ? `${days} 天` : '')

/** The least room between two neighbours, so that neither their labels nor the days between them touch. */
export function gapBetween(a: Node, b: Node): Gap {
  const words = daysWords(b.days)
  const width = words ? widthOf(words, type.gap) : 0
  if (a.line === b.line) {
    const gap = Math.max(a.half + b.half + apart, a.radius + b.radius + (words ? width + 10 : 20))
    return { lead: gap / 2, tail: gap / 2 }
  }
  return {
    lead: Math.max(a.half + 10, a.radius + (words ? width + 16 : 20)),
    tail: Math.max(b.half + 10, b.radius + 20),
  }
}
