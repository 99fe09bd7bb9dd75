import { inTransaction } from '#app/db/client.server'
import type { Role } from '#app/domain/actor'
import { addDays, addMonths, dateOf, dayIn, daysBetween } from '#app/domain/calendar/days'
import { newId } from '#app/domain/id'

/** Who takes turns (in the district the bureau leads the shift): in the centre of the district its duty officers, in a township who sorts cases there and its leader. */
const inTurns = { district: ['duty'], township: ['triage', 'leader'] } as const satisfies Record<string, readonly Role[]>

/**
 * A duty roster for the district and every township, this month and the next: the same turns whatever day it is made, but for that day
 * itself, on which the first of each place is on duty: whoever tries the demo as the duty officer is the one who is rung.
 */
export const seedDemoDuty = (now = new Date()): Promise<number> =>
  inTransaction(async (tx) => {
    const areas = await tx.area.findMany({ where: { level: { in: ['district', 'township'] } }, select: { id: true, level: true } })
    const posts = await tx.post.findMany({
      where: { areaId: { in: areas.map(({ id }) => id) } },
      select: { areaId: true, role: true, accountId: true },
      orderBy: { id: 'asc' },
    })
    const first = `${dayIn(now).slice(0, 7)}-01`
    const days = Array.from({ length: daysBetween(first, addMonths(first, 2)) }, (_, at) => addDays(first, at))
    const rows = areas.flatMap(({ id, level }) => {
      const roles: readonly Role[] = inTurns[level === 'district' ? 'district' : 'township']
      const people = posts.filter(({ areaId, role }) => areaId === id && roles.includes(role))
      if (!people.length) return []
      const turn = (day: string) => (day === dayIn(now) ? 0 : daysBetween('2000-01-01', day) % people.length)
      const on = (day: string) => people[turn(day)]!.accountId
      const leads = level === 'district' ? posts.filter(({ areaId, role }) => areaId === id && role === 'bureau') : []
      const shift = (day: string, accountId: string, part: string) => ({ id: newId(), areaId: id, day: dateOf(day), accountId, part })
      return days.flatMap((day) => [
        shift(day, on(day), 'duty'),
        ...leads.slice(0, 1).map(({ accountId }) => shift(day, accountId, 'lead')),
      ])
    })
    return (await tx.dutyShift.createMany({ data: rows })).count
  })
