import type { AlarmStatus } from '#machines/alarm.machine'
import { literal, Prisma, read } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { opened } from '../desk/opened.server'
import { visible } from '../dispute/sight.server'
import { alarmOpen } from './open.server'
import type { CallRow } from './words'

export type AlarmRow = {
  id: string
  status: AlarmStatus
  why: string
  districtId: string
  calledIds: string[]
  raisedAt: Date
  climbAt: Date | null
  takenAt: Date | null
  takenById: string | null
  takenBy: string | null
  endedAt: Date | null
  endedBy: string | null
  drillId: string | null
  scenario: string | null
  place: string
  disputeId: string | null
  number: string | null
  /** Null: they were called, and see the dispute no longer. */
  title: string | null
  risk: string | null
  signs: string[]
  reasons: string[]
  rulesVersion: string | null
  calls: CallRow[]
}

const columns = (actor: Person, now: Date) => Prisma.sql`
  a.id, a.status::text as status, a.why, a.district_id as "districtId", a.raised_at as "raisedAt", a.climb_at as "climbAt", a.acknowledged_at as "takenAt",
  a.acknowledged_by_id as "takenById", t.name as "takenBy", a.ended_at as "endedAt", e.name as "endedBy", a.drill_id as "drillId", r.scenario,
  (select p.name from area p where p.id = coalesce(a.township_id, a.district_id)) as place, d.id as "disputeId", d.number, d.risk::text as risk,
  case when ${visible(actor, now)} and ${opened(actor)} then d.title end as title, coalesce(d.danger_signs, '{}') as signs,
  array(select c.account_id from alarm_call c where c.alarm_id = a.id and c.account_id is not null) as "calledIds"`
const joins = Prisma.sql`left join dispute d on d.id = a.dispute_id left join drill r on r.id = a.drill_id
  left join account t on t.id = a.acknowledged_by_id left join account e on e.id = a.ended_by_id`

/** Everybody that alarm `a` called, rung by rung: when, and whether it was read or taken. */
export const calls = Prisma.sql`coalesce((select json_agg(json_build_object('step', c.step, 'rung', c.rung, 'who', x.name, 'calledAt', c.called_at,
    'readAt', n.read_at, 'took', coalesce(a.acknowledged_by_id = c.account_id, false)) order by c.step, x.name)
  from alarm_call c left join account x on x.id = c.account_id
  left join notice n on n.account_id = c.account_id and n.subject_id = a.id and n.occasion = c.step::text where c.alarm_id = a.id), '[]')`

/** One alarm, a drill's or a real one, with everybody it called. One statement; null where there is none. */
export async function alarmRow(actor: Person, alarmId: string, now: Date): Promise<AlarmRow | null> {
  const [row] = await read<
    AlarmRow[]
  >`select ${columns(actor, now)}, ${calls} as calls, coalesce(k.reasons, '{}') as reasons, k.rules_version as "rulesVersion"
    from alarm a ${joins} left join lateral (select c.reasons, c.rules_version from risk_change c where c.dispute_id = d.id order by c.id desc limit 1) k on true
    where a.id = ${alarmId}::uuid`
  return row ?? null
}

export type ListedAlarm = Omit<AlarmRow, 'calls' | 'reasons' | 'rulesVersion'>

const shown = 100

/** Real alarms of somebody's district or to which they were called: open, and of the last days. A drill is in no list of real ones. One statement. */
export function alarmRows(actor: Person, since: Date, now: Date): Promise<ListedAlarm[]> {
  const districts = areasOf(actor, 'duty', 'bureau', 'leader')
  return read<ListedAlarm[]>`
    with mine as (
      select a.id from alarm a where a.drill_id is null and a.district_id = any(${districts}::uuid[]) and (a.raised_at >= ${since} or ${alarmOpen})
      union select a.id from alarm_call c join alarm a on a.id = c.alarm_id
        where c.account_id = ${actor.accountId}::uuid and a.drill_id is null and (a.raised_at >= ${since} or ${alarmOpen}))
    select ${columns(actor, now)} from mine join alarm a on a.id = mine.id ${joins} order by (a.ended_at is null) desc, a.raised_at desc, a.id limit ${literal(shown)}`
}
