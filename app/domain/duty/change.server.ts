import { addDays, dateOf, dayIn, daysBetween, type LegalDay } from '../calendar/days'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import { change, demandFresh, type Change, type Setting } from '../settings/act.server'
import { demandSetting } from '../settings/permissions'
import { colleagues, dutyArea, shiftRow, shiftRows, sitting } from './rows.server'
import type { MonthForm, ShiftForm } from './form'
import type { DutyPart } from './words'

const roster = (areaId: string) => ({ kind: 'dutyRoster', id: areaId })

async function demandColleagues({ tx, now }: Change, areaId: string, field: string, accountIds: readonly string[]) {
  const there = new Set((await colleagues(tx, areaId, now)).map(({ value }) => value))
  if (accountIds.some((id) => !there.has(id))) throw wrong(field, '只能排在这里有岗位的人，请从名单里选')
}

function demandAhead(field: string, day: LegalDay, now: Date) {
  if (day < dayIn(now)) throw wrong(field, '已经过去的日子不能再排')
}

const shift = (areaId: string, day: LegalDay, accountId: string, part: DutyPart) => ({
  id: newId(),
  areaId,
  day: dateOf(day),
  accountId,
  part,
})

/**
 * Fills the roster of an area: one day, or the days of a stretch that nobody has yet, one person after the other. Throws Refusal:
 * notFound where it is not the actor's roster, invalid beside its field. Answers how many days were filled.
 */
export const fillRoster = (setting: Setting, areaId: string, form: MonthForm) =>
  change(setting, async (all) => {
    const { tx, actor, now, record } = all
    demandSetting(actor, 'writeDuty', await dutyArea(tx, actor, areaId))
    // Two who fill the same roster: one after the other.
    await tx.$queryRaw`select 1 from area where id = ${areaId}::uuid for no key update`
    if (form.act === 'put') {
      demandAhead('dutyDay', form.dutyDay, now)
      await demandColleagues(all, areaId, 'accountId', [form.accountId])
      const there = await shiftRows(tx, areaId, form.dutyDay, form.dutyDay)
      if (there.some(({ accountId }) => accountId === form.accountId)) throw wrong('accountId', '这一天已经排了这个人')
      await tx.dutyShift.create({ data: shift(areaId, form.dutyDay, form.accountId, form.part) })
      await record('duty.put', roster(areaId), { day: form.dutyDay, who: form.accountId, part: form.part })
      return 1
    }
    demandAhead('fromDay', form.fromDay, now)
    const turns = [...new Set(form.accountIds)]
    await demandColleagues(all, areaId, 'accountIds', turns)
    const taken = new Set(
      (await shiftRows(tx, areaId, form.fromDay, form.toDay)).filter(({ part }) => part === form.part).map(({ day }) => day),
    )
    const days = Array.from({ length: daysBetween(form.fromDay, form.toDay) + 1 }, (_, at) => addDays(form.fromDay, at))
    const free = days.filter((day) => !taken.has(day))
    if (!free.length) throw wrong('fromDay', '这些天都已经排了')
    await tx.dutyShift.createMany({ data: free.map((day, at) => shift(areaId, day, turns[at % turns.length] as string, form.part)) })
    await record('duty.turns', roster(areaId), { from: form.fromDay, to: form.toDay, days: free.length, who: turns, part: form.part })
    return free.length
  })

type Given = { all: Change; setting: Setting; form: ShiftForm; id: string }

async function handOver({ all, form, id }: Given) {
  const { tx, actor, now, record } = all
  if (form.act !== 'handOver') return
  const { shift: row, area } = await shiftRow(tx, actor, id)
  if (sitting(row) !== actor.accountId) throw new Refusal('forbidden', '交班由当班的人写')
  if (row.day > dayIn(now)) throw new Refusal('notNow', '还没有轮到这一班')
  if (row.handedOverAt) throw new Refusal('notNow', '这一班已经交过了')
  await tx.dutyShift.update({ where: { id }, data: { handedOverAt: now, handOverText: form.handOverText } })
  await record('duty.handOver', roster(area.id), { shift: id, day: row.day })
}

async function rearrange({ all, setting, form, id }: Given) {
  const { tx, actor, now, record } = all
  const { shift: row, area } = await shiftRow(tx, actor, id)
  demandSetting(actor, 'writeDuty', area)
  demandFresh(setting.seen, row.print)
  if (row.handedOverAt || row.day < dayIn(now)) throw new Refusal('notNow', '这一班已经过去，不能再改')
  if (form.act === 'takeOff') {
    await tx.dutyShift.delete({ where: { id } })
    await record('duty.takeOff', roster(area.id), { day: row.day, who: row.accountId })
  }
  if (form.act !== 'substitute') return
  const substituteId = form.substituteId ?? null
  if (substituteId === row.accountId) throw wrong('substituteId', '替班的要是另一个人')
  if (substituteId) await demandColleagues(all, area.id, 'substituteId', [substituteId])
  await tx.dutyShift.update({ where: { id }, data: { substituteId } })
  await record('duty.substitute', roster(area.id), { day: row.day, who: row.accountId, substitute: substituteId })
}

/**
 * One shift: a substitute for the day, handed over by who is on duty, or taken off. Throws Refusal: notFound, forbidden, stale,
 * notNow, invalid. Answers true; undefined where the form was answered before.
 */
export const changeShift = (setting: Setting, id: string, form: ShiftForm) =>
  change(setting, async (all) => {
    await all.tx.$queryRaw`select 1 from duty_shift where id = ${id}::uuid for update`
    await (form.act === 'handOver' ? handOver : rearrange)({ all, setting, form, id })
    return true
  })
