import { Prisma } from '#app/db/client.server'

/**
 * The leg whose committee a dispute counts for (U31): the last people's body that received it; where none did, the last that
 * received it at all. Over dispute `d`, as the id of a leg.
 */
export const rowLegId = Prisma.sql`(select r.id from leg r where r.dispute_id = d.id and r.received_at is not null
  order by r.channel = 'people' desc, r.ordinal desc limit 1)`

/** Settled on the spot by a body's registered mediator, and received by nobody: it counts for that body (U6). */
const settledFor = (bodyId: string): Prisma.Sql => Prisma.sql`(${rowLegId} is null
  and exists (select 1 from agreement a where a.dispute_id = d.id and a.kind = 'onSpot' and a.effect_rule <> 'parties')
  and exists (select 1 from dispute_event e join post p on p.account_id = d.settled_by_id and p.role in ('mediator', 'head')
      and p.valid_from <= e.happened_at and (p.valid_to is null or p.valid_to > e.happened_at)
    join body b on b.id = p.body_id and b.channel = 'people'
    where e.dispute_id = d.id and e.type = 'settleOnSpot' and (b.id = ${bodyId}::uuid or b.seal_of_id = ${bodyId}::uuid)))`

/** Disputes that count for a body, or for a committee by one of its rooms. */
export const countsFor = (bodyId: string): Prisma.Sql => Prisma.sql`(exists (select 1 from leg w join body b on b.id = w.body_id
  where w.id = ${rowLegId} and (b.id = ${bodyId}::uuid or b.seal_of_id = ${bodyId}::uuid)) or ${settledFor(bodyId)})`
