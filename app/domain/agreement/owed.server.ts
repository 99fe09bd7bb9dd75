import { Prisma } from '#app/db/client.server'

/**
 * What an obligation owes in all and how far it is done, as SQL over `o` (obligation). Owed in all is amount × heads ×
 * times; unknown where the amount is computed later or it comes round without an end.
 */
export const owedInAll = Prisma.sql`case when o.amount_fen is null or (o.every is not null and o.times is null) then null
  else o.amount_fen * coalesce(o.heads, 1) * coalesce(o.times, 1) end`

export const paidSoFar = Prisma.sql`coalesce((select sum(p.amount_fen) from performance p where p.obligation_id = o.id), 0)`

export const performedWhole = Prisma.sql`exists (select 1 from performance p where p.obligation_id = o.id and p.whole)`

/** A standing duty is never finished and holds up nothing. */
export const finished = Prisma.sql`(o.standing or ${performedWhole} or coalesce(${owedInAll} = ${paidSoFar}, false))`

/** Agreements whose terms bind now, until a new one replaces them: a contested one stays on the list. */
export const binding = Prisma.sql`a.status in ('inForce', 'contested')`

/** The day on which an unfinished obligation is next due: the first due day, moved on by each performance where it comes round. */
export const nextDueDay = Prisma.sql`case when o.due_day is null then null when o.every is null then o.due_day
  else (o.due_day + o.every::interval * (select count(*) from performance p where p.obligation_id = o.id))::date end`

/** Whether anything binding on the dispute `d` is still to be done. */
export const owing = (disputeId: Prisma.Sql) => Prisma.sql`exists (select 1 from obligation o
  join agreement a on a.id = o.agreement_id where a.dispute_id = ${disputeId} and ${binding} and not ${finished})`
