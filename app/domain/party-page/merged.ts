import { Prisma } from '#app/db/client.server'

/** Who of a merged registration is who in the file where it is handled. */
export type Carried = { from: string; to: string }[] | null

/** Over dispute `d`: the pairs of the merge that holds it now; null where none does. */
export const carriedColumn = Prisma.sql`(select m.before->'parties' from dispute_merge m where m.dispute_id = d.id and m.split_at is null limit 1)`

export const standsAs = (carried: Carried, partyId: string | null | undefined): string | null =>
  carried?.find(({ from }) => from === partyId)?.to ?? null
