import type { OrderStatus } from '#machines/order.machine'
import { Prisma, type Reading } from '#app/db/client.server'
import type { Person } from '../actor'
import type { LegalDay } from '../calendar/days'
import { opened } from '../desk/opened.server'
import { visible } from '../dispute/sight.server'
import { Refusal } from '../refusal'
import { issues, receives, seesOrder } from './sight.server'

/** One order, as the statement reads it; of the dispute only the number to who may not see it. */
export type OrderRow = {
  id: string
  number: string
  status: OrderStatus
  version: number
  areaId: string
  area: string
  issuedById: string
  issuedBy: string
  issuedRole: string
  issuedUnit: string | null
  issuedAt: Date
  toBodyId: string | null
  toAreaId: string | null
  to: string
  disputeId: string | null
  disputeNumber: string | null
  disputeTitle: string | null
  requestUnit: string | null
  aboutBody: string | null
  why: string
  asked: string
  answerBy: LegalDay
  dueAt: Date
  lateSince: Date | null
  endedAt: Date | null
  receives: boolean
  issues: boolean
}

/** The columns of `OrderRow`, over order `o` and `orderJoins`. */
export const orderColumns = (
  actor: Person,
  now: Date,
): Prisma.Sql => Prisma.sql`o.id, o.number, o.status, o.version, o.area_id as "areaId", r.name as area,
  o.issued_by_id as "issuedById", i.name as "issuedBy", o.issued_role as "issuedRole", (select p.unit from post p where p.account_id = o.issued_by_id
    and p.area_id = o.area_id and p.role::text = o.issued_role order by p.id limit 1) as "issuedUnit", o.issued_at as "issuedAt",
  o.to_body_id as "toBodyId", o.to_area_id as "toAreaId", coalesce(tb.name, ta.name || '分流岗') as "to", o.dispute_id as "disputeId",
  d.number as "disputeNumber", case when d.id is not null and ${visible(actor, now)} and ${opened(actor)} then d.title end as "disputeTitle",
  coalesce(qb.name, q.outside_name) as "requestUnit", ab.name as "aboutBody", o.why, o.asked, to_char(o.answer_by, 'YYYY-MM-DD') as "answerBy",
  o.due_at as "dueAt", o.late_since as "lateSince", o.ended_at as "endedAt", ${receives(actor, now)} as receives, ${issues(actor)} as issues`

export const orderJoins = Prisma.sql`join area r on r.id = o.area_id join account i on i.id = o.issued_by_id left join body tb on tb.id = o.to_body_id
  left join area ta on ta.id = o.to_area_id left join dispute d on d.id = o.dispute_id left join request q on q.id = o.request_id
  left join body qb on qb.id = q.body_id left join body ab on ab.id = o.about_body_id`

export const noOrder = () => new Refusal('notFound', '没有这份督办单，或者您不能查看')

/** One order under somebody's sight. Throws Refusal notFound. */
export async function readOrder(from: Reading, actor: Person, id: string, now: Date): Promise<OrderRow> {
  const [row] = await from.$queryRaw<OrderRow[]>`
    select ${orderColumns(actor, now)} from supervision_order o ${orderJoins} where o.id = ${id}::uuid and ${seesOrder(actor, now)}`
  if (!row) throw noOrder()
  return row
}
