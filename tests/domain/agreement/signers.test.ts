import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { sign, type Signed } from '#app/domain/agreement/sign.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { papersOf } from '#app/domain/dispute/show/papers'
import { aPaper, term, type FormInput, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { expectSound } from '../dispute/sound'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})

const invalid = '有几处没有填对，请看红字'
type PartyInput = NonNullable<FormInput['parties']>[number]

const yang: PartyInput = { side: 'respondent', kind: 'person', name: '杨正平', willing: 'willing' }
/** A written agreement between the party given and 杨正平, made today. */
const paperWith = (party: Partial<PartyInput>, ...others: PartyInput[]) =>
  aPaper([term()], {
    parties: [{ side: 'applicant', kind: 'person', name: '和丽江', willing: 'willing', ...party }, ...(others.length ? others : [yang])],
  })
/** The first party's line as it is written down. */
const firstSigns = async (story: Story, name: string, more: Partial<Signed> = {}) => {
  const [party] = (await story.row()).parties
  const line: Signed = { kind: 'party', partyId: party!.id, name, how: 'signature', signedOn: story.today, ...more }
  return sign(await story.sent(who.mediator), [line])
}
const refused = async (act: Promise<unknown>) => {
  const [status, says, fields] = await refusalOf(act)
  expect([status, says]).toEqual([400, invalid])
  return fields
}
const helpersOf = async ({ id }: Story) => db.partyHelper.findMany({ where: { party: { disputeId: id } }, orderBy: { id: 'asc' } })
const agent = { role: 'agent', name: '木代理' } as const
const authorityCheck = async (story: Story) =>
  papersOf(await openPage(who.mediator, story.id, story.now)).check.find(({ label }) => label === '授权委托书、推选书')

describe('an agent’s name under the paper', () => {
  test('counts only with a 授权委托书 that lets them settle; nothing is written else', async () => {
    const story = await paperWith({ helpers: [agent] })
    expect(await refused(firstSigns(story, '木代理'))).toEqual({
      'signatures[0].name':
        '木代理是和丽江的委托代理人，卷里还没有授权委托书（写明可以和解），签字不算数（民法典第165条、民事诉讼法第62条）。收到后勾选，或者由和丽江本人签',
    })
    expect((await story.agreements())[0]!.signatures).toEqual([])
    expect(await firstSigns(story, '木代理', { authority: true })).toEqual(['杨正平的签名', '调解员的签名', '调委会的印章'])
    expect(await helpersOf(story)).toMatchObject([{ maySettle: true, paperSeenAt: story.now, paperSeenById: who.mediator.accountId }])
    await expectSound(story.id)
  })

  test('counts where the paper was taken in at registration', async () => {
    const story = await paperWith({ helpers: [{ ...agent, maySettle: true }] })
    expect(await firstSigns(story, '木代理')).not.toContain('和丽江的签名')
  })

  test('of whom nobody has heard must be said who it is; then it is on file', async () => {
    const story = await paperWith({})
    expect(await refused(firstSigns(story, '木代理'))).toEqual({
      'signatures[0].name': '木代理不是和丽江本人，也不是登记的代理人、监护人。请在“不是本人签的”里选是什么人',
    })
    expect(await refused(firstSigns(story, '木代理', { as: 'agent' }))).toHaveProperty(['signatures[0].name'])
    expect(await helpersOf(story)).toEqual([])
    await firstSigns(story, '木代理', { as: 'agent', authority: true })
    expect(await helpersOf(story)).toMatchObject([{ role: 'agent', name: '木代理', maySettle: true }])
  })

  test('who is the other side can stand for nobody', async () => {
    const story = await paperWith({ helpers: [{ role: 'agent', name: '杨正平', maySettle: true }] })
    expect(await refused(firstSigns(story, '杨正平'))).toEqual({ 'signatures[0].name': '杨正平是对方当事人，不能替和丽江签字' })
  })

  test('elected representatives of many need their 推选书 in the same way', async () => {
    const story = await paperWith({ kind: 'roster', name: '三组九户', helpers: [{ role: 'elected', name: '木组长' }] })
    expect((await refused(firstSigns(story, '木组长')))?.['signatures[0].name']).toContain('推选书（写明可以和解）')
    await firstSigns(story, '木组长', { authority: true })
  })
})

describe('a minor', () => {
  test('does not sign alone: the guardian does, and not one who is the other side', async () => {
    const child = await paperWith({ name: '和小江', minor: true, helpers: [{ role: 'guardian', name: '和大江' }] })
    expect(await refused(firstSigns(child, '和小江'))).toEqual({
      'signatures[0].name': '和小江未成年，由监护人签（民法典第145条）。请写监护人的姓名',
    })
    await firstSigns(child, '和大江')
    const against = await paperWith({ name: '和小江', minor: true, helpers: [{ role: 'guardian', name: '杨正平' }] })
    expect(await refused(firstSigns(against, '杨正平'))).toEqual({ 'signatures[0].name': '杨正平是对方当事人，不能替和小江签字' })
    const unsaid = await paperWith({ name: '和小江', minor: true })
    await firstSigns(unsaid, '和大江', { as: 'guardian' })
    expect(await helpersOf(unsaid)).toMatchObject([{ role: 'guardian', name: '和大江', maySettle: false }])
  })
})

describe('only warned of', () => {
  test('who signs for a unit, a household or a list, or for somebody whose name nobody knows, may have another name', async () => {
    const parties: Partial<PartyInput>[] = [
      { kind: 'organisation', name: '古城某客栈' },
      { kind: 'household', name: '和丽江' },
      { kind: 'roster', name: '九户村民' },
      { name: '' },
    ]
    for (const party of parties) expect(await firstSigns(await paperWith(party), '和经理')).toHaveLength(3)
  })

  test('a 法定代表人 signs by law, without a paper that lets them settle', async () => {
    const story = await paperWith({ kind: 'organisation', name: '古城某客栈', helpers: [{ role: 'legalRepresentative', name: '和经理' }] })
    expect(await firstSigns(story, '和经理')).toHaveLength(3)
  })
})

describe('案卷齐不齐', () => {
  test('a 委托书 is there when it is on file for everybody who needs one', async () => {
    const none = await paperWith({ helpers: [{ role: 'guardian', name: '和大江' }] })
    expect(await authorityCheck(none), 'a guardian needs none').toBeUndefined()
    const story = await paperWith({ helpers: [agent] }, { ...yang, helpers: [{ role: 'elected', name: '木组长' }] })
    expect(await authorityCheck(story)).toMatchObject({
      there: false,
      note: '还缺：木代理（委托代理人）、木组长（推选的代表人），要写明可以和解',
    })
    await firstSigns(story, '木代理', { authority: true })
    expect(await authorityCheck(story)).toMatchObject({ there: false, note: '还缺：木组长（推选的代表人），要写明可以和解' })
    const [, other] = (await story.row()).parties
    const line: Signed = { kind: 'party', partyId: other!.id, name: '木组长', how: 'fingerprint', signedOn: story.today, authority: true }
    await sign(await story.sent(who.mediator), [line])
    expect(await authorityCheck(story)).toMatchObject({ there: true, note: '2 份，写明可以和解' })
  })
})
