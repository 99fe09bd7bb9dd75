import { beforeAll, describe, expect, test } from 'vitest'
import { db, inTransaction } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { sweepDueDeadlines } from '#app/domain/deadline/sweep.server'
import { newId } from '#app/domain/id'
import { notify, type Notifying } from '#app/domain/notice/notify.server'
import { markRead, noticesOf, noticesPath } from '#app/domain/notice/notices.server'
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
    const { unread } = await noticesOf(cast.head, new URLSearchParams())
    const notice = unread.find(({ href }) => href === `/disputes/${story.id}`)!
    expect(notice).toMatchObject({ words: '分流到您这里', title: '屋檐滴水', unread: true })
    const counted = async () => Number((await shellOf(cast.head)).nav.find(({ label }) => label === '消息')?.count ?? 0)
    const before = await counted()
    expect(await markRead(cast.mediator, [notice.id])).toBe(0)
    expect(await markRead(cast.head, [notice.id])).toBe(1)
    expect(await counted()).toBe(before - 1)
    expect((await noticesOf(cast.head, new URLSearchParams())).read.map(({ id }) => id)).toContain(notice.id)
  })

  test('says no more than the number once the dispute is no longer theirs to see', async () => {
    const story = await anOffer({ facts: '收回的一件。' })
    await tell(await telling(story, 'receiver'))
    await story.does(cast.triage, { type: 'recall' })
    await tell(await telling(story, 'receiver'))
    const { number } = await story.row()
    const mine = (await noticesOf(cast.head, new URLSearchParams())).unread.filter((one) => one.number === number)
    expect(mine.map(({ words }) => words).sort()).toEqual(['分流到您这里', '分流岗收回'])
    for (const one of mine) {
      expect(one.title).toBe('这件纠纷已不由您办理')
      expect(one).not.toHaveProperty('href')
    }
  })

  /** What one person is told beside any dispute. */
  const toBureau = (topic: Notifying['topic'], more: Partial<Notifying> = {}) =>
    inTransaction((tx) => notify(tx, { accounts: [cast.bureau.accountId], topic, subjectId: newId(), ...more }, new Date()))

  test('alarms stand above the other unread ones; a notice of its own page has no title and leads there', async () => {
    const alarmId = newId()
    await toBureau('alarm', { subjectId: alarmId })
    await toBureau('order')
    await toBureau('roundDue')
    const { unread } = await noticesOf(cast.bureau, new URLSearchParams())
    expect(unread.map(({ words, urgent }) => [words, urgent])).toEqual([
      ['红色警报，请签收', true],
      ['排查还没有上报，没有发现也要报', false],
      ['督办单有新的动静', false],
    ])
    expect(unread[0]).toMatchObject({ title: '', number: '', href: `/alarms/${alarmId}` })
    await markRead(cast.bureau, [unread[0]!.id])
    const after = await noticesOf(cast.bureau, new URLSearchParams())
    expect(after.read[0]).toMatchObject({ words: '红色警报，请签收', urgent: false })
  })

  test('are found by what they are about, and one comes back to where one was', async () => {
    const story = await anOffer()
    const lapse = { ...(await telling(story, 'receiver')), to: ['receiver'] }
    await sweepDueDeadlines(story.waits(60).now)
    const { id } = await story.lastEvent()
    await tell({ ...lapse, eventId: id })
    await toBureau('reminder', { accounts: [cast.head.accountId], occasion: 'before desk' })
    await toBureau('drill', { accounts: [cast.head.accountId] })
    await toBureau('task', { accounts: [cast.head.accountId] })
    const of = async (group: string) => (await noticesOf(cast.head, new URLSearchParams({ group }))).unread.map(({ words }) => words)
    const due = await of('due')
    expect(due.some((words) => words.endsWith('到期'))).toBe(true)
    expect(due.some((words) => words.startsWith('期限快到了'))).toBe(true)
    expect(due).not.toContain('分流到您这里')
    expect(await of('alarm')).toEqual(['【演练】红色警报，请签收'])
    expect(await of('work')).toEqual(['挂包任务'])
    expect((await of('nonsense')).length).toBeGreaterThan(due.length)
    expect([noticesPath(new URLSearchParams('group=due&after=x')), noticesPath(new URLSearchParams('group=x'))]).toEqual([
      '/notices?group=due',
      '/notices',
    ])
  })
})
