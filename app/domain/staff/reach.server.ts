import { Prisma, read, type Reading, reading } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { Refusal } from '../refusal'
import type { AreaLevel } from '../words/areas'

/** Whom and what an administrator looks after: the whole district, or the townships of the posts. Never a dispute. */
export type Reach = { whole: boolean; areaIds: string[] }

export const unknown = () => new Refusal('notFound', '没有这个人，或者不归您管')

/** The reach of an administrator's posts; throws Refusal forbidden for everybody else. */
export async function reachOf(actor: Person, from: Reading = reading): Promise<Reach> {
  const areaIds = areasOf(actor, 'admin')
  if (areaIds.length === 0) throw new Refusal('forbidden', '人员由管理员管理')
  const rows = await from.$queryRaw<{ level: AreaLevel }[]>`select level::text as level from area where id = any(${areaIds}::uuid[])`
  return { whole: rows.some(({ level }) => level === 'district'), areaIds }
}

/** Whether a path (/district/township/…) lies within the townships of a reach that is not the whole district. */
const within = (path: Prisma.Sql, { areaIds }: Reach) => Prisma.sql`${path} like any(${areaIds.map((id) => `%/${id}/%`)}::text[])`

/** Joins post `p` to where it is: area `r`, or body `b` in area `o`. */
export const placed = Prisma.sql`left join area r on r.id = p.area_id left join body b on b.id = p.body_id left join area o on o.id = b.area_id`
const pathOfPost = Prisma.sql`coalesce(r.path, o.path)`

/** The condition on area `o` (its path) under which a reach covers it. */
export const covers = (reach: Reach, path: Prisma.Sql): Prisma.Sql => (reach.whole ? Prisma.sql`true` : within(path, reach))

/**
 * Whom a reach covers, as a condition on account `a`: for the district everybody; for a township who has all posts in it, none of
 * them an administrator's. The posts that count are those not ended; of somebody who has left, the last.
 */
export function covered(reach: Reach, now: Date): Prisma.Sql {
  if (reach.whole) return Prisma.sql`true`
  const counts = Prisma.sql`p.account_id = a.id and (p.valid_to > ${now} or coalesce(p.valid_to, timestamptz 'infinity')
    = (select max(coalesce(q.valid_to, timestamptz 'infinity')) from post q where q.account_id = a.id))`
  const inside = Prisma.sql`p.role <> 'admin' and ${within(pathOfPost, reach)}`
  return Prisma.sql`(exists (select 1 from post p ${placed} where ${counts})
    and not exists (select 1 from post p ${placed} where ${counts} and not (${inside})))`
}

/** Where a post can be: an area or a body within the reach; null for anything else. */
export type Place = { kind: 'area'; id: string; level: AreaLevel } | { kind: 'body'; id: string; channel: string }

export async function placeIn(from: Reading, reach: Reach, place: { kind: 'area' | 'body'; id: string }): Promise<Place | null> {
  if (place.kind === 'area') {
    const [area] = await from.$queryRaw<{ level: AreaLevel }[]>`
      select o.level::text as level from area o where o.id = ${place.id}::uuid and o.valid_to is null and ${covers(reach, Prisma.sql`o.path`)}`
    return area ? { ...place, kind: 'area', level: area.level } : null
  }
  const [body] = await from.$queryRaw<{ channel: string }[]>`
    select b.channel from body b join area o on o.id = b.area_id
    where b.id = ${place.id}::uuid and b.valid_to is null and ${covers(reach, Prisma.sql`o.path`)}`
  return body ? { ...place, kind: 'body', channel: body.channel } : null
}

export type PlaceGroup = { label: string; options: { value: string; label: string }[] }
type AreaRow = { id: string; name: string; level: AreaLevel; parentId: string | null }
type BodyRow = { id: string; name: string; channel: string; town: string }

/** Every place of a reach for a select, areas first by township, then bodies by township: `area:<id>`, `body:<id>`. */
export async function placesIn(reach: Reach): Promise<PlaceGroup[]> {
  const [areas, bodies] = await Promise.all([
    read<AreaRow[]>`select o.id, o.name, o.level::text as level, o.parent_id as "parentId" from area o
      where o.valid_to is null and ${covers(reach, Prisma.sql`o.path`)} order by o.code, o.name`,
    read<BodyRow[]>`select b.id, b.name, b.channel, case when o.level = 'district' then '区级组织' else
        coalesce((select t.name from area t where t.level = 'township' and o.path like '%/' || t.id || '/%'), o.name) || '的组织' end as town
      from body b join area o on o.id = b.area_id where b.valid_to is null and ${covers(reach, Prisma.sql`o.path`)}
      order by o.level, o.code, b.name`,
  ])
  const option = ({ id, name }: AreaRow) => ({ value: `area:${id}`, label: name })
  const townships = areas.filter(({ level }) => level === 'township')
  const below = (id: string): AreaRow[] => areas.filter(({ parentId }) => parentId === id).flatMap((area) => [area, ...below(area.id)])
  const towns = [...new Set(bodies.map(({ town }) => town))]
  return [
    { label: '全区', options: areas.filter(({ level }) => level === 'district').map(option) },
    ...townships.map((town) => ({ label: town.name, options: [town, ...below(town.id)].map(option) })),
    ...towns.map((label) => ({
      label,
      options: bodies.filter(({ town }) => town === label).map(({ id, name }) => ({ value: `body:${id}`, label: name })),
    })),
  ].filter(({ options }) => options.length > 0)
}
