import { beforeAll, describe, expect, test } from 'vitest'
import { db, inTransaction } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { settleOnSpot } from '#app/domain/agreement/agree.server'
import { assignMany, bulkPage, bySuggestion } from '#app/domain/conflict/bulk.server'
import { declareTie } from '#app/domain/conflict/declare.server'
import { tiesOf } from '#app/domain/conflict/on-case.server'
import { refuseAsked } from '#app/domain/conflict/refuse.server'
import { toldWords } from '#app/domain/conflict/words'
import { act, advance } from '#app/domain/dispute/advance.server'
import { assign } from '#app/domain/dispute/assign.server'
import { handOn } from '#app/domain/dispute/hand-on.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { newId } from '#app/domain/id'
import { holdSession } from '#app/domain/mediation/hold-session.server'
import { takeOwnDoor } from '#app/domain/own-door/take.server'
import { changeParty } from '#app/domain/party/change.server'
import { phoneHash } from '#app/domain/privacy/hash.server'
import { handCase } from '#app/domain/staff/leave/hand-over.server'
import { accountByKey } from '../../../prisma/district'
import { aForm, aMediation, anAgreement, aReceived, aReport, type Story, term, type FormInput } from '../../support/disputes'
import { fieldsOf, send } from '../../support/forms'
import { bodyId, people, type Part } from '../../support/people'
import { aRegistrant, registrantOf } from '../../support/register'
import { refusalOf } from '../../support/refusals'

let who: Record<Part, Person>
let room: string
let mediator: string
let second: string
beforeAll(async () => {
  who = await people()
  room = await bodyId('room-maguotou')
  mediator = who.mediator.accountId
  second = who.secondMediator.accountId
  // 王五妹 is the mediator's sister, by her telephone; she lives elsewhere.
  const id = await registrantOf(who.mediator)
  await db.registrantKin.create({ data: { id: newId(), registrantId: id, relation: '妹妹', name: '王五妹', phoneHash: phoneHash(sister) } })
})

const own = accountByKey('mediator-room-maguotou-1').phone
const sister = '13988887777'
const side = (phone: string): FormInput['parties'] => [
  { side: 'applicant', kind: 'person', name: '和丽江', willing: 'willing', phone },
  { side: 'respondent', kind: 'person', name: '杨正平', willing: 'willing' },
]
const accepted = { accepted: '木主任当面告知，双方都说可以' }
const attendance = [{ name: '调解员', role: 'mediator' as const, present: true }]
const meets = async (story: Story) => holdSession(await story.sent(who.mediator), { kind: 'separate', startedAt: story.now, attendance })

describe('who is a party is named by no road', () => {
  const barred = () => aReceived({ parties: side(own) })
  const named = async (story: Story) => (await story.lastLeg()).mediators.some(({ accountId }) => accountId === mediator)

  test('by hand, whatever is answered to it', async () => {
    const story = await barred()
    const sent = await story.sent(who.head)
    expect((await refusalOf(assign(sent, { mediatorIds: [mediator], answers: { ...accepted, notSame: '不是' } })))[2]).toHaveProperty(
      'lead',
    )
    expect((await refusalOf(assign(sent, { mediatorIds: [second, mediator], answers: accepted })))[2]).toHaveProperty('others')
    expect(await named(story)).toBe(false)
  })

  test('by a form whose field was forged: the disabled choice, an empty tie', async () => {
    const story = await barred()
    for (const tie of ['none', 'other'])
      expect(
        (await refusalOf(send(story, who.head, 'assign', { lead: mediator, tie, tieWhat: '没有', tieAccepted: true, tieHow: '都好' })))[2],
      ).toHaveProperty('lead')
    expect(await named(story)).toBe(false)
  })

  test('in bulk: neither proposed nor, where the confirmation is forged, done', async () => {
    const [bad, good] = [await barred(), await aReceived()]
    const page = await bulkPage(who.head, room, { cases: [bad.id, good.id], mediator })
    expect(page.rows.find(({ id }) => id === bad.id)).toMatchObject({ tone: 'bad', give: null })
    expect(page.rows.find(({ id }) => id === good.id)).toMatchObject({ tone: 'good' })
    const gifts = [bad, good].map(({ id }) => ({ id, seen: 99, mediatorId: mediator, key: newId() }))
    const answers = await assignMany(who.head, room, gifts)
    expect(answers.map(({ done }) => done)).toEqual([false, true])
    expect(answers[0]!.words).toContain('不能指派')
    expect([await named(bad), await named(good)]).toEqual([false, true])
  })

  test('by suggestion: another one is proposed, and where nobody is left that is said', async () => {
    const story = await barred()
    const row = async () => (await bulkPage(who.head, room, { cases: [story.id], mediator: bySuggestion })).rows[0]!
    expect((await row()).give?.mediatorId).not.toBe(mediator)
    expect((await row()).give).not.toBeNull()
    const others = (await bulkPage(who.head, room, { cases: [], mediator: '' })).mediators.map(({ value }) => value)
    const all = others.filter((id) => id !== bySuggestion && id !== mediator)
    const data = all.map((accountId) => ({
      id: newId(),
      disputeId: story.id,
      accountId,
      kind: 'self',
      bars: true,
      declaredAt: story.now,
    }))
    await db.tieDeclaration.createMany({ data })
    expect(await row()).toMatchObject({ tone: 'bad', give: null })
    expect((await row()).words).toMatch(/^无人可派：\d+ 人里\d+ 人有利害关系或者同名。可以退回分流岗，或者请别的组织协办$/u)
    expect((await row()).links.map(({ label }) => label)).toEqual(['退回…', '请求协办'])
  })

  test('as the substitute of who is on leave: the chain is followed, and held against the case like anybody', async () => {
    const [bad, good] = [await barred(), await aReceived()]
    const [away, standsIn] = [await registrantOf(who.secondMediator), await registrantOf(who.mediator)]
    const days = { fromDay: new Date('2026-01-01'), toDay: new Date('2027-12-31') }
    const leave = await db.absence.create({
      data: { id: newId(), registrantId: away, why: '病假', substituteId: standsIn, recordedAt: bad.now, ...days },
    })
    const { rows } = await bulkPage(who.head, room, { cases: [bad.id, good.id], mediator: second })
    await db.absence.delete({ where: { id: leave.id } })
    const says = `${who.secondMediator.name}请假中，由${who.mediator.name}顶替`
    const row = (id: string) => rows.find((one) => one.id === id)!
    expect(row(bad.id)).toMatchObject({ tone: 'bad', give: null })
    expect(row(good.id).give?.mediatorId).toBe(mediator)
    for (const { words } of rows) expect(words.startsWith(says), words).toBe(true)
  })

  test('by the own door: it goes to the triage post', async () => {
    const form = await aForm({ intake: 'ownDoor', parties: side(own) })
    const { id } = await takeOwnDoor({ actor: who.mediator, form, now: new Date() }, { bodyId: room, mediates: true })
    expect(await db.dispute.findUnique({ where: { id }, select: { status: true } })).toEqual({ status: 'reported' })
  })

  test('by handing over what somebody had who leaves', async () => {
    const story = await aMediation({ parties: side(accountByKey('mediator-room-maguotou-2').phone) })
    const handing = { actor: who.admin, from: mediator, to: second, now: new Date() }
    expect(await inTransaction((tx) => handCase(tx, handing, 'leg', story.id))).toBe(false)
    expect(await named(story)).toBe(true)
  })

  test('by handing on what is left to look after, with and without an event', async () => {
    const story = await anAgreement([term()], { parties: side(accountByKey('mediator-room-maguotou-2').phone) })
    await db.legMediator.updateMany({ where: { leg: { disputeId: story.id } }, data: { validTo: story.now } })
    expect((await refusalOf(handOn(await story.sent(who.triage), { accountId: second, why: '离任' })))[2]).toHaveProperty('accountId')
    const handing = { actor: who.admin, from: mediator, to: second, now: new Date() }
    expect(await inTransaction((tx) => handCase(tx, handing, 'keep', story.id))).toBe(false)
  })

  test('by settling on the spot', async () => {
    const story = await aReport({ parties: side(own) })
    const settled = { form: 'oral' as const, terms: [term()], content: '退', mediatorId: mediator, answers: accepted }
    expect((await refusalOf(settleOnSpot(await story.sent(who.grid), settled)))[2]).toHaveProperty('mediatorId')
  })

  test('by a request that calls on somebody of the register, with or without an account', async () => {
    const adviser = await aRegistrant({ name: '村法律顾问', kind: 'adviser', phoneHash: phoneHash('13977776666') })
    const story = await aMediation({ parties: side('13977776666') })
    const ask = async (id: string) => act(await story.sent(who.mediator), (file) => refuseAsked(file, id))
    expect((await refusalOf(ask(adviser)))[2]).toHaveProperty('registrantId')
    expect((await refusalOf(ask(newId())))[2]).toHaveProperty('registrantId')
    const other = await aRegistrant({ name: '别的顾问', kind: 'adviser' })
    expect(await ask(other)).toEqual([])
    // Whatever act writes such a request: its row is held against the case before the request stands.
    const data = { status: 'asked' as const, roleText: 'law', kind: 'adviser', askedAt: story.now, disputeId: story.id }
    const requested = async (registrantId: string) =>
      act(await story.sent(who.mediator), async (file) => {
        const id = newId()
        await file.tx.request.create({ data: { ...data, id, registrantId } })
        await advance(file, { event: { type: 'request', requestId: id, step: 'ask' }, subjectId: id })
      })
    expect((await refusalOf(requested(adviser)))[2]).toHaveProperty('registrantId')
    expect(await db.request.count({ where: { disputeId: story.id } })).toBe(0)
    await requested(other)
  })
})

describe('who is a relative is named once both sides know and accept', () => {
  const tied = () => aReceived({ parties: side(sister) })

  test('refused without an answer; with one it is kept, told on the path, and not asked again', async () => {
    const story = await tied()
    const does = async (more = {}) => assign(await story.sent(who.head), { mediatorIds: [mediator], ...more })
    expect((await refusalOf(does()))[2]?.lead).toContain('妹妹就是当事人和丽江：要先告知双方')
    await does({ answers: accepted })
    expect(await db.tieClearing.findMany({ where: { disputeId: story.id } })).toMatchObject([
      { accountId: mediator, code: 'relative', how: 'accepted', why: accepted.accepted, recordedById: who.head.accountId },
    ])
    expect((await story.lastEvent()).texts.map(({ audience, text }) => [audience, text])).toEqual([
      ['path', '利害关系（亲属）已告知双方，双方接受'],
      ['handlers', accepted.accepted],
    ])
    await assign(await story.sent(who.head), { mediatorIds: [mediator, second] })
  })

  test('a refused act keeps nothing of the answers', async () => {
    const story = await tied()
    const sent = await story.sent(who.head)
    await refusalOf(assign(sent, { mediatorIds: [mediator, who.otherMediator.accountId], answers: accepted }))
    expect(await db.tieClearing.count({ where: { disputeId: story.id } })).toBe(0)
  })

  test('before a court too only when both accept', async () => {
    const story = await tied()
    await db.dispute.update({ where: { id: story.id }, data: { source: 'court' } })
    const said = (await refusalOf(assign(await story.sent(who.head), { mediatorIds: [mediator] })))[2]?.lead
    expect(said).toContain('法院委派、委托的，双方不都同意就要回避')
    await assign(await story.sent(who.head), { mediatorIds: [mediator], answers: accepted })
  })

  test('in bulk it is only said: the tie, and what may be told', async () => {
    const story = await tied()
    const [row] = (await bulkPage(who.head, room, { cases: [story.id], mediator })).rows
    expect(row).toMatchObject({ tone: 'look', give: null })
    expect(row!.words).toContain(`可以告知当事人：${who.mediator.name}是一方当事人或者代理人的亲属`)
  })

  test('at the own door it is received, and waits for the head', async () => {
    const form = await aForm({ intake: 'ownDoor', parties: side(sister) })
    const { id } = await takeOwnDoor({ actor: who.mediator, form, now: new Date() }, { bodyId: room, mediates: true })
    expect(await db.dispute.findUnique({ where: { id }, select: { status: true } })).toEqual({ status: 'assigning' })
  })

  test('an answer about one party is none about another who comes later', async () => {
    const story = await tied()
    await assign(await story.sent(who.head), { mediatorIds: [mediator], answers: accepted })
    await changeParty(
      await story.sent(who.mediator),
      { step: 'joined', side: 'third', kind: 'person', name: '妹夫', phone: sister },
      { why: '追加' },
    )
    expect((await refusalOf(assign(await story.sent(who.head), { mediatorIds: [mediator] })))[2]).toHaveProperty('lead')
  })
})

describe('a tie that comes later', () => {
  test('a party who is the mediator’s sister stops the next session until it is answered; the head is told', async () => {
    const story = await aMediation()
    await meets(story)
    const joined = { step: 'joined' as const, side: 'respondent' as const, kind: 'person' as const, name: '王五妹', phone: sister }
    await changeParty(await story.sent(who.mediator), joined, { why: '共同经营' })
    expect((await story.lastEvent()).detail).toMatchObject({ bars: true })
    expect((await refusalOf(meets(story)))[0]).toBe(409)
    await assign(await story.sent(who.head), { mediatorIds: [mediator], answers: accepted })
    await meets(story)
  })

  test('an agent of a side who is the mediator, too; somebody else is not', async () => {
    const story = await aMediation()
    const [party] = (await story.row()).parties
    const helper = { role: 'agent' as const, name: '代理人', phone: '13811112222', maySettle: false }
    await changeParty(await story.sent(who.mediator), { step: 'changed', partyId: party!.id, helper }, { why: '请了代理' })
    expect((await story.lastEvent()).detail).not.toHaveProperty('bars')
    await changeParty(
      await story.sent(who.mediator),
      { step: 'changed', partyId: party!.id, helper: { ...helper, phone: own } },
      { why: '又请' },
    )
    expect((await refusalOf(meets(story)))[0]).toBe(409)
  })

  test('by a list, or the register, where no event says it', async () => {
    const story = await aMediation()
    const [party] = (await story.row()).parties
    await db.rosterMember.create({
      data: { id: newId(), partyId: party!.id, disputeId: story.id, ordinal: 1, name: '名册上的人', phoneHash: phoneHash(own) },
    })
    expect((await refusalOf(meets(story)))[1]).toBe(`${who.mediator.name}现在和一方有利害关系，要先由负责人另行指派，不能开会`)
  })

  test('a declaration that bars keeps the one who made it from being named again', async () => {
    const story = await aMediation()
    await declareTie(await story.sent(who.mediator), { accountId: mediator, kind: 'household', what: '同住' })
    expect((await refusalOf(assign(await story.sent(who.head), { mediatorIds: [mediator], answers: accepted })))[2]?.lead).toContain(
      '本人申报',
    )
    await assign(await story.sent(who.head), { mediatorIds: [second] })
  })
})

describe('who reads what', () => {
  const joined = { step: 'joined' as const, side: 'respondent' as const, kind: 'person' as const, name: '王五妹', phone: sister }

  test('who handles it reads the tie on the case until it is answered; who only sees the path does not', async () => {
    const story = await aMediation()
    const lines = async (part: Part) => tiesOf(await openPage(who[part], story.id))
    expect(await lines('head')).toBeNull()
    await changeParty(await story.sent(who.mediator), joined, { why: '共同经营' })
    const said = (await lines('head'))?.join() ?? ''
    expect(said).toContain('妹妹就是当事人王五妹')
    expect(said).not.toContain(sister)
    expect(await lines('grid')).toBeNull()
    await assign(await story.sent(who.head), { mediatorIds: [mediator], answers: accepted })
    expect(await lines('head')).toBeNull()
  })

  test('the sides read only what they were told: what the tie is, nobody’s name or number', () => {
    expect(toldWords(['relative', 'nonsense'])).toEqual(['调解员是一方当事人或者代理人的亲属，双方都知道、都接受。不接受的，可以要求更换'])
  })

  test('the form of who assigns says load, languages, leave and both faces of the tie', async () => {
    const story = await aReceived({ parties: side(sister) })
    const lead = (await fieldsOf(story, who.head, 'assign')).find((field) => 'name' in field && field.name === 'lead')
    const option =
      lead && 'options' in lead ? (lead.options as { value: string; hint?: string }[]).find(({ value }) => value === mediator) : null
    expect(option?.hint).toMatch(/^要告知双方：妹妹就是当事人和丽江。可以告知当事人：.+是一方当事人或者代理人的亲属，.+在办 \d+ 件/u)
  })

  test('an answer ticked without its words is refused beside them', async () => {
    const story = await aReceived({ parties: side(sister) })
    const sent = { lead: mediator, tie: 'none', tieAccepted: true, notSame: true }
    expect((await refusalOf(send(story, who.head, 'assign', sent)))[2]).toEqual({
      tieHow: '请写明是谁告知的、双方怎么说的',
      notSameWhy: '请写明怎么核实的',
    })
    await send(story, who.head, 'assign', { ...sent, tieHow: '当面，双方都可以', notSame: false })
    expect(await story.status()).toBe('mediating')
  })
})

describe('批量指派', () => {
  test('each case over its own version, in its own transaction, once for each key', async () => {
    const [fresh, stale] = [await aReceived(), await aReceived()]
    const seen = async (story: Story) => (await story.row()).version
    const key = newId()
    const gifts = [
      { id: fresh.id, seen: await seen(fresh), mediatorId: mediator, key },
      { id: stale.id, seen: await seen(stale), mediatorId: mediator, key: newId() },
      { id: newId(), seen: 1, mediatorId: mediator, key: newId() },
    ]
    await assign(await stale.sent(who.head), { mediatorIds: [second] })
    const answers = await assignMany(who.head, room, gifts)
    expect(answers.map(({ done, words }) => [done, words])).toEqual([
      [true, '已指派'],
      [false, '您打开页面以后，这件纠纷又有了新的办理。请核对最新情况后再办'],
      [false, '没有这件纠纷，或者您不能查看'],
    ])
    expect((await assignMany(who.head, room, [gifts[0]!])).map(({ done }) => done)).toEqual([true])
    expect((await fresh.events()).filter(({ type }) => type === 'assign')).toHaveLength(1)
  })

  const outsiders: Part[] = ['mediator', 'otherHead', 'triage', 'grid', 'bureau', 'leader', 'admin', 'court', 'organ', 'duty']
  test.each(outsiders)('%s does not give out the cases of this body: there is no such page', async (part) => {
    expect((await refusalOf(bulkPage(who[part], room, { cases: [], mediator: '' })))[0]).toBe(404)
    expect((await refusalOf(assignMany(who[part], room, [])))[0]).toBe(404)
  })

  test('a case of another body, or one that is not waiting, is not given out from here', async () => {
    const other = await aReceived({}, { to: 'room-pengrenjie' })
    const running = await aMediation()
    const page = await bulkPage(who.head, room, { cases: [other.id, running.id, 'nonsense'], mediator })
    expect(page.rows.map(({ id }) => id)).not.toContain(other.id)
    expect(page.asked).toBe(false)
    const [answer] = await assignMany(who.head, room, [{ id: other.id, seen: 99, mediatorId: mediator, key: newId() }])
    expect(answer).toMatchObject({ done: false, title: '这一件', href: '' })
  })
})
