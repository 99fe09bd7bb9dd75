import { Prisma } from '#app/db/client.server'
import { newId } from '../id'

/** Why somebody sees a dispute; `past` is written only where another reason has ended. */
export type SightWhy = 'registered' | 'body' | 'mediator' | 'request' | 'confirmation' | 'keeper' | 'alarm'

type Given = {
  disputeId: string
  to: 'account' | 'body'
  ids: readonly string[]
  why: SightWhy
  at: Date
}

/**
 * Gives sight unless it is there already: one open row a dispute, subject and reason (sight_open_key). A statement of its
 * own, or the last part of one that begins with `with`.
 */
export function giveSight({ disputeId, to, ids, why, at }: Given): Prisma.Sql {
  const rows = ids.map(
    (id) => Prisma.sql`(${newId()}::uuid, ${disputeId}::uuid, ${to}::text, ${id}::uuid, ${why}::text, ${at}::timestamptz)`,
  )
  return Prisma.sql`insert into sight (id, dispute_id, subject_kind, subject_id, why, valid_from) values ${Prisma.join(rows)}
    on conflict (dispute_id, subject_id, why) where valid_to is null do nothing`
}

/**
 * Ends rows `s` of sight: each becomes `past`, the own part, by one open row a subject however often something of theirs
 * ended; or is closed without a rest where they are to forget it. `which` is a condition on `s`.
 */
export const endSight = (disputeId: string, which: Prisma.Sql, at: Date, forgets = false): Prisma.Sql =>
  Prisma.sql`update sight s set why = 'past', valid_to = case when ${forgets} or e.place > 1 or exists (
      select 1 from sight p where p.dispute_id = s.dispute_id and p.subject_id = s.subject_id and p.why = 'past' and p.valid_to is null)
    then ${at}::timestamptz end
  from (select s.id, row_number() over (partition by s.subject_id order by s.id) as place from sight s
    where s.dispute_id = ${disputeId}::uuid and s.valid_to is null and ${which}) e where s.id = e.id`

/** Sight given for a request or a confirmation ends with the last that is open of that body. */
export const endAnsweredSight = (disputeId: string, at: Date): Prisma.Sql =>
  endSight(
    disputeId,
    Prisma.sql`((s.why = 'request' and not exists (
        select 1 from request r where r.dispute_id = s.dispute_id and r.body_id = s.subject_id and r.status in ('asked', 'received')))
      or (s.why = 'confirmation' and not exists (
        select 1 from confirmation c where c.dispute_id = s.dispute_id and c.court_id = s.subject_id and c.status = 'applied')))`,
    at,
  )

/** Who was called by an alarm sees it as long as that is open, and keeps no part of it. */
export const endAlarmSight = (disputeId: string, at: Date): Prisma.Sql => endSight(disputeId, Prisma.sql`s.why = 'alarm'`, at, true)

/** Who kept what is left to be done sees it no further than that. */
export const endKeeping = (disputeId: string, accountId: string, at: Date): Prisma.Sql =>
  endSight(disputeId, Prisma.sql`s.why = 'keeper' and s.subject_id = ${accountId}::uuid`, at)
