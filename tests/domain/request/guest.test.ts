import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addDays } from '#app/domain/calendar/days'
import { advance, act } from '#app/domain/dispute/advance.server'
import { guestsOf } from '#app/domain/forms/acts/guests.server'
import { openDispute } from '#app/domain/dispute/read.server'
import { invitedTo } from '#app/domain/guest/invited.server'
import { endGuestLink, heldBy, lookAtLink, makeGuestLink, openGuestLink } from '#app/domain/guest/links.server'
import { answerAsGuest, guestPage, type FromGuest } from '#app/domain/guest/page.server'
import { newId } from '#app/domain/id'
import { newToken } from '#app/domain/people/secret-token.server'
import { ask, invite } from '#app/domain/request/requests.server'
import { stepRequest } from '#app/domain/request/steps.server'
import { aMediation, type Story } from '../../support/disputes'
import { bodyId, people, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

const elder = { outsideName: '村里的老支书和老伯', role: 'joint', asked: '请到场劝一劝，去年分渠是您主持的' }

/** A mediation to which an elder was invited, both sides having agreed. */
async function invited(given: Parameters<typeof aMediation>[0] = {}) {
  const story = await aMediation(given)
  const { parties } = await story.row()
  const agreed = parties.map(({ id }) => ({ partyId: id, how: 'phone' }))
  const requestId = (await invite(await story.sent(cast.mediator), { ...elder, agreed }))!
  return { story, requestId }
}
const link = async (story: Story, requestId: string, by: Person = cast.mediator) =>
  makeGuestLink(await story.sent(by), { requestId, until: addDays(story.today, 7) })
async function opened(given: Parameters<typeof aMediation>[0] = {}) {
  const { story, requestId } = await invited(given)
  const token = (await link(story, requestId))!
  return { story, requestId, token, held: await openGuestLink(token, story.now) }
}
let address = 0
const answer = (held: string | null, story: Story, given: Partial<FromGuest> = {}) =>
  answerAsGuest({ held, key: newId(), answer: 'willing', text: '周六上午可以', from: `10.4.0.${++address}`, now: story.now, ...given })

describe('inviting somebody from outside', () => {
  test('waits for every side to agree; who agreed, and how, is kept', async () => {
    const story = await aMediation()
    const { parties } = await story.row()
    const one = [{ partyId: parties[0]!.id, how: 'inPerson' }]
    for (const agreed of [undefined, [], one, [...one, { partyId: newId(), how: 'inPerson' }]])
      expect((await refusalOf(invite(await story.sent(cast.mediator), { ...elder, ...(agreed && { agreed }) })))[2]).toHaveProperty(
        'agreed',
      )
    expect(await db.request.count({ where: { disputeId: story.id } })).toBe(0)
    const { story: agreed } = await invited()
    expect(await db.dataConsent.findMany({ where: { disputeId: agreed.id } })).toMatchObject([{ how: 'phone' }, { how: 'phone' }])
  })

  test('names him among those who may attend a session', async () => {
    const { story } = await invited()
    const guests = await guestsOf(await openDispute(cast.mediator, story.id))
    expect(guests).toContainEqual(expect.objectContaining({ name: elder.outsideName, role: 'invited' }))
  })
})

describe('the one-time link', () => {
  test('is made by who handles the case, not without consent, not for a unit with an account, and not for ever', async () => {
    const { story, requestId } = await invited()
    expect(await refusalOf(link(story, requestId, cast.otherHead))).toEqual(said.notFound)
    expect((await refusalOf(link(story, newId())))[0]).toBe(404)
    const far = async (days: number) => makeGuestLink(await story.sent(cast.mediator), { requestId, until: addDays(story.today, days) })
    for (const days of [-1, 31]) expect((await refusalOf(far(days)))[2]).toHaveProperty('until')
    const police = (await ask(await story.sent(cast.mediator), { bodyId: await bodyId('police-530702004000'), role: 'onSite' }))!
    expect((await refusalOf(link(story, police)))[0]).toBe(409)
    const unasked = (await ask(await story.sent(cast.mediator), elder))!
    expect((await refusalOf(link(story, unasked)))[1]).toContain('第20条')
  })

  test('is looked at as often as one likes, opened once, and tells the second that it was used', async () => {
    const { story, requestId } = await invited()
    const token = (await link(story, requestId))!
    for (let n = 0; n < 3; n++) expect(await lookAtLink(token, story.now)).toEqual({ name: elder.outsideName })
    const twice = await Promise.allSettled([openGuestLink(token, story.now), openGuestLink(token, story.now)])
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await refusalOf(openGuestLink(token, story.now)))[1]).toContain('只能用一次')
    expect(await db.audit.count({ where: { disputeId: story.id, act: 'guest.open' } })).toBe(1)
    expect(JSON.stringify(await db.guestLink.findMany({ where: { requestId } }))).not.toContain(token)
  })

  test('pressed twice makes one; a newer link ends the older, also where that was opened', async () => {
    const { story, requestId } = await invited()
    const sent = { ...(await story.sent(cast.mediator)), key: newId() }
    const until = addDays(story.today, 3)
    const made = await Promise.all([1, 2].map(() => makeGuestLink(sent, { requestId, until })))
    expect(made.filter(Boolean)).toHaveLength(1)
    const held = await openGuestLink(made.find(Boolean)!, story.now)
    const newer = (await link(story, requestId))!
    expect(await heldBy(held, story.now)).toBeNull()
    expect(await lookAtLink(newer, story.now)).toBeTruthy()
  })

  test('what is no link, or over, or ended opens nothing', async () => {
    const { story, requestId, held } = await opened()
    for (const token of ['', 'x', newToken(), "' or 1=1 --"]) expect((await refusalOf(lookAtLink(token)))[0]).toBe(404)
    for (const stranger of [null, '', newToken()]) expect(await guestPage(stranger, story.now)).toBeNull()
    expect(await guestPage(held, story.waits(9).now)).toBeNull()
    const other = await opened()
    await endGuestLink(await other.story.sent(cast.mediator), other.requestId)
    expect(await guestPage(other.held, other.story.now)).toBeNull()
    expect((await refusalOf(answer(other.held, other.story)))[0]).toBe(404)
    expect((await refusalOf(endGuestLink(await story.sent(cast.otherMediator), requestId)))[0]).toBe(404)
  })
})

describe('the guest', () => {
  test('reads what is asked and little else: no name, no number of anybody', async () => {
    const { story, held } = await opened({
      parties: [
        { side: 'applicant', kind: 'person', name: '和丽江', phone: '13911110000', willing: 'willing' },
        { side: 'respondent', kind: 'person', name: '杨正平', addressText: '龙泉社区8号', willing: 'willing' },
      ],
    })
    const page = await guestPage(held, story.now)
    expect(page).toMatchObject({ name: elder.outsideName, role: '联合调解', asked: elder.asked, body: '马锅头调解室' })
    expect(JSON.stringify(page)).not.toMatch(/和丽江|杨正平|13911110000|8号/)
  })

  test('answers once: it comes to the desk, is on the path, and then nothing is shown', async () => {
    const { story, requestId, held } = await opened()
    const key = newId()
    await Promise.all([1, 2].map(() => answer(held, story, { key })))
    expect(await db.request.findUniqueOrThrow({ where: { id: requestId } })).toMatchObject({
      status: 'answered',
      answer: '愿意参加：周六上午可以',
    })
    expect(await story.lastEvent()).toMatchObject({ type: 'request', actorKind: 'guest', actorId: null })
    expect(await guestPage(held, story.now)).toBeNull()
    expect((await refusalOf(answer(held, story)))[0]).toBe(404)
    expect((await invitedTo(cast.mediator, story.id)).rows).toEqual([])
  })

  test('may say no; and says nothing at length, without a choice, or under another name', async () => {
    const { story, requestId, held } = await opened()
    expect((await refusalOf(answer(held, story, { text: '长'.repeat(50_000) })))[2]).toHaveProperty('text')
    for (const strange of ['', 'withdraw', 'constructor', null])
      expect((await refusalOf(answer(held, story, { answer: strange })))[2]).toHaveProperty('answer')
    await answer(held, story, { answer: 'unwilling', text: '' })
    expect(await db.request.findUniqueOrThrow({ where: { id: requestId } })).toMatchObject({ status: 'refused', answer: '不愿意' })
  })

  test('can do nothing else: neither another request nor another act of that dispute', async () => {
    const { story, requestId } = await opened()
    const other = await invited()
    const guest = { kind: 'guest', disputeId: story.id, requestId } as const
    expect(
      await refusalOf(stepRequest({ ...(await other.story.sent(guest)) }, { requestId: other.requestId, step: 'answer', text: '闯' })),
    ).toEqual(said.notFound)
    const second = (await ask(await story.sent(cast.mediator), elder))!
    expect((await refusalOf(stepRequest(await story.sent(guest), { requestId: second, step: 'answer', text: '闯' })))[0]).toBe(404)
    expect((await refusalOf(stepRequest(await story.sent(guest), { requestId, step: 'withdraw' })))[0]).toBe(404)
    for (const type of ['note', 'reopen', 'withdraw'] as const)
      expect(await refusalOf(act(await story.sent(guest), (file) => advance(file, { event: { type } })))).toEqual(said.forbidden)
  })

  test('sees nothing more once the case is done with him', async () => {
    const { story, requestId, held } = await opened()
    await stepRequest(await story.sent(cast.mediator), { requestId, step: 'withdraw', text: '不用了' })
    expect(await guestPage(held, story.now)).toBeNull()
    const other = await opened()
    await other.story.does(cast.mediator, { type: 'withdraw' })
    expect(await guestPage(other.held, other.story.now)).toBeNull()
  })
})
