import { Prisma, type Reading } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { Refusal } from '../refusal'

const uuids = (ids: readonly string[]) => Prisma.sql`${ids}::uuid[]`

/** Tasks `t` of somebody: of a place they answer for, unless the task names another person. */
export const ownTask = (actor: Person): Prisma.Sql =>
  Prisma.sql`(t.area_id = any(${uuids(areasOf(actor, 'leader'))}) and (t.account_id is null or t.account_id = ${actor.accountId}::uuid))`

/** Who sets tasks and reads who answers for what, of a whole district: bureau, duty officers, its triage post. */
export const settingAreas = (actor: Person): string[] => areasOf(actor, 'bureau', 'duty', 'triage')

/** Tasks `t` that somebody set for the district, or a colleague of the same posts. */
export const setTask = (actor: Person): Prisma.Sql =>
  Prisma.sql`t.area_id in (select x.id from area x join area o on o.id = any(${uuids(settingAreas(actor))}) and o.level = 'district' and x.path like o.path || '%')`

/**
 * An instruction `n` (of dispute `d`, where it is one's) that lies on somebody's desk: of a place on its triage post's; of a dispute on
 * the post's of its level, on who mediates and on who keeps it.
 */
export function onDeskOf(actor: Person): Prisma.Sql {
  const triage = areasOf(actor, 'triage')
  const me = Prisma.sql`${actor.accountId}::uuid`
  return Prisma.sql`(n.kind = 'instruction' and case when n.dispute_id is null then n.area_id in (select x.id from area x
      where x.id = any(${uuids(triage)}) or (x.parent_id = any(${uuids(triage)}) and x.level = 'village'))
    else case d.level when 'district' then d.district_id else d.township_id end = any(${uuids(triage)}) or d.keeper_id = ${me}
      or exists (select 1 from leg l join leg_mediator m on m.leg_id = l.id and m.valid_to is null where l.dispute_id = d.id and l.ended_at is null and m.account_id = ${me}) end)`
}

/** The district for which somebody sets tasks. Throws Refusal notFound. */
export async function demandSetter(from: Reading, actor: Person): Promise<{ id: string; name: string; path: string }> {
  const [area] = await from.$queryRaw<{ id: string; name: string; path: string }[]>`
    select x.id, x.name, x.path from area x where x.id = any(${uuids(settingAreas(actor))}) and x.level = 'district' limit 1`
  if (!area) throw new Refusal('notFound', '没有这一页')
  return area
}

/** The places for which somebody answers. Throws Refusal notFound for who is no leader. */
export function demandLeader(actor: Person): string[] {
  const areas = areasOf(actor, 'leader')
  if (!areas.length) throw new Refusal('notFound', '没有这一页')
  return areas
}
