import { disputeMachine } from '#machines/dispute.machine'
import { statesTaking } from '#machines/step'
import { literal, Prisma, type Tx } from '#app/db/client.server'
import type { LegalDay } from '../calendar/days'
import type { Leave } from '../roll/substitutes'
import type { RiskLevel } from '../words/danger-signs'
import type { Holders } from './receivers'

/** A period whose next reminder is due, with all that decides who is told of it. */
export type DueReminder = Holders & {
  id: string
  disputeId: string
  period: string
  lastDay: LegalDay
  dueAt: Date
  typeCode: string
  risk: RiskLevel
  sealed: boolean
  /** Codes of what was sent for this very due instant. */
  sent: string[]
}

/** A case that was suspended is silent until it goes on; only the day on which it is looked at again is reminded of. */
const resting = statesTaking(disputeMachine, 'resume')

/**
 * Takes up to `most` periods whose reminder is due and that no other worker has in hand: running, not paused, their dispute not
 * suspended. Two statements: the rows are locked first, by their own index.
 */
export async function takeDue(tx: Tx, now: Date, today: LegalDay, most: number): Promise<DueReminder[]> {
  const taken = await tx.$queryRaw<{ id: string }[]>`
    select t.id from deadline t where t.remind_at <= ${now} and t.stopped_at is null and t.paused_since is null and t.remind_at is not null
      and (t.period = 'lookAgain' or not exists (select 1 from dispute d where d.id = t.dispute_id and d.status::text = any(${resting})))
    order by t.remind_at limit ${literal(most)} for update of t skip locked`
  if (!taken.length) return []
  const held = Prisma.sql`p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})`
  return tx.$queryRaw<DueReminder[]>`
    select t.id, t.dispute_id as "disputeId", t.period, to_char(t.last_day, 'YYYY-MM-DD') as "lastDay", t.due_at as "dueAt",
      d.type_code as "typeCode", d.risk::text as risk, d.sealed,
      array(select r.rule_code from reminder r where r.deadline_id = t.id and r.due_at = t.due_at) as sent,
      case when m.ids <> '{}' then m.ids when d.keeper_id is not null then array[d.keeper_id] else '{}' end as mediator,
      array(select distinct p.account_id from post p where p.body_id = l.body_id and p.role in ('head', 'court', 'organ') and ${held}) as head,
      array(select distinct p.account_id from post p where p.role = 'triage' and p.area_id = case d.level when 'district' then d.district_id else d.township_id end and ${held}) as triage,
      array(select distinct p.account_id from post p where p.role = 'bureau' and p.area_id = d.district_id and ${held}) as bureau,
      case when s.ids <> '{}' then s.ids else array(select distinct p.account_id from post p where p.role = 'duty' and p.area_id = d.district_id and ${held}) end as duty,
      array(select distinct p.account_id from post p where p.role = 'leader' and p.area_id in (d.township_id, d.district_id) and ${held}) as leader,
      case when d.registered_by_id is null then '{}' else array[d.registered_by_id] end as registrar
    from unnest(${taken.map(({ id }) => id)}::uuid[]) x(id) join deadline t on t.id = x.id join dispute d on d.id = t.dispute_id
      left join lateral (select l.id, l.body_id from leg l where l.dispute_id = d.id and l.ended_at is null limit 1) l on true
      cross join lateral (select array(select m.account_id from leg_mediator m where m.leg_id = l.id and m.valid_to is null) as ids) m
      cross join lateral (select array(select coalesce(s.substitute_id, s.account_id) from duty_shift s
        where s.area_id in (d.district_id, d.township_id) and s.day = ${today}::date) as ids) s`
}

/** Leaves of today, by account: of whoever might be told, and of who stands in for them. */
export const leavesOn = (tx: Tx, day: LegalDay): Promise<Leave[]> => tx.$queryRaw<Leave[]>`
  select r.account_id as who, to_char(a.from_day, 'YYYY-MM-DD') as "from", to_char(a.to_day, 'YYYY-MM-DD') as "to", s.account_id as substitute
  from absence a join registrant r on r.id = a.registrant_id left join registrant s on s.id = a.substitute_id
  where a.cancelled_at is null and a.from_day <= ${day}::date and a.to_day >= ${day}::date and r.account_id is not null`
