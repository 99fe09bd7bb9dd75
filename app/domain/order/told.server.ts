import { Prisma, type Reading } from '#app/db/client.server'

/** Who is told of an order: the accounts at its receiver's, at its issuer's desk, and of the district's bureau. */
export type OrderPeople = { receivers: string[]; issuers: string[]; bureau: string[] }

const held = (now: Date) => Prisma.sql`p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})`

/** Whom an order concerns now; for a body without an account the triage post of its area. One statement. */
export async function orderPeople(from: Reading, orderId: string, now: Date): Promise<OrderPeople> {
  const [row] = await from.$queryRaw<(OrderPeople & { spoken: string[]; triage: string[] })[]>`
    select array(select p.account_id from post p where p.body_id = o.to_body_id and p.role in ('head', 'court', 'organ') and ${held(now)}) as spoken,
      array(select p.account_id from post p where p.role = 'triage' and ${held(now)} and p.area_id = coalesce(o.to_area_id,
        (select case x.level when 'village' then x.parent_id else x.id end from body b join area x on x.id = b.area_id where b.id = o.to_body_id))) as triage,
      array(select p.account_id from post p where p.area_id = o.area_id and p.role::text = o.issued_role and ${held(now)}
        union select o.issued_by_id) as issuers,
      array(select p.account_id from post p join area r on r.id = o.area_id where p.role = 'bureau' and p.area_id in (r.id, r.parent_id) and ${held(now)}) as bureau
    from supervision_order o where o.id = ${orderId}::uuid`
  if (!row) return { receivers: [], issuers: [], bureau: [] }
  const { spoken, triage, issuers, bureau } = row
  return { receivers: spoken.length ? spoken : triage, issuers, bureau }
}
