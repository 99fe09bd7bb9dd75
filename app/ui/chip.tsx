import type { ReactNode } from 'react'

export type Level = 'red' | 'yellow' | 'green'
export type Line = 'office' | 'people' | 'judicial' | 'organ'

const levels = {
  red: { tone: 'danger', word: '红' },
  yellow: { tone: 'due', word: '黄' },
  green: { tone: undefined, word: '绿' },
} as const

/** Chip {tone? children}: a word about a dispute. Tones: danger, due, done, people, judicial, organ; none is grey. */
export const Chip = ({ tone, children }: { tone?: 'danger' | 'due' | 'done' | Line | undefined; children: ReactNode }) => (
  <span className={tone ? `chip ${tone}` : 'chip'}>{children}</span>
)

/** RiskChip {level why?}: 红·扬言伤人. */
export const RiskChip = ({ level, why }: { level: Level; why?: string | undefined }) => (
  <Chip tone={levels[level].tone}>
    {levels[level].word}
    {why && `·${why}`}
  </Chip>
)

/** ChannelChip {line label}: 人民调解 in jade, 司法 in plum, 行政 in brown. */
export const ChannelChip = ({ line, label }: { line: Line; label: string }) => <Chip tone={line}>{label}</Chip>
