import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { giveOutcome } from '#app/domain/agreement/outcome.server'
import { askWilling } from '#app/domain/dispute/annotate.server'
import { holdSession } from '#app/domain/mediation/hold-session.server'
import { aMediation, anOffer, aReceived, elsewhere, term } from '../../support/disputes'
import { bodyId, people, person, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'
import { expectSound } from './sound'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})
const unasked = [
  { side: 'applicant', kind: 'person', name: '和丽江' },
  { side: 'respondent', kind: 'person', name: '杨正平' },
] as const

describe('受理', () => {
  test('gives the volume a number of the committee whose seal the room uses, and starts the mediation’s month', async () => {
    const story = await aReceived()
    expect(await story.lastLeg()).toMatchObject({ receivedAt: story.now, receivedById: who.head.accountId })
    expect((await story.lastLeg()).volumeNumber).toMatch(/^（2026）束河人调字第\d+号$/)
    expect(await story.row()).toMatchObject({ status: 'assigning', firstReceivedAt: story.now })
    expect(await story.running()).toEqual({ assignment: '2026-03-06', mediation: '2026-04-07' })
    await expectSound(story.id)
  })

  test('two rooms of one committee share its numbers, in order', async () => {
    const first = await aReceived()
    const second = await aReceived({}, { to: 'room-pengrenjie' })
    const number = (leg: { volumeNumber: string | null }) => Number(/第(\d+)号/.exec(leg.volumeNumber!)![1])
    expect(number(await second.lastLeg())).toBe(number(await first.lastLeg()) + 1)
  })

  test('is for the head of that room; triage only where nobody speaks for the body', async () => {
    const story = await anOffer()
    for (const part of ['triage', 'grid', 'bureau'] as const)
      expect(await refusalOf(story.does(who[part], { type: 'receive' })), part).toEqual(said.forbidden)
    for (const part of ['otherHead', 'mediator', 'admin'] as const)
      expect(await refusalOf(story.does(who[part], { type: 'receive' })), part).toEqual(said.notFound)
    const silent = await bodyId('village-530702004002')
    await db.post.updateMany({ where: { bodyId: silent }, data: { validTo: new Date('2026-01-01') } })
    const other = await anOffer({}, { to: 'village-530702004002' })
    await other.does(who.triage, { type: 'receive' })
    expect(await other.lastEvent(), 'written down for the body').toMatchObject({
      actorRole: 'triage',
      behalfBodyId: silent,
      toStatus: 'assigning',
    })
    await expectSound(other.id)
  })

  test('not while a side is unwilling; nobody asked is no refusal, save in medical disputes', async () => {
    const open = await anOffer({ parties: [...unasked] })
    await open.does(who.head, { type: 'receive' })
    const refused = [409, '有一方不愿意调解，不能受理（人民调解法第17条）。可以退回，由分流岗告知其他途径']
    const medical = await anOffer({ typeCode: '1301', parties: [...unasked] }, { to: 'industry-medical' })
    expect(await refusalOf(medical.does(who.medicalHead, { type: 'receive' }))).toEqual(refused)
    const parties = (await medical.row()).parties
    await askWilling(
      await medical.sent(who.medicalHead),
      parties.map(({ id }) => ({ partyId: id, willing: 'willing', how: 'inPerson' })),
    )
    await medical.does(who.medicalHead, { type: 'receive' })
    expect(await medical.running(), '30 working days').toMatchObject({ mediation: '2026-04-17' })
    await expectSound(medical.id)
  })

  test('a court or an organ receives without a volume and without a clock of ours but 复看', async () => {
    for (const channel of ['judicial', 'administrative'] as const) {
      const story = await elsewhere(channel)
      expect(await story.status()).toBe(channel === 'judicial' ? 'inCourt' : 'inAdministration')
      expect(await story.lastLeg()).toMatchObject({ volumeNumber: null, receivedAt: story.now })
      expect(await story.running()).toEqual({ lookAgain: '2026-04-07' })
      await expectSound(story.id)
    }
  })
})

describe('退回', () => {
  test('with a coded reason, before or after 受理: the leg ends, its mediation too, and the body keeps no sight', async () => {
    for (const made of [await anOffer(), await aReceived()]) {
      await made.does(who.head, { type: 'return', reason: 'full' }, { texts: [{ kind: 'why', audience: 'path', text: '在办已满' }] })
      expect(await made.status()).toBe('reported')
      expect(await made.legs()).toMatchObject([{ result: 'returned', resultCode: 'full' }])
      expect(Object.keys(await made.running())).toEqual(['triage'])
      expect(await refusalOf(made.does(who.head, { type: 'note' }))).toEqual(said.notFound)
      await expectSound(made.id)
    }
  })
})

describe('指派', () => {
  test('names one or more, the first leads; each sees it while it is theirs', async () => {
    const story = await aReceived()
    const { mediator, secondMediator } = who
    expect(await refusalOf(story.does(mediator, { type: 'note' }))).toEqual(said.notFound)
    await story.does(who.head, { type: 'assign', mediatorIds: [mediator.accountId, secondMediator.accountId] })
    expect((await story.lastLeg()).mediators.map(({ accountId, lead }) => [accountId, lead]).sort((a) => (a[1] ? -1 : 1))).toEqual([
      [mediator.accountId, true],
      [secondMediator.accountId, false],
    ])
    expect(await story.row()).toMatchObject({ status: 'mediating', keeperId: mediator.accountId })
    await story.does(secondMediator, { type: 'note' })
    await story.does(who.head, { type: 'assign', mediatorIds: [mediator.accountId] })
    expect(await refusalOf(story.does(secondMediator, { type: 'note' })), 'no longer theirs').toEqual(said.notFound)
    await expectSound(story.id)
  })

  test('a party objects: no session until the head has answered by naming anew', async () => {
    const story = await aMediation()
    await story.does(
      who.mediator,
      { type: 'object', side: 'respondent' },
      { texts: [{ kind: 'why', audience: 'handlers', text: '是亲戚' }] },
    )
    const held = async () => holdSession(await story.sent(who.mediator), { kind: 'joint', startedAt: story.now, attendance: [] })
    expect(await refusalOf(held())).toEqual([409, '当事人申请更换调解员，还没有重新指派，不能开会'])
    await story.does(who.head, { type: 'assign', mediatorIds: [who.secondMediator.accountId] })
    expect(await refusalOf(held()), 'who was replaced').toEqual(said.notFound)
    await holdSession(await story.sent(who.secondMediator), { kind: 'joint', startedAt: story.now, attendance: [] })
    await expectSound(story.id)
  })

  test('is for the head, not for whoever would like to have it', async () => {
    const story = await aReceived()
    expect(await refusalOf(story.does(who.mediator, { type: 'assign', mediatorIds: [who.mediator.accountId] }))).toEqual(said.notFound)
    expect(await refusalOf(story.does(who.triage, { type: 'assign', mediatorIds: [who.mediator.accountId] }))).toEqual(said.forbidden)
  })
})

describe('办理结果', () => {
  test.each([
    ['judicial', 'court'],
    ['administrative', 'organ'],
  ] as const)('%s: settled by its own paper, which binds at once', async (channel, part) => {
    const story = await elsewhere(channel)
    await giveOutcome(await story.sent(who[part]), {
      result: 'settled',
      terms: [term({ dueDay: '2026-03-20' })],
      why: '调解书',
    })
    expect(await story.status()).toBe('performing')
    expect(await story.agreements()).toMatchObject([{ kind: 'outcome', status: 'inForce', effectRule: 'official', confirmable: false }])
    expect(await story.running()).toEqual({ performance: '2026-03-20' })
    await expectSound(story.id)
  })

  test('decided without duties: nothing is owed, and it goes on to the return visit', async () => {
    const story = await elsewhere('administrative')
    await giveOutcome(await story.sent(who.organ), { result: 'decided', why: '责令改正，已改' })
    expect(await story.status()).toBe('visiting')
    await expectSound(story.id)
  })

  test('handed back, it returns to triage; only who has it may say so', async () => {
    const story = await elsewhere('judicial')
    expect(await refusalOf(story.does(who.triage, { type: 'outcome', result: 'handedBack', owing: false }))).toEqual(said.forbidden)
    expect(await refusalOf(story.does(who.organ, { type: 'outcome', result: 'handedBack', owing: false }))).toEqual(said.notFound)
    await giveOutcome(await story.sent(who.court), { result: 'handedBack', why: '不属受案范围' })
    expect(await story.status()).toBe('reported')
    await expectSound(story.id)
  })

  test('a mediator invited by the court is named in the leg and sees it', async () => {
    const story = await elsewhere('judicial')
    const stationed = await person('mediator-stationed-court-1')
    await story.does(who.court, { type: 'assign', mediatorIds: [stationed.accountId] })
    await holdSession(await story.sent(stationed), { kind: 'joint', startedAt: story.now, attendance: [] })
    expect(await story.status()).toBe('inCourt')
    await expectSound(story.id)
  })
})
