import { beforeAll, describe, expect, test } from 'vitest'
import { countStatements, db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { openPage } from '#app/domain/dispute/show/open.server'
import { newId } from '#app/domain/id'
import { actOnOrder } from '#app/domain/order/act.server'
import { ordersOn } from '#app/domain/order/beside.server'
import { orderFor } from '#app/domain/order/desks.server'
import { orderForm, type OrderForm } from '#app/domain/order/form'
import { issueOrder, type Subject } from '#app/domain/order/issue.server'
import { sweepLateOrders } from '#app/domain/order/late.server'
import { orderList } from '#app/domain/order/list.server'
import { newOrderPage } from '#app/domain/order/new-page.server'
import { orderPage } from '#app/domain/order/page.server'
import { firstDay, morningAfter, time } from '../../support/clock'
import { aMediation, anOffer, aReport, type Story } from '../../support/disputes'
import { areaId, bodyId, longquan, people, shuhe, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'

let who: Record<Part, Person>
let room: string
beforeAll(async () => {
  who = await people()
  room = await bodyId('room-maguotou')
})

const now = time(firstDay)
const query = (of: Record<string, string> = {}) => new URLSearchParams(of)
const notFound = [404, '没有这份督办单，或者您不能查看']

type Given = { by?: Person; about?: Subject; to?: string; answerBy?: string; key?: string }
const issued = async ({ by = who.duty, about = {}, to = `body:${room}`, answerBy = '2026-03-12', key = newId() }: Given = {}) =>
  (await issueOrder({ actor: by, now, key }, about, { act: 'issue', to, why: 'overdue', asked: '三天内约好双方，写明进展', answerBy }))!
const does = (actor: Person, id: string, form: OrderForm, at = now) => actOnOrder({ actor, now: at, key: newId() }, id, form)
const row = (id: string) => db.supervisionOrder.findUniqueOrThrow({ where: { id }, include: { steps: { orderBy: { version: 'asc' } } } })
const told = (id: string, topic = 'order') => db.notice.findMany({ where: { subjectId: id, topic } })

/** Everything of a dispute that an order must leave as it is. */
const footprint = async ({ id }: Story) =>
  JSON.stringify(
    [
      await db.dispute.findUniqueOrThrow({ where: { id } }),
      await db.disputeEvent.findMany({ where: { disputeId: id }, orderBy: { version: 'asc' } }),
    ],
    (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  )

describe('督办单', () => {
  test('goes its whole way and changes no case: issued, taken, acted on, answered, sent back, answered, accepted', async () => {
    const story = await aMediation({ now })
    const before = await footprint(story)
    const id = await issued({ about: { disputeId: story.id } })
    expect(await row(id)).toMatchObject({
      status: 'issued',
      version: 1,
      disputeId: story.id,
      issuedRole: 'duty',
      number: expect.stringMatching(/^督办〔2026〕第\d+号$/) as string,
    })
    await does(who.head, id, { act: 'acknowledge' })
    await does(who.head, id, { act: 'act', text: '已经约了周五' })
    await does(who.head, id, { act: 'act', text: '双方都来' })
    await does(who.head, id, { act: 'answer', text: '谈了一次' })
    await does(who.duty, id, { act: 'sendBack', text: '没有写结果', answerBy: '2026-03-16' })
    await does(who.head, id, { act: 'answer', text: '已经谈成' })
    await does(who.duty, id, { act: 'accept' })
    const order = await row(id)
    expect(order).toMatchObject({ status: 'accepted', endedAt: now, answerBy: new Date('2026-03-16') })
    expect(order.steps.map(({ step }) => step)).toEqual([
      'issue',
      'acknowledge',
      'act',
      'act',
      'answer',
      'sendBack',
      'newDay',
      'answer',
      'accept',
    ])
    expect(order.version).toBe(order.steps.length)
    expect(await footprint(story)).toBe(before)
    expect(await db.audit.count({ where: { subjectId: id, act: { startsWith: 'order.' } } })).toBe(8)
  })

  test('numbers of a year have no gap, and one press is one order', async () => {
    const numbers = async () =>
      (await db.supervisionOrder.findMany()).map(({ number }) => Number(/第(\d+)号/.exec(number)![1])).sort((a, b) => a - b)
    const key = newId()
    await Promise.all([issued({ key }), issued(), issued()])
    expect(await issued({ key })).toBeUndefined()
    await refusalOf(issued({ answerBy: '2026-03-04' }))
    await issued()
    const all = await numbers()
    expect(all).toEqual(all.map((_, at) => at + 1))
  })

  test('tells the head and sends one text message; a body without an account is answered for by the triage post', async () => {
    const id = await issued()
    expect((await told(id)).map(({ accountId }) => accountId)).toEqual([who.head.accountId])
    expect(await db.textMessage.findMany({ where: { occasion: `order ${id}` } })).toMatchObject([
      { template: 'order', accountId: who.head.accountId, disputeId: null },
    ])
    const village = await bodyId(`village-${longquan}`)
    await db.post.updateMany({ where: { bodyId: village, role: 'head' }, data: { validTo: now } })
    const silent = await issued({ to: `body:${village}` })
    const accounts = (await told(silent)).map(({ accountId }) => accountId)
    expect(accounts).toContain(who.triage.accountId)
    await does(who.triage, silent, { act: 'acknowledge' })
    expect((await row(silent)).status).toBe('acknowledged')
    await db.post.updateMany({ where: { bodyId: village, role: 'head' }, data: { validTo: null } })
  })

  test('a triage post may be supervised, and a request of a dispute', async () => {
    const story = await anOffer({ now })
    const post = await issued({ to: `area:${await areaId(shuhe)}`, about: { disputeId: story.id } })
    await does(who.triage, post, { act: 'acknowledge' })
    expect(await refusalOf(does(who.head, post, { act: 'answer', text: '…' }))).toEqual(notFound)
  })

  test.each<[string, Partial<Record<Part, number>>]>([
    [
      'acknowledge',
      {
        head: 0,
        mediator: 404,
        duty: 403,
        bureau: 403,
        otherHead: 404,
        triage: 404,
        districtTriage: 404,
        leader: 404,
        admin: 404,
        grid: 404,
      },
    ],
    ['withdraw', { head: 403, mediator: 404, bureau: 403, otherHead: 404, triage: 404, duty: 0 }],
  ])('who may %s', async (act, table) => {
    for (const [part, status] of Object.entries(table) as [Part, number][]) {
      const id = await issued()
      const form = orderForm.parse({ act, text: '不用了' })
      const answer = does(who[part], id, form)
      if (status) expect((await refusalOf(answer))[0], `${part} ${act}`).toBe(status)
      else await answer
    }
  })

  test.each<[Part, boolean]>([
    ['duty', true],
    ['bureau', true],
    ['triage', true],
    ['districtTriage', false],
    ['head', false],
    ['leader', false],
    ['grid', false],
    ['admin', false],
  ])('%s may write one: %s', async (part, may) => {
    if (may) expect((await newOrderPage(who[part], query(), now)).form.fields.length).toBeGreaterThan(0)
    else expect((await refusalOf(newOrderPage(who[part], query(), now)))[0]).toBe(404)
  })

  test('a township’s post supervises the bodies of its own villages that have an account, nobody else', async () => {
    const village = await bodyId(`village-${longquan}`)
    const id = await issued({ by: who.triage, to: `body:${village}` })
    await does(who.villageHead, id, { act: 'acknowledge' })
    expect((await orderPage(who.bureau, id, now)).forms).toEqual([])
    const elsewhere = await bodyId('village-530702002001')
    for (const to of [`body:${room}`, `body:${elsewhere}`, `area:${await areaId(shuhe)}`])
      expect(await refusalOf(issued({ by: who.triage, to }))).toEqual([400, '有几处没有填对，请看红字', { to: '不能发给它，请从名单里选' }])
    expect((await refusalOf(issued({ to: `body:${await bodyId('court')}` })))[2]).toHaveProperty('to')
  })

  test('only who sees a dispute may supervise it; who receives the order reads the title only if they see it', async () => {
    const elsewhere = await aReport({ now })
    expect(await refusalOf(issued({ by: who.otherTriage, about: { disputeId: elsewhere.id } }))).toEqual(said.notFound)
    const { number, title } = await elsewhere.row()
    const id = await issued({ about: { disputeId: elsewhere.id } })
    const about = async (actor: Person) => (await orderPage(actor, id, now)).facts.find(({ label }) => label === '关于')?.value
    expect(await about(who.duty)).toContain(title)
    expect(await about(who.head)).toBe(`纠纷 ${number}`)
    expect((await orderPage(who.head, id, now)).dispute).toBeUndefined()
    expect((await orderList(who.head, query(), now)).rows.find((one) => one.id === id)?.about).toBe(`纠纷 ${number}`)
  })

  test('the clock says once that it is late, to both sides and the bureau; a new day takes it back', async () => {
    const id = await issued({ answerBy: '2026-03-06' })
    expect(await sweepLateOrders(time('2026-03-06', 23, 59))).toBe(0)
    const late = morningAfter('2026-03-06')
    expect(await sweepLateOrders(late)).toBeGreaterThan(0)
    await sweepLateOrders(late)
    const order = await row(id)
    expect(order.lateSince).toEqual(new Date('2026-03-06T16:00:00Z'))
    expect(order.steps.map(({ step, byId }) => [step, byId])).toEqual([
      ['issue', who.duty.accountId],
      ['lapse', null],
    ])
    const accounts = (await told(id, 'orderLate')).map(({ accountId }) => accountId)
    for (const part of ['head', 'duty', 'bureau'] as const) expect(accounts, part).toContain(who[part].accountId)
    await does(who.duty, id, { act: 'newDay', text: '一方在外地', answerBy: '2026-03-20' }, late)
    expect(await row(id)).toMatchObject({ lateSince: null, version: 3 })
    expect((await orderList(who.duty, query({ of: 'issued', is: 'late' }), late)).rows.map((one) => one.id)).not.toContain(id)
  })

  test('a form over an old page is stale, an act out of turn is refused, and what is missing is said beside its field', async () => {
    const id = await issued()
    await does(who.head, id, { act: 'acknowledge' })
    const old = actOnOrder({ actor: who.head, now, key: newId(), seen: '1' }, id, { act: 'act', text: '约了' })
    expect((await refusalOf(old))[0]).toBe(409)
    expect((await refusalOf(does(who.head, id, { act: 'acknowledge' })))[0]).toBe(409)
    expect((await refusalOf(does(who.duty, id, { act: 'accept' })))[0]).toBe(409)
    expect((await refusalOf(does(who.duty, id, { act: 'newDay', text: '改', answerBy: '2026-03-01' })))[2]).toHaveProperty('answerBy')
    for (const act of ['act', 'answer', 'sendBack', 'newDay', 'withdraw'])
      expect(orderForm.safeParse({ act, text: ' ' }).success, act).toBe(false)
  })

  test('the usual day is five working days on, by the table of holidays', async () => {
    const { form } = await newOrderPage(who.duty, query(), time('2026-04-30'))
    const day = JSON.stringify(form.fields).match(/"answerBy".*?"value":"([\d-]+)"/)?.[1]
    // The first of May holiday of 2026 lasts to the fifth; the ninth, a Saturday, is worked.
    expect(day).toBe('2026-05-11')
  })

  test('on the dispute: the order with its state for who sees it, and where to write one', async () => {
    const story = await aMediation({ now })
    const id = await issued({ about: { disputeId: story.id } })
    const beside = async (actor: Person) => ordersOn(await openPage(actor, story.id, now))
    expect(await beside(who.head)).toMatchObject({ orders: [{ id, state: '待签收' }], issue: null })
    expect(await beside(who.duty)).toMatchObject({ orders: [{ id }], issue: `/orders/new?dispute=${story.id}` })
    expect(await beside(who.mediator)).toEqual({ orders: [], issue: null })
  })

  test('a page of orders is two statements at most, an act at most ten', async () => {
    const id = await issued()
    expect((await countStatements(() => orderList(who.bureau, query(), now))).statements).toHaveLength(2)
    expect((await countStatements(() => orderList(who.head, query(), now))).statements).toHaveLength(1)
    const act = await countStatements(() => does(who.head, id, { act: 'acknowledge' }))
    expect(act.statements.length, act.statements.join('\n')).toBeLessThanOrEqual(10)
    const issue = await countStatements(() => issued())
    expect(issue.statements.length, issue.statements.join('\n')).toBeLessThanOrEqual(12)
  })
})

describe('where an order is written', () => {
  const asked = async (actor: Person, key: string) => orderFor(actor, await bodyId(key), now)

  test('on the page of a body, for who may send it one', async () => {
    const village = `village-${longquan}`
    expect(await asked(who.bureau, village)).toBe(`/orders/new?body=${await bodyId(village)}`)
    expect(await asked(who.triage, village)).not.toBeNull()
    for (const part of ['districtTriage', 'otherTriage', 'head', 'leader', 'admin', 'grid'] as const)
      expect(await asked(who[part], village), part).toBeNull()
    expect(await asked(who.bureau, 'court')).toBeNull()
  })

  test('about a body as a whole: the page and the order say so', async () => {
    const page = await newOrderPage(who.bureau, query({ body: room }), now)
    expect(page.about).toBe('马锅头调解室')
    const id = await issued({ by: who.bureau, about: { bodyId: room } })
    expect((await orderPage(who.head, id, now)).facts).toContainEqual({ label: '关于', value: '马锅头调解室' })
  })

  test('nowhere on a dispute for a district’s triage post', async () => {
    const story = await aMediation({ now })
    expect((await ordersOn(await openPage(who.triage, story.id, now))).issue).not.toBeNull()
    expect((await ordersOn(await openPage(who.districtTriage, story.id, now))).issue).toBeNull()
  })
})
