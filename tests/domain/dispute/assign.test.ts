import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { settleOnSpot } from '#app/domain/agreement/agree.server'
import { assign, type Assigned } from '#app/domain/dispute/assign.server'
import { ask } from '#app/domain/request/requests.server'
import { accountByKey } from '../../../prisma/district'
import { aMediation, aReceived, aReport, elsewhere, term, type FormInput, type Story } from '../../support/disputes'
import { bodyId, people, person, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { expectSound } from './sound'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})

const wrong = '有几处没有填对，请看红字'
const phoneOf = (key: string) => accountByKey(key).phone
const own = 'mediator-room-maguotou-1'

const named = async (story: Story, lead: Person, others: Person[] = [], more: Partial<Assigned> = {}, by = who.head) =>
  assign(await story.sent(by), { mediatorIds: [lead, ...others].map(({ accountId }) => accountId), ...more })

/** Received by the room, with these parties in it. */
const received = (parties: FormInput['parties']) =>
  aReceived({ parties: (parties ?? []).map((party) => ({ willing: 'willing', ...party })) })

describe('who may be named', () => {
  test('only mediators and the head of the body that has it, the lead as well as the others', async () => {
    const story = await aReceived()
    const stranger = `${who.otherMediator.name}不是这个组织现在的调解员，请从名单里选`
    expect(await refusalOf(named(story, who.otherMediator))).toEqual([400, wrong, { lead: stranger }])
    expect(await refusalOf(named(story, who.mediator, [who.otherMediator]))).toEqual([400, wrong, { others: stranger }])
    expect((await refusalOf(named(story, who.grid)))[0]).toBe(400)
    expect(
      (await refusalOf(story.does(who.head, { type: 'assign', mediatorIds: [who.otherMediator.accountId] })))[0],
      'also as a plain act',
    ).toBe(400)
    expect((await story.lastLeg()).mediators).toEqual([])
    await named(story, who.head, [who.mediator])
    expect(await story.status()).toBe('mediating')
    await expectSound(story.id)
  })

  test('nobody whose post or account has ended', async () => {
    const story = await aReceived()
    const third = await person('mediator-room-maguotou-3')
    await db.post.updateMany({ where: { accountId: third.accountId }, data: { validTo: new Date('2026-01-01') } })
    expect((await refusalOf(named(story, third)))[2]).toHaveProperty('lead')
    await db.post.updateMany({ where: { accountId: third.accountId }, data: { validTo: null } })
    await db.account.update({ where: { id: third.accountId }, data: { stoppedAt: new Date('2026-01-01') } })
    expect((await refusalOf(named(story, third)))[2]).toHaveProperty('lead')
    await db.account.update({ where: { id: third.accountId }, data: { stoppedAt: null } })
    await named(story, third)
  })

  test('people of a body that was asked to help, as long as it helps', async () => {
    const story = await aMediation()
    await ask(await story.sent(who.mediator), { bodyId: await bodyId('room-pengrenjie'), role: '协助调解' })
    await named(story, who.mediator, [who.otherMediator])
    expect((await story.lastLeg()).mediators.filter(({ validTo }) => !validTo)).toHaveLength(2)
  })

  test('before a court also people of a body that the court invited, before an organ not', async () => {
    const stationed = await person('mediator-stationed-court-1')
    const court = await elsewhere('judicial')
    expect((await refusalOf(named(court, who.otherMediator, [], {}, who.court)))[0], 'its room was not invited').toBe(400)
    await named(court, stationed, [], {}, who.court)
    const organ = await elsewhere('administrative')
    expect((await refusalOf(named(organ, stationed, [], {}, who.organ)))[0]).toBe(400)
  })

  test('each once, whoever is named twice', async () => {
    const story = await aReceived()
    await named(story, who.mediator, [who.mediator, who.secondMediator])
    expect((await story.lastLeg()).mediators).toHaveLength(2)
  })
})

describe('利害关系 (U15)', () => {
  test('a party, an agent, or one of a party’s household, by the telephone: refused', async () => {
    const phone = phoneOf(own)
    const { name } = who.mediator
    const cases: [FormInput['parties'], string][] = [
      [[{ side: 'applicant', kind: 'person', name: '和丽江', phone }], `${name}不能指派：和当事人和丽江的电话相同，是本案当事人`],
      [
        [{ side: 'applicant', kind: 'person', name: '和丽江', helpers: [{ role: 'agent', name: '木代理', phone }] }],
        `${name}不能指派：和代理人或监护人木代理的电话相同，是本案代理人或监护人`,
      ],
      [[{ side: 'respondent', kind: 'household', name: '杨正平', phone }], `${name}不能指派：和杨正平这一户的电话相同，是这一户的人`],
    ]
    for (const [parties, says] of cases) {
      const story = await received(parties)
      expect(await refusalOf(named(story, who.mediator))).toEqual([400, wrong, { lead: says }])
      expect(await refusalOf(named(story, who.secondMediator, [who.mediator]))).toEqual([400, wrong, { others: says }])
      await named(story, who.secondMediator)
    }
  })

  test('who has left the dispute is in nobody’s way; a namesake is looked into first', async () => {
    const story = await received([
      { side: 'applicant', kind: 'person', name: who.mediator.name },
      { side: 'third', kind: 'person', name: '已退出', phone: phoneOf(own) },
    ])
    await db.party.updateMany({ where: { disputeId: story.id, side: 'third' }, data: { leftAt: story.now } })
    expect((await refusalOf(named(story, who.mediator)))[2]).toEqual({
      lead: `${who.mediator.name}和当事人${who.mediator.name}同名，请核实是不是同一个人、同一户；核实过不是的，勾选“核实过”，写明怎么核实的`,
    })
    await named(story, who.mediator, [], { answers: { notSame: '看过身份证，不是同一人' } })
    expect(await story.status()).toBe('mediating')
    await named(story, who.mediator, [who.secondMediator])
  })

  test('living in a party’s household, or being one’s agent, nobody can accept', async () => {
    const story = await aReceived()
    for (const kind of ['household', 'self'] as const)
      expect(await refusalOf(named(story, who.mediator, [], { tie: { kind, what: '同住', accepted: true } }))).toEqual([
        400,
        wrong,
        { tie: '和一方同住一户、本人是当事人或者代理人的，不能调解，双方接受也不行。请另选一位' },
      ])
  })

  test('another tie must be named, told to both sides and accepted by them; then it stands on the path', async () => {
    const story = await aReceived()
    expect(await refusalOf(named(story, who.mediator, [], { tie: { kind: 'relative', accepted: false } }))).toEqual([
      400,
      wrong,
      {
        tieWhat: '请写明是谁、什么关系',
        tieAccepted: '有利害关系的，要告知双方，双方都接受才能指派（人民调解法第23条）；法院委派、委托的，双方不都同意就要回避',
      },
    ])
    await named(story, who.mediator, [], { tie: { kind: 'relative', what: '申请人的表哥', accepted: true } })
    expect((await story.lastEvent()).texts.map(({ kind, audience, text }) => [kind, audience, text])).toEqual([
      ['told', 'path', '利害关系（亲属）已告知双方，双方接受'],
      ['why', 'handlers', '申请人的表哥'],
    ])
  })

  test('on the spot too: only a mediator of a committee, and none who is a party', async () => {
    const settled = async (mediator: Person, given: FormInput = {}) => {
      const story = await aReport(given)
      return settleOnSpot(await story.sent(who.grid), { form: 'oral', terms: [term()], content: '退', mediatorId: mediator.accountId })
    }
    expect(await refusalOf(settled(who.police))).toEqual([400, wrong, { mediatorId: `${who.police.name}不是登记在册的调解员，请重新选` }])
    const parties = [{ side: 'applicant', kind: 'person', name: '和丽江', phone: phoneOf(own) }] as const
    expect((await refusalOf(settled(who.mediator, { parties: [...parties] })))[2]).toHaveProperty('mediatorId')
    await settled(who.mediator)
  })
})
