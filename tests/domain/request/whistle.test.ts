import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { askedOf } from '#app/domain/desk/asked.server'
import { urgeAsked } from '#app/domain/dispute/urge.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { overviewOf } from '#app/domain/dispute/show/overview.server'
import { pathOf } from '#app/domain/dispute/show/path'
import { tell } from '#app/domain/notice/tell.server'
import { stepRequest } from '#app/domain/request/steps.server'
import { whistle, type Called } from '#app/domain/request/whistle.server'
import { whistlePage, whistleTable } from '#app/domain/whistle/page.server'
import { aMediation, type Story } from '../../support/disputes'
import { minutesAfter } from '../../support/clock'
import { fieldsOf, namesIn, send } from '../../support/forms'
import { bodyId, people, person, shuhe, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'

let cast: Record<Part, Person>
let housing: Person
let ids: { police: string; housing: string; room: string }
beforeAll(async () => {
  cast = await people()
  housing = await person('liaison-housing')
  ids = { police: await bodyId(`police-${shuhe}`), housing: await bodyId('housing'), room: await bodyId('room-maguotou') }
})

const unit = (id: string, story: Story, more: Partial<Called> = {}): Called => ({
  bodyId: id,
  asked: '到场看一看漏水从哪里来',
  arriveBy: minutesAfter(story.now, 120),
  ...more,
})
async function whistled(story?: Story) {
  const own = story ?? (await aMediation())
  const [police, house] = (await whistle(await own.sent(cast.triage), {
    units: [unit(ids.police, own), unit(ids.housing, own, { answerBy: own.today })],
  }))!
  return { story: own, police: police!, house: house! }
}
const rowOf = (id: string) => db.request.findUniqueOrThrow({ where: { id } })

describe('吹哨', () => {
  test('calls several at once: a row, an event and a notice for each, the dispute stays where it was', async () => {
    const { story, police, house } = await whistled()
    expect(await rowOf(police)).toMatchObject({ kind: 'whistle', roleText: 'onSite', bodyId: ids.police, status: 'asked' })
    const events = (await story.events()).slice(-2)
    expect(events.map(({ type, subjectId }) => [type, subjectId])).toEqual([
      ['request', police],
      ['request', house],
    ])
    expect(await story.status()).toBe('mediating')
    expect(await tell({ disputeId: story.id, eventId: events[1]!.id, to: ['asked'] }, story.now)).toBe(1)
    expect(await db.notice.count({ where: { eventId: events[1]!.id, accountId: housing.accountId } })).toBe(1)
  })

  test('is all or nothing: one bad row, and nobody is called', async () => {
    const story = await aMediation()
    const before = await story.row()
    // prettier-ignore
    const wrongs: [string, Partial<Called>][] = [
      ['units[1].bodyId', { bodyId: '01900000-0000-7000-8000-000000000000' }],
      ['units[1].bodyId', { bodyId: ids.police }],
      ['units[1].bodyId', { bodyId: ids.room }],
      ['units[1].answerBy', { arriveBy: undefined }],
      ['units[1].hours', { arriveBy: minutesAfter(story.now, -5) }],
      ['units[1].answerBy', { answerBy: '2020-01-01' }],
    ]
    for (const [field, more] of wrongs) {
      const units = [unit(ids.police, story), { ...unit(ids.housing, story), ...more }]
      expect((await refusalOf(whistle(await story.sent(cast.triage), { units })))[2], field).toHaveProperty([field])
    }
    expect((await refusalOf(whistle(await story.sent(cast.triage), { units: [] })))[2]).toHaveProperty(['units[0].bodyId'])
    expect(await db.request.count({ where: { disputeId: story.id } })).toBe(0)
    expect((await story.row()).version).toBe(before.version)
  })

  test('is the triage posts’ and the duty officer’s; who only sees it may not, who does not see it finds nothing', async () => {
    const story = await aMediation()
    const by = async (who: Person) => refusalOf(whistle(await story.sent(who), { units: [unit(ids.police, story)] }))
    for (const who of [cast.mediator, cast.head, cast.grid, cast.bureau]) expect(await by(who)).toEqual(said.forbidden)
    for (const who of [cast.otherTriage, cast.police, cast.otherHead, cast.admin]) expect(await by(who)).toEqual(said.notFound)
    for (const who of [cast.triage, cast.districtTriage, cast.duty])
      expect(await whistle(await story.sent(who), { units: [unit(ids.police, story)] })).toHaveLength(1)
  })

  test('from the form: rows left empty are no departments, a row begun is said to be unfinished beside its field', async () => {
    const story = await aMediation()
    expect(namesIn(await fieldsOf(story, cast.triage, 'request', 'kind=whistle'))).toEqual(
      expect.arrayContaining(['units[0].bodyId', 'units[5].hours', 'kind']),
    )
    const units = [{}, { bodyId: ids.housing, asked: '来看一看', hours: 3 }, {}]
    await send(story, cast.triage, 'request', { kind: 'whistle', units })
    const [row] = await db.request.findMany({ where: { disputeId: story.id } })
    expect(row!.arriveBy!.getTime() - row!.askedAt.getTime()).toBe(3 * 3_600_000)
    for (const [units_, say] of [
      [[{}], '请至少选一个部门'],
      [[{ asked: '来' }], '请选是哪个部门'],
      [[{ bodyId: ids.police, asked: '来' }], '请写多少小时内到场，或者哪天前答复'],
      [[{ bodyId: ids.police, asked: '来', hours: 100_000 }], '小时最多是240'],
    ] as const)
      await expect(send(story, cast.triage, 'request', { kind: 'whistle', units: units_ })).rejects.toThrow(say)
  })
})

describe('a called department', () => {
  test('receives, comes, answers; each is on the path, and nobody comes twice', async () => {
    const { story, police } = await whistled()
    const step = async (who: Person, name: 'receive' | 'arrive' | 'answer', text?: string) =>
      stepRequest(await story.sent(who), { requestId: police, step: name, ...(text && { text }) })
    await step(cast.police, 'receive')
    await step(cast.police, 'arrive')
    expect((await refusalOf(step(cast.police, 'arrive')))[1]).toBe('已经登记到场了')
    await step(cast.police, 'answer', '已劝离，双方愿意谈')
    expect(await rowOf(police)).toMatchObject({ status: 'answered', answer: '已劝离，双方愿意谈' })
    const path = pathOf(await openPage(cast.triage, story.id, story.now))
    expect(path.stations.slice(-3).map(({ title }) => title)).toEqual(['签收协办', '到场', '答复协办'])
    expect(path.requests.find(({ label }) => label.includes('派出所'))?.label).toBe('束河派出所·吹哨·到场处置')
  })

  test('that comes without a receipt has received it with that; nothing happens before it was asked', async () => {
    const { story, house } = await whistled()
    const early = stepRequest(await story.sent(housing), { requestId: house, step: 'arrive', happenedAt: minutesAfter(story.now, -60) })
    expect((await refusalOf(early))[2]).toHaveProperty('happenedAt')
    await stepRequest(await story.sent(housing), { requestId: house, step: 'arrive' })
    const row = await rowOf(house)
    expect(row.receivedAt).toEqual(row.arrivedAt)
    expect(row.status).toBe('received')
  })

  test('has it on its desk, the most urgent first, with each step a press away', async () => {
    const { story } = await whistled()
    const later = await whistled((await aMediation()).waits(0.02))
    const section = await askedOf(housing, minutesAfter(later.story.now, 5))
    const rows = section!.rows.filter(({ href }) => href.endsWith(story.id) || href.endsWith(later.story.id))
    expect(rows.map(({ href }) => href.split('/').at(-1))).toEqual([story.id, later.story.id])
    expect(rows[0]).toMatchObject({ todo: '吹哨，到场处置：先签收，再到场', act: { label: '签收' } })
    expect(rows[0]!.others!.map(({ label }) => label)).toEqual(['到场', '答复', '不能办…'])
    expect((await askedOf(housing, minutesAfter(story.now, 300)))!.rows[0]!.due).toMatchObject({ tone: 'late' })
  })

  test('is late where everybody who follows sees it: on the dispute, on the path, on the list', async () => {
    const { story, police, house } = await whistled()
    await stepRequest(await story.sent(cast.police), { requestId: police, step: 'arrive' })
    const now = minutesAfter(story.now, 60 * 4)
    await stepRequest(await story.sent(housing, { now }), { requestId: house, step: 'arrive' })
    const page = await openPage(cast.duty, story.id, now)
    const late = overviewOf(page).requests.map(({ title, late: words }) => [title, words])
    expect(late).toEqual([
      ['束河派出所·吹哨·到场处置', undefined],
      [expect.stringContaining('住房和城乡建设局'), expect.stringContaining('到场迟了 2 小时')],
    ])
    expect(pathOf(page).requests.map(({ label }) => label)).toContainEqual(expect.stringContaining('到场迟了 2 小时'))
    const list = await whistlePage(cast.bureau, new URLSearchParams(), now)
    const unitOf = list.units.find(({ name }) => name.includes('住房和城乡建设局'))!
    const [inTime, lateOnes, running, off] = unitOf.counts.map(({ value }) => Number(value))
    expect(inTime! + lateOnes! + running! + off!).toBe(Number(unitOf.asked.value))
    const behind = await whistlePage(cast.bureau, new URLSearchParams(unitOf.counts[1]!.href.split('?')[1]), now)
    expect(behind.rows).toHaveLength(lateOnes!)
    expect(behind.rows.map(({ href }) => href)).toContain(`/disputes/${story.id}`)
  })

  test('is urged once a day by the post or on duty, not once it has answered', async () => {
    const { story, police } = await whistled()
    const urge = async (who: Person) => urgeAsked(await story.sent(who), { requestId: police, text: '请马上到场' })
    await urge(cast.triage)
    expect(await story.lastEvent()).toMatchObject({ type: 'urge', subjectId: police, detail: { requestId: police } })
    expect((await refusalOf(urge(cast.duty)))[1]).toContain('今天已经催过')
    expect(await refusalOf(urge(cast.mediator))).toEqual(said.forbidden)
    await stepRequest(await story.sent(cast.police), { requestId: police, step: 'answer', text: '到过了' })
    story.waits(1)
    expect((await refusalOf(urge(cast.triage)))[1]).toContain('已经办结')
  })

  test('has its arrival written down by the post too, and the path says for whom', async () => {
    const { story, house } = await whistled()
    await stepRequest(await story.sent(cast.triage), { requestId: house, step: 'arrive' })
    expect(await story.lastEvent()).toMatchObject({ behalfBodyId: ids.housing })
    expect(pathOf(await openPage(cast.triage, story.id, story.now)).stations.at(-1)!.who).toContain('代古城区住房和城乡建设局')
    for (const name of ['receive', 'refuse'] as const)
      expect(await refusalOf(stepRequest(await story.sent(cast.triage), { requestId: house, step: name, text: '代' }))).toEqual(
        name === 'receive' ? expect.arrayContaining([409]) : said.forbidden,
      )
  })
})

describe('the list of whistles', () => {
  test('is for triage posts, duty and bureau; each sees what it may see', async () => {
    const { story } = await whistled()
    const sees = async (who: Person) =>
      (await whistlePage(who, new URLSearchParams(), story.now)).rows.some(({ href }) => href.endsWith(story.id))
    for (const who of [cast.triage, cast.districtTriage, cast.duty, cast.bureau]) expect(await sees(who)).toBe(true)
    expect(await sees(cast.otherTriage)).toBe(false)
    for (const who of [cast.mediator, cast.head, cast.police, cast.leader, cast.grid, cast.admin])
      expect((await refusalOf(whistlePage(who, new URLSearchParams(), story.now)))[0]).toBe(404)
    await db.dispute.update({ where: { id: story.id }, data: { sealed: true } })
    expect(await sees(cast.bureau)).toBe(false)
    expect(await sees(cast.duty)).toBe(true)
  })

  test('names no person, and takes absurd addresses for none', async () => {
    const { story } = await whistled()
    const page = await whistlePage(cast.duty, new URLSearchParams('month=9999-99&unit=x&is=constructor&from=-1'), story.now)
    expect(page.rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(page)).not.toContain(cast.police.name)
    expect((await whistleTable(cast.duty, new URLSearchParams(), story.now)).length).toBeGreaterThan(1000)
    expect((await refusalOf(whistleTable(cast.head, new URLSearchParams(), story.now)))[0]).toBe(404)
  })
})
