import { Prisma, type Reading } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import type { LegalDay } from '../calendar/days'
import { Refusal } from '../refusal'

const uuids = (ids: readonly string[]) => Prisma.sql`${ids}::uuid[]`

/** Who has to do with rounds: who opens them, who answers for a place, who walks there. */
export const patrolAreas = (actor: Person): string[] => areasOf(actor, 'triage', 'duty', 'bureau', 'leader', 'grid')
/** Who opens and closes them, for their own area. */
export const openingAreas = (actor: Person): string[] => areasOf(actor, 'triage', 'duty', 'bureau')

/** Round over area `ra` lies in, or takes in, an area of somebody's. */
export const seesRound = (actor: Person): Prisma.Sql =>
  Prisma.sql`exists (select 1 from area o where o.id = any(${uuids(patrolAreas(actor))}) and (o.path like ra.path || '%' or ra.path like o.path || '%'))`

/** Place `x` lies within an area of somebody's. */
export const seesPlace = (actor: Person): Prisma.Sql =>
  Prisma.sql`exists (select 1 from area o where o.id = any(${uuids(patrolAreas(actor))}) and x.path like o.path || '%')`

/** Place `x` is reported on by somebody: a grid worker of it, or of what it lies in. */
export const walksPlace = (actor: Person): Prisma.Sql =>
  Prisma.sql`exists (select 1 from area o where o.id = any(${uuids(areasOf(actor, 'grid'))}) and x.path like o.path || '%')`

/** `x` is one of the places that area `ra` asks: every grid, and a village that has none. */
export const asksPlace = Prisma.sql`(x.path like ra.path || '%' and x.valid_to is null and (x.level = 'grid' or (x.level = 'village'
  and not exists (select 1 from area g where g.parent_id = x.id and g.level = 'grid' and g.valid_to is null))))`

/** Post `p` is a grid worker's now, and place `x` is on that way. */
export const walker = (
  now: Date,
): Prisma.Sql => Prisma.sql`p.role = 'grid' and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})
  and p.area_id::text = any(string_to_array(trim(both '/' from x.path), '/'))`

export type Round = {
  id: string
  areaId: string
  area: string
  kind: string
  title: string
  asked: string | null
  fromDay: LegalDay
  toDay: LegalDay
  by: string
  closedAt: Date | null
}

export const roundColumns = Prisma.sql`r.id, r.area_id as "areaId", ra.name as area, r.kind, r.title, r.asked, to_char(r.from_day, 'YYYY-MM-DD') as "fromDay",
  to_char(r.to_day, 'YYYY-MM-DD') as "toDay", c.name as by, r.closed_at as "closedAt"`
export const roundJoins = Prisma.sql`join area ra on ra.id = r.area_id join account c on c.id = r.created_by_id`

export const noRound = () => new Refusal('notFound', '没有这一轮排查，或者您不能查看')

/** One round under somebody's sight. Throws Refusal notFound. */
export async function readRound(from: Reading, actor: Person, id: string): Promise<Round> {
  const [round] = await from.$queryRaw<
    Round[]
  >`select ${roundColumns} from patrol_round r ${roundJoins} where r.id = ${id}::uuid and ${seesRound(actor)}`
  if (!round) throw noRound()
  return round
}
