import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { agree, agreeInPart, amend, settleOnSpot } from '#app/domain/agreement/agree.server'
import { perform } from '#app/domain/agreement/perform.server'
import { sign } from '#app/domain/agreement/sign.server'
import { nextOf } from '#app/domain/dispute/show/next.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { paperOf } from '#app/domain/paper/paper.server'
import { aMediation, anAgreement, anOffer, aPaper, aReport, aSignedPaper, term } from '../../support/disputes'
import { fieldsOf, send } from '../../support/forms'
import { people, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'
import { expectSound } from '../dispute/sound'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})
const invalid = '有几处没有填对，请看红字'

describe('达成协议', () => {
  test('oral: binds at once, mediation stops, the first due day runs', async () => {
    const story = await aMediation()
    await agree(await story.sent(who.mediator), {
      form: 'oral',
      terms: [term({ dueDay: '2026-03-20' }), term({ what: '道歉', kind: 'apologise', dueDay: '2026-03-10' })],
      content: '退还并道歉',
    })
    expect(await story.agreements()).toMatchObject([
      {
        status: 'inForce',
        form: 'oral',
        kind: 'whole',
        effectRule: 'oral',
        confirmable: false,
        effectiveAt: story.now,
      },
    ])
    expect(await story.row()).toMatchObject({ status: 'performing' })
    expect(await story.running()).toEqual({ performance: '2026-03-10' })
    expect((await story.lastEvent()).texts).toMatchObject([{ kind: 'content', audience: 'path', text: '退还并道歉' }])
    await expectSound(story.id)
  })

  test('written: waits for its signatures and has seven days', async () => {
    const story = await aPaper()
    expect(await story.agreements()).toMatchObject([{ status: 'drafted', effectRule: 'mediation', confirmable: true, effectiveAt: null }])
    expect(await story.row()).toMatchObject({ status: 'signing' })
    expect(await story.running()).toEqual({ signing: '2026-03-12' })
    await expectSound(story.id)
  })

  test('every shape of a term comes back as it was written', async () => {
    const terms = [
      term({ amountFen: 120_000n, heads: 3, every: 'P2M', times: 6, dueDay: '2026-04-01' }),
      term({ amountFen: undefined, formula: '按实际斤数×28元', amountText: '约两千元' }),
      term({ kind: 'refrain', what: '不再堵路', standing: true }),
      term({
        kind: 'handOver',
        what: '交出钥匙',
        dueText: '农历九月初九前',
        condition: '修好水管以后',
        dependsOn: [0],
        note: '两人在场',
      }),
      term({ kind: 'do', what: '修好水管', until: '修好为止', who: '龙泉村委会' }),
    ]
    const story = await anAgreement(terms)
    const plain = (rows: object[]) =>
      rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)))
    const kept = (await story.owed()).map(({ id: _, agreementId: __, position: ___, dueDay, ...row }) => ({
      ...row,
      dueDay: dueDay?.toISOString().slice(0, 10),
    }))
    expect(plain(kept)).toEqual(plain(terms))
  })

  test('an agreement without terms yet is possible: nothing is owed', async () => {
    const story = await anAgreement([])
    expect(await story.status()).toBe('visiting')
    await expectSound(story.id)
  })

  test('due before it was agreed is refused beside its field, and nothing is written', async () => {
    const story = await aMediation()
    const early = agree(await story.sent(who.mediator), {
      form: 'oral',
      terms: [term(), term({ dueDay: '2026-03-01' })],
    })
    expect(await refusalOf(early)).toEqual([400, invalid, { 'terms[1].dueDay': '到期日早于达成协议的日子' }])
    expect(await story.agreements()).toEqual([])
  })

  test('where the law asks for paper, an oral one needs a reason', async () => {
    const story = await aMediation({ typeCode: '1001' })
    const oral = { form: 'oral' as const, terms: [term()] }
    const [status, , fields] = await refusalOf(agree(await story.sent(who.mediator), oral))
    expect([status, fields]).toEqual([400, { oralWhy: '劳动争议达成协议的，应当制作调解协议书。一定要口头的，请写明原因' }])
    await agree(await story.sent(who.mediator), { ...oral, oralWhy: '当场付清' })
    expect((await story.lastEvent()).texts).toMatchObject([{ kind: 'why', text: '当场付清' }])
  })

  test('where a party asked for paper, an oral one needs a reason too; when paper is better is said', async () => {
    const story = await aMediation()
    const fields = await fieldsOf(story, who.mediator, 'agree')
    expect(JSON.stringify(fields)).toContain('不当场履行的、数额大的、以后要申请司法确认的')
    const oral = { form: 'oral', later: true, content: '退三百元', paperAsked: true }
    expect((await refusalOf(send(story, who.mediator, 'agree', oral)))[2]).toHaveProperty('oralWhy')
    await send(story, who.mediator, 'agree', { ...oral, oralWhy: '对方马上要走' })
    expect((await story.lastEvent()).texts).toContainEqual(
      expect.objectContaining({ kind: 'why', audience: 'path', text: '对方马上要走' }) as object,
    )
  })

  test('rural land contract and medical disputes as well', async () => {
    for (const [typeCode, to] of [
      ['0701', 'room-maguotou'],
      ['1301', 'industry-medical'],
    ] as const) {
      const story = await aMediation({ typeCode }, { to })
      const actor = to === 'industry-medical' ? who.medicalMediator : who.mediator
      expect((await refusalOf(agree(await story.sent(actor), { form: 'oral', terms: [term()] })))[2], typeCode).toHaveProperty('oralWhy')
    }
  })

  test('by word of mouth its content must be written down (Art. 28)', async () => {
    const story = await aMediation()
    const without = send(story, who.mediator, 'agree', { form: 'oral', later: true })
    expect((await refusalOf(without))[2]).toHaveProperty('content')
  })

  test('is the mediator’s or the head’s, and only while they talk', async () => {
    const story = await aMediation()
    for (const part of ['triage', 'bureau'] as const)
      expect(await refusalOf(agree(await story.sent(who[part]), { form: 'oral', terms: [term()] })), part).toEqual(said.forbidden)
    const offered = await anOffer()
    expect(await refusalOf(agree(await offered.sent(who.head), { form: 'oral', terms: [term()] }))).toEqual(said.notNow)
    expect(await offered.agreements(), 'what was written first is undone').toEqual([])
  })
})

describe('部分达成协议', () => {
  const part = { form: 'oral' as const, who: '三户', count: 3 }

  test('its terms are added; the rest go on talking and the month runs on', async () => {
    const story = await aMediation()
    await agreeInPart(await story.sent(who.mediator), { ...part, left: 4, terms: [term()] })
    await agreeInPart(await story.sent(who.mediator), { ...part, left: 2, terms: [term({ what: '再退一百' })] })
    expect(await story.status()).toBe('mediating')
    expect((await story.agreements()).map(({ status, partWho, partLeft }) => [status, partWho, partLeft])).toEqual([
      ['inForce', '三户', 4],
      ['inForce', '三户', 2],
    ])
    expect((await story.owed()).map(({ what }) => what)).toEqual(['退还房费', '再退一百'])
    expect(Object.keys(await story.running())).toEqual(['mediation'])
    expect((await expectSound(story.id)).facts).toMatchObject({ inForce: true, owing: true, paper: false })
  })

  test('nobody left ends the mediation', async () => {
    const story = await aMediation()
    await agreeInPart(await story.sent(who.mediator), { ...part, left: 0, terms: [term()] })
    expect(await story.status()).toBe('performing')
    await expectSound(story.id)
  })

  test('performed meanwhile, it is kept on the path without moving anything', async () => {
    const story = await aMediation()
    await agreeInPart(await story.sent(who.mediator), { ...part, left: null, terms: [term()] })
    const [first] = await story.owed()
    await perform(await story.sent(who.mediator), { obligationId: first!.id })
    expect(await story.status()).toBe('mediating')
    expect((await expectSound(story.id)).facts).toMatchObject({ owing: false })
  })

  test('a written part waits by itself and is signed while the others talk', async () => {
    const story = await aMediation()
    await agreeInPart(await story.sent(who.mediator), { ...part, form: 'written', left: 2, terms: [term()] })
    expect(await story.status()).toBe('mediating')
    await sign(await story.sent(who.mediator), await story.allSign())
    expect(await story.agreements()).toMatchObject([{ status: 'inForce', confirmable: true }])
    expect(Object.keys(await story.running()).sort()).toEqual(['confirmation', 'mediation'])
    await expectSound(story.id)
  })

  test('the papers of two parts wait beside each other; until both are signed it is not done', async () => {
    const story = await aMediation()
    const done = [term({ standing: true })]
    await agreeInPart(await story.sent(who.mediator), { ...part, form: 'written', left: 2, terms: done })
    await agreeInPart(await story.sent(who.mediator), { ...part, left: 1, terms: done })
    expect((await expectSound(story.id)).facts).toMatchObject({ paper: true, inForce: true })
    await agreeInPart(await story.sent(who.mediator), { ...part, form: 'written', left: 0, terms: done })
    await sign(await story.sent(who.mediator), await story.allSign())
    expect(await story.status(), 'the last part still waits').toBe('performing')
    expect((await expectSound(story.id)).facts).toMatchObject({ paper: true, owing: false })
    await sign(await story.sent(who.mediator), await story.allSign())
    expect(await story.status()).toBe('visiting')
    await expectSound(story.id)
  })

  test('an agreement of all takes the place of the parts, signed or not', async () => {
    const story = await aMediation()
    await agreeInPart(await story.sent(who.mediator), { ...part, left: 4, terms: [term()] })
    await agreeInPart(await story.sent(who.mediator), { ...part, form: 'written', left: 2, terms: [term()] })
    await agree(await story.sent(who.mediator), { form: 'written', terms: [term({ what: '都退' })] })
    expect(
      (await story.agreements()).map(({ status }) => status),
      'the first binds until the new one is signed',
    ).toEqual(['inForce', 'dropped', 'drafted'])
    await sign(await story.sent(who.mediator), await story.allSign())
    expect((await story.agreements()).map(({ status }) => status)).toEqual(['replaced', 'dropped', 'inForce'])
    expect((await story.owed()).map(({ what }) => what)).toEqual(['都退'])
    await expectSound(story.id)
  })
})

describe('签字盖章', () => {
  test('says what is missing and waits; with the last name it is in force and numbered', async () => {
    const story = await aPaper()
    const names = await story.allSign()
    expect(await sign(await story.sent(who.mediator), names.slice(0, 1))).toEqual(['杨正平的签名', '调解员的签名', '调委会的印章'])
    expect(await story.row()).toMatchObject({ status: 'signing', version: 5 })
    expect(await sign(await story.sent(who.mediator), names.slice(1, 3))).toEqual(['调委会的印章'])
    expect(await sign(await story.sent(who.mediator), names.slice(3))).toEqual([])
    const [paper] = await story.agreements()
    expect(paper).toMatchObject({ status: 'inForce' })
    expect(paper!.number).toMatch(/^（2026）束河人调协字第\d+号$/)
    expect(paper!.signatures).toHaveLength(4)
    expect(await story.status()).toBe('performing')
    expect(await story.running()).toEqual({ confirmation: '2026-04-07', performance: '2026-04-07' })
    await expectSound(story.id)
  })

  test('in force from the last signature, whenever it was written down; thirty days to ask the court run from then', async () => {
    const story = (await aPaper()).waits(6)
    const names = await story.allSign('2026-03-06')
    await sign(await story.sent(who.mediator), names)
    const [paper] = await story.agreements()
    expect(paper!.effectiveAt).toEqual(new Date('2026-03-05T16:00:00Z'))
    expect(await story.lastEvent()).toMatchObject({
      happenedAt: new Date('2026-03-05T16:00:00Z'),
      recordedAt: story.now,
    })
    expect(await story.running()).toMatchObject({ confirmation: '2026-04-07' })
    const [row] = await db.deadline.findMany({ where: { disputeId: story.id, period: 'confirmation' } })
    expect(row!.firstDay.toISOString().slice(0, 10)).toBe('2026-03-07')
  })

  test('entrusted by a court, the parties’ names are enough', async () => {
    const story = await aPaper([term()], { source: 'court' })
    const names = await story.allSign()
    expect(await sign(await story.sent(who.mediator), names.slice(0, 2))).toEqual([])
    expect(await story.agreements()).toMatchObject([{ effectRule: 'entrusted', status: 'inForce' }])
  })

  test('not before it was made, not tomorrow, not by a stranger, not by who only watches', async () => {
    const story = await aPaper()
    const day = '签字日期要在达成协议以后、今天以前'
    for (const signedOn of ['2026-03-04', '2026-03-06'])
      expect(await refusalOf(sign(await story.sent(who.mediator), await story.allSign(signedOn)))).toEqual([
        400,
        invalid,
        { 'signatures[0].signedOn': day },
      ])
    const stranger = (await (await aReport()).allSign()).slice(0, 1)
    expect(await refusalOf(sign(await story.sent(who.mediator), stranger))).toEqual([
      400,
      invalid,
      { 'signatures[0].partyId': '这个人不是本纠纷的当事人' },
    ])
    expect(await refusalOf(sign(await story.sent(who.bureau), await story.allSign()))).toEqual(said.forbidden)
    expect((await story.agreements())[0]!.signatures).toEqual([])
    expect(await refusalOf(sign(await (await aMediation()).sent(who.mediator), []))).toEqual([409, '没有等待签字的协议'])
  })

  test('再谈: the paper is dropped and the mediation runs on from 受理', async () => {
    const story = (await aPaper()).waits(5)
    await story.does(who.mediator, { type: 'talkAgain' })
    expect(await story.agreements()).toMatchObject([{ status: 'dropped' }])
    expect(await story.running()).toEqual({ mediation: '2026-04-07' })
    await expectSound(story.id)
  })
})

describe('变更协议', () => {
  test('oral: the new list binds at once, the old one is replaced and keeps its link in time', async () => {
    const story = await anAgreement([term({ dueDay: '2026-03-10' })])
    await amend(await story.sent(who.mediator), {
      form: 'oral',
      terms: [term({ dueDay: '2026-04-10' })],
      why: '宽限一个月',
    })
    expect((await story.agreements()).map(({ status, kind }) => [status, kind])).toEqual([
      ['replaced', 'whole'],
      ['inForce', 'amendment'],
    ])
    expect(await story.running()).toEqual({ performance: '2026-04-10' })
    expect((await story.lastEvent()).texts).toMatchObject([{ kind: 'why', audience: 'path', text: '宽限一个月' }])
    await expectSound(story.id)
  })

  test('written: what is in force stays until the new one is signed', async () => {
    const story = await aSignedPaper([term({ dueDay: '2026-03-10' })])
    await amend(await story.sent(who.mediator), {
      form: 'written',
      terms: [term({ dueDay: '2026-04-10' })],
      why: '宽限',
    })
    expect((await story.agreements()).map(({ status }) => status)).toEqual(['inForce', 'drafted'])
    expect(await story.status()).toBe('performing')
    const [owed] = await story.owed()
    await perform(await story.sent(who.mediator), { obligationId: owed!.id })
    expect(await story.status(), 'a paper is still pending').toBe('performing')
    await sign(await story.sent(who.mediator), await story.allSign())
    expect((await story.agreements()).map(({ status }) => status)).toEqual(['replaced', 'inForce'])
    expect(await story.running()).toMatchObject({ performance: '2026-04-10' })
    await expectSound(story.id)
  })

  test('changed once more before it was signed: only the newest waits', async () => {
    const story = await aSignedPaper()
    for (const what of ['一', '二']) await amend(await story.sent(who.mediator), { form: 'written', terms: [term({ what })], why: '改' })
    await sign(await story.sent(who.mediator), await story.allSign())
    expect((await story.agreements()).map(({ status }) => status)).toEqual(['replaced', 'dropped', 'inForce'])
    expect((await story.owed()).map(({ what }) => what)).toEqual(['二'])
    await expectSound(story.id)
  })

  test('not where nothing is in force', async () => {
    const story = await aMediation()
    expect(await refusalOf(amend(await story.sent(who.mediator), { form: 'oral', terms: [term()], why: '改' }))).toEqual([
      400,
      invalid,
      { terms: '还没有生效的协议，不能变更' },
    ])
  })
})

describe('现场化解', () => {
  test('by a grid worker it is 自行和解: the parties’ names are enough, and the grid worker keeps it', async () => {
    const story = await aReport()
    await settleOnSpot(await story.sent(who.grid), { form: 'written', terms: [term()] })
    expect(await story.row()).toMatchObject({
      status: 'signing',
      keeperId: who.grid.accountId,
      settledById: who.grid.accountId,
    })
    expect(await story.agreements()).toMatchObject([{ kind: 'onSpot', effectRule: 'parties', confirmable: false, status: 'drafted' }])
    expect(await sign(await story.sent(who.grid), (await story.allSign()).slice(0, 2))).toEqual([])
    expect(await story.status()).toBe('performing')
    await expectSound(story.id)
  })

  test('by word of mouth too: in force at once, and nothing of the committee’s', async () => {
    const story = await aReport()
    await settleOnSpot(await story.sent(who.grid), { form: 'oral', terms: [term()] })
    expect(await story.agreements()).toMatchObject([{ effectRule: 'parties', confirmable: false, status: 'inForce', form: 'oral' }])
    expect(await story.running()).not.toHaveProperty('confirmation')
    const paper = paperOf(await openPage(who.triage, story.id, story.now), 'agreement')
    expect(paper.title).toBe('口头和解登记表')
    expect(paper.signs.join()).not.toContain('调解')
    await expectSound(story.id)
  })

  test('what nobody of a committee settled goes to one with one press, for either side', async () => {
    const story = await aReport()
    await settleOnSpot(await story.sent(who.grid), { form: 'oral', terms: [term()] })
    const { acts } = nextOf(await openPage(who.grid, story.id, story.now))
    expect(acts).toContainEqual(expect.objectContaining({ id: 'contest', label: '请调委会调解' }))
    const why = (await fieldsOf(story, who.grid, 'contest')).find((field) => 'name' in field && field.name === 'why')
    expect(why).toMatchObject({ value: expect.stringContaining('请调委会调解') as string })
    const [, other] = (await story.row()).parties
    await send(story, who.grid, 'contest', { partyId: other!.id, why: '请调委会调解' })
    expect(await story.status()).toBe('reported')
    await expectSound(story.id)
    const mediated = await anAgreement()
    const offered = nextOf(await openPage(who.mediator, mediated.id, mediated.now))
    expect(offered.acts.map(({ label }) => label)).not.toContain('请调委会调解')
  })

  test('by a registered mediator it is mediation, and that mediator keeps it', async () => {
    const story = await aReport()
    await settleOnSpot(await story.sent(who.grid), {
      form: 'written',
      terms: [term()],
      mediatorId: who.mediator.accountId,
    })
    expect(await story.agreements()).toMatchObject([{ effectRule: 'mediation', confirmable: true }])
    const names = await story.allSign()
    expect(await sign(await story.sent(who.mediator), names)).toEqual([])
    await expectSound(story.id)
  })

  test('done at once, it waits only for the return visit', async () => {
    const story = await aReport()
    await settleOnSpot(await story.sent(who.grid), { form: 'oral', terms: [] })
    expect(await story.row()).toMatchObject({ status: 'visiting', dueDay: new Date('2026-03-20T00:00:00Z') })
    await expectSound(story.id)
  })
})
