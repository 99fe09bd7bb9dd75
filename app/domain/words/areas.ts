import type { Word } from './words'

export const areaLevels = {
  district: { label: '区' },
  township: { label: '乡镇（街道）' },
  village: { label: '村（社区）' },
  grid: { label: '网格' },
} as const satisfies Record<string, Word>

export type AreaLevel = keyof typeof areaLevels
