import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#app/domain/actor'
import { returnedBy } from '#app/domain/body/returned.server'
import { openDispute } from '#app/domain/dispute/read.server'
import { anOffer, aReceived } from '../../support/disputes'
import { bodyId, people, type Part } from '../../support/people'

let who: Record<Part, Person>
let room: string
beforeAll(async () => {
  who = await people()
  room = await bodyId('room-maguotou')
})

const numberOf = async (story: Awaited<ReturnType<typeof anOffer>>) => (await story.row()).number
const listed = async (actor: Person = who.head) => (await returnedBy(actor, room))?.rows ?? null

describe('what a room gave back', () => {
  test('it has by number, kind and the reason it gave, and by nothing else', async () => {
    const story = await anOffer({ title: '和家客栈的押金', facts: '和丽江说杨正平不退' })
    await story.does(who.head, { type: 'return', reason: 'full' }, { texts: [{ kind: 'why', audience: 'handlers', text: '和丽江太急' }] })
    const row = { number: await numberOf(story), kind: '旅游纠纷·旅游住宿', reason: '在办已满' }
    const rows = await listed()
    expect(rows?.[0]).toEqual(row)
    expect(Object.keys(rows?.[0] ?? {})).toEqual(Object.keys(row))
    await expect(openDispute(who.head, story.id), 'the dispute itself stays unknown').rejects.toMatchObject({ code: 'notFound' })
  })

  test('is for the head and the mediators of that room; to everybody else there is no such list', async () => {
    const story = await aReceived()
    await story.does(who.head, { type: 'return', reason: 'conflict' })
    const number = await numberOf(story)
    for (const part of ['head', 'mediator'] as const)
      expect(
        (await listed(who[part]))?.map((row) => row.number),
        part,
      ).toContain(number)
    for (const part of ['otherHead', 'otherMediator', 'triage', 'duty', 'bureau', 'grid', 'admin', 'leader', 'court'] as const)
      expect(await listed(who[part]), part).toBeNull()
  })

  test('of a sealed one not even the kind', async () => {
    const story = await anOffer({ dangerSigns: ['familyViolence'], typeCode: '0101' })
    await story.does(who.head, { type: 'return', reason: 'conflict' })
    expect((await listed())?.[0]).toEqual({ number: await numberOf(story), kind: '不公开', reason: '与当事人有利害关系' })
  })

  test('what was taken back from it, and what it has again, is not in the list', async () => {
    const recalled = await anOffer()
    await recalled.does(who.triage, { type: 'recall' })
    const again = await anOffer()
    await again.does(who.head, { type: 'return', reason: 'needsMore' })
    await again.does(who.triage, { type: 'offer', channel: 'people', bodyId: room })
    const numbers = async () => (await listed())?.map((row) => row.number)
    expect(await numbers()).not.toContain(await numberOf(recalled))
    expect(await numbers()).not.toContain(await numberOf(again))
    await again.does(who.head, { type: 'return', reason: 'outOfScope' })
    expect((await listed())?.filter((row) => row.reason === '不属本组织受理范围')).toHaveLength(1)
  })

  test('goes by twenty, the newest first, each once', async () => {
    for (let n = 0; n < 21; n += 1) await (await anOffer()).does(who.head, { type: 'return', reason: 'full' })
    const first = await returnedBy(who.head, room)
    expect(first?.rows).toHaveLength(20)
    const rest = await returnedBy(who.head, room, first?.next)
    const numbers = [...(first?.rows ?? []), ...(rest?.rows ?? [])].map(({ number }) => number)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(rest?.next).toBeNull()
  })
})
