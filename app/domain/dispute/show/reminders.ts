import { dayIn, formatTime } from '../../calendar/days'
import { reminded, type Moment } from '../../reminder/rules'
import { shortDay } from './deadlines'
import { periodName } from './known'
import type { DisputePage } from './open.server'

const moments = { before: '到期前', at: '到期当天', after: '逾期后' } as const satisfies Record<Moment, string>
const remarks = {
  onLeave: '有人请假，替班的也告诉了',
  passedOn: '没有人在，告诉了下一岗',
  nobody: '没有人可以告诉',
} as const

const word = (words: Readonly<Record<string, string>>, code: string): string => (Object.hasOwn(words, code) ? (words[code] ?? '') : '')

export type ReminderLine = { id: string; at: string; words: string }

/** 提醒记录: what was said of which period to which part of the office, the newest first. */
export const remindersOf = ({ rows, book, today }: DisputePage): ReminderLine[] => {
  const deadlines = new Map(rows.deadlines.map((row) => [row.id, row]))
  return rows.reminders.map(({ id, deadlineId, moment, audience, remark, sentAt }) => {
    const at = new Date(sentAt)
    const deadline = deadlines.get(deadlineId)
    const who = remark === 'nobody' ? word(remarks, remark) : `提醒了${word(reminded, audience)}`
    const more = remark && remark !== 'nobody' ? `（${word(remarks, remark)}）` : ''
    return {
      id,
      at: `${shortDay(dayIn(at), today)} ${formatTime(at)}`,
      words: `${deadline ? periodName(book, deadline) : '期限'}${word(moments, moment)}，${who}${more}`,
    }
  })
}
