import type { TaskList } from 'graphile-worker'
import { recountCalendar } from '#app/domain/deadline/recount.server'
import { ringAlarm, ringDue } from '#app/domain/alarm/ring.server'
import { remindReports } from '#app/domain/danger/remind.server'
import { sweepDueDeadlines } from '#app/domain/deadline/sweep.server'
import { forgetOldUploads } from '#app/domain/file/uploads.server'
import { tellOfDeadJobs } from '#app/domain/jobs/round.server'
import { checkRoute } from '#app/domain/recommend/check-route.server'
import { rescheduleReminders } from '#app/domain/reminder/reschedule.server'
import { sendReminders } from '#app/domain/reminder/send.server'
import { tell } from '#app/domain/notice/tell.server'
import { sendText } from '#app/domain/notice/send-text.server'
import { sweepLateOrders } from '#app/domain/order/late.server'
import { remindRounds } from '#app/domain/patrol/rounds.server'
import { assessRisk, lookAgain } from '#app/domain/risk/assess.server'
import { textParties } from '#app/domain/notice/text-party.server'

/** What the worker can do, task by task. A task runs at least once, so each bears a repeat. */
export const tasks: TaskList = {
  tell: async (payload) => void (await tell(payload)),
  recountCalendar: async (payload) => void (await recountCalendar(payload)),
  rescheduleReminders: async (payload) => void (await rescheduleReminders(payload)),
  checkRoute: async (payload) => void (await checkRoute(payload)),
  assessRisk: async (payload) => void (await assessRisk(payload)),
  ringAlarm: async (payload) => void (await ringAlarm(payload)),
  textParties: async (payload) => void (await textParties(payload)),
  sendText: (payload, { job }) => sendText(payload, { last: job.attempts >= job.max_attempts }),
}

/** What the worker does every minute, whether or not anybody asked. Several workers do it at once. */
export const everyMinute: ((now: Date) => Promise<unknown>)[] = [
  sweepDueDeadlines,
  sendReminders,
  sweepLateOrders,
  remindRounds,
  ringDue,
  lookAgain,
  remindReports,
  forgetOldUploads,
  tellOfDeadJobs,
]
