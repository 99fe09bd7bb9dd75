import { Prisma, type Reading } from '#app/db/client.server'
import type { Person, Role } from '../../actor'
import type { AreaLevel } from '../../words/areas'
import { covered, covers, type Reach } from '../reach.server'

export type AreaAt = { id: string; name: string; level: AreaLevel; parentId: string | null }
export type BodyAt = { id: string; name: string; channel: string }
/** Who has a telephone of the table already; `mine` is whether this administrator looks after them. */
export type Known = {
  id: string
  phoneHash: string
  name: string
  stopped: boolean
  mine: boolean
  posts: { role: Role; areaId: string | null; bodyId: string | null }[]
}

/** What rows are held against: the places of the reach, and who is there by the telephones of the table. Three statements. */
export type World = { self: string; areas: AreaAt[]; bodies: BodyAt[]; byPhone: Map<string, Known> }

export async function worldOf(from: Reading, actor: Person, reach: Reach, phoneHashes: string[], now: Date): Promise<World> {
  const areas = await from.$queryRaw<AreaAt[]>`select o.id, o.name, o.level::text as level, o.parent_id as "parentId" from area o
    where o.valid_to is null and ${covers(reach, Prisma.sql`o.path`)}`
  const bodies = await from.$queryRaw<BodyAt[]>`select b.id, b.name, b.channel from body b join area o on o.id = b.area_id
    where b.valid_to is null and ${covers(reach, Prisma.sql`o.path`)}`
  const known = await from.$queryRaw<Known[]>`
    select a.id, a.phone_hash as "phoneHash", a.name, a.stopped_at is not null as stopped, ${covered(reach, now)} as mine,
      coalesce((select json_agg(json_build_object('role', p.role, 'areaId', p.area_id, 'bodyId', p.body_id)) from post p
        where p.account_id = a.id and (p.valid_to is null or p.valid_to > ${now})), '[]') as posts
    from account a where a.phone_hash = any(${phoneHashes}::text[])`
  return { self: actor.accountId, areas, bodies, byPhone: new Map(known.map((one) => [one.phoneHash, one])) }
}
