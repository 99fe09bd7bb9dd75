import type { Reading } from '#app/db/client.server'
import { Prisma } from '#app/db/client.server'
import { wrong } from '../refusal'

/** Who may be named to report: who registered it, who mediates or keeps it, and who holds the posts of triage and duty of its areas. */
const reporters = (disputeId: string, now: Date) => Prisma.sql`
  select distinct c.id, c.name from dispute d cross join lateral (
    select d.registered_by_id as id union select d.keeper_id
    union select m.account_id from leg l join leg_mediator m on m.leg_id = l.id and m.valid_to is null where l.dispute_id = d.id and l.ended_at is null
    union select p.account_id from post p where p.role in ('triage', 'duty') and p.area_id in (d.township_id, d.district_id)
      and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})) x
  join account c on c.id = x.id and c.stopped_at is null where d.id = ${disputeId}::uuid`

export const reportersOf = (tx: Reading, disputeId: string, now: Date) =>
  tx.$queryRaw<{ id: string; name: string }[]>(Prisma.sql`${reporters(disputeId, now)} order by c.name, c.id`)

/** Throws Refusal invalid where somebody is named who has nothing to do with it. */
export async function demandReporter(tx: Reading, disputeId: string, accountId: string, now: Date): Promise<void> {
  const [there] = await tx.$queryRaw<unknown[]>`select 1 from (${reporters(disputeId, now)}) x where x.id = ${accountId}::uuid`
  if (!there) throw wrong('namedId', '只能指定经办这件事的人，请从名单里选')
}
