/**
 * The periods that a transition may start, stop, pause, resume or extend. What a period means in days is found by
 * `app/domain/calendar` by type, source, channel and date; the machine only names it.
 */
export const periods = {
  triage: '分流期限',
  receipt: '接收期限',
  assignment: '指派期限',
  mediation: '调解期限',
  lookAgain: '复看日期',
  signing: '签字盖章期限',
  performance: '履行到期',
  returnVisit: '回访期限',
  confirmation: '司法确认申请期限',
  answer: '答复期限',
  reply: '回告期限',
} as const satisfies Record<string, string>

export type Period = keyof typeof periods

/** Periods that outlive the state in which they began: only the machine's own words stop them. */
export const outliving = ['mediation', 'confirmation', 'answer', 'reply'] as const satisfies readonly Period[]

export const outlives = (period: Period): boolean => (outliving as readonly Period[]).includes(period)
