import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addDays, dayIn } from '#app/domain/calendar/days'
import { openPage } from '#app/domain/dispute/show/open.server'
import { overviewOf } from '#app/domain/dispute/show/overview.server'
import { helpersNear } from '#app/domain/draft/on-the-spot.server'
import { changeShift, fillRoster } from '#app/domain/duty/change.server'
import { monthForm } from '#app/domain/duty/form'
import { dutyMonth, dutyShift } from '#app/domain/duty/page.server'
import { newId } from '#app/domain/id'
import { aReport } from '../../support/disputes'
import { areaId, dayan, district, longquan, people, person, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let cast: Record<Part, Person>
let admin: Person
let here: string
beforeAll(async () => {
  cast = await people()
  admin = await person(`admin-${shuhe}`)
  here = await areaId(shuhe)
})

const now = new Date()
const today = dayIn(now)
const shifts = (area: string) => db.dutyShift.findMany({ where: { areaId: area }, orderBy: { day: 'asc' } })
const put = (actor: Person, area: string, day: string, who: Person) =>
  fillRoster({ actor, now }, area, { act: 'put', part: 'duty', dutyDay: day, accountId: who.accountId })
const asked = (area: string, day: string) => new URLSearchParams({ area, month: day.slice(0, 7) })
const dayOf = async (actor: Person, area: string, day: string) =>
  (await dutyMonth(actor, asked(area, day), now)).days.find((one) => one.day === day)!

describe('the roster', () => {
  test('is filled in turns over the days that nobody has', async () => {
    const [from, to] = [addDays(today, 30), addDays(today, 34)]
    await put(cast.triage, here, addDays(from, 1), cast.leader)
    const days = await fillRoster({ actor: admin, now }, here, {
      act: 'turns',
      part: 'duty',
      fromDay: from,
      toDay: to,
      accountIds: [cast.triage.accountId, admin.accountId],
    })
    expect(days).toBe(4)
    const who = (await shifts(here)).map(({ accountId }) => accountId)
    expect(who).toEqual([cast.triage, cast.leader, admin, cast.triage, admin].map(({ accountId }) => accountId))
    expect(
      (
        await refusalOf(
          fillRoster({ actor: admin, now }, here, { act: 'turns', part: 'duty', fromDay: from, toDay: to, accountIds: [admin.accountId] }),
        )
      )[2],
    ).toHaveProperty('fromDay')
  })

  test('takes people with a post there, no day that is past, and nobody twice', async () => {
    expect((await refusalOf(put(admin, here, today, cast.grid)))[2]).toHaveProperty('accountId')
    expect((await refusalOf(put(admin, here, addDays(today, -1), cast.triage)))[2]).toHaveProperty('dutyDay')
    await put(admin, here, addDays(today, 50), cast.triage)
    expect((await refusalOf(put(admin, here, addDays(today, 50), cast.triage)))[2]).toHaveProperty('accountId')
    expect(monthForm.safeParse({ act: 'turns', fromDay: today, toDay: addDays(today, -1), accountIds: ['x'] }).success).toBe(false)
  })

  test('is filled by the area’s own, read by who has a post there or above, and hidden from the rest', async () => {
    for (const actor of [cast.grid, cast.mediator, cast.districtTriage])
      expect((await refusalOf(put(actor, here, today, cast.triage)))[0]).toBe(404)
    for (const actor of [cast.otherTriage, cast.court]) expect((await refusalOf(dutyMonth(actor, asked(here, today), now)))[0]).toBe(404)
    for (const actor of [cast.grid, cast.mediator, cast.duty, cast.bureau, cast.admin])
      expect((await dutyMonth(actor, asked(here, today), now)).area).toBe('束河街道')
    expect((await dutyMonth(cast.grid, asked(here, today), now)).forms).toEqual([])
    expect((await dutyMonth(cast.otherTriage, new URLSearchParams(), now)).areas.map(({ name }) => name)).toEqual(['古城区', '大研街道'])
  })

  test('pressed twice it is one shift, with its audit row', async () => {
    const setting = { actor: admin, now, key: newId() }
    const form = { act: 'put', part: 'duty', dutyDay: addDays(today, 60), accountId: cast.triage.accountId } as const
    await fillRoster(setting, here, form)
    await fillRoster(setting, here, form)
    expect((await shifts(here)).filter(({ day }) => day.toISOString().startsWith(form.dutyDay))).toHaveLength(1)
    expect(await db.audit.count({ where: { act: 'duty.put', subjectId: here, actorId: admin.accountId } })).toBeGreaterThan(0)
  })
})

describe('who is on duty today', () => {
  test('a substitute stands in, on the roster and where a danger asks whom to call', async () => {
    const whole = await areaId(district)
    await put(admin, here, today, cast.triage)
    await put(cast.admin, whole, today, cast.duty)
    const row = (await dayOf(admin, here, today)).shifts[0]!
    await changeShift({ actor: admin, now }, row.id, { act: 'substitute', substituteId: cast.leader.accountId })
    expect((await dayOf(cast.grid, here, today)).shifts).toMatchObject([{ who: cast.triage.name, substitute: cast.leader.name }])
    const lines = [
      { area: '束河街道', name: cast.leader.name, phone: expect.stringMatching(/^0888-/) as string },
      { area: '古城区', name: cast.duty.name, phone: expect.stringMatching(/^0888-/) as string },
    ]
    expect((await helpersNear(await areaId(longquan), now)).duty).toEqual(lines)

    const story = await aReport({ now, dangerSigns: ['threat'], dangerTold: '束河派出所' })
    const danger = overviewOf(await openPage(cast.triage, story.id, now)).danger?.lines ?? []
    expect(danger).toEqual(
      expect.arrayContaining([
        expect.stringMatching(`束河街道今天值班：${cast.leader.name}，电话 0888-`),
        expect.stringContaining('古城区今天值班'),
      ]),
    )
    const quiet = await aReport({ now })
    expect((await openPage(cast.triage, quiet.id, now)).rows.onDuty).toEqual([])
  })

  test('hands over, once and by the one on duty; an administrator reads that it was done, not what', async () => {
    const row = (await dayOf(admin, here, today)).shifts[0]!
    const over = (actor: Person) => changeShift({ actor, now }, row.id, { act: 'handOver', handOverText: '客栈那件等派出所回话。' })
    expect((await refusalOf(over(cast.triage)))[0]).toBe(403)
    await over(cast.leader)
    expect(await refusalOf(over(cast.leader))).toEqual([409, '这一班已经交过了'])
    expect((await dayOf(cast.triage, here, today)).shifts).toMatchObject([
      { handed: expect.stringContaining('交班') as string, text: '客栈那件等派出所回话。' },
    ])
    expect((await dayOf(admin, here, today)).shifts).toMatchObject([{ text: '' }])
    expect(await refusalOf(changeShift({ actor: admin, now }, row.id, { act: 'takeOff' }))).toEqual([409, '这一班已经过去，不能再改'])
  })

  test('two who change one shift: the second is told; taken off, it is gone', async () => {
    const day = addDays(today, 70)
    await put(admin, here, day, cast.triage)
    const row = (await dayOf(admin, here, day)).shifts[0]!
    const seen = (await dutyShift(admin, row.id, now)).forms.find(({ act }) => act === 'substitute')!.seen!
    await changeShift({ actor: cast.triage, now, seen }, row.id, { act: 'substitute', substituteId: cast.leader.accountId })
    expect(
      (await refusalOf(changeShift({ actor: admin, now, seen }, row.id, { act: 'substitute', substituteId: admin.accountId })))[0],
    ).toBe(409)
    expect((await refusalOf(changeShift({ actor: await person(`admin-${dayan}`), now }, row.id, { act: 'takeOff' })))[0]).toBe(404)
    await changeShift({ actor: admin, now }, row.id, { act: 'takeOff' })
    expect((await dayOf(admin, here, day)).shifts).toEqual([])
  })
})
