import { alarmMachine, type AlarmEvent, type AlarmStatus } from '#machines/alarm.machine'
import { step } from '#machines/step'
import type { Tx } from '#app/db/client.server'
import { formatTime } from '../calendar/days'
import { writeHandled } from '../danger/report.server'
import { advance } from '../dispute/advance.server'
import { CaseFile } from '../dispute/case-file.server'
import { loadDispute } from '../dispute/load.server'
import { clock } from '../actor'
import { Refusal } from '../refusal'
import { change, type Change, type Setting } from '../settings/act.server'
import { endAlarm } from './end.server'
import type { AlarmForm } from './form'
import { mayAnswerAlarm } from './permissions'

type Row = {
  id: string
  status: AlarmStatus
  districtId: string
  calledIds: string[]
  takenById: string | null
  takenBy: string | null
  takenAt: Date | null
}

const unknown = () => new Refusal('notFound', '没有这个警报，或者不归您办')

/** With its dispute, which is locked first; null for the dispute of a drill. Throws Refusal notFound. */
async function opened({ tx, actor, now }: Change, alarmId: string): Promise<{ alarm: Row; file: CaseFile | null }> {
  const [of] = await tx.$queryRaw<{ disputeId: string | null }[]>`select dispute_id as "disputeId" from alarm where id = ${alarmId}::uuid`
  if (!of) throw unknown()
  const loaded = of.disputeId ? await loadDispute(tx, { actor: clock, disputeId: of.disputeId, seen: Number.MAX_SAFE_INTEGER, now }) : null
  const [alarm] = await tx.$queryRaw<Row[]>`
    select a.id, a.status::text as status, a.district_id as "districtId", a.acknowledged_by_id as "takenById", a.acknowledged_at as "takenAt",
      (select c.name from account c where c.id = a.acknowledged_by_id) as "takenBy",
      array(select c.account_id from alarm_call c where c.alarm_id = a.id and c.account_id is not null) as "calledIds"
    from alarm a where a.id = ${alarmId}::uuid for update`
  if (!alarm || !mayAnswerAlarm(actor, alarm)) throw unknown()
  const file = loaded && new CaseFile(tx, actor, loaded, now)
  if (file) file.called = true
  return { alarm, file }
}

const moved = (alarm: Row, event: AlarmEvent) => {
  const next = step(alarmMachine, alarm.status, {}, event)
  if (next) return next.status
  const taken = alarm.takenAt ? `${alarm.takenBy ?? ''}已在 ${formatTime(alarm.takenAt)} 签收` : ''
  throw new Refusal('notNow', event.type === 'acknowledge' && taken ? `${taken}，不用再签` : '这个警报已经结束')
}

/** 签收: one takes it, and it climbs no further. A second press of the same person is answered with the first; another is told who took it. */
async function acknowledge({ tx, actor, now }: Change, alarm: Row, file: CaseFile | null): Promise<void> {
  if (alarm.takenById === actor.accountId) return
  const status = moved(alarm, { type: 'acknowledge' })
  await tx.$executeRaw`update alarm set status = ${status}::"AlarmStatus", climb_at = null, acknowledged_at = ${now}, acknowledged_by_id = ${actor.accountId}::uuid
    where id = ${alarm.id}::uuid`
  if (file) await advance(file, { event: { type: 'alarm', alarmId: alarm.id, step: 'acknowledge' }, subjectId: alarm.id })
}

const endDrill = (tx: Tx, { id }: Row, status: AlarmStatus, by: string, now: Date) =>
  tx.$executeRaw`update alarm set status = ${status}::"AlarmStatus", climb_at = null, ended_at = ${now}, ended_by_id = ${by}::uuid where id = ${id}::uuid`

/**
 * What is done about an alarm: taken, dealt with, or stood down as a false one. What is written of a real one is the dispute's own 已处置.
 * Throws Refusal: notFound for whom it did not call and who does not look after the district, notNow where another took it or it is over.
 */
export const answerAlarm = (setting: Setting, alarmId: string, form: AlarmForm) =>
  change(setting, async (all) => {
    const { tx, actor, now, record } = all
    const { alarm, file } = await opened(all, alarmId)
    if (form.act === 'acknowledge') await acknowledge(all, alarm, file)
    else {
      const status = moved(alarm, { type: form.act })
      const { text } = form
      if (!file) await endDrill(tx, alarm, status, actor.accountId, now)
      else {
        if (file.dispute.inDanger) await writeHandled(file, { text: form.act === 'standDown' ? `误报：${text}` : text })
        await endAlarm(file, form.act, file.dispute.inDanger ? [] : [{ kind: 'note', audience: 'handlers', text }])
      }
    }
    await record(`alarm.${form.act}`, { kind: file ? 'alarm' : 'drill', id: alarmId }, {})
    return true
  })
