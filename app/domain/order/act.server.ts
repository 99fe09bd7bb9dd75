import { orderMachine, type OrderEvent, type OrderStep } from '#machines/order.machine'
import { deskOf, step } from '#machines/step'
import type { Tx } from '#app/db/client.server'
import { dayIn, instantAfter, type LegalDay } from '../calendar/days'
import { newId } from '../id'
import { notify } from '../notice/notify.server'
import type { TopicCode } from '../notice/topics'
import { Refusal, wrong } from '../refusal'
import { change, type Setting } from '../settings/act.server'
import { orderDoers, type OrderAct, type OrderForm } from './form'
import { noOrder, readOrder, type OrderRow } from './rows.server'
import { orderPeople, type OrderPeople } from './told.server'

type Standing = Pick<OrderRow, 'id' | 'status' | 'version' | 'dueAt' | 'lateSince'>
type Done = { by: string | null; at: Date; text?: string | undefined; day?: LegalDay | undefined }

/** One step of an order, written with its line of the log: the only way it changes. Throws Refusal notNow. Answers how it stands then. */
export async function takeStep(tx: Tx, order: Standing, type: OrderEvent['type'], { by, at, text, day }: Done): Promise<Standing> {
  const next = step(orderMachine, order.status, { late: order.lateSince !== null }, { type })
  if (!next) throw new Refusal('notNow')
  const late = next.facts.late ? (order.lateSince ?? order.dueAt) : null
  const dueAt = day ? instantAfter(day) : order.dueAt
  const version = order.version + 1
  const ended = deskOf(orderMachine, next.status) === 'none' ? at : null
  await tx.$executeRaw`with stepped as (
      insert into supervision_step (id, order_id, version, step, by_id, at, text, day)
      values (${newId()}::uuid, ${order.id}::uuid, ${version}, ${type}, ${by}::uuid, ${at}, ${text ?? null}, ${day ?? null}::date))
    update supervision_order set status = ${next.status}::"OrderStatus", version = ${version}, late_since = ${late}, due_at = ${dueAt},
      answer_by = coalesce(${day ?? null}::date, answer_by), ended_at = ${ended} where id = ${order.id}::uuid`
  return { id: order.id, status: next.status, version, dueAt, lateSince: late }
}

/** Whom each step is news to. */
const newsTo: Record<Exclude<OrderStep, 'issue'>, readonly (keyof OrderPeople)[]> = {
  acknowledge: ['issuers'],
  act: ['issuers'],
  answer: ['issuers'],
  accept: ['receivers'],
  sendBack: ['receivers'],
  newDay: ['receivers'],
  withdraw: ['receivers'],
  lapse: ['receivers', 'issuers', 'bureau'],
}

/** Tells who is concerned, each step once, and not who did it. Two statements. */
export async function tellOrder(tx: Tx, order: Standing, type: keyof typeof newsTo, by: string | null, now: Date): Promise<void> {
  const people = await orderPeople(tx, order.id, now)
  const accounts = newsTo[type].flatMap((who) => people[who]).filter((id) => id !== by)
  const topic: TopicCode = type === 'lapse' ? 'orderLate' : 'order'
  await notify(tx, { accounts, topic, subjectId: order.id, occasion: String(order.version) }, now)
}

const mayDo = (row: OrderRow, act: OrderAct): boolean => (orderDoers[act] === 'receiver' ? row.receives : row.issues)

function demandAhead(form: OrderForm, now: Date): void {
  if ((form.act === 'sendBack' || form.act === 'newDay') && form.answerBy < dayIn(now)) throw wrong('answerBy', '回复日期不能早于今天')
}

/** The steps of one form: sent back with a day is two steps. */
const stepsOf = (form: OrderForm): { type: OrderEvent['type']; text?: string; day?: LegalDay }[] => {
  const text = 'text' in form ? { text: form.text } : {}
  if (form.act === 'sendBack')
    return [
      { type: 'sendBack', ...text },
      { type: 'newDay', day: form.answerBy },
    ]
  return [{ type: form.act, ...text, ...(form.act === 'newDay' && { day: form.answerBy }) }]
}

/**
 * One form on an order: 签收, 办理情况, 回复, 审核, 改期, 撤销. No dispute is touched by it. Throws Refusal: notFound, forbidden, stale,
 * notNow, invalid. Answers the order's id; undefined where the form was answered before.
 */
export const actOnOrder = (setting: Setting, id: string, form: OrderForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    const [held] = await tx.$queryRaw<unknown[]>`select 1 from supervision_order where id = ${id}::uuid for update`
    if (!held) throw noOrder()
    const row = await readOrder(tx, actor, id, now)
    if (!mayDo(row, form.act)) throw new Refusal('forbidden')
    if (setting.seen !== undefined && setting.seen !== String(row.version))
      throw new Refusal('stale', '您打开页面以后，这份督办单又有了新的动静。请核对最新情况后再办')
    demandAhead(form, now)
    let order: Standing = row
    for (const { type, ...done } of stepsOf(form)) order = await takeStep(tx, order, type, { by: actor.accountId, at: now, ...done })
    await record(`order.${form.act}`, { kind: 'order', id }, { version: order.version, status: order.status })
    await tellOrder(tx, order, form.act, actor.accountId, now)
    return id
  })
