import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addDays, dayIn } from '#app/domain/calendar/days'
import { actOnOrder } from '#app/domain/order/act.server'
import { orderDoers, orderForm, type OrderAct } from '#app/domain/order/form'
import { issueOrder } from '#app/domain/order/issue.server'
import { sweepLateOrders } from '#app/domain/order/late.server'
import { Refusal } from '#app/domain/refusal'
import { daysAfter, firstDay, time } from '../../support/clock'
import { aMediation, type Story } from '../../support/disputes'
import { bodyId, people, type Part } from '../../support/people'

let who: Record<Part, Person>
let story: Story
let before: string
const start = time(firstDay)

const footprint = async () =>
  JSON.stringify(
    [
      await db.dispute.findMany(),
      await db.disputeEvent.findMany({ orderBy: { id: 'asc' } }),
      await db.deadline.findMany({ orderBy: { id: 'asc' } }),
    ],
    (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
  )

beforeAll(async () => {
  who = await people()
  story = await aMediation({ now: start })
  before = await footprint()
})

const acts = [...(Object.keys(orderDoers) as OrderAct[]), 'sweep'] as const
const throws = fc.array(fc.record({ act: fc.constantFrom(...acts), days: fc.constantFrom(0, 0, 1, 4) }), { minLength: 3, maxLength: 12 })

test('wherever people and the clock drive an order, its version is the number of its steps and no dispute moves', async () => {
  const to = `body:${await bodyId('room-maguotou')}`
  await fc.assert(
    fc.asyncProperty(throws, async (walk) => {
      const issued = { act: 'issue', to, why: 'silence', asked: '写明进展', answerBy: addDays(dayIn(start), 3) } as const
      const id = (await issueOrder({ actor: who.duty, now: start }, { disputeId: story.id }, issued))!
      let at = start
      for (const { act, days } of walk) {
        at = daysAfter(at, days)
        if (act === 'sweep') {
          await sweepLateOrders(at)
          continue
        }
        const form = orderForm.parse({ act, text: '情况', answerBy: addDays(dayIn(at), 2) })
        const actor = orderDoers[act] === 'receiver' ? who.head : who.duty
        await actOnOrder({ actor, now: at }, id, form).catch((error: unknown) => {
          if (!(error instanceof Refusal) || error.code !== 'notNow') throw error
        })
      }
      const order = await db.supervisionOrder.findUniqueOrThrow({ where: { id }, include: { steps: { orderBy: { version: 'asc' } } } })
      expect(order.steps.map(({ version }) => version)).toEqual(order.steps.map((_, index) => index + 1))
      expect(order.version).toBe(order.steps.length)
      expect(order.endedAt !== null).toBe(['accepted', 'withdrawn'].includes(order.status))
      if (order.lateSince) expect(order.lateSince.getTime()).toBe(order.dueAt.getTime())
    }),
    { numRuns: 40 },
  )
  expect(await footprint()).toBe(before)
})
