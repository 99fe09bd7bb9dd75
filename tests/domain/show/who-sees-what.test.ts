import { beforeAll, describe, expect, test } from 'vitest'
import { countStatements } from '#app/db/client.server'
import { addNote } from '#app/domain/dispute/annotate.server'
import { agree } from '#app/domain/agreement/agree.server'
import type { Person } from '#app/domain/actor'
import { headOf } from '#app/domain/dispute/show/head.server'
import { logOf } from '#app/domain/dispute/show/log'
import { openPage } from '#app/domain/dispute/show/open.server'
import { overviewOf } from '#app/domain/dispute/show/overview.server'
import { partiesOf } from '#app/domain/dispute/show/parties.server'
import { pathOf } from '#app/domain/dispute/show/path'
import { sessionsOf } from '#app/domain/dispute/show/sessions'
import { holdSession } from '#app/domain/mediation/hold-session.server'
import { ask } from '#app/domain/request/requests.server'
import { addDays, dayIn } from '#app/domain/calendar/days'
import { aClosed, aMediation, anOffer, aReport, elsewhere, term, type Story } from '../../support/disputes'
import { bodyId, people, person, type Part } from '../../support/people'
import { time } from '../../support/clock'

const talks = '愿意让一步，最多退二百'
const agreedFacts = '押金三百元，客房没有损坏'
const note = '对方脾气急，两人以上去'
const facts = '退房那天下大雨，老板不在'
const amount = '3,210.00'

let cast: Record<Part, Person>
let story: Story
let water: Person

/** All that a person's pages would be made of. */
async function shown(actor: Person, disputeId: string, now = story.now): Promise<string> {
  const page = await openPage(actor, disputeId, now)
  return JSON.stringify([headOf(page), overviewOf(page), sessionsOf(page), logOf(page), pathOf(page), partiesOf(page)])
}

beforeAll(async () => {
  cast = await people()
  water = await person('liaison-water')
  story = await aMediation({
    title: '客栈押金',
    facts,
    amountFen: 321_000n,
    parties: [{ side: 'applicant', kind: 'person', name: '和丽江', phone: '13987651234', willing: 'willing' }] as never,
  })
  await holdSession(await story.sent(cast.mediator), {
    kind: 'joint',
    startedAt: story.now,
    attendance: [{ name: '和丽江', role: 'party', present: true }],
    agreedFacts,
    talks,
    told: { at: story.now, how: 'inPerson' },
  })
  await addNote(await story.sent(cast.mediator), { note })
  await ask(await story.sent(cast.mediator), { bodyId: await bodyId('water'), role: 'expert', asked: '请看一下屋顶漏水' })
})

describe('a dispute in mediation', () => {
  const row = async (actor: Person) => {
    const text = await shown(actor, story.id)
    return [talks, agreedFacts, note, facts, amount].map((words) => text.includes(words))
  }
  test.each<[string, () => Person, boolean[]]>([
    ['the mediator', () => cast.mediator, [true, true, true, true, true]],
    ['the head of the room', () => cast.head, [true, true, true, true, true]],
    ['the triage post', () => cast.triage, [false, true, true, true, true]],
    ['the duty officer', () => cast.duty, [false, true, true, true, true]],
    ['the bureau', () => cast.bureau, [false, true, true, true, true]],
    ['an organ asked to help', () => water, [false, true, false, true, true]],
    ['the grid worker who wrote it down', () => cast.grid, [false, false, false, false, false]],
  ])('%s: talks, agreed facts, staff notes, facts, amount', async (_, actor, expected) => {
    expect(await row(actor())).toEqual(expected)
  })

  test('nobody reads a telephone number in full', async () => {
    for (const actor of [cast.mediator, cast.triage, cast.grid, water]) expect(await shown(actor, story.id)).not.toContain('13987651234')
    expect(await shown(cast.mediator, story.id)).toContain('139****1234')
  })

  test('who has nothing to do with it is told that there is none', async () => {
    for (const actor of [cast.otherGrid, cast.otherTriage, cast.otherHead, cast.admin, cast.leader])
      await expect(openPage(actor, story.id, story.now)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('a grid worker has state, desk and path, and no other tab', async () => {
    const page = await openPage(cast.grid, story.id, story.now)
    expect(headOf(page).status).toBe('调解中')
    expect(headOf(page).tabs.map(({ label }) => label)).toEqual(['概况', '路径'])
    expect(pathOf(page).stations.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})

test('a leader of the township reads what is yellow or red, and acts on nothing', async () => {
  const red = await aReport({ facts, dangerSigns: ['crowd'], amountFen: 321_000n })
  const page = await openPage(cast.leader, red.id, red.now)
  expect(headOf(page).next.acts.every(({ href }) => !href)).toBe(true)
  expect(JSON.stringify([overviewOf(page), logOf(page)])).not.toContain(facts)
  await expect(openPage(cast.otherLeader, red.id, red.now)).rejects.toMatchObject({ code: 'notFound' })
})

test('after a leg has ended, its body sees as far as its own part went', async () => {
  const failed = await aMediation()
  await failed.does(cast.mediator, { type: 'fail', code: 'noAgreement' })
  const end = (await failed.lastEvent()).version
  await failed.does(cast.triage, { type: 'offer', channel: 'people', bodyId: await bodyId('room-pengrenjie') })
  await failed.does(cast.otherHead, { type: 'receive' })
  const page = await openPage(cast.mediator, failed.id, failed.now)
  expect(pathOf(page).stations.at(-1)?.no).toBe(end)
  expect(headOf(page)).toMatchObject({ status: '马锅头调解室办理的部分已经结束', next: { acts: [], more: [] } })
  expect(overviewOf(page).deadlines).toEqual([])
})

test('who closed it keeps the whole volume', async () => {
  const closed = await aClosed()
  expect(headOf(await openPage(cast.mediator, closed.id, closed.now))).toMatchObject({
    status: '已办结',
    next: { acts: [{ id: 'archive', main: true }, {}] },
  })
})

test('what was returned is gone', async () => {
  const returned = await anOffer()
  await returned.does(cast.head, { type: 'return', reason: 'full' })
  await expect(openPage(cast.head, returned.id, returned.now)).rejects.toMatchObject({ code: 'notFound' })
})

test('sealed: who only wrote it down has number, area and level', async () => {
  const sealed = await aReport({ title: '夫妻争吵', facts, dangerSigns: ['familyViolence'] })
  const page = await openPage(cast.grid, sealed.id, sealed.now)
  const text = JSON.stringify([headOf(page), overviewOf(page), logOf(page), partiesOf(page)])
  expect(text).not.toContain('夫妻争吵')
  expect(text).not.toContain('和丽江')
  expect(headOf(page)).toMatchObject({ title: '束河街道的一件不公开纠纷', tabs: [{ label: '概况' }] })
  expect(await shown(cast.duty, sealed.id)).toContain('夫妻争吵')
  await expect(openPage(cast.bureau, sealed.id, sealed.now)).rejects.toMatchObject({ code: 'notFound' })
})

test('another channel bears the word of its body, and its clock is only expected', async () => {
  const before = await elsewhere('judicial')
  expect(headOf(await openPage(cast.court, before.id, before.now)).status).toBe('诉前调解中')
  const arbitration = await aReport({ typeCode: '10' })
  await arbitration.does(
    cast.triage,
    { type: 'offer', channel: 'administrative', bodyId: await bodyId('labourArbitration') },
    { partyAsked: true },
  )
  await arbitration.does(await person('liaison-labourArbitration'), { type: 'receive' })
  const page = await openPage(cast.triage, arbitration.id, arbitration.now)
  expect(headOf(page).status).toBe('仲裁中')
  expect(overviewOf(page).expected).toMatchObject([{ label: '仲裁裁决', basis: '《劳动争议调解仲裁法》第43条' }])
})

test('a suspension without a ground says that the clock goes on', async () => {
  const waiting = await aMediation()
  await waiting.does(cast.mediator, { type: 'suspend', reason: 'absent' })
  const [mediation] = overviewOf(await openPage(cast.mediator, waiting.id, waiting.now)).deadlines
  expect(mediation).toMatchObject({
    basis: '司法部令75第33条（待核），1个月',
    note: '现在中止（当事人外出，暂不能到场），但这种原因没有停止计算期限的依据，期限照走',
  })
})

test('a period of the law says for what it stands still and who may lengthen it', async () => {
  const general = await aMediation()
  const medical = await aMediation({ typeCode: '1301' }, { to: 'industry-medical' })
  const termsOf = async (actor: Person, { id, now }: Story) => overviewOf(await openPage(actor, id, now)).deadlines[0]?.terms
  expect(await termsOf(cast.mediator, general)).toBe('中途不停，不得延长')
  expect(await termsOf(cast.medicalMediator, medical)).toMatch(
    /鉴定.*不计（《医疗纠纷预防和处理条例》第38条），调委会与双方当事人约定可延长/,
  )
  const waiting = await aReport()
  expect(await termsOf(cast.triage, waiting), 'the district’s own').toBeUndefined()
})

test('a page is two statements, whatever the rows', async () => {
  const big = await aMediation()
  await openPage(cast.mediator, big.id, big.now) // the book of rules is read once and kept
  const count = async () =>
    (await countStatements(async () => overviewOf(await openPage(cast.mediator, big.id, big.now)))).statements.length
  expect(await count()).toBe(2)
  const start = addDays(dayIn(big.now), 30)
  for (let n = 0; n < 12; n++) await addNote(await big.sent(cast.mediator), { note: `第 ${n} 次补充` })
  const terms = Array.from({ length: 20 }, () => term({ dueDay: start }))
  await agree(await big.sent(cast.mediator, { now: time(addDays(dayIn(big.now), 1)) }), { form: 'oral', terms })
  expect(await count()).toBe(2)
})
