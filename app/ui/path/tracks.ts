/** A line from one place to another that changes lane at `turn`, with round corners. */
export function bend(x1: number, y1: number, turn: number, x2: number, y2: number): string {
  if (y1 === y2) return `M${round(x1)} ${round(y1)}H${round(x2)}`
  const r = Math.min(16, Math.abs(y2 - y1) / 2)
  const down = y2 > y1 ? 1 : -1
  const at = round(turn)
  return [
    `M${round(x1)} ${round(y1)}H${round(turn - r)}`,
    `Q${at} ${round(y1)} ${at} ${round(y1 + r * down)}`,
    `V${round(y2 - r * down)}`,
    `Q${at} ${round(y2)} ${round(turn + r)} ${round(y2)}`,
    `H${round(x2)}`,
  ].join('')
}

export const round = (value: number) => Math.round(value * 10) / 10
