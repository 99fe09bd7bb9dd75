import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { newId } from '#app/domain/id'
import { quickForm } from '#app/domain/quick/form'
import { quickPage } from '#app/domain/quick/page.server'
import { settleQuick } from '#app/domain/quick/settle.server'
import { firstDay, time } from '../../support/clock'
import { Story } from '../../support/disputes'
import { areaId, bodyId, longquan, people, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'

let who: Record<Part, Person>
let typed: z.input<typeof quickForm>
beforeAll(async () => {
  who = await people()
  typed = {
    bodyId: await bodyId('room-maguotou'),
    areaId: await areaId(longquan),
    typeCode: '1101',
    parties: [{ name: '和丽江' }, { name: '杨正平' }],
    facts: '客栈不退三百元房费。',
    told: true,
    terms: [{ who: '1', what: '退还房费', amount: '300' }],
    performed: true,
    satisfaction: 'satisfied',
  }
})

const now = time(firstDay)
const settle = async (more: Partial<typeof typed> = {}, actor = who.mediator, key = newId()) => {
  const { id } = await settleQuick({ actor, quick: quickForm.parse({ ...typed, ...more }), key, now })
  return new Story(id, now)
}
const acts = async (story: Story) => (await story.events()).map(({ type }) => type)
const wayIn = ['register', 'offer', 'receive', 'assign', 'session', 'agree']

describe('on one page', () => {
  test('from facts to kept agreement, each act an event', async () => {
    const story = await settle()
    expect(await acts(story)).toEqual([...wayIn, 'perform', 'visit', 'close'])
    expect([await story.status(), await story.running()]).toEqual(['closed', {}])
    expect((await story.lastLeg()).rightsToldAt).toEqual(now)
    const [agreement] = await story.agreements()
    expect(agreement).toMatchObject({ form: 'oral', status: 'inForce', obligations: [{ kind: 'pay', amountFen: 30_000n }] })
    expect((await story.row()).parties.map(({ willing }) => willing)).toEqual(['willing', 'willing'])
    expect((await story.events()).at(-2)?.texts[0]?.text).toBe('当场回访，满意')
  })

  test('what is not done at once is followed up by the mediator', async () => {
    const story = await settle({ performed: false, terms: [{ who: '1', what: '退还房费', amount: '300', dueDay: '2026-12-31' }] })
    expect([await acts(story), await story.status()]).toEqual([wayIn, 'performing'])
    expect(await story.row()).toMatchObject({ keeperId: who.mediator.accountId })
  })

  test('written down later, each act keeps its own time', async () => {
    const story = await settle({ startedAt: '2026-01-05T09:00', agreedAt: '2026-01-05T09:20' })
    const at = (await story.events()).map(({ happenedAt }) => happenedAt.toISOString().slice(11, 16))
    expect(at).toEqual(['01:00', '01:00', '01:00', '01:00', '01:20', '01:20', '01:20', '01:20', '01:20'])
    expect((await refusalOf(settle({ startedAt: '2026-01-05T09:00', agreedAt: '2026-01-05T08:00' })))[2]).toHaveProperty('agreedAt')
  })

  test('a visitor among three, and two promises: home, the way to reach them and the hour of leaving are kept', async () => {
    const story = await settle({
      parties: [
        { name: '和丽江', homeText: '四川成都', awayContact: '微信号 hlj' },
        { name: '杨正平' },
        { name: '杨正山', side: 'respondent' },
      ],
      leavesAt: '2026-01-06T09:00',
      terms: [{ who: '1', what: '退还房费', amount: '300' }, { who: 'each', what: '互相道歉' }, { who: '1' }],
    })
    const { parties } = await story.row()
    expect(parties.map(({ name, side, homeText }) => [name, side, homeText])).toEqual([
      ['和丽江', 'applicant', '四川成都'],
      ['杨正平', 'respondent', null],
      ['杨正山', 'respondent', null],
    ])
    expect(parties[0]?.awayContactCipher).not.toContain('hlj')
    const [agreement] = await story.agreements()
    expect(agreement?.obligations.map((term) => [term.who, term.to, term.kind])).toEqual([
      ['杨正平', '和丽江', 'pay'],
      ['各方', null, 'do'],
    ])
    const content = (await story.events()).find(({ type }) => type === 'agree')?.texts.find(({ kind }) => kind === 'content')
    expect(content?.text).toBe('杨正平向和丽江：退还房费，300.00 元。\n各方：互相道歉。\n当场履行。')
  })

  test('written, signed and sealed at the table, it is in force that day by Art. 29 and kept at once', async () => {
    const story = await settle({ form: 'written', sealedBy: '和建华' })
    expect(await acts(story)).toEqual([...wayIn, 'sign', 'perform', 'visit', 'close'])
    const [agreement] = await story.agreements()
    expect(agreement).toMatchObject({ form: 'written', status: 'inForce', effectRule: 'mediation' })
    expect(
      await db.signature.findMany({ where: { agreementId: agreement!.id }, orderBy: { id: 'asc' }, select: { kind: true, name: true } }),
    ).toEqual([
      { kind: 'party', name: '和丽江' },
      { kind: 'party', name: '杨正平' },
      { kind: 'mediator', name: who.mediator.name },
      { kind: 'seal', name: '和建华' },
    ])
  })

  test('once, however often it is sent', async () => {
    const key = newId()
    expect((await settle({}, who.mediator, key)).id).toBe((await settle({}, who.mediator, key)).id)
  })
})

describe('refused whole', () => {
  test('to others, out of scope, by a namesake, where the law asks for paper: nothing is written', async () => {
    const before = await db.dispute.count()
    expect(await refusalOf(settle({}, who.grid))).toEqual(said.forbidden)
    expect((await refusalOf(settle({ typeCode: '1001' })))[1]).toContain('受理范围')
    expect((await refusalOf(settle({ parties: [{ name: who.mediator.name }, { name: '杨正平' }] })))[0]).toBe(409)
    expect((await refusalOf(quickPage(who.grid)))[0]).toBe(403)
    expect(await db.dispute.count()).toBe(before)
  })

  test('where rights were not told or the content is not written down', () => {
    const wrong = quickForm.safeParse({ ...typed, told: undefined })
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(['told'])
    const empty = quickForm.safeParse({ ...typed, parties: [], terms: [{ who: '1', amount: '300' }] })
    expect(empty.error?.issues.map(({ path }) => path.join('.'))).toEqual(['parties.0.name', 'parties.1.name', 'terms.0.what'])
    const unsealed = quickForm.safeParse({ ...typed, form: 'written', terms: [{ who: '7', what: '道歉' }] })
    expect(unsealed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['terms.0.who', 'sealedBy'])
  })
})
