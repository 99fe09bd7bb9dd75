import { expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import { addDays, addMonths, dateOf, dayIn } from '#app/domain/calendar/days'
import { seedDemoDuty } from '../../../app/commands/seeding/demo-duty'

test('a demo has somebody on duty everywhere, this month and the next, in the same turns whatever day it began but on that day', async () => {
  const now = new Date()
  await seedDemoDuty(now)
  const areas = await db.area.count({ where: { level: { in: ['district', 'township'] } } })
  const on = (day: string) =>
    db.dutyShift.findMany({
      where: { day: dateOf(day), part: 'duty' },
      select: { areaId: true, accountId: true },
      orderBy: { areaId: 'asc' },
    })
  const first = `${dayIn(now).slice(0, 7)}-01`
  const next = addMonths(first, 1)
  const before = await on(addDays(next, 1))
  for (const day of [first, dayIn(now), next]) expect(await on(day)).toHaveLength(areas)
  expect(await on(addMonths(first, 2))).toEqual([])
  expect((await db.dutyShift.groupBy({ by: ['areaId', 'accountId'] })).length).toBeGreaterThan(areas)
  await db.dutyShift.deleteMany()
  await seedDemoDuty(dateOf(next))
  expect(await on(addDays(next, 1))).toEqual(before)
  const firstDuty = await db.post.findFirstOrThrow({ where: { role: 'duty' }, orderBy: { id: 'asc' } })
  expect((await on(next)).map(({ accountId }) => accountId)).toContain(firstDuty.accountId)
})
