import type { OrderStatus } from '#machines/order.machine'
import { read } from '#app/db/client.server'
import { dayIn, formatShortDay, type LegalDay } from '../calendar/days'
import type { DueWords } from '../desk/due'
import type { DisputePage } from '../dispute/show/open.server'
import { orderWhys } from '../words/orders'
import { labelOf } from '../words/words'
import { maySupervise } from './desks.server'
import { seesOrder } from './sight.server'
import { dueOfOrder, stateOf, toneOf, type OrderTone } from './words'

type Row = {
  id: string
  number: string
  status: OrderStatus
  to: string
  why: string
  answerBy: LegalDay
  lateSince: Date | null
  issuedAt: Date
}
export type OrderBeside = { id: string; href: string; title: string; state: string; tone?: OrderTone; lines: string[]; due?: DueWords }
export type OrdersBeside = { orders: OrderBeside[]; issue: string | null }

/** The orders about a dispute that this person sees, and where a new one is written. One statement. */
export async function ordersOn({ actor, dispute, sight, now, today }: DisputePage): Promise<OrdersBeside> {
  const rows = await read<Row[]>`
    select o.id, o.number, o.status, coalesce(b.name, a.name || '分流岗') as "to", o.why, to_char(o.answer_by, 'YYYY-MM-DD') as "answerBy",
      o.late_since as "lateSince", o.issued_at as "issuedAt"
    from supervision_order o left join body b on b.id = o.to_body_id left join area a on a.id = o.to_area_id
    where o.dispute_id = ${dispute.id}::uuid and ${seesOrder(actor, now)} order by o.issued_at desc`
  const orders = rows.map((row): OrderBeside => {
    const [tone, due] = [toneOf(row), dueOfOrder(row, today)]
    return {
      id: row.id,
      href: `/orders/${row.id}`,
      title: row.number,
      state: row.lateSince ? `${stateOf(row)}，逾期` : stateOf(row),
      lines: [`${row.to}，${labelOf(orderWhys, row.why)}，${formatShortDay(dayIn(row.issuedAt))}发出`],
      ...(tone && { tone }),
      ...(due && { due }),
    }
  })
  const may = sight.acts && maySupervise(actor, dispute)
  return { orders, issue: may ? `/orders/new?dispute=${dispute.id}` : null }
}
