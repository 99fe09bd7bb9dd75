import { Prisma, read } from '#app/db/client.server'
import { areasOf, bodiesOf, holds, type Actor, type Person } from '../actor'
import { Refusal } from '../refusal'

/** Who answers at a window: triage and duty for their area, head and mediators for their body (U8). */
export const answersEnquiries = (actor: Actor): boolean => holds(actor, 'triage', 'duty', 'head', 'mediator')

const ownAreas = (actor: Person) => areasOf(actor, 'triage', 'duty')
const ownBodies = (actor: Person) => bodiesOf(actor, 'head', 'mediator')

/** Whether the window of this body is an own one. */
export const answersFor = (actor: Person, bodyId: string): boolean => ownBodies(actor).includes(bodyId)

/** Where a line is written down: an own post's area, or an own body, which stands in an area. */
export type Place = { id: string; name: string; areaId: string; bodyId: string | null }

/** The own windows, the bodies first. Throws Refusal notFound for who has none. */
export async function placesOf(actor: Person): Promise<Place[]> {
  if (!answersEnquiries(actor)) throw new Refusal('notFound')
  return read<Place[]>`
    select b.id, b.name, b.area_id as "areaId", b.id as "bodyId" from body b where b.id = any(${ownBodies(actor)}::uuid[])
    union all select a.id, a.name, a.id, null from area a where a.id = any(${ownAreas(actor)}::uuid[])
    order by "bodyId" nulls last, name`
}

/** Lines that somebody may read, over `q`: those of the own body, and whatever was asked within the own area. */
export const readable = (actor: Person): Prisma.Sql => Prisma.sql`(q.body_id = any(${ownBodies(actor)}::uuid[])
  or q.area_id in (select a.id from area a, unnest(${ownAreas(actor)}::uuid[]) own(id) where position(own.id::text in a.path) > 0))`
