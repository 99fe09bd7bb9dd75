import { beforeAll, describe, expect, test } from 'vitest'
import { db, reading } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addDays } from '#app/domain/calendar/days'
import { newId } from '#app/domain/id'
import { Refusal } from '#app/domain/refusal'
import { cancelAbsence, standInFor, writeAbsence } from '#app/domain/roll/absences.server'
import { absenceForm } from '#app/domain/roll/forms'
import { awayOn } from '#app/domain/roll/away.server'
import { bodyId, dayan, longquan, people, person, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { anAppointment, aRegistrant, today } from '../../support/roll'

let cast: Record<Part, Person>
let township: Person
let village: string
beforeAll(async () => {
  cast = await people()
  township = await person(`admin-${shuhe}`)
  village = await bodyId(`village-${longquan}`)
})

const aColleague = async (more: Record<string, unknown> = {}) => {
  const id = await aRegistrant(more)
  await anAppointment(id, village)
  return id
}
const day = (n: number) => addDays(today(), n)
const leave = (id: string, from: number, to: number, substituteId?: string, actor = township) =>
  writeAbsence({ actor, key: newId() }, id, absenceForm.parse({ fromDay: day(from), toDay: day(to), why: 'ill', substituteId }))

describe('leave', () => {
  test('is stood in for through the chain, and nobody left is said plainly', async () => {
    const [a, b, c] = [await aColleague({ name: '甲' }), await aColleague({ name: '乙' }), await aColleague({ name: '丙' })]
    await leave(a, 0, 10, b)
    await leave(b, 5, 6, c)
    await leave(c, 6, 6)
    expect(await standInFor(reading, a, day(1))).toMatchObject({ id: b, name: '乙', through: ['甲'] })
    expect(await standInFor(reading, a, day(5))).toMatchObject({ id: c, through: ['甲', '乙'] })
    expect(await standInFor(reading, a, day(6))).toEqual({ id: null, name: null, accountId: null, through: ['甲', '乙', '丙'] })
    expect(await standInFor(reading, a, day(11))).toMatchObject({ id: a, through: [] })
  })

  test('that would close a loop on any day is refused beside the substitute; one that only meets end to end is not', async () => {
    const [a, b, c] = [await aColleague(), await aColleague({ name: '和回头' }), await aColleague()]
    await leave(a, 0, 4, b)
    await leave(b, 3, 8, c)
    const [status, , fields] = await refusalOf(leave(c, 4, 9, a))
    expect([status, fields?.substituteId]).toEqual([400, expect.stringContaining('转来转去又轮到本人顶')])
    await leave(c, 5, 9, a)
    expect(await db.absence.count({ where: { registrantId: c } })).toBe(1)
  })

  test('two written at the same moment, each for the other, do not both stand', async () => {
    for (let round = 0; round < 4; round++) {
      const [a, b] = [await aColleague(), await aColleague()]
      const said = await Promise.allSettled([leave(a, 0, 3, b), leave(b, 2, 5, a)])
      expect(said.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const [refused] = said.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
      expect(refused).toBeInstanceOf(Refusal)
      expect(await db.absence.count({ where: { registrantId: { in: [a, b] } } })).toBe(1)
    }
  })

  test.each<[string, number, number, 'self' | 'stranger' | 'none', string]>([
    ['toDay', 5, 4, 'none', '最后一天不能早于第一天'],
    ['toDay', -5, -1, 'none', '这段假已经过去了，不用再登记'],
    ['substituteId', 0, 1, 'self', '请从名单里选一个同组织的人'],
    ['substituteId', 0, 1, 'stranger', '请从名单里选一个同组织的人'],
  ])('is refused beside %s', async (field, from, to, by, sentence) => {
    const id = await aColleague()
    const substitute = by === 'none' ? undefined : by === 'self' ? id : await aRegistrant()
    expect((await refusalOf(leave(id, from, to, substitute)))[2]).toEqual({ [field]: sentence })
  })

  test('over another leave of the same person is refused; cancelled, it makes room, and one that has begun ends with yesterday', async () => {
    const id = await aColleague()
    const first = await leave(id, 2, 4)
    expect((await refusalOf(leave(id, 4, 6)))[2]).toHaveProperty('fromDay')
    await cancelAbsence({ actor: township }, id, first!)
    const begun = await leave(id, 0, 6)
    await db.absence.update({ where: { id: begun! }, data: { fromDay: new Date(`${day(-3)}T00:00:00Z`) } })
    await cancelAbsence({ actor: township }, id, begun!)
    const row = await db.absence.findUniqueOrThrow({ where: { id: begun! } })
    expect([row.cancelledAt, row.toDay.toISOString().slice(0, 10)]).toEqual([null, day(-1)])
    expect((await refusalOf(cancelAbsence({ actor: township }, id, begun!)))[0]).toBe(409)
  })

  test('is written by the person, the own head and the administrator; for others the person is not there', async () => {
    const id = await aColleague()
    await db.registrant.updateMany({ where: { accountId: cast.mediator.accountId }, data: { accountId: null } })
    await db.registrant.update({ where: { id }, data: { accountId: cast.mediator.accountId } })
    await leave(id, 0, 0, undefined, cast.mediator)
    await leave(id, 1, 1, undefined, cast.villageHead)
    await leave(id, 2, 2, undefined, township)
    expect((await refusalOf(leave(id, 3, 3, undefined, cast.bureau)))[0]).toBe(403)
    for (const actor of [cast.otherHead, cast.secondMediator, cast.grid, cast.court, await person(`admin-${dayan}`)])
      expect((await refusalOf(leave(id, 3, 3, undefined, actor)))[0]).toBe(404)
    const [row] = await reading.$queryRaw<
      { now: boolean; later: boolean }[]
    >`select ${awayOn('a.id', today())} as now, ${awayOn('a.id', day(9))} as later
      from account a where a.id = ${cast.mediator.accountId}::uuid`
    expect(row).toEqual({ now: true, later: false })
  })
})
