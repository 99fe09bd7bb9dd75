import type { AlarmStatus } from '#machines/alarm.machine'
import type { RiskLevel } from '../../words/danger-signs'

/** One reminder that was sent; to which part of the office, never to whom. */
export type ReminderRow = { id: string; deadlineId: string; moment: string; audience: string; remark: string | null; sentAt: string }

export type RiskRow = {
  id: string
  level: RiskLevel
  happenedAt: string
  by: string | null
  how: string
  counted: RiskLevel | null
  reasons: string[]
  version: string | null
}

export type AlarmOfCase = {
  id: string
  status: AlarmStatus
  raisedAt: string
  takenAt: string | null
  takenBy: string | null
  calledIds: string[]
}
