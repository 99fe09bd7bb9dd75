import { literal, Prisma, read, reading } from '#app/db/client.server'
import type { Person } from '../actor'
import { dayIn } from '../calendar/days'
import { optionsOf, isCode } from '../words/words'
import { orderSides, orderStandings, type OrderSide } from '../words/orders'
import { issuesOrders, issuingDesk } from './desks.server'
import { orderColumns, orderJoins, type OrderRow } from './rows.server'
import { issuedWays, receivedWays, watchedWays } from './sight.server'
import { lineOf, type OrderLine } from './words'

const pageLength = 30

type Standing = keyof typeof orderStandings
type Asked = { side: OrderSide; standing: Standing; from: number }

const standings: Record<Standing, Prisma.Sql> = {
  open: Prisma.sql`o.ended_at is null`,
  late: Prisma.sql`o.ended_at is null and o.late_since is not null`,
  ended: Prisma.sql`o.ended_at is not null`,
}

const address = ({ side, standing, from = 0 }: Omit<Asked, 'from'> & { from?: number }) =>
  `/orders?${new URLSearchParams({ of: side, is: standing, ...(from && { from: String(from) }) })}`

/** The lists that this person has, each with its ways in. */
function sidesOf(actor: Person, now: Date): Partial<Record<OrderSide, Prisma.Sql[]>> {
  const [mine, all] = [receivedWays(actor, now), watchedWays(actor)]
  return {
    ...(mine.length && { mine }),
    ...(issuesOrders(actor) && { issued: issuedWays(actor) }),
    ...(all.length && { all }),
  }
}

export type OrderList = {
  sides: { label: string; href: string; current: boolean }[]
  standings: { label: string; href: string; current: boolean }[]
  rows: OrderLine[]
  next?: string
  first?: string
  mayIssue: boolean
}

/** 督办单: those to answer, those sent out, all of the district; open, late, ended. One statement, one more for who may issue. */
export async function orderList(actor: Person, query: URLSearchParams, now = new Date()): Promise<OrderList> {
  const sides = sidesOf(actor, now)
  const [wanted, is, from] = [query.get('of') ?? '', query.get('is') ?? '', Number(query.get('from') ?? 0)]
  const usual = (['all', 'mine', 'issued'] as const).find((side) => sides[side]) ?? 'mine'
  const side = isCode(orderSides, wanted) && sides[wanted] ? wanted : usual
  const asked: Asked = { side, standing: isCode(orderStandings, is) ? is : 'open', from: Number.isSafeInteger(from) && from > 0 ? from : 0 }
  const ways = sides[side] ?? []
  const found = ways.map((way) => Prisma.sql`select o.id from supervision_order o where ${way} and ${standings[asked.standing]}`)
  const list = found.length
    ? read<OrderRow[]>`
        select ${orderColumns(actor, now)} from (${Prisma.join(found, ' union ')}) f join supervision_order o on o.id = f.id ${orderJoins}
        order by case when o.ended_at is null then o.due_at end, o.issued_at desc, o.id limit ${literal(pageLength + 1)} offset ${literal(asked.from)}`
    : []
  const [rows, desk] = await Promise.all([list, issuingDesk(reading, actor)])
  const today = dayIn(now)
  return {
    sides: optionsOf(orderSides).flatMap(({ value, label }) =>
      sides[value] ? [{ label, href: address({ side: value, standing: asked.standing }), current: value === side }] : [],
    ),
    standings: optionsOf(orderStandings).map(({ value, label }) => ({
      label,
      href: address({ side, standing: value }),
      current: value === asked.standing,
    })),
    rows: rows.slice(0, pageLength).map((row) => lineOf(row, today)),
    ...(rows.length > pageLength && { next: address({ ...asked, from: asked.from + pageLength }) }),
    ...(asked.from > 0 && { first: address({ side, standing: asked.standing }) }),
    mayIssue: desk !== null,
  }
}
