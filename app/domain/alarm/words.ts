import { formatInstant, formatTime } from '../calendar/days'
import { rungLabel } from './ladder'
import type { Word } from '../words/words'

/** Why an alarm rings. */
export const alarmCauses = {
  red: { label: '风险等级到了红' },
  danger: { label: '有危险没有处置' },
  drill: { label: '演练' },
} as const satisfies Record<string, Word>

export type CallRow = { step: number; rung: string; who: string | null; calledAt: string; readAt: string | null; took: boolean }

/** 3 分钟; under one: 不到 1 分钟; from two hours on: 2 小时. */
export const minutesWords = (from: Date, to: Date): string => {
  const minutes = Math.floor((to.getTime() - from.getTime()) / 60_000)
  if (minutes < 1) return '不到 1 分钟'
  return minutes < 120 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时`
}

export type CallLine = { key: string; at: string; dateTime: string; rung: string; who: string; note: string }

/** Who was called when, at which rung, and whether they answered. */
export const callLines = (calls: readonly CallRow[]): CallLine[] =>
  calls.map(({ step, rung, who, calledAt, readAt, took }, place) => ({
    key: `${step} ${place}`,
    at: formatTime(new Date(calledAt)),
    dateTime: calledAt,
    rung: rungLabel(rung),
    who: who ?? '没有人可叫，马上叫上一级',
    note: took ? '签收的是他' : who === null ? '' : readAt ? `${formatTime(new Date(readAt))} 看过消息` : '还没有看消息',
  }))

/** 2026年3月5日（周四）09:12，李志强 */
export const whenWho = (at: Date | null, who: string | null): string => (at ? [formatInstant(at), who].filter(Boolean).join('，') : '')
