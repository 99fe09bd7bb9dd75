import { disputeMachine } from '#machines/dispute.machine'
import { statesOnDesk } from '#machines/step'
import type { Reading } from '#app/db/client.server'
import { dayIn, daysBetween } from '../calendar/days'
import type { LastWord, RiskInputs } from './assess'

const ended = statesOnDesk(disputeMachine, 'none')

type Row = Omit<RiskInputs, 'daysOpen'> & { registeredAt: Date; ended: boolean; last: LastWord | null }
export type RiskFacts = { inputs: RiskInputs; last: LastWord | null; ended: boolean; registeredAt: Date }

/**
 * All that the rules look at, in one statement. A sign counts until somebody wrote 已处置 after it; what was only ever ticked and opened
 * no report counts for good.
 */
export async function riskFacts(tx: Reading, disputeId: string, now: Date): Promise<RiskFacts | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select d.type_code as "typeCode", d.subtype_code as "subtypeCode", coalesce(d.amount_fen, 0)::float8 as "amountFen", d.registered_at as "registeredAt",
      d.status::text = any(${ended}::text[]) as ended, h.at is not null as handled,
      case when h.at is null then d.danger_signs else array(
        (select unnest(r.signs) from danger_report r where r.dispute_id = d.id and r.recorded_at > h.at)
        union (select unnest(d.danger_signs) except select unnest(r.signs) from danger_report r where r.dispute_id = d.id)) end as signs,
      (select count(*)::int from party p where p.dispute_id = d.id and p.minor and p.left_at is null) as minors,
      greatest(coalesce(d.people_count, 0), (select coalesce(sum(case when p.kind = 'person' then 1 when p.roster_unit = 'person' then p.roster_count else 0 end), 0)
        from party p where p.dispute_id = d.id and p.left_at is null))::int as people,
      greatest(coalesce(d.household_count, 0), (select coalesce(sum(p.roster_count), 0) from party p
        where p.dispute_id = d.id and p.left_at is null and p.roster_unit = 'household'))::int as households,
      ((select count(*) from parallel_matter m where m.dispute_id = d.id and m.kind in ('publicOrder', 'criminal'))
        + (select count(*) from danger_report r where r.dispute_id = d.id and r.organ = 'police' and r.told_at is not null))::int as police,
      ((select count(*) from dispute_event e where e.dispute_id = d.id and (e.type in ('breach', 'reopen') or (e.type = 'visit' and e.detail->>'result' = 'relapsed')))
        + (select count(*) from dispute_link k where k.kind = 'again' and (k.dispute_id = d.id or k.other_id = d.id)))::int as repeats,
      (select json_build_object('how', c.how, 'counted', c.counted, 'reasons', c.reasons,
        'dangerSince', exists (select 1 from danger_report r where r.dispute_id = d.id and r.handled_at is null and (r.signs <> '{}' or r.receipt is null) and r.id > c.id))
        from risk_change c where c.dispute_id = d.id order by c.id desc limit 1) as last
    from dispute d left join lateral (select max(r.recorded_at) as at from danger_report r where r.dispute_id = d.id and r.handled_at is not null) h on true
    where d.id = ${disputeId}::uuid`
  if (!row) return null
  const { registeredAt, ended: over, last, ...rest } = row
  return {
    inputs: { ...rest, daysOpen: over ? 0 : Math.max(0, daysBetween(dayIn(registeredAt), dayIn(now))) },
    last,
    ended: over,
    registeredAt,
  }
}
