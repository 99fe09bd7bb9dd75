import type { Line } from '../chip'

export type { Line }

/** One event of the path, in words. */
export type Station = {
  /** From 1, without gaps. */
  no: number
  /** 11月1日 on the map, 11月1日（周日）09:10 in the list when `moment` says so. */
  at: string
  moment?: string | undefined
  /** A word or two: 登记, 达成协议. */
  title: string
  line: Line
  body?: string | undefined
  /** Whole days since the station before; null at the first. */
  days: number | null
  who: string
  what: string
  why?: string | undefined
  now?: boolean | undefined
}

/** A run of stations with one body: its name and days are written along the line. */
export type Stretch = { from: number; to: number; line: Line; body: string; days: number }

/** A request to somebody else, beside the line; `to` is null while it is not answered. */
export type RequestLine = { from: number; to: number | null; label: string; line: Line }

export type PathData = {
  stations: readonly Station[]
  stretches: readonly Stretch[]
  requests: readonly RequestLine[]
  /** What falls due next, drawn beyond the present station. */
  next?: { label: string; at: string; late?: boolean | undefined } | undefined
}

/** The lanes from top to bottom. */
export const lanes: readonly Line[] = ['office', 'people', 'judicial', 'organ']

/** What the lanes are called where they are named (on paper). */
export const laneNames: Readonly<Record<Line, string>> = {
  office: '登记分流',
  people: '人民调解',
  judicial: '司法程序',
  organ: '行政处理',
}
