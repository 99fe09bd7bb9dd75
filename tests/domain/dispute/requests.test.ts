import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { ask } from '#app/domain/request/requests.server'
import { stepRequest } from '#app/domain/request/steps.server'
import { aKeptPromise, aMediation, type Story } from '../../support/disputes'
import { bodyId, people, shuhe, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'
import { expectSound } from './sound'

let who: Record<Part, Person>
let station: string
beforeAll(async () => {
  who = await people()
  station = await bodyId(`police-${shuhe}`)
})

const asked = async (story: Story, by: Person = who.mediator) =>
  (await ask(await story.sent(by), {
    bodyId: station,
    role: '维持秩序',
    asked: '开会时请到场',
    answerBy: '2026-03-12',
  }))!
const requestOf = (id: string) => db.request.findUniqueOrThrow({ where: { id } })
const mayRead = async (story: Story, by: Person) => (await refusalOf(story.does(by, { type: 'note' })).catch(() => null))?.[0] !== 404

describe('协办', () => {
  test('the police station is asked: it lies on their desk with a last day, and the dispute stays where it was', async () => {
    const story = await aMediation()
    const id = await asked(story)
    expect(await requestOf(id)).toMatchObject({
      status: 'asked',
      bodyId: station,
      roleText: '维持秩序',
      askedById: who.mediator.accountId,
    })
    expect(await story.running()).toMatchObject({ answer: '2026-03-12' })
    const event = await story.lastEvent()
    expect(event).toMatchObject({ type: 'request', fromStatus: 'mediating', toStatus: 'mediating', subjectId: id })
    expect(event.texts).toMatchObject([{ kind: 'ask', audience: 'handlers', text: '开会时请到场' }])
    expect(await mayRead(story, who.police)).toBe(true)
    await expectSound(story.id)
  })

  test('received, then answered: the clock of the answer stops, and the station keeps what it was part of', async () => {
    const story = await aMediation()
    const requestId = await asked(story)
    await stepRequest(await story.sent(who.police), { requestId, step: 'receive' })
    expect(await requestOf(requestId)).toMatchObject({ status: 'received' })
    await stepRequest(await story.sent(who.police), { requestId, step: 'answer', text: '已到场' })
    expect(await requestOf(requestId)).toMatchObject({ status: 'answered', answer: '已到场' })
    expect(await story.running()).not.toHaveProperty('answer')
    const sights = await db.sight.findMany({ where: { disputeId: story.id, subjectId: station } })
    expect(sights).toMatchObject([{ why: 'past', validTo: null }])
    expect(await refusalOf(stepRequest(await story.sent(who.police), { requestId, step: 'answer' }))).toEqual([409, '这项协办已经办结'])
    await expectSound(story.id)
  })

  test('asked again after an answer, and answered again: one row of what is past', async () => {
    const story = await aMediation()
    for (let round = 0; round < 2; round += 1) {
      const requestId = await asked(story)
      await stepRequest(await story.sent(who.police), { requestId, step: 'answer', text: '好' })
    }
    expect(await db.sight.count({ where: { disputeId: story.id, subjectId: station, validTo: null } })).toBe(1)
    await expectSound(story.id)
  })

  test('who asked may take it back, nobody of another body may', async () => {
    const story = await aMediation()
    const requestId = await asked(story)
    expect(await refusalOf(stepRequest(await story.sent(who.police), { requestId, step: 'withdraw' }))).toEqual(said.forbidden)
    await stepRequest(await story.sent(who.mediator), { requestId, step: 'withdraw' })
    expect(await requestOf(requestId)).toMatchObject({ status: 'withdrawn' })
    expect(await story.running()).not.toHaveProperty('answer')
  })

  test('closing withdraws what is still open, stops its time and ends its place on the other desk', async () => {
    const story = await aKeptPromise()
    const requestId = await asked(story)
    await story.does(who.mediator, { type: 'closeUnvisited' })
    expect(await requestOf(requestId)).toMatchObject({ status: 'withdrawn' })
    expect(await story.running()).toEqual({})
    expect(await db.sight.findMany({ where: { disputeId: story.id, subjectId: station } })).toMatchObject([{ why: 'past' }])
    await expectSound(story.id)
  })

  test('somebody outside is asked by name; the answer is written down for them', async () => {
    const story = await aMediation()
    expect(await refusalOf(ask(await story.sent(who.mediator), { role: '翻译' }))).toEqual([
      400,
      '有几处没有填对，请看红字',
      { bodyId: '请选协办单位，名录里没有的写明名称' },
    ])
    const requestId = (await ask(await story.sent(who.mediator), { outsideName: '丽江市翻译协会', role: '翻译' }))!
    await stepRequest(await story.sent(who.mediator), { requestId, step: 'answer', text: '派一名纳西语翻译' })
    expect(await requestOf(requestId)).toMatchObject({ status: 'answered', outsideName: '丽江市翻译协会' })
  })

  test('a room that has nothing to do with it cannot ask, and does not know that it exists', async () => {
    const story = await aMediation()
    expect(await refusalOf(asked(story, who.otherHead))).toEqual(said.notFound)
    expect(await refusalOf(asked(story, who.leader))).toEqual(said.notFound)
    expect(await refusalOf(asked(story, who.bureau))).toEqual(said.forbidden)
  })
})
