import { Prisma, read } from '#app/db/client.server'
import { dayIn } from '../calendar/days'
import { bodyStands } from '../body/standing.server'
import { onDuty } from '../duty/today.server'
import type { OnDuty } from '../duty/words'
import { isId } from '../id'

export type Settler = { label: string; options: { value: string; label: string }[] }
export type Station = { name: string; phone: string | null }

type Near = { station: Station | null; duty: OnDuty[] }

/** Over `near`: the place and all that it lies in, and the day. */
const onDutyNear = Prisma.raw(onDuty('(select ids from near)::uuid[]', '(select day from near)'))

type MediatorRow = { id: string; name: string; body: string }

/** The place with all that it lies in. */
const line = (areaId: string) => read<{ ids: string[] }[]>`
  select string_to_array(trim(both '/' from path), '/')::uuid[] as ids from area where id = ${areaId}::uuid`

/** Registered mediators of the committees and rooms of a place, nearest first, for 现场化解; whom to ring in danger: the police station, and who is on duty. */
export async function helpersNear(
  areaId: string,
  now = new Date(),
): Promise<{ settlers: Settler[]; station: Station | null; duty: OnDuty[] }> {
  const [at] = isId(areaId) ? await line(areaId) : []
  if (!at) return { settlers: [], station: null, duty: [] }
  const [people, [{ station, duty }]] = await Promise.all([
    read<MediatorRow[]>`
      select distinct on (length(a.path), b.name, c.name, c.id) c.id, c.name, b.name as body
      from post p join account c on c.id = p.account_id join body b on b.id = p.body_id join area a on a.id = b.area_id
      where a.id = any(${at.ids}::uuid[]) and b.channel = 'people' and p.role in ('mediator', 'head') and c.stopped_at is null
        and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})
      order by length(a.path) desc, b.name, c.name, c.id limit 80`,
    read<[Near]>`
      with near as (select ${at.ids}::uuid[] as ids, ${dayIn(now)}::date as day)
      select (select json_build_object('name', b.name, 'phone', b.phone) from body b join area a on a.id = b.area_id
          where b.kind = 'police' and ${bodyStands(dayIn(now))} and a.id = any(${at.ids}::uuid[]) order by length(a.path) desc, b.name limit 1) as station,
        coalesce((select json_agg(t) from (${onDutyNear}) t), '[]') as duty`,
  ])
  const bodies = [...new Set(people.map(({ body }) => body))]
  const settlers = bodies.map((body) => ({
    label: body,
    options: people.filter((one) => one.body === body).map(({ id, name }) => ({ value: id, label: name })),
  }))
  return { settlers, station, duty }
}

/** Whether somebody is a registered mediator of a committee now: only such a one's agreement on the spot counts (U6). */
export async function isRegisteredMediator(accountId: string, now = new Date()): Promise<boolean> {
  const [found] = await read<unknown[]>`select 1 from post p join body b on b.id = p.body_id
    where p.account_id = ${accountId}::uuid and p.role in ('mediator', 'head') and b.channel = 'people'
      and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now}) limit 1`
  return found !== undefined
}
