import type { Reading } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import type { LegalDay } from '../calendar/days'
import type { DutyPart } from './words'
import { Refusal } from '../refusal'
import { mayReadDuty, maySet, postIds, type Place } from '../settings/permissions'

export type DutyArea = Place & { name: string }
export type ShiftRow = {
  id: string
  areaId: string
  day: LegalDay
  accountId: string
  who: string
  part: DutyPart
  substituteId: string | null
  substitute: string | null
  handedOverAt: Date | null
  text: string | null
  print: string
}
export type Colleague = { value: string; label: string }

/** The areas that have a roster and that somebody may read, the district first; and the paths of the own posts. */
export async function dutyAreas(tx: Reading, actor: Person): Promise<DutyArea[]> {
  const { areas, bodies } = postIds(actor)
  const rows = await tx.$queryRaw<(DutyArea & { paths: string[] })[]>`
    with paths as (
      select array(select p.path from area p where p.id = any(${areas}::uuid[]) union
        select r.path from body b join area r on r.id = b.area_id where b.id = any(${bodies}::uuid[])) as paths)
    select a.id, a.name, a.level::text as level, a.path, paths.paths from paths, area a
    where a.level in ('district', 'township') and a.valid_to is null order by a.level, a.code nulls last, a.name`
  return rows.filter((row) => mayReadDuty(actor, row, row.paths)).map(({ id, name, level, path }) => ({ id, name, level, path }))
}

/** One such area. Throws Refusal notFound. */
export async function dutyArea(tx: Reading, actor: Person, areaId: string): Promise<DutyArea> {
  const area = (await dutyAreas(tx, actor)).find(({ id }) => id === areaId)
  if (!area) throw new Refusal('notFound', '没有这张值班表，或者您不能查看')
  return area
}

/** The shifts of an area from one day to another. */
export const shiftRows = (tx: Reading, areaId: string, from: LegalDay, to: LegalDay) => tx.$queryRaw<ShiftRow[]>`
  select s.id, s.area_id as "areaId", to_char(s.day, 'YYYY-MM-DD') as day, s.account_id as "accountId", a.name as who, s.part, s.substitute_id as "substituteId",
    u.name as substitute, s.handed_over_at as "handedOverAt", s.hand_over_text as text, md5(s::text) as print
  from duty_shift s join account a on a.id = s.account_id left join account u on u.id = s.substitute_id
  where s.area_id = ${areaId}::uuid and s.day between ${from}::date and ${to}::date order by s.day, s.part, s.id`

/** One shift with its area. Throws Refusal notFound where its roster may not be read. */
export async function shiftRow(tx: Reading, actor: Person, id: string): Promise<{ shift: ShiftRow; area: DutyArea }> {
  const [at] = await tx.$queryRaw<{ areaId: string; day: LegalDay }[]>`
    select s.area_id as "areaId", to_char(s.day, 'YYYY-MM-DD') as day from duty_shift s where s.id = ${id}::uuid`
  if (!at) throw new Refusal('notFound', '没有这一班，可能已经撤下')
  const area = await dutyArea(tx, actor, at.areaId)
  const shift = (await shiftRows(tx, at.areaId, at.day, at.day)).find((one) => one.id === id)
  if (!shift) throw new Refusal('notFound', '没有这一班，可能已经撤下')
  return { shift, area }
}

/** Who has a post of the area itself now: whom one may put on duty. */
export const colleagues = (tx: Reading, areaId: string, now: Date) => tx.$queryRaw<Colleague[]>`
  select a.id as value, a.name as label from account a where a.stopped_at is null and exists (select 1 from post p where p.account_id = a.id
    and p.area_id = ${areaId}::uuid and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})) order by a.name, a.id limit 500`

export const mayWriteDuty = (actor: Person, area: DutyArea): boolean => maySet(actor, 'writeDuty', area)

/** On this shift today: the one who sits in, else the one whose turn it is. */
export const sitting = ({ accountId, substituteId }: ShiftRow): string => substituteId ?? accountId

/** What was handed over may name a case: it is read by who works there and by who was on duty, not by administrators. */
export const readsHandOver = (actor: Person, area: DutyArea, shift: ShiftRow): boolean =>
  areasOf(actor, 'triage', 'duty', 'bureau', 'leader').some((id) => area.path.includes(id)) ||
  [shift.accountId, shift.substituteId].includes(actor.accountId)
