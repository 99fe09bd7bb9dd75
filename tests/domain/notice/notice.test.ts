import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { newId } from '#app/domain/id'
import { markRead, noticesOf } from '#app/domain/notice/notices.server'
import { tell } from '#app/domain/notice/tell.server'
import { shellOf } from '#app/domain/people/shell.server'
import { aMediation, anOffer, aReport, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

const telling = async (story: Story, ...to: string[]) => ({ disputeId: story.id, eventId: (await story.lastEvent()).id, to })
const told = async (story: Story) => {
  const { id } = await story.lastEvent()
  return (await db.notice.findMany({ where: { eventId: id } })).map(({ accountId }) => accountId).sort()
}
const ids = (...who: Person[]) => who.map(({ accountId }) => accountId).sort()

describe('telling', () => {
  test('an offer is told to who speaks for the body, once, however often the job runs', async () => {
    const story = await anOffer()
    const payload = await telling(story, 'receiver')
    expect(await Promise.all([tell(payload), tell(payload), tell(payload)]).then((counts) => counts.reduce((a, b) => a + b))).toBe(1)
    expect(await tell(payload)).toBe(0)
    expect(await told(story)).toEqual(ids(cast.head))
  })

  test('a triage desk is everybody of the post, but not who did it', async () => {
    const story = await aReport()
    await story.does(cast.triage, { type: 'escalate', to: 'district' })
    await tell(await telling(story, 'triage'))
    expect(await told(story)).toContain(cast.districtTriage.accountId)
    expect(await told(story)).not.toContain(cast.triage.accountId)
    await story.does(cast.districtTriage, { type: 'ask' })
    await tell(await telling(story, 'registrar'))
    expect(await told(story)).toEqual(ids(cast.grid))
  })

  test('the desk, the mediator and the keeper of what is mediated are its mediators; parties have no account', async () => {
    const story = await aMediation()
    for (const to of ['desk', 'mediator', 'keeper', 'parties']) await tell(await telling(story, to))
    expect(await told(story)).toEqual(ids(cast.mediator))
    await story.does(cast.mediator, { type: 'fail', code: 'refused' })
    expect(await tell(await telling(story, 'mediator'))).toBe(0)
  })

  test('an event that is not of this dispute tells nobody; a payload that no act made is refused', async () => {
    const [one, other] = [await anOffer(), await anOffer()]
    expect(await tell({ disputeId: one.id, eventId: (await other.lastEvent()).id, to: ['receiver'] })).toBe(0)
    expect(await tell({ disputeId: newId(), eventId: newId(), to: ['receiver'] })).toBe(0)
    await expect(tell({ disputeId: 'x', eventId: newId(), to: ['everybody'] })).rejects.toThrow()
  })
})

describe('the page of notices', () => {
  test('shows the unread first, counts them on the bar, and only their owner marks them as read', async () => {
    const story = await anOffer({ facts: '屋檐滴水。' })
    await tell(await telling(story, 'receiver'))
    const { unread } = await noticesOf(cast.head, null)
    const notice = unread.find(({ href }) => href === `/disputes/${story.id}`)!
    expect(notice).toMatchObject({ words: '分流到您这里', title: '屋檐滴水', unread: true })
    const counted = async () => Number((await shellOf(cast.head)).nav.find(({ label }) => label === '消息')?.count ?? 0)
    const before = await counted()
    expect(await markRead(cast.mediator, [notice.id])).toBe(0)
    expect(await markRead(cast.head, [notice.id])).toBe(1)
    expect(await counted()).toBe(before - 1)
    expect((await noticesOf(cast.head, null)).read.map(({ id }) => id)).toContain(notice.id)
  })

  test('says no more than the number once the dispute is no longer theirs to see', async () => {
    const story = await anOffer({ facts: '收回的一件。' })
    await tell(await telling(story, 'receiver'))
    await story.does(cast.triage, { type: 'recall' })
    await tell(await telling(story, 'receiver'))
    const { number } = await story.row()
    const mine = (await noticesOf(cast.head, null)).unread.filter((one) => one.number === number)
    expect(mine.map(({ words }) => words).sort()).toEqual(['分流到您这里', '分流岗收回'])
    for (const one of mine) {
      expect(one.title).toBe('这件纠纷已不由您办理')
      expect(one).not.toHaveProperty('href')
    }
  })
})
