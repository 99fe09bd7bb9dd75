import { labelOf, type Words } from './words'

/** What the worker does in the background, by the name of its task. */
export const taskWords = {
  tell: { label: '把办理动态告诉有关的人' },
  textParties: { label: '排出给当事人的短信' },
  sendText: { label: '发短信' },
  recountCalendar: { label: '节假日表更新后，期限重新计算' },
  rescheduleReminders: { label: '提醒规则改了，重新排提醒' },
  checkRoute: { label: '查有没有组织接得了' },
  assessRisk: { label: '重新评估风险' },
  ringAlarm: { label: '红色警报，逐级呼叫' },
} as const satisfies Words

/** A task that has no word yet goes by its name. */
export const taskLabel = (task: string): string => labelOf(taskWords, task)

/** Why a job is given up for good. */
export const giveUpReasons = {
  byHand: { label: '已经人工办了' },
  pointless: { label: '事情过去了，不用再做' },
  wrong: { label: '任务本身有错，改好程序后另做' },
} as const satisfies Words
