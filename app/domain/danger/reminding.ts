/** 未报告提醒 (People's Mediation Law 25), 【本区设定】: every half hour, six times, then the duty officers are told. */
export const remindEveryMinutes = 30
export const remindTimes = 6

const later = (at: Date, times: number): Date => new Date(at.getTime() + times * remindEveryMinutes * 60_000)

export const firstReminder = (recordedAt: Date): Date => later(recordedAt, 1)

/** Which reminder it is that was due then: 1 the first. */
export const reminderNo = (recordedAt: Date, remindAt: Date): number =>
  Math.max(1, Math.round((remindAt.getTime() - recordedAt.getTime()) / (remindEveryMinutes * 60_000)))

/** When the next one is due, after one that went out late perhaps; null: it was the last, and it went to the duty officers. */
export const nextReminder = (recordedAt: Date, no: number): Date | null => (no > remindTimes ? null : later(recordedAt, no + 1))
