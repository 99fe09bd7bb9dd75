import { Prisma, type Reading } from '#app/db/client.server'
import { bodyStands } from '../body/standing.server'
import { dayIn } from '../calendar/days'
import { mediates } from '../dispute/mediators.server'
import { awayOn } from '../roll/away.server'
import { codesAt } from './findings'
import { linked, unit } from './links.server'

/** How the people of one body stand on one dispute; each of them counts in one of the six numbers, the first that fits of this order. */
export type BodyStanding = {
  bodyId: string
  /** The body is itself a party (its name is an organisation's among the parties), or is where a party works. */
  party: 'self' | 'employer' | null
  /** May not take it: is a party, acts for one, lives with one; before a court also any tie not accepted by both. */
  blocked: number
  /** On leave today. */
  away: number
  /** Has as many open cases as their own cap allows. */
  full: number
  /** Has a tie that both sides would have to accept first. */
  warn: number
  /** Has only the name of somebody in it: to be looked into. */
  verify: number
  clear: number
  /** Of those neither blocked nor away, how many speak each language (codes of words/parties.ts). */
  speakers: Record<string, number>
}

/**
 * `suitableMediators(from, disputeId, { now, bodyIds })`: for every standing body of the dispute's district, or those named, how many of its
 * mediators (posts mediator and head, held now) are blocked, away, full, warned, to verify or clear on this dispute, and whether the body
 * is itself a party. Bodies without mediators have noughts. One statement, whatever the number of bodies; `from`: `reading`, or an act's `tx`.
 */
export const suitableMediators = (
  from: Reading,
  disputeId: string,
  { now = new Date(), bodyIds = null }: { now?: Date; bodyIds?: readonly string[] | null } = {},
): Promise<BodyStanding[]> => {
  const day = dayIn(now)
  const which = Prisma.sql`b.id = any(${bodyIds}::uuid[])`
  const district = Prisma.sql`r.path like '%/' || (select d.district_id from dispute d where d.id = ${disputeId}::uuid) || '/%'`
  const people = Prisma.sql`select account_id, null::uuid as registrant_id from staff`
  return from.$queryRaw<BodyStanding[]>`with bodies as materialized (
      select b.id, ${unit('b.name')} as unit from body b join area r on r.id = b.area_id
      where ${bodyIds ? which : district} and ${bodyStands(day)}),
    staff as materialized (
      select distinct p.body_id, p.account_id, a.languages from post p join account a on a.id = p.account_id join bodies b on b.id = p.body_id
      where a.stopped_at is null and ${mediates(now)}),
    ${linked(people, Prisma.sql`select ${disputeId}::uuid`)},
    graver as (
      select l.mediator_id, bool_or(l.code = any(${codesAt('block')}::text[])) as blocks,
        bool_or(l.code = any(${codesAt('warn')}::text[]) and l.cleared is null) as warns, bool_or(l.code = 'namesake' and l.cleared is null) as verifies
      from link l group by l.mediator_id),
    busy as (
      select s.account_id, count(m.id) as open from (select distinct account_id from staff) s join leg_mediator m on m.account_id = s.account_id and m.valid_to is null
        join leg l on l.id = m.leg_id and l.ended_at is null group by s.account_id),
    judged as materialized (
      select s.body_id, s.languages, case
        when coalesce(g.blocks, false) or (coalesce(g.warns, false) and (select d.source = 'court' from dispute d where d.id = ${disputeId}::uuid)) then 'blocked'
        when ${awayOn('s.account_id', day)} then 'away'
        when r.cap is not null and coalesce(y.open, 0) >= r.cap then 'full'
        when coalesce(g.warns, false) then 'warn' when coalesce(g.verifies, false) then 'verify' else 'clear' end as stands
      from staff s left join graver g on g.mediator_id = s.account_id left join busy y on y.account_id = s.account_id
        left join registrant r on r.account_id = s.account_id),
    counted as (
      select body_id, count(*) filter (where stands = 'blocked')::int as blocked, count(*) filter (where stands = 'away')::int as away,
        count(*) filter (where stands = 'full')::int as "full", count(*) filter (where stands = 'warn')::int as warn,
        count(*) filter (where stands = 'verify')::int as verify, count(*) filter (where stands = 'clear')::int as clear
      from judged group by body_id),
    spoken as (
      select body_id, json_object_agg(code, n) as speakers from (
        select j.body_id, code, count(*)::int as n from judged j, unnest(j.languages) code where j.stands not in ('blocked', 'away') group by j.body_id, code) x group by body_id)
    select b.id as "bodyId",
      case when exists (select 1 from inside i where i.kind = 'organisation' and i.unit = b.unit) then 'self'
        when exists (select 1 from inside i where i.employer = b.unit) then 'employer' end as party,
      coalesce(c.blocked, 0) as blocked, coalesce(c.away, 0) as away, coalesce(c."full", 0) as "full", coalesce(c.warn, 0) as warn,
      coalesce(c.verify, 0) as verify, coalesce(c.clear, 0) as clear, coalesce(s.speakers, '{}') as speakers
    from bodies b left join counted c on c.body_id = b.id left join spoken s on s.body_id = b.id order by b.id`
}
