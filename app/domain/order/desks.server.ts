import { Prisma, reading, type Reading } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { spokenFor } from '../body/spoken-for.server'
import { bodyStands } from '../body/standing.server'
import { dayIn } from '../calendar/days'
import { Refusal } from '../refusal'

/** The post under which somebody issues: duty officer or bureau of a district, else the triage post of a township. */
export type IssuingDesk = { role: 'duty' | 'bureau' | 'triage'; areaId: string; area: string; districtId: string }

type Area = { id: string; level: string; name: string; parentId: string | null }

/** Who may issue at all: duty officers, the bureau, and the triage post of a township for its own villages. */
export const issuesOrders = (actor: Person): boolean => areasOf(actor, 'duty', 'bureau', 'triage').length > 0

/** Whether somebody may issue an order about a dispute that they see: the district's duty officers and bureau, and its township's post. */
export const maySupervise = (actor: Person, { townshipId, districtId }: { townshipId: string; districtId: string }): boolean =>
  areasOf(actor, 'duty', 'bureau').includes(districtId) || (townshipId !== districtId && areasOf(actor, 'triage').includes(townshipId))

/** Under which post somebody issues; null for who may not. One statement, none for who has no such post. */
export async function issuingDesk(from: Reading, actor: Person): Promise<IssuingDesk | null> {
  const ids = areasOf(actor, 'duty', 'bureau', 'triage')
  if (!ids.length) return null
  const areas = await from.$queryRaw<Area[]>`
    select x.id, x.level::text as level, x.name, x.parent_id as "parentId" from area x where x.id = any(${ids}::uuid[]) and x.valid_to is null`
  const at = (role: IssuingDesk['role'], level: string) => {
    const area = areas.find((one) => one.level === level && areasOf(actor, role).includes(one.id))
    return area && { role, areaId: area.id, area: area.name, districtId: area.parentId && level === 'township' ? area.parentId : area.id }
  }
  return at('duty', 'district') ?? at('bureau', 'district') ?? at('triage', 'township') ?? null
}

/** The same, for who has to have one. Throws Refusal notFound. */
export async function demandDesk(from: Reading, actor: Person): Promise<IssuingDesk> {
  const desk = await issuingDesk(from, actor)
  if (!desk) throw new Refusal('notFound', '没有这一页')
  return desk
}

export type Receiver = { value: string; label: string; group: string }

const ofDispute = (disputeId: string | null) =>
  disputeId === null
    ? Prisma.sql`false`
    : Prisma.sql`(exists (select 1 from leg l where l.dispute_id = ${disputeId}::uuid and l.body_id = b.id) or
      exists (select 1 from request q where q.dispute_id = ${disputeId}::uuid and q.body_id = b.id))`

/**
 * Whom a desk may send an order to: from the district every body that is no court's, and the townships' triage posts; from a township the
 * bodies of its villages that have an account (the others answer through that very post). Who has a part in the dispute comes first.
 */
export function receiversOf(from: Reading, actor: Person, desk: IssuingDesk, disputeId: string | null, now: Date): Promise<Receiver[]> {
  const own = areasOf(actor, 'triage')
  const whole = desk.role !== 'triage'
  const where = whole
    ? Prisma.sql`(x.id = ${desk.areaId}::uuid or x.path like '%/' || ${desk.areaId} || '/%') and b.channel <> 'judicial'`
    : Prisma.sql`x.parent_id = ${desk.areaId}::uuid and x.level = 'village' and ${spokenFor(now)}`
  const posts = whole
    ? Prisma.sql`union all select 'area:' || x.id, x.name || '分流岗', '分流岗', 1, x.code from area x
      where (x.id = ${desk.areaId}::uuid or x.parent_id = ${desk.areaId}::uuid) and x.valid_to is null and x.id <> all(${own}::uuid[])
        and exists (select 1 from post p where p.area_id = x.id and p.role = 'triage' and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now}))`
    : Prisma.empty
  return from.$queryRaw<Receiver[]>`
    select value, label, "group" from (
      select 'body:' || b.id as value, b.name as label, case when ${ofDispute(disputeId)} then '这件纠纷的经办单位'
          when x.level = 'district' then '区级单位' else coalesce(t.name, x.name) end as "group",
        case when ${ofDispute(disputeId)} then 0 else 2 end as rank, x.code
      from area x join body b on b.area_id = x.id left join area t on t.id = x.parent_id and x.level = 'village'
      where ${where} and ${bodyStands(dayIn(now))} ${posts}) y order by rank, "group", code nulls first, label`
}

/** Where an order to a body is written; null for who may not send it one. At most two statements, none for most. */
export async function orderFor(actor: Person, bodyId: string, now = new Date()): Promise<string | null> {
  const desk = await issuingDesk(reading, actor)
  if (!desk) return null
  const there = await receiversOf(reading, actor, desk, null, now)
  return there.some(({ value }) => value === `body:${bodyId}`) ? `/orders/new?body=${bodyId}` : null
}
