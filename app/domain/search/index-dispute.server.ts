import { Prisma, type Tx } from '#app/db/client.server'
import { searchText, searchTokens } from './tokens'

/** What a party is called of whom nobody knows the name: nothing to be found by. */
export const unknownName = '姓名不详'

export type Searched = { number: string; title: string; areaPath: string; placeText: string | null | undefined; names: readonly string[] }

/** What a dispute is found by, for the columns `tokens` and `searchText`; as the registration writes it and every change of names again. */
export function searchedBy({ number, title, areaPath, placeText, names }: Searched): { tokens: string[]; searchText: string } {
  const fields = [number, title, areaPath, placeText, ...names]
  return { tokens: searchTokens(fields), searchText: searchText(fields) }
}

/**
 * Writes anew what a dispute is found by: its parties, who left too, and everybody on their lists. To be called by
 * whatever changes a name, in the same transaction.
 */
export async function indexDispute(tx: Tx, disputeId: string): Promise<void> {
  const [row] = await tx.$queryRaw<[Searched]>`
    select d.number, d.title, d.place_text as "placeText",
      (select string_agg(up.name, '' order by length(up.path)) from area a
        join area up on up.id = any (string_to_array(trim(both '/' from a.path), '/')::uuid[]) where a.id = d.area_id) as "areaPath",
      array(select p.name from party p where p.dispute_id = d.id and p.name <> ${unknownName} order by p.ordinal)
        || array(select m.name from roster_member m where m.dispute_id = d.id order by m.party_id, m.ordinal) as names
    from dispute d where d.id = ${disputeId}::uuid`
  const { tokens, searchText: text } = searchedBy(row)
  await tx.$executeRaw(Prisma.sql`update dispute set tokens = ${tokens}, search_text = ${text} where id = ${disputeId}::uuid`)
}
