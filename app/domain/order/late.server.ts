import { orderMachine, type OrderStatus } from '#machines/order.machine'
import { can, statesOf } from '#machines/step'
import { inTransaction, literal, Prisma, read } from '#app/db/client.server'
import { takeStep, tellOrder } from './act.server'

const batch = 100

/** States in which the day that was set still runs. */
const running = Prisma.raw(
  statesOf(orderMachine)
    .filter((status) => can(orderMachine, status, { late: false }, { type: 'lapse' }))
    .map((status) => `'${status}'`)
    .join(', '),
)

type Due = { id: string; status: OrderStatus; version: number; dueAt: Date; lateSince: Date | null }

const lapse = (id: string, now: Date): Promise<boolean> =>
  inTransaction(async (tx) => {
    const [due] = await tx.$queryRaw<Due[]>`
      select o.id, o.status, o.version, o.due_at as "dueAt", o.late_since as "lateSince" from supervision_order o
      where o.id = ${id}::uuid and o.due_at <= ${now} and o.ended_at is null and o.late_since is null and o.status in (${running}) for update skip locked`
    if (!due) return false
    const order = await takeStep(tx, due, 'lapse', { by: null, at: due.dueAt })
    await tellOrder(tx, order, 'lapse', null, now)
    return true
  })

/** 逾期未回复: said once by the clock, to who sent it, who has it and the bureau. Several workers may do it at once. Answers how many. */
export async function sweepLateOrders(now = new Date()): Promise<number> {
  const due = await read<{ id: string }[]>`
    select o.id from supervision_order o where o.due_at <= ${now} and o.ended_at is null and o.late_since is null and o.status in (${running})
    order by o.due_at limit ${literal(batch)}`
  let late = 0
  for (const { id } of due) if (await lapse(id, now)) late += 1
  return late
}
