import { addJobs } from '#app/services/jobs.server'
import { advance } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'

/** What an alarm is raised for. */
export type AlarmCause = 'red' | 'danger'

/**
 * 红色警报, within the act that makes it necessary: one open alarm a dispute. The worker rings the first rung as soon as the act
 * commits. Answers its id; null where one is open already.
 */
export async function raiseAlarm(file: CaseFile, why: AlarmCause): Promise<string | null> {
  const { tx, dispute, now } = file
  const [open] = await tx.$queryRaw<{ id: string }[]>`
    select id from alarm where dispute_id = ${file.id}::uuid and status in ('raised', 'acknowledged') limit 1`
  if (open) return null
  const id = newId()
  const { districtId, townshipId } = dispute
  await tx.alarm.create({
    data: { id, disputeId: file.id, districtId, townshipId, status: 'raised', why, step: 0, raisedAt: now, climbAt: now },
  })
  await addJobs(tx, [{ task: 'ringAlarm', payload: { alarmId: id }, key: `alarm ${id}` }])
  await advance(file, { event: { type: 'alarm', alarmId: id, step: 'raise' }, subjectId: id, byClock: true })
  return id
}
