import { disputeMachine } from '#machines/dispute.machine'
import { statesOnDesk } from '#machines/step'
import { Prisma } from '#app/db/client.server'
import { areasOf, bodiesOf, type Actor } from '../actor'

const uuids = (ids: string[]) => Prisma.sql`${ids}::uuid[]`

/** Whose rows of sight count for somebody: the own, and those of the bodies spoken for. */
export const subjectsOf = (actor: Actor): string[] =>
  actor.kind === 'account' ? [actor.accountId, ...bodiesOf(actor, 'head', 'court', 'organ')] : []

const byRow = (actor: Actor) => Prisma.sql`exists (select 1 from sight s where s.dispute_id = d.id
  and s.subject_id = any(${uuids(subjectsOf(actor))}) and s.valid_to is null)`

/**
 * A triage post handles a sealed dispute until a body has received it, again when that body is done, and where nobody
 * else answers for what is left: a body without an account, an outcome that no mediator keeps.
 */
const withTriage = (
  now: Date,
) => Prisma.sql`not exists (select 1 from leg l where l.dispute_id = d.id and l.ended_at is null and l.received_at is not null
  and (exists (select 1 from leg_mediator m where m.leg_id = l.id and m.valid_to is null)
    or (d.status::text <> all(${statesOnDesk(disputeMachine, 'keeper')}) and exists (select 1 from post p where p.body_id = l.body_id
      and p.role in ('head', 'court', 'organ') and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})))))`

/** Of a village, or a grid of it, for which somebody answers: red and yellow only, and so by dispute_area_risk_idx. */
export const ofVillages = (areas: string[]): Prisma.Sql =>
  Prisma.sql`(d.risk <> 'green' and d.area_id in (select v.id from area v where v.id = any(${uuids(areas)})
    union all select g.id from area g where g.parent_id = any(${uuids(areas)}) and g.level = 'grid'))`

/**
 * What an actor can see at all, as a condition on dispute `d`; anything else is "not found" to them. The same rule
 * serves pages, lists, counts, search, files and acts. Sealed disputes (不公开) are seen by who handles them and the
 * duty officer only.
 */
export function visible(actor: Actor, now: Date): Prisma.Sql {
  if (actor.kind === 'clock') return Prisma.sql`true`
  if (actor.kind !== 'account') return Prisma.sql`d.id = ${actor.disputeId}::uuid`
  const triage = areasOf(actor, 'triage')
  const whole = areasOf(actor, 'duty')
  const bureau = areasOf(actor, 'bureau')
  const leader = areasOf(actor, 'leader')
  const conditions = [byRow(actor)]
  if (triage.length)
    conditions.push(
      Prisma.sql`((d.township_id = any(${uuids(triage)}) or d.district_id = any(${uuids(triage)})) and (not d.sealed or ${withTriage(now)}))`,
    )
  if (whole.length) conditions.push(Prisma.sql`(d.district_id = any(${uuids(whole)}) or d.township_id = any(${uuids(whole)}))`)
  if (bureau.length) conditions.push(Prisma.sql`(d.district_id = any(${uuids(bureau)}) and not d.sealed)`)
  if (leader.length)
    conditions.push(
      Prisma.sql`((d.township_id = any(${uuids(leader)}) or d.district_id = any(${uuids(leader)}) or ${ofVillages(leader)}) and d.risk in ('yellow', 'red') and not d.sealed)`,
    )
  return Prisma.sql`(${Prisma.join(conditions, ' or ')})`
}
