import type { Box } from './boxes'
import type { Line } from './data'
import type { Node } from './nodes'
import type { RequestTrack } from './requests'

export type Label = {
  text: string
  kind: 'title' | 'day' | 'gap' | 'body' | 'fold' | 'lane'
  line: Line
  /** Of what falls due next. */
  tone?: 'due' | 'late' | undefined
  x: number
  y: number
  anchor: 'middle' | 'start'
  box: Box
  /** The whole text, where it was cut. */
  full?: string | undefined
}

export type Stop = Pick<Node, 'kind' | 'line' | 'radius' | 'full' | 'from' | 'now' | 'late'> & { x: number; y: number }

export type Track = { d: string; line: Line; kind: 'leg' | 'next' | 'late' }

/** Everything that is drawn, with its place; no drawing in it. */
export type Drawing = {
  width: number
  height: number
  stops: Stop[]
  labels: Label[]
  tracks: Track[]
  laneLines: { y: number; x1: number; x2: number }[]
  requests: RequestTrack[]
}

/** A label that has no box yet. */
export type Unplaced = Omit<Label, 'box'>

/** Where one row stands: its edges, its lanes, and the upright lines that no label may cross. */
export type Room = { left: number; right: number; yOf: (line: Line) => number; walls: Box[] }
