import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#app/domain/actor'
import { urge } from '#app/domain/dispute/urge.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { pathOf } from '#app/domain/dispute/show/path'
import { advanceDispute } from '#app/domain/dispute/advance.server'
import { answerForPage, answerShape, saidIn } from '#app/domain/offers/answer-form.server'
import { answerFor, type SaidThere } from '#app/domain/offers/answer.server'
import { offersOut } from '#app/domain/offers/list.server'
import { aMediation, anOffer, type Story } from '../../support/disputes'
import { bodyId, people, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'

let cast: Record<Part, Person>
beforeAll(async () => {
  cast = await people()
})
const received: SaidThere = { who: '和师傅，调解室负责人', how: 'phone', answer: 'receive' }
const answer = async (story: Story, who: Person, what: SaidThere = received) => answerFor(await story.sent(who), what)

describe('代为答复', () => {
  test('the post writes down what the body said; the event is the body’s, and the path says so and who said it', async () => {
    const story = await anOffer()
    await answer(story, cast.triage)
    expect(await story.status()).toBe('assigning')
    expect(await story.lastEvent()).toMatchObject({
      type: 'receive',
      behalfBodyId: await bodyId('room-maguotou'),
      actorId: cast.triage.accountId,
    })
    const station = pathOf(await openPage(cast.duty, story.id, story.now)).stations.at(-1)!
    expect(station.who).toContain('代马锅头调解室')
    expect(station.why).toContain('电话里答复：和师傅，调解室负责人说接收')
  })

  test('a return goes with its reason and with what was done', async () => {
    const story = await anOffer()
    await answer(story, cast.triage, { ...received, answer: 'return', reason: 'full', done: '问过一方' })
    expect(await story.status()).toBe('reported')
    expect((await story.lastLeg()).resultCode).toBe('full')
    expect((await story.lastEvent()).texts.map(({ text }) => text)).toContain('问过一方')
  })

  test('is only that post’s, only with a name, only while the body is waited for', async () => {
    const story = await anOffer()
    for (const who of [cast.head, cast.duty, cast.districtTriage, cast.mediator]) {
      const [status] = await refusalOf(answer(story, who))
      expect([403, 404]).toContain(status)
    }
    expect(await refusalOf(answer(story, cast.otherTriage))).toEqual(said.notFound)
    expect((await refusalOf(answer(story, cast.triage, { ...received, who: '  ' })))[2]).toHaveProperty('who')
    expect((await refusalOf(answerForPage(cast.head, story.id, story.now)))[0]).toBe(404)
    expect((await refusalOf(answer(await aMediation(), cast.triage)))[0]).toBe(409)
    expect(await story.status()).toBe('offered')
  })

  test('without that word of mouth a post takes nothing for a body that has an account', async () => {
    const story = await anOffer()
    for (const event of [{ type: 'receive' }, { type: 'return', reason: 'full' }] as const)
      expect(await refusalOf(advanceDispute(await story.sent(cast.triage), { event }))).toEqual(said.forbidden)
  })

  test('does not get round a side that will not', async () => {
    const story = await anOffer({ parties: [{ side: 'applicant', kind: 'person', name: '和丽江', willing: 'unwilling' }] as never })
    expect((await refusalOf(answer(story, cast.triage)))[0]).toBe(409)
  })

  test('what is typed is asked for beside its field', () => {
    const wrong = (typed: object) =>
      answerShape.safeParse({ who: '和师傅', how: 'phone', answer: 'return', ...typed }).error?.issues.map(({ path }) => path[0])
    expect(wrong({})).toEqual(['reason'])
    expect(wrong({ reason: 'other' })).toEqual(['why'])
    expect(wrong({ reason: 'full', who: '' })).toEqual(['who'])
    expect(saidIn(answerShape.parse({ who: '和师傅', how: 'phone', answer: 'receive' }))).toEqual({
      who: '和师傅',
      how: 'phone',
      answer: 'receive',
    })
  })
})

describe('what was sent out and not taken', () => {
  test('is listed for its post with body, telephone and since when, until it is taken; urged once a day', async () => {
    const story = await anOffer()
    const line = async (who = cast.triage) => (await offersOut(who, story.now)).find(({ id }) => id === story.id)
    expect(await line()).toMatchObject({ body: '马锅头调解室', urged: '还没有催过', spent: false })
    expect((await line())!.waits[0]).toContain('送出')
    await urge(await story.sent(cast.triage), { text: '请尽快接收' })
    expect(await line()).toMatchObject({ spent: true })
    expect(await line(cast.otherTriage)).toBeUndefined()
    expect(await line(cast.districtTriage)).toBeUndefined()
    expect((await refusalOf(offersOut(cast.head, story.now)))[0]).toBe(404)
    await answer(story, cast.triage)
    expect(await line()).toBeUndefined()
  })
})
