import type { Reading } from '#app/db/client.server'
import { areasOf, type Person } from '../../actor'
import { dayIn } from '../../calendar/days'
import { isDemo } from '../../people/demo.server'
import type { AreaAt } from '../../table/places'
import type { BodyRecord } from './columns'

/** A body in force; `mine`: this administrator's to set. `rooms`: who uses its seal. */
export type BodyAt = { id: string; mine: boolean; rooms: string[]; record: BodyRecord }

/** All that rows are held against. Two statements. */
export type BodiesNow = { areas: Map<string, AreaAt>; choosable: AreaAt[]; bodies: BodyAt[]; demo: boolean; today: string }

type AreaRow = AreaAt & { choosable: boolean }
type BodyRow = BodyRecord & { id: string; mine: boolean; rooms: string[] }

/** Bodies in force in the whole district (a name is one body's alone), and the areas of it. */
export async function bodiesNow(from: Reading, actor: Person, now: Date): Promise<BodiesNow> {
  const [own, today] = [areasOf(actor, 'admin'), dayIn(now)]
  const areas = await from.$queryRaw<AreaRow[]>`
    select r.id, r.name, r.level::text as level, r.parent_id as "parentId",
      r.valid_to is null and exists (select 1 from area o where o.id = any(${own}::uuid[]) and r.path like o.path || '%') as choosable
    from area r order by r.code nulls last, r.name`
  const bodies = await from.$queryRaw<BodyRow[]>`
    select b.id, b.name, b.kind, b.area_id as "areaId", b.types, b.languages, b.scope_note as "scopeNote", b.hours, b.place, b.phone,
      b.seal_of_id as "sealOfId", b.short_number as "shortNumber", b.capacity, b.court_invited as "courtInvited", b.founder,
      b.set_up_paper as "setUpPaper", to_char(b.filed_on, 'YYYY-MM-DD') as "filedOn", to_char(b.valid_from, 'YYYY-MM-DD') as "validFrom",
      to_char(b.valid_to, 'YYYY-MM-DD') as "validTo",
      exists (select 1 from area o where o.id = any(${own}::uuid[]) and r.path like o.path || '%') as mine,
      array(select x.name from body x where x.seal_of_id = b.id and (x.valid_to is null or x.valid_to >= ${today}::date) order by x.name) as rooms
    from body b join area r on r.id = b.area_id where b.valid_to is null or b.valid_to >= ${today}::date
    order by length(r.path), r.code nulls last, b.name, b.id`
  return {
    areas: new Map(areas.map((area) => [area.id, area])),
    choosable: areas.filter(({ choosable }) => choosable),
    bodies: bodies.map(({ id, mine, rooms, ...record }) => ({ id, mine, rooms, record })),
    demo: await isDemo(),
    today,
  }
}
