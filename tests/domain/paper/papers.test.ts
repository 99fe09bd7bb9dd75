import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { agree } from '#app/domain/agreement/agree.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { holdSession } from '#app/domain/mediation/hold-session.server'
import { ask } from '#app/domain/request/requests.server'
import { mayPrint, paperOf, type Which } from '#app/domain/paper/paper.server'
import { printsOf } from '#app/domain/paper/list.server'
import { aClosed, aFailure, aMediation, aReport, aSignedPaper, term, type Story } from '../../support/disputes'
import { entrusted } from '../../support/entrusted'
import { bodyId, people, person, type Part } from '../../support/people'

const names = ['registration', 'rights', 'session', 'agreement', 'ending', 'referral', 'visit'] as const
const talks = '愿意让一步，最多退二百'
const agreedFacts = '押金三百元，客房没有损坏'
const phone = '13987651234'
const home = '龙泉社区古柳巷九号'

let cast: Record<Part, Person>
let story: Story

const make = async (actor: Person, { id, now }: Story, name: string, which?: Which) => paperOf(await openPage(actor, id, now), name, which)
const text = async (...of: Parameters<typeof make>) => JSON.stringify(await make(...of))

beforeAll(async () => {
  cast = await people()
  story = await aMediation({
    title: '客栈押金',
    facts: `退房不退押金，和丽江的电话 ${phone}，住在${home}。`,
    amountFen: 30_000n,
    parties: [
      { side: 'applicant', kind: 'person', name: '和丽江', phone, addressText: home, willing: 'willing' },
      { side: 'respondent', kind: 'person', name: '杨正平', addressText: '大研街道光义街', willing: 'willing' },
    ],
  })
  await holdSession(await story.sent(cast.mediator), {
    kind: 'joint',
    startedAt: story.now,
    place: '束河司法所',
    attendance: [
      { name: '和丽江', role: 'party', present: true },
      { name: '木老人', role: 'invited', present: true },
    ],
    agreedFacts,
    talks,
    told: { at: story.now, how: 'inPerson', language: 'naxi' },
  })
  await agree(await story.sent(cast.mediator), { form: 'oral', terms: [term()] })
})

describe('each paper is filled from the case', () => {
  test.each<[string, string, string[]]>([
    ['registration', '人民调解受理登记表', ['和丽江', '退房不退押金', '300.00 元', '依申请调解']],
    ['rights', '人民调解权利义务告知书', ['人民调解不收费', '选择或者接受人民调解员', '如实陈述纠纷事实', '用纳西语', '翻译人']],
    ['session', '人民调解记录', ['和丽江', '事由', '见证人']],
    ['agreement', '人民调解口头协议登记表', ['杨正平向和丽江：退还房费，300.00 元', '大研街道光义街', agreedFacts]],
    ['ending', '终止调解告知书', ['仲裁、行政、司法']],
    ['referral', '移送（回告）函', [agreedFacts, '送达地址']],
    ['visit', '人民调解回访记录', ['客栈押金', '退还房费']],
  ])('%s', async (name, title, words) => {
    const paper = await make(cast.mediator, story, name)
    expect(paper.title).toBe(title)
    expect(paper.numbers.map(({ label }) => label)).toEqual(['登记编号', '卷号', '协议编号'])
    expect(paper.numbers[1]?.value).toMatch(/人调字/)
    for (const word of words) expect(JSON.stringify(paper)).toContain(word)
  })

  test('it bears the committee whose seal the room uses, and a line to sign for every party', async () => {
    const { legs } = (await openPage(cast.mediator, story.id, story.now)).rows
    const paper = await make(cast.mediator, story, 'registration')
    expect(paper.office).toBe(legs[0]?.seal)
    expect(paper.signs.slice(0, 2)).toEqual(['和丽江（签名／盖章／按指印）', '杨正平（签名／盖章／按指印）'])
  })

  test('one session, with who was invited', async () => {
    const session = await db.mediation.findFirstOrThrow({ where: { disputeId: story.id } })
    const paper = await text(cast.mediator, story, 'session', { session: session.id })
    for (const word of ['束河司法所', '木老人', agreedFacts, talks]) expect(paper).toContain(word)
  })

  test('a written agreement has its number, and days with their year', async () => {
    const written = await aSignedPaper([term({ dueDay: '2026-12-30' })])
    const paper = await make(cast.mediator, written, 'agreement')
    expect(paper.title).toBe('人民调解协议书')
    expect(paper.numbers[2]?.value).not.toBe('')
    expect(JSON.stringify(paper)).toContain('2026年12月30日前')
  })

  test('the end of mediation says how, and not why one side would not', async () => {
    const failed = await aMediation()
    await failed.does(
      cast.mediator,
      { type: 'fail', code: 'refused' },
      {
        texts: [
          { kind: 'ways', audience: 'path', text: '可以向法院起诉' },
          { kind: 'why', audience: 'handlers', text: '对方嫌钱多' },
        ],
      },
    )
    const paper = await text(cast.mediator, failed, 'ending')
    expect(paper).toContain('一方拒绝')
    expect(paper).toContain('可以向法院起诉')
    expect(paper).not.toContain('对方嫌钱多')
  })

  test('an entrusted dispute is answered to who sent it', async () => {
    const failed = await aFailure()
    await entrusted(failed.id)
    expect((await make(cast.triage, failed, 'referral')).to).toBe('古城区人民法院：')
  })

  test('a visit', async () => {
    expect(await text(cast.mediator, await aClosed(), 'visit')).toContain('已履行，无反复')
  })
})

describe('what may not stand on paper', () => {
  test('the talks, anywhere but in the record of the leg that heard them', async () => {
    const session = await db.mediation.findFirstOrThrow({ where: { disputeId: story.id } })
    for (const name of names.filter((one) => one !== 'session')) expect(await text(cast.mediator, story, name)).not.toContain(talks)
    expect(await text(cast.triage, story, 'session', { session: session.id })).not.toContain(talks)
  })

  test('a telephone in full, even where somebody wrote it into the facts', async () => {
    for (const name of names) expect(await text(cast.mediator, story, name)).not.toContain(phone)
    expect(await text(cast.mediator, story, 'registration')).toContain('139****1234')
  })

  test('an address that a party keeps from the others', async () => {
    expect(await text(cast.mediator, story, 'referral')).toContain(home)
    await db.party.updateMany({ where: { disputeId: story.id, name: '和丽江' }, data: { hidden: true } })
    for (const name of names) {
      const paper = await text(cast.mediator, story, name)
      expect(paper).not.toContain(home)
      expect(paper).not.toContain('139****1234')
    }
  })
})

describe('who prints what', () => {
  test.each<[Part, readonly string[]]>([
    ['mediator', names],
    ['head', names],
    ['triage', names],
    ['duty', names],
    ['bureau', names],
    ['grid', []],
  ])('%s', async (part, expected) => {
    const page = await openPage(cast[part], story.id, story.now)
    expect(names.filter((name) => mayPrint(page, name))).toEqual(expected)
    for (const name of names.filter((one) => !expected.includes(one)))
      expect(() => paperOf(page, name)).toThrow(expect.objectContaining({ code: 'notFound' }) as Error)
    expect(printsOf(page)).toHaveLength(expected.length)
  })

  test('nobody else opens it, and a paper or a row that is not there is not found', async () => {
    await expect(make(cast.otherHead, story, 'rights')).rejects.toMatchObject({ code: 'notFound' })
    await expect(make(cast.mediator, story, 'constructor')).rejects.toMatchObject({ code: 'notFound' })
    await expect(make(cast.mediator, story, 'session', { session: story.id })).rejects.toMatchObject({ code: 'notFound' })
    await expect(make(cast.mediator, await aFailure(), 'agreement')).rejects.toMatchObject({ code: 'notFound' })
  })

  test('a leader has the agreement alone, an organ asked for an opinion no session of the committee', async () => {
    const red = await aMediation({ dangerSigns: ['crowd'] })
    await ask(await red.sent(cast.mediator), { bodyId: await bodyId('water'), role: 'expert', asked: '请看一下屋顶漏水' })
    const may = async (actor: Person) => {
      const page = await openPage(actor, red.id, red.now)
      return names.filter((name) => mayPrint(page, name))
    }
    expect(await may(cast.leader)).toEqual(['agreement'])
    expect(await may(await person('liaison-water'))).toEqual(names.filter((name) => name !== 'session'))
  })

  test('whose leg has ended prints with the own committee and number, not with the next one', async () => {
    const failed = await aFailure()
    await failed.does(cast.triage, { type: 'offer', channel: 'people', bodyId: await bodyId('room-pengrenjie') })
    await failed.does(cast.otherHead, { type: 'receive' })
    const [first, second] = (await openPage(cast.otherHead, failed.id, failed.now)).rows.legs
    expect(second?.volume).not.toBe(first?.volume)
    expect((await make(cast.head, failed, 'ending')).numbers[1]?.value).toBe(first?.volume)
    expect((await make(cast.otherHead, failed, 'ending')).numbers[1]?.value).toBe(second?.volume)
  })

  test('sealed: who only wrote it down prints nothing', async () => {
    const sealed = await aReport({ dangerSigns: ['familyViolence'] })
    for (const name of names) await expect(make(cast.grid, sealed, name)).rejects.toMatchObject({ code: 'notFound' })
  })

  test('the volume says what is there and what is missing', async () => {
    const prints = printsOf(await openPage(cast.mediator, story.id, story.now))
    expect(prints.filter(({ there }) => there).map(({ label }) => label)).toEqual([
      '受理登记表',
      '权利义务告知书',
      '调解记录',
      '口头协议登记表',
    ])
    expect(prints.find(({ label }) => label === '回访记录')?.note).toBe('还没有回访，打出来是空表')
  })
})
