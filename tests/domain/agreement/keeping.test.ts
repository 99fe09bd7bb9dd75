import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { amend, settleOnSpot } from '#app/domain/agreement/agree.server'
import { breach, contest, keptAfterAll, perform } from '#app/domain/agreement/perform.server'
import { confirm } from '#app/domain/confirmation/confirm.server'
import { handOn } from '#app/domain/dispute/hand-on.server'
import { aClosed, aKeptPromise, anAgreement, aReport, aSignedPaper, type Story, term } from '../../support/disputes'
import { bodyId, people, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'
import { expectSound } from '../dispute/sound'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})
const invalid = '有几处没有填对，请看红字'
const item = async (story: Story, place = 0) => (await story.owed())[place]!.id

describe('登记履行', () => {
  test('in parts, by somebody else, with proof; the last part brings the return visit', async () => {
    const story = await anAgreement([term({ amountFen: 30_000n })])
    const obligationId = await item(story)
    await perform(await story.sent(who.mediator), {
      obligationId,
      amountFen: 10_000n,
      byText: '保险公司',
      proof: '转账凭证',
      receivedOn: '2026-03-05',
    })
    expect(await story.status()).toBe('performing')
    await perform(await story.sent(who.mediator), { obligationId, amountFen: 20_000n })
    expect(await story.status()).toBe('visiting')
    const rows = await db.performance.findMany({ where: { obligationId }, orderBy: { id: 'asc' } })
    expect(rows).toMatchObject([
      { amountFen: 10_000n, whole: false, byText: '保险公司' },
      { amountFen: 20_000n, whole: false },
    ])
    expect(await story.running()).toEqual({ returnVisit: '2026-03-20' })
    await expectSound(story.id)
  })

  test('never more than is owed: amount × heads × times', async () => {
    const story = await anAgreement([term({ amountFen: 10_000n, heads: 2, every: 'P1M', times: 3, dueDay: '2026-03-31' })])
    const obligationId = await item(story)
    await perform(await story.sent(who.mediator), { obligationId, amountFen: 59_999n })
    expect(await refusalOf(perform(await story.sent(who.mediator), { obligationId, amountFen: 2n }))).toEqual([
      400,
      invalid,
      { amountFen: '超过了应付的数：还差 0.01 元' },
    ])
    await perform(await story.sent(who.mediator), { obligationId, amountFen: 1n })
    expect(await story.status()).toBe('visiting')
  })

  test('an amount only where money is owed, nothing after it was done whole, nothing of another dispute', async () => {
    const story = await anAgreement([term({ kind: 'apologise', what: '道歉' }), term()])
    const [sorry, money] = await story.owed()
    expect(await refusalOf(perform(await story.sent(who.mediator), { obligationId: sorry!.id, amountFen: 1n }))).toEqual([
      400,
      invalid,
      { amountFen: '这一项不是付钱，不填金额' },
    ])
    await perform(await story.sent(who.mediator), { obligationId: money!.id })
    expect(await refusalOf(perform(await story.sent(who.mediator), { obligationId: money!.id, amountFen: 1n }))).toEqual([
      400,
      invalid,
      { amountFen: '这一项已经全部履行' },
    ])
    const other = await item(await anAgreement())
    expect(await refusalOf(perform(await story.sent(who.mediator), { obligationId: other }))).toEqual([409, '这一项不在现在生效的协议里'])
  })

  test('a standing duty holds up nothing, a sum that is computed later does', async () => {
    const story = await anAgreement([
      term({ kind: 'refrain', what: '不再堵路', standing: true }),
      term({ amountFen: undefined, formula: '按票据' }),
    ])
    await perform(await story.sent(who.mediator), { obligationId: await item(story, 1), amountFen: 5_000n })
    expect(await story.status()).toBe('performing')
    await perform(await story.sent(who.mediator), { obligationId: await item(story, 1) })
    expect(await story.status()).toBe('visiting')
    await expectSound(story.id)
  })

  test('by who keeps it; the triage post only where nobody else does', async () => {
    const story = await anAgreement()
    const obligationId = await item(story)
    for (const part of ['head', 'triage', 'bureau'] as const)
      expect(await refusalOf(perform(await story.sent(who[part]), { obligationId })), part).toEqual(said.forbidden)
    const spot = await aReport()
    await settleOnSpot(await spot.sent(who.grid), { form: 'oral', terms: [term()] })
    await handOn(await spot.sent(who.triage), { accountId: who.secondMediator.accountId, why: '网格员轮换' })
    expect(await spot.row()).toMatchObject({ keeperId: who.secondMediator.accountId, status: 'performing' })
    expect(await refusalOf(perform(await spot.sent(who.grid), { obligationId: await item(spot) }))).toEqual(said.forbidden)
    const sent = await spot.sent(who.secondMediator)
    await perform(sent, { obligationId: await item(spot) })
    expect(await spot.status()).toBe('visiting')
    await expectSound(spot.id)
  })
})

describe('不履行、效力争议、仍按协议履行', () => {
  test('不履行: back to triage, the leg ends as breached, what is agreed stays in force', async () => {
    const story = await anAgreement()
    const obligationId = await item(story)
    await breach(await story.sent(who.mediator), { obligationId, why: '到期没有退' })
    expect(await story.row()).toMatchObject({ status: 'reported' })
    expect(await story.legs()).toMatchObject([{ result: 'breached' }])
    expect(await story.agreements()).toMatchObject([{ status: 'inForce' }])
    expect(await story.running()).toEqual({ triage: '2026-03-06' })
    expect((await story.lastEvent()).detail).toEqual({ obligationId })
    await expectSound(story.id)
    await keptAfterAll(await story.sent(who.triage), { why: '第二天退了' })
    expect(await story.status()).toBe('performing')
    await expectSound(story.id)
  })

  test('效力争议: contested until the parties keep to it after all; the days to ask the court run from effect all the same', async () => {
    const story = await aSignedPaper()
    const [party] = (await story.row()).parties
    await contest(await story.sent(who.mediator), { partyId: party!.id, why: '说是被逼签的' })
    expect(await story.agreements()).toMatchObject([{ status: 'contested' }])
    expect(await story.lastEvent()).toMatchObject({ behalfPartyId: party!.id, toStatus: 'reported' })
    expect(await story.running()).toEqual({ confirmation: '2026-04-07', triage: '2026-03-06' })
    await expectSound(story.id)
    await keptAfterAll(await story.sent(who.triage), { why: '谈通了' })
    expect(await story.agreements()).toMatchObject([{ status: 'inForce' }])
    expect(await story.running()).toEqual({ confirmation: '2026-04-07', performance: '2026-04-07' })
    await expectSound(story.id)
  })

  test('仍按协议履行 needs something in force', async () => {
    const story = await aReport()
    expect(await refusalOf(keptAfterAll(await story.sent(who.triage), { why: '' }))).toEqual(said.notNow)
  })
})

describe('回访、办结', () => {
  test('kept: it may be closed; partly or nobody there: not without the reason', async () => {
    const story = await aKeptPromise()
    await story.does(who.mediator, { type: 'visit', result: 'unreachable' })
    expect(await refusalOf(story.does(who.mediator, { type: 'close', result: 'settled' }))).toEqual(said.notNow)
    await story.does(who.mediator, { type: 'visit', result: 'kept' })
    expect(await story.row()).toMatchObject({ status: 'visiting', kept: true })
    expect(await refusalOf(story.does(who.triage, { type: 'close', result: 'settled' })), 'it is the mediator’s to close').toEqual(
      said.forbidden,
    )
    await story.does(who.mediator, { type: 'close', result: 'settled' })
    expect(await story.row()).toMatchObject({ status: 'closed', closedAt: story.now, dueAt: null })
    expect(await story.legs()).toMatchObject([{ result: 'closed' }])
    expect(await story.running()).toEqual({})
    await expectSound(story.id)
  })

  test('不回访办结 says why there was no visit', async () => {
    const story = await aKeptPromise()
    await story.does(
      who.mediator,
      { type: 'closeUnvisited' },
      { texts: [{ kind: 'why', audience: 'path', text: '当场履行，当场问过满意' }] },
    )
    expect((await story.lastEvent()).texts).toMatchObject([{ text: '当场履行，当场问过满意' }])
    await expectSound(story.id)
  })

  test('反复: from the return visit, and after 办结', async () => {
    const story = await aKeptPromise()
    await story.does(who.mediator, { type: 'visit', result: 'relapsed' })
    expect(await story.legs()).toMatchObject([{ result: 'relapsed' }])
    expect(await story.status()).toBe('reported')
    const closed = await aClosed()
    const endedAt = closed.now
    await closed.does(who.mediator, { type: 'visit', result: 'partly' })
    expect(await closed.row(), 'a visit after 办结 does not move the day on which it ended').toMatchObject({
      status: 'closed',
      closedAt: endedAt,
    })
    await closed.does(who.mediator, { type: 'visit', result: 'relapsed' })
    expect(await closed.row()).toMatchObject({ status: 'reported', closedAt: null })
    await expectSound(closed.id)
  })

  test('amended while waiting for the visit, it is performed again and the old visit counts no more', async () => {
    const story = await aKeptPromise()
    await story.does(who.mediator, { type: 'visit', result: 'kept' })
    await amend(await story.sent(who.mediator), {
      form: 'oral',
      terms: [term({ dueDay: '2026-03-31' })],
      why: '再加一项',
    })
    expect(await story.row()).toMatchObject({ status: 'performing', kept: false })
    await expectSound(story.id)
  })
})

describe('司法确认', () => {
  test('asked for together: the court sees it, the thirty days stop, its ruling is on the path', async () => {
    const story = await aSignedPaper()
    const courtId = await bodyId('court')
    await confirm(await story.sent(who.mediator), { step: 'apply', courtId })
    expect(await story.running()).not.toHaveProperty('confirmation')
    expect(await db.confirmation.findMany({ where: { disputeId: story.id } })).toMatchObject([
      { status: 'applied', courtId, appliedAt: story.now },
    ])
    expect(await refusalOf(confirm(await story.sent(who.mediator), { step: 'granted' }))).toEqual([403, '裁定由法院登记'])
    await confirm(await story.sent(who.court), { step: 'granted', number: '（2026）云0702民特1号' })
    expect(await db.confirmation.findMany({ where: { disputeId: story.id } })).toMatchObject([
      { status: 'granted', number: '（2026）云0702民特1号' },
    ])
    expect((await story.events()).slice(-2).map(({ detail }) => (detail as { step: string }).step)).toEqual(['apply', 'granted'])
    expect(await story.status(), 'it moves nothing').toBe('performing')
    await expectSound(story.id)
  })

  test('not for an oral agreement, not after thirty days from effect, not before it was asked', async () => {
    const oral = await anAgreement()
    const notWritten = '口头协议和法院、机关自己的文书不能申请司法确认。可以先补写书面协议'
    expect(await refusalOf(confirm(await oral.sent(who.mediator), { step: 'apply' }))).toEqual([409, notWritten])
    const story = await aSignedPaper()
    expect(await refusalOf(confirm(await story.sent(who.mediator), { step: 'granted' }))).toEqual([409, '还没有申请司法确认'])
    expect(await refusalOf(confirm(await story.sent(who.mediator), { step: 'apply', covers: [await item(oral)] }))).toEqual([
      409,
      '没有可以申请司法确认的协议',
    ])
    const late = (await aSignedPaper()).waits(31)
    expect(await refusalOf(confirm(await late.sent(who.mediator), { step: 'apply' }))).toEqual([
      409,
      '协议生效已超过30日，不能再申请司法确认（人民调解法第33条）',
    ])
  })

  const confirmations = ({ id }: Story) => db.confirmation.findMany({ where: { disputeId: id }, orderBy: { id: 'asc' } })

  test('asked anew for the same term the earlier application is taken back; other terms wait beside it, and each has its answer', async () => {
    const story = await aSignedPaper([term(), term({ what: '退还押金' })])
    const [rent, deposit] = [await item(story, 0), await item(story, 1)]
    await confirm(await story.sent(who.mediator), { step: 'apply', covers: [rent] })
    await confirm(await story.sent(who.mediator), { step: 'apply', covers: [deposit] })
    await confirm(await story.sent(who.mediator), { step: 'apply', covers: [rent] })
    expect((await confirmations(story)).map(({ status }) => status)).toEqual(['withdrawn', 'applied', 'applied'])
    await confirm(await story.sent(who.mediator), { step: 'refused', covers: [deposit] })
    await confirm(await story.sent(who.mediator), { step: 'granted' })
    expect((await confirmations(story)).map(({ status }) => status)).toEqual(['withdrawn', 'refused', 'granted'])
  })

  test('taken back in time, the thirty days go on from the day of effect', async () => {
    const story = await aSignedPaper()
    const before = (await story.running()).confirmation
    await confirm(await story.sent(who.mediator), { step: 'apply' })
    expect(await story.running()).not.toHaveProperty('confirmation')
    await confirm(await story.sent(who.mediator), { step: 'withdrawn' })
    expect((await story.running()).confirmation).toEqual(before)
    await expectSound(story.id)
  })

  test('a new list in force ends what was asked about the old one; of all that was asked a court may confirm a part', async () => {
    const story = await aSignedPaper()
    await confirm(await story.sent(who.mediator), { step: 'apply' })
    await amend(await story.sent(who.mediator), { form: 'oral', why: '改为分期', terms: [term()] })
    expect(await confirmations(story)).toMatchObject([{ status: 'withdrawn' }])
    expect(await refusalOf(confirm(await story.sent(who.mediator), { step: 'granted' }))).toEqual([409, '还没有申请司法确认'])
    const other = await aSignedPaper([term(), term({ what: '退还押金' })])
    await confirm(await other.sent(who.mediator), { step: 'apply' })
    await confirm(await other.sent(who.mediator), { step: 'granted', covers: [await item(other, 1)] })
    expect(await confirmations(other)).toMatchObject([{ status: 'granted', covers: [await item(other, 1)] }])
  })

  test('a ruling says itself what it confirms, but only of what is in force here', async () => {
    const story = await aSignedPaper([term(), term({ what: '退还押金' })])
    await confirm(await story.sent(who.mediator), { step: 'apply', covers: [await item(story, 0)] })
    const elsewhere = [await item(await aSignedPaper())]
    expect(await refusalOf(confirm(await story.sent(who.mediator), { step: 'granted', covers: elsewhere }))).toEqual([
      409,
      '有一项不在现在生效的协议里',
    ])
    await confirm(await story.sent(who.mediator), { step: 'granted', covers: [await item(story, 1)] })
    expect(await confirmations(story)).toMatchObject([{ status: 'granted', covers: [await item(story, 1)] }])
  })
})
