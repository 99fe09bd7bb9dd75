import { alarmMachine, type AlarmStatus } from '#machines/alarm.machine'
import { step } from '#machines/step'
import { addJobs } from '#app/services/jobs.server'
import { ringing, ringJob } from '../alarm/raise.server'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import { change, type Setting } from '../settings/act.server'
import type { DrillEndForm, DrillForm } from './form'
import { districtsOf } from './permissions'
import { drillAreas } from './rows.server'

/**
 * 演练: an alarm of no dispute, rung by the same worker up the same ladder and taken on the same page. One at a time for a place.
 * Throws Refusal: notFound for who holds no drills, invalid beside its field. Answers its id.
 */
export const startDrill = (setting: Setting, { areaId, scenario }: DrillForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    if (!districtsOf(actor).length) throw new Refusal('notFound', '没有这一页')
    const area = (await drillAreas(tx, actor)).find(({ id }) => id === areaId)
    if (!area) throw wrong('areaId', '没有这个地方，请从名单里选')
    await tx.$queryRaw`select 1 from area where id = ${areaId}::uuid for no key update`
    const running = await tx.drill.count({ where: { areaId, endedAt: null } })
    if (running) throw wrong('areaId', '这里有一场演练还没有结束')
    const [id, alarmId] = [newId(), newId()]
    const { districtId } = area
    await tx.drill.create({ data: { id, areaId, scenario, startedById: actor.accountId, startedAt: now } })
    await tx.alarm.create({
      data: {
        id: alarmId,
        drillId: id,
        districtId,
        townshipId: areaId === districtId ? null : areaId,
        status: ringing as AlarmStatus,
        why: 'drill',
        step: 0,
        raisedAt: now,
        climbAt: now,
      },
    })
    await addJobs(tx, [ringJob(alarmId)])
    await record('drill.start', { kind: 'drill', id }, { area: areaId })
    return id
  })

/** The drill is over: what still rings falls silent, and stays in the report as not taken. Throws Refusal notFound, notNow. */
export const endDrill = (setting: Setting, id: string, { note }: DrillEndForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    const [drill] = await tx.$queryRaw<{ endedAt: Date | null; alarmId: string; status: AlarmStatus; districtId: string }[]>`
      select r.ended_at as "endedAt", a.id as "alarmId", a.status::text as status, a.district_id as "districtId"
      from drill r join alarm a on a.drill_id = r.id where r.id = ${id}::uuid for update of r, a`
    if (!drill || !districtsOf(actor).includes(drill.districtId)) throw new Refusal('notFound', '没有这场演练，或者不归您看')
    if (drill.endedAt) throw new Refusal('notNow', '这场演练已经结束')
    const next = step(alarmMachine, drill.status, {}, { type: 'standDown' })
    if (next)
      await tx.alarm.update({
        where: { id: drill.alarmId },
        data: { status: next.status, climbAt: null, endedAt: now, endedById: actor.accountId },
      })
    await tx.drill.update({ where: { id }, data: { endedAt: now, note: note ?? null } })
    await record('drill.end', { kind: 'drill', id }, {})
    return true
  })
