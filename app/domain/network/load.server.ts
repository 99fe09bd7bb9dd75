import { literal, Prisma, read } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { bodyStands } from '../body/standing.server'
import { dayIn } from '../calendar/days'
import { opened } from '../desk/opened.server'
import { open } from '../desk/states.server'
import { visible } from '../dispute/sight.server'

/** How many open cases a township or a body has, of those this person may open; never per head. */
export type Counted = { id: string; name: string; open: number; late: number }
export type TownshipLoad = Counted & { mine: boolean; reported: number; offered: number; assigning: number }
export type BodyLoad = Counted & { kind: string; capacity: number | null }

/** The areas for which somebody looks at the load. */
export const lookedAfter = (actor: Person): string[] => areasOf(actor, 'bureau', 'duty', 'triage', 'leader')

/** The rule of every list, so that a number opens as many rows as it says; what is sealed to somebody is in neither. */
const seen = (actor: Person, now: Date) => Prisma.sql`${open} and ${visible(actor, now)} and ${opened(actor)}`

/** The townships of the district with what lies there; `mine`: within an area that this person looks after. One statement. */
export function townshipLoads(actor: Person, now: Date): Promise<TownshipLoad[]> {
  const areas = lookedAfter(actor)
  return read<TownshipLoad[]>`
    with counted as (
      select d.township_id, count(*)::int as open, count(*) filter (where d.due_at <= ${now})::int as late,
        count(*) filter (where d.status = 'reported')::int as reported, count(*) filter (where d.status = 'offered')::int as offered,
        count(*) filter (where d.status = 'assigning')::int as assigning
      from dispute d where ${seen(actor, now)} group by d.township_id)
    select t.id, t.name, t.id = any(${areas}::uuid[]) or t.parent_id = any(${areas}::uuid[]) as mine, coalesce(c.open, 0) as open, coalesce(c.late, 0) as late,
      coalesce(c.reported, 0) as reported, coalesce(c.offered, 0) as offered, coalesce(c.assigning, 0) as assigning
    from area t left join counted c on c.township_id = t.id
    where t.level = 'township' and t.valid_to is null order by t.code limit 200`
}

const mostBodies = 60

/** The district's own people's bodies with what each has now: industry, joint and named ones. One statement. */
export const districtLoads = (actor: Person, now: Date): Promise<BodyLoad[]> => read<BodyLoad[]>`
  with counted as (
    select l.body_id, count(*)::int as open, count(*) filter (where d.due_at <= ${now})::int as late
    from leg l join dispute d on d.id = l.dispute_id where l.ended_at is null and ${seen(actor, now)} group by l.body_id)
  select b.id, b.name, b.kind, b.capacity, coalesce(c.open, 0) as open, coalesce(c.late, 0) as late
  from body b join area r on r.id = b.area_id left join counted c on c.body_id = b.id
  where r.level = 'district' and r.id = any(${lookedAfter(actor)}::uuid[]) and b.channel = 'people' and ${bodyStands(dayIn(now))}
  order by b.name limit ${literal(mostBodies)}`
