import { literal, type Reading } from '#app/db/client.server'
import type { AlarmStatus } from '#machines/alarm.machine'
import type { Person } from '../actor'
import { calls } from '../alarm/rows.server'
import type { CallRow } from '../alarm/words'
import { districtsOf } from './permissions'

/** Where a drill may be held: the own districts and their townships. */
export const drillAreas = (tx: Reading, actor: Person) => tx.$queryRaw<{ id: string; name: string; districtId: string }[]>`
  select a.id, a.name, o.id as "districtId" from area o join area a on a.path like o.path || '%' and a.level in ('district', 'township') and a.valid_to is null
  where o.id = any(${districtsOf(actor)}::uuid[]) and o.level = 'district' order by a.level, a.code nulls last, a.name`

export type DrillRow = {
  id: string
  place: string
  scenario: string
  by: string
  startedAt: Date
  endedAt: Date | null
  note: string | null
  alarmId: string
  status: AlarmStatus
  takenAt: Date | null
  takenBy: string | null
  calls: CallRow[]
}

const shown = 60

/** Drills of the own districts, the newest first, or one of them; everybody who was called with each. One statement. */
export const drillRows = (tx: Reading, actor: Person, id: string | null) => tx.$queryRaw<DrillRow[]>`
  select r.id, p.name as place, r.scenario, b.name as by, r.started_at as "startedAt", r.ended_at as "endedAt", r.note, a.id as "alarmId", a.status::text as status,
    a.acknowledged_at as "takenAt", t.name as "takenBy", ${calls} as calls
  from drill r join alarm a on a.drill_id = r.id join area p on p.id = r.area_id join account b on b.id = r.started_by_id left join account t on t.id = a.acknowledged_by_id
  where a.district_id = any(${districtsOf(actor)}::uuid[]) and (${id}::uuid is null or r.id = ${id}::uuid) order by r.started_at desc, r.id limit ${literal(shown)}`
