import { alarmMachine } from '#machines/alarm.machine'
import type { Job } from '#app/services/jobs.server'
import { statesOf } from '#machines/step'
import { advance } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import { alarmOpen } from './open.server'

/** What an alarm is raised for. */
export type AlarmCause = 'red' | 'danger'

/** In which state an alarm begins. */
export const [ringing] = statesOf(alarmMachine)

/** Rings the next rung: at once, or when the present one has had its minutes. */
export const ringJob = (alarmId: string, runAt?: Date): Job => ({
  task: 'ringAlarm',
  payload: { alarmId },
  key: `alarm ${alarmId}`,
  ...(runAt && { runAt }),
})

/**
 * 红色警报, within the act that makes it necessary: one open alarm a dispute. The worker rings the first rung as soon as the act
 * commits. Answers its id; null where one is open already.
 */
export async function raiseAlarm(file: CaseFile, why: AlarmCause): Promise<string | null> {
  const { tx, dispute, now } = file
  const id = newId()
  const raised = await tx.$executeRaw`
    insert into alarm (id, dispute_id, district_id, township_id, status, why, step, raised_at, climb_at)
    select ${id}::uuid, ${file.id}::uuid, ${dispute.districtId}::uuid, ${dispute.townshipId}::uuid, ${ringing}::"AlarmStatus", ${why}, 0, ${now}, ${now}
    where not exists (select 1 from alarm a where a.dispute_id = ${file.id}::uuid and ${alarmOpen})`
  if (!raised) return null
  await advance(file, { event: { type: 'alarm', alarmId: id, step: 'raise' }, subjectId: id, byClock: true, jobs: [ringJob(id)] })
  return id
}
