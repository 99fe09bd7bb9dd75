/** 大研 for 大研街道: on the wall the kind of a township is left out. */
export const shortPlace = (name: string): string => name.replace(/(街道|镇|(?<=..)(白族|纳西族|彝族|傈僳族|普米族)?乡|乡)$/u, '')

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** 4 分钟, 2 小时, 6 天: how long, in the one unit that matters. */
export function longWords(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / minuteMs))
  if (minutes < 60) return `${minutes} 分钟`
  if (ms < dayMs) return `${Math.floor(ms / hourMs)} 小时`
  return `${Math.floor(ms / dayMs)} 天`
}
