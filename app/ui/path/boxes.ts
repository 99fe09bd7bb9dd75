/** A rectangle on the map: its upper left corner and its size. */
export type Box = { x: number; y: number; w: number; h: number }

/** Box of a line of text from its middle (or start) and baseline. */
export function textBox(x: number, baseline: number, width: number, size: number, anchor: 'middle' | 'start'): Box {
  return { x: anchor === 'middle' ? x - width / 2 : x, y: baseline - size * 0.9, w: width, h: size * 1.15 }
}

export const touch = (a: Box, b: Box) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
