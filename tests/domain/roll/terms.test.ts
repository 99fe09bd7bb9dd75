import { beforeEach, describe, expect, test } from 'vitest'
import { db, Prisma, reading } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addDays } from '#app/domain/calendar/days'
import { newId } from '#app/domain/id'
import { composedBodies } from '#app/domain/roll/composed.server'
import { termForm } from '#app/domain/roll/forms'
import { recordTerm, termEnd } from '#app/domain/roll/terms.server'
import { aMediation } from '../../support/disputes'
import { bodyId, dayan, longquan, people, person, shuhe } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { anAppointment, aRegistrant, today } from '../../support/roll'

let township: Person
let village: string
beforeEach(async () => {
  township = await person(`admin-${shuhe}`)
  village = await bodyId(`village-${longquan}`)
  await db.appointment.deleteMany({ where: { bodyId: village } })
  await db.committeeTerm.deleteMany({ where: { bodyId: village } })
})

const elect = (electedOn: string, stay: string[] = [], actor = township, at = village) =>
  recordTerm({ actor, key: newId() }, at, termForm.parse({ electedOn, how: 'villagers', paper: '龙泉村委会〔2026〕3号', stay }))
const codes = async (at = village) =>
  (await composedBodies(reading, Prisma.sql`b.id = ${at}::uuid`, new Date())).flatMap(({ findings }) => findings.map(({ code }) => code))
const member = async (more: Record<string, unknown>, office = 'member', validFrom = '2023-07-01') => {
  const id = await aRegistrant(more)
  return anAppointment(id, village, { office, how: 'elected', validFrom })
}

test('three years to the day, whatever the month', () => {
  expect(termEnd('2026-05-01')).toBe('2029-04-30')
  expect(termEnd('2024-02-29')).toBe('2027-02-27')
})

describe('an election', () => {
  test('carries who is ticked into the new term and ends the others’ offices with the old one', async () => {
    const director = await member({ sex: 'male', ethnicity: 'naxi', education: 'college' }, 'director')
    const stays = await member({ sex: 'female', ethnicity: 'bai' })
    const goes = await member({ sex: 'male', ethnicity: 'naxi' })
    const [day, before] = [addDays(today(), -10), addDays(today(), -11)]
    await elect(day, [director, stays])
    const rows = await db.appointment.findMany({ where: { bodyId: village }, orderBy: { id: 'asc' } })
    const text = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null
    expect(rows.filter(({ id }) => [director, stays, goes].includes(id)).map(({ endedOn, endWhy }) => [text(endedOn), endWhy])).toEqual(
      Array.from({ length: 3 }, () => [before, 'termOver']),
    )
    const next = rows.filter(({ endedOn }) => endedOn === null)
    expect(next.map(({ office, validFrom, validTo }) => [office, text(validFrom), text(validTo)])).toEqual([
      ['director', day, termEnd(day)],
      ['member', day, termEnd(day)],
    ])
    expect(await codes()).toEqual(['few'])
  })

  test('is refused while who would leave has open cases; then nothing of it stands', async () => {
    const cast = await people()
    const room = await bodyId('room-maguotou')
    await db.appointment.updateMany({ where: { bodyId: room, endedOn: null }, data: { endedOn: new Date('2020-01-01') } })
    await aMediation()
    const id = await aRegistrant()
    await db.registrant.updateMany({ where: { accountId: cast.mediator.accountId }, data: { accountId: null } })
    await db.registrant.update({ where: { id }, data: { accountId: cast.mediator.accountId } })
    await anAppointment(id, room, { office: 'member', how: 'elected', validFrom: '2023-07-01' })
    expect((await refusalOf(elect(addDays(today(), -1), [], township, room)))[0]).toBe(409)
    expect(await db.committeeTerm.count({ where: { bodyId: room } })).toBe(0)
  })

  test('is refused before the last one, after today, in an organ, and for another township', async () => {
    await elect('2025-03-01')
    expect((await refusalOf(elect('2025-03-01')))[2]).toEqual({ electedOn: '上一届是2025年3月1日选出来的，新一届要在那以后' })
    expect((await refusalOf(elect(addDays(today(), 1))))[2]).toEqual({ electedOn: '选出来的日子不能晚于今天' })
    expect((await refusalOf(elect('2025-04-01', [], await person(`admin-${dayan}`))))[0]).toBe(404)
    expect((await refusalOf(elect('2025-04-01', [], township, await bodyId(`police-${shuhe}`))))[2]).toHaveProperty('electedOn')
    expect((await refusalOf(elect('2025-04-01', [], (await people()).villageHead)))[0]).toBe(404)
  })
})

test('a medical committee set up now is filed within thirty working days', async () => {
  const medical = await bodyId('industry-medical')
  await db.body.update({ where: { id: medical }, data: { validFrom: new Date('2026-01-05'), filedOn: null } })
  // 30 working days after 5 January 2026, the made-up Saturday before the Spring Festival counted.
  const [found] = await composedBodies(reading, Prisma.sql`b.id = ${medical}::uuid`, new Date())
  expect(found?.findings.find(({ code }) => code === 'notFiled')?.sentence).toMatch(/^没有登记备案.*2026年2月14日已经到期$/)
  await db.body.update({ where: { id: medical }, data: { filedOn: new Date('2026-01-20') } })
  expect(await codes(medical)).not.toContain('notFiled')
})
