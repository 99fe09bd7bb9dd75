import { beforeAll, describe, expect, test } from 'vitest'
import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import type { Person } from '#app/domain/actor'
import { settleOnSpot } from '#app/domain/agreement/agree.server'
import { bodyDesk } from '#app/domain/body/desk.server'
import { showBody } from '#app/domain/body/show.server'
import { firstPage } from '#app/domain/desk/first-page.server'
import { workOf } from '#app/domain/desk/work.server'
import { holdSession } from '#app/domain/mediation/hold-session.server'
import { ask } from '#app/domain/request/requests.server'
import { listPage } from '#app/domain/search/page.server'
import { DisputeRows } from '#ui/dispute-rows'
import {
  aClosed,
  aKeptPromise,
  aMediation,
  anAgreement,
  anOffer,
  aPaper,
  aReceived,
  aReport,
  elsewhere,
  term,
  type Story,
} from '../../support/disputes'
import { minutesAfter, time } from '../../support/clock'
import { bodyId, people, type Part } from '../../support/people'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

/** The line of one dispute on somebody's desk, and the heading under which it stands. */
async function lineOf(actor: Person, story: Story, now = minutesAfter(story.now, 1)) {
  const { sections } = await workOf(actor, now)
  const section = sections.find(({ rows }) => rows.some(({ id }) => id === story.id))
  const line = section?.rows.find(({ id }) => id === story.id)
  return line && { ...line, heading: section?.heading }
}

describe('what is to be done, in a sentence, on the desk of who does it', () => {
  test('offered and received: the head receives, then assigns', async () => {
    const offer = await anOffer()
    expect(await lineOf(cast.head, offer)).toMatchObject({
      heading: '待接收',
      todo: '看收不收：收下，或者写明原因退回',
      act: { label: '受理', href: `/disputes/${offer.id}/do/receive` },
    })
    expect(await lineOf(cast.mediator, offer)).toBeUndefined()
    const received = await aReceived()
    expect(await lineOf(cast.head, received)).toMatchObject({ heading: '待指派', act: { href: `/disputes/${received.id}/do/assign` } })
  })

  test('mediating: rights first, then the meeting that was agreed, then the period that ran out', async () => {
    const story = await aMediation()
    expect(await lineOf(cast.mediator, story)).toMatchObject({ heading: '以后', todo: '约双方开第一次调解会，先告知权利义务' })
    const [start, nextAt] = [story.now, new Date(story.now.getTime() + 24 * 3_600_000)]
    await holdSession(await story.sent(cast.mediator), {
      kind: 'joint',
      startedAt: start,
      place: '束河司法所',
      next: { kind: 'joint', startsAt: nextAt, endsAt: minutesAfter(nextAt, 120), placeText: '束河司法所' },
      attendance: [],
      told: { at: start, how: 'inPerson' },
    })
    expect(await lineOf(cast.mediator, story)).toMatchObject({
      heading: '本周',
      todo: '明天 09:03 开第二次调解会',
      due: { words: '明天 09:03', basis: '束河司法所' },
    })
    const { week } = await workOf(cast.mediator, minutesAfter(story.now, 1))
    expect(week?.find(({ label }) => label === '周五 6 日')?.meetings).toMatchObject([{ time: '09:03', place: '束河司法所' }])
    expect(await lineOf(cast.mediator, story, minutesAfter(nextAt, 60))).toMatchObject({ todo: '写第二次调解的记录，约好的时间已经过了' })
    const late = await aMediation()
    expect(await lineOf(cast.mediator, late, time('2026-06-01'))).toMatchObject({
      heading: '逾期',
      todo: '期限过了：双方同意可以延期，谈不成就终止并告知途径',
      due: { tone: 'late', basis: '司法部令75第33条（待核）' },
    })
    await late.does(cast.mediator, { type: 'object' })
    expect(await lineOf(cast.mediator, late)).toMatchObject({ todo: '当事人申请更换调解员：先重新指派，再开会' })
  })

  test('the head sees what the room has, by whom, without being asked to do it', async () => {
    const story = await aMediation()
    const line = await lineOf(cast.head, story)
    expect(line?.about).toContain(cast.mediator.name)
    expect(line).toMatchObject({ href: `/disputes/${story.id}` })
    expect(line).not.toHaveProperty('act')
  })

  test('signing, performing, visiting', async () => {
    const paper = await aPaper()
    expect(await lineOf(cast.mediator, paper)).toMatchObject({
      todo: '补签名（当事人 2 方、调解员）和印章，协议才生效',
      due: { basis: '签字盖章期限，本区设定' },
    })
    const agreed = await anAgreement([term({ what: '退还房费', dueDay: '2026-03-20' })])
    expect(await lineOf(cast.mediator, agreed)).toMatchObject({ todo: '核实第 1 项：杨正平退还房费', due: { words: '还剩 15 天' } })
    const kept = await aKeptPromise()
    expect(await lineOf(cast.mediator, kept)).toMatchObject({ todo: '回访双方，问有没有反复' })
    await kept.does(cast.mediator, { type: 'visit', result: 'kept' })
    expect(await lineOf(cast.mediator, kept)).toMatchObject({ todo: '回访已经做过，都履行了：可以办结', act: { label: '办结' } })
    const closed = await aClosed()
    expect(await lineOf(cast.mediator, closed)).toBeUndefined()
  })

  test('what somebody settled on the spot is theirs to keep; a court and an organ have theirs', async () => {
    const spot = await aReport()
    await settleOnSpot(await spot.sent(cast.grid), { form: 'oral', terms: [term()] })
    expect(await lineOf(cast.grid, spot)).toMatchObject({ act: { label: '登记履行' } })
    expect(await lineOf(cast.court, await elsewhere('judicial'))).toMatchObject({ todo: '看案子走到哪一步，有结果就登记' })
    expect(await lineOf(cast.organ, await elsewhere('administrative'))).toMatchObject({ act: { label: '登记结果' } })
  })

  test('a visitor who leaves comes before the period that ends later', async () => {
    const story = await aReport()
    const leaving = await aReceived({ leavesAt: minutesAfter(story.now, 10 * 60) })
    expect(await lineOf(cast.head, leaving)).toMatchObject({ due: { words: '今天 19:00离开', basis: '当事人最晚离开时间' } })
  })
})

describe('the first page', () => {
  test('of a grid worker: what became of it, without amounts or reasons; a sealed one by number only', async () => {
    const story = await aReport({ facts: '铺面押金不退。', amountFen: 1_234_500n, by: cast.otherGrid })
    const child = await aReport({ facts: '孩子被打。', dangerSigns: ['childHarm'], by: cast.otherGrid })
    const { field, work } = await firstPage(cast.otherGrid, minutesAfter(story.now, 5))
    expect(field?.rows.find(({ id }) => id === story.id)).toMatchObject({
      title: '铺面押金不退',
      state: '待分流',
      desk: '束河街道分流岗',
      due: { words: '还剩 1 天' },
    })
    expect(field?.rows.find(({ id }) => id === child.id)).toMatchObject({ title: '不公开的纠纷', state: '由经办单位办理' })
    expect(JSON.stringify(field)).not.toMatch(/12345|12,345|孩子/)
    expect(work?.sections).toEqual([])
  })

  test('of an administrator: counts of bodies and people, and no case', async () => {
    const page = await firstPage(cast.admin)
    expect(page).toMatchObject({ work: null, queue: null, overview: null, field: null, asked: null })
    expect(page.register?.find(({ label }) => label === '组织和单位')?.value).toMatch(/^1\d\d$/)
  })

  test('of a duty officer and a leader: danger on top; the leader has nothing else', async () => {
    const red = await aReport({ dangerSigns: ['weapon'] })
    expect((await firstPage(cast.duty)).overview?.danger.map(({ id }) => id)).toContain(red.id)
    const { overview } = await firstPage(cast.leader)
    expect(overview?.danger.map(({ id }) => id)).toContain(red.id)
    expect(overview?.list).toBeNull()
    expect((await firstPage(cast.otherLeader)).overview?.danger).toEqual([])
  })

  test('a request lies on the desk of the body that was asked, until when it is to be answered', async () => {
    const story = await aMediation()
    await ask(await story.sent(cast.mediator), { bodyId: await bodyId('cultureTourism'), role: 'expert', answerBy: '2026-03-09' })
    const { asked } = await firstPage(cast.organ, story.now)
    expect(asked?.rows.find(({ title }) => title.startsWith('客人退房'))).toMatchObject({
      todo: '专业意见：先签收，再答复',
      due: { words: '还剩 4 天', basis: '答复期限' },
      act: { label: '签收' },
    })
    expect((await firstPage(cast.mediator, story.now)).asked).toBeNull()
  })
})

describe('a body’s page', () => {
  test('says what for, where, who, whose seal, that its figures are made up; its desk is its own head’s only', async () => {
    const id = await bodyId('room-maguotou')
    const page = await showBody(cast.grid, id)
    expect(page).toMatchObject({ name: '马锅头调解室', demo: true, own: false, seal: { name: '束河街道人民调解委员会' } })
    expect(page.facts.find(({ label }) => label === '语言')?.value).toBe('汉语、纳西语、白语、英语')
    expect(page.people.map(({ name }) => name)).toContain(cast.mediator.name)
    expect((await showBody(cast.head, id)).own).toBe(true)
    const offer = await anOffer({ languages: ['naxi'] })
    const desk = await bodyDesk(cast.head, id, offer.now)
    expect(desk.offered.find((one) => one.id === offer.id)).toMatchObject({ acts: [{ label: '退回…' }, { label: '受理', main: true }] })
    expect(desk.offered.find((one) => one.id === offer.id)?.meta).toContain('要会纳西语')
    expect((await bodyDesk(cast.otherHead, id)).offered).toEqual([])
  })
})

test('a list of twenty rows is under 35 kB of HTML', async () => {
  const stories = await Promise.all(
    Array.from({ length: 20 }, () =>
      aReport({ facts: '客栈夜间施工噪声，九户邻居要求停工并且赔偿误工损失。', dangerSigns: ['mentalState'] }),
    ),
  )
  const { list } = await listPage(cast.bureau, new URLSearchParams('state=all'), stories[0]!.now)
  expect(list.rows).toHaveLength(20)
  const html = renderToStaticMarkup(createElement(DisputeRows, { rows: list.rows, caption: '名单' }))
  expect(Buffer.byteLength(html) + Buffer.byteLength(JSON.stringify(list))).toBeLessThan(35_000)
})
