import { Prisma } from '#app/db/client.server'

/**
 * The leg whose committee a dispute counts for (U31): the last people's body that received it; where none did, the last that
 * received it at all. Over dispute `d`, as the id of a leg.
 */
export const rowLegId = Prisma.sql`(select r.id from leg r where r.dispute_id = d.id and r.received_at is not null
  order by r.channel = 'people' desc, r.ordinal desc limit 1)`

/** Disputes that count for a body, or for a committee by one of its rooms. */
export const countsFor = (bodyId: string): Prisma.Sql => Prisma.sql`exists (select 1 from leg w join body b on b.id = w.body_id
  where w.id = ${rowLegId} and (b.id = ${bodyId}::uuid or b.seal_of_id = ${bodyId}::uuid))`
