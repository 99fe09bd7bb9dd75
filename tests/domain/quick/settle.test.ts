import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { newId } from '#app/domain/id'
import { quickForm } from '#app/domain/quick/form'
import { quickPage } from '#app/domain/quick/page.server'
import { settleQuick } from '#app/domain/quick/settle.server'
import { firstDay, time } from '../../support/clock'
import { Story } from '../../support/disputes'
import { areaId, bodyId, longquan, people, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'

let who: Record<Part, Person>
let typed: z.input<typeof quickForm>
beforeAll(async () => {
  who = await people()
  typed = {
    bodyId: await bodyId('room-maguotou'),
    areaId: await areaId(longquan),
    typeCode: '1101',
    oneName: '和丽江',
    otherName: '杨正平',
    facts: '客栈不退三百元房费。',
    told: true,
    content: '客栈当场退三百元。',
    who: '杨正平',
    to: '和丽江',
    what: '退还房费',
    amount: '300',
    performed: true,
    satisfaction: 'satisfied',
  }
})

const now = time(firstDay)
const settle = async (more: Partial<typeof typed> = {}, actor = who.mediator, key = newId()) => {
  const { id } = await settleQuick({ actor, quick: quickForm.parse({ ...typed, ...more }), key, now })
  return new Story(id, now)
}
const acts = async (story: Story) => (await story.events()).map(({ type }) => type)
const wayIn = ['register', 'offer', 'receive', 'assign', 'session', 'agree']

describe('on one page', () => {
  test('from facts to kept agreement, each act an event', async () => {
    const story = await settle()
    expect(await acts(story)).toEqual([...wayIn, 'perform', 'visit', 'close'])
    expect([await story.status(), await story.running()]).toEqual(['closed', {}])
    expect((await story.lastLeg()).rightsToldAt).toEqual(now)
    const [agreement] = await story.agreements()
    expect(agreement).toMatchObject({ form: 'oral', status: 'inForce', obligations: [{ kind: 'pay', amountFen: 30_000n }] })
    expect((await story.row()).parties.map(({ willing }) => willing)).toEqual(['willing', 'willing'])
    expect((await story.events()).at(-2)?.texts[0]?.text).toBe('当场回访，满意')
  })

  test('what is not done at once is followed up by the mediator', async () => {
    const story = await settle({ performed: false, dueDay: '2026-12-31' })
    expect([await acts(story), await story.status()]).toEqual([wayIn, 'performing'])
    expect(await story.row()).toMatchObject({ keeperId: who.mediator.accountId })
  })

  test('written down later, each act keeps its own time', async () => {
    const story = await settle({ startedAt: '2026-01-05T09:00', agreedAt: '2026-01-05T09:20' })
    const at = (await story.events()).map(({ happenedAt }) => happenedAt.toISOString().slice(11, 16))
    expect(at).toEqual(['01:00', '01:00', '01:00', '01:00', '01:20', '01:20', '01:20', '01:20', '01:20'])
    expect((await refusalOf(settle({ startedAt: '2026-01-05T09:00', agreedAt: '2026-01-05T08:00' })))[2]).toHaveProperty('agreedAt')
  })

  test('once, however often it is sent', async () => {
    const key = newId()
    expect((await settle({}, who.mediator, key)).id).toBe((await settle({}, who.mediator, key)).id)
  })
})

describe('refused whole', () => {
  test('to others, out of scope, by a namesake, where the law asks for paper: nothing is written', async () => {
    const before = await db.dispute.count()
    expect(await refusalOf(settle({}, who.grid))).toEqual(said.forbidden)
    expect((await refusalOf(settle({ typeCode: '1001' })))[0]).toBe(409)
    expect((await refusalOf(settle({ oneName: who.mediator.name })))[0]).toBe(409)
    expect((await refusalOf(quickPage(who.grid)))[0]).toBe(403)
    expect(await db.dispute.count()).toBe(before)
  })

  test('where rights were not told or the content is not written down', () => {
    const wrong = quickForm.safeParse({ ...typed, told: undefined, content: '' })
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(['told', 'content'])
  })
})
