import { alarmMachine, type AlarmEvent, type AlarmStatus } from '#machines/alarm.machine'
import { step } from '#machines/step'
import { advance } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import type { Words } from '../dispute/record.server'
import { endAlarmSight } from '../dispute/sight-rows.server'
import { alarmOpen } from './open.server'

type Ending = Extract<AlarmEvent['type'], 'handle' | 'standDown'>

/** Within an act on its dispute, which is locked: the open alarm ends, and with it the sight of whom it called. False where none is open. */
export async function endAlarm(file: CaseFile, how: Ending, texts: Words[] = []): Promise<boolean> {
  const { tx, now } = file
  const [alarm] = await tx.$queryRaw<{ id: string; status: AlarmStatus }[]>`
    select a.id, a.status::text as status from alarm a where a.dispute_id = ${file.id}::uuid and ${alarmOpen} for update`
  const next = alarm && step(alarmMachine, alarm.status, {}, { type: how })
  if (!next) return false
  await tx.$executeRaw`update alarm set status = ${next.status}::"AlarmStatus", climb_at = null, ended_at = ${now}, ended_by_id = ${file.actorId}::uuid where id = ${alarm.id}::uuid`
  await tx.$executeRaw(endAlarmSight(file.id, now))
  await advance(file, { event: { type: 'alarm', alarmId: alarm.id, step: how }, subjectId: alarm.id, texts })
  return true
}
