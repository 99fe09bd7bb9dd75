import type { Tx } from '#app/db/client.server'
import { dayIn } from '../calendar/days'
import type { Rung } from './ladder'

export type Place = { districtId: string; townshipId: string | null }

/**
 * Who is called at a rung now: whom the rosters of the township and the district name for today, who sits in for them before them;
 * and where the district's roster names nobody, who holds the rung's posts in the district. Whoever has left is not called.
 */
export async function calledAt(
  tx: Pick<Tx, '$queryRaw'>,
  { districtId, townshipId }: Place,
  { part, posts }: Rung,
  now: Date,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with rostered as (
      select s.area_id, coalesce(s.substitute_id, s.account_id) as id from duty_shift s
      where s.area_id in (${districtId}::uuid, ${townshipId}::uuid) and s.day = ${dayIn(now)}::date and s.part = ${part}
    ), called as (
      select id from rostered
      union select p.account_id from post p where p.role::text = any(${[...posts]}::text[]) and p.area_id = ${districtId}::uuid
        and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})
        and not exists (select 1 from rostered r join account c on c.id = r.id and c.stopped_at is null where r.area_id = ${districtId}::uuid)
    )
    select c.id from called join account c on c.id = called.id where c.stopped_at is null order by c.id`
  return rows.map(({ id }) => id)
}
