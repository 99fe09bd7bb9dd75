import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Person } from '#app/domain/actor'
import { openPage } from '#app/domain/dispute/show/open.server'
import { papersOf } from '#app/domain/dispute/show/papers'
import { forms } from '#app/domain/forms/forms.server'
import { partyForm, registrationForm } from '#app/domain/registration/form'
import { aMediation, anOffer, aReport, aSignedPaper } from '../../support/disputes'
import { fieldsOf, namesIn, send } from '../../support/forms'
import { bodyId, people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})

describe('rights are told before the first session', () => {
  test('or it is not written down; an inquiry without the parties needs none', async () => {
    const story = await aMediation()
    const startedAt = `${story.today}T09:00`
    expect((await refusalOf(send(story, who.mediator, 'session', { kind: 'joint', startedAt })))[2]).toHaveProperty('told')
    await send(story, who.mediator, 'session', { kind: 'inquiry', startedAt })
    expect((await story.lastLeg()).rightsToldAt).toBeNull()
    await send(story, who.mediator, 'session', { kind: 'joint', startedAt, told: true, toldAt: startedAt, toldHow: 'inPerson' })
    expect(await story.lastLeg()).toMatchObject({ rightsToldAt: new Date(`${startedAt}+08:00`), rightsToldById: who.mediator.accountId })
  })
})

describe('people’s mediation costs nothing', () => {
  const money = /fee|charge|cost|price|收费|手续费|调解费/i

  test('no form and no column holds a fee', async () => {
    const shapes = Object.values(forms).flatMap((form) =>
      form.open((schema) => ('shape' in schema ? Object.keys(schema.shape as object) : [])),
    )
    for (const name of [...shapes, ...Object.keys(registrationForm.shape), ...Object.keys(partyForm.shape)]) expect(name).not.toMatch(money)
    expect(readFileSync('prisma/schema.prisma', 'utf8')).not.toMatch(/\b\w*(fee|charge|price)\w*\s+(Int|BigInt|Decimal)/i)
    const story = await aSignedPaper()
    const kept = await fieldsOf(story, who.mediator, 'perform')
    expect(namesIn(kept)).toContain('receivedOn')
    expect(JSON.stringify(kept)).toContain('钱在双方之间直接给付，不经调解员的手')
  })
})

describe('调解不成', () => {
  const told = { code: 'noAgreement', toldHow: 'phone', toldBy: '和调解', toldAt: '2026-03-05T09:00' }

  test('is not written down before a way was told; which, how, by whom and when stand on the path', async () => {
    const general = await aMediation()
    await expect(send(general, who.mediator, 'fail', told)).rejects.toThrow('至少告知一条途径')
    expect(await general.status()).toBe('mediating')
    await send(general, who.mediator, 'fail', { ...told, ways: ['0', '2'] })
    expect(await general.lastLeg()).toMatchObject({ result: 'failed', resultCode: 'noAgreement' })
    const ways = (await general.lastEvent()).texts.find(({ kind }) => kind === 'ways')
    expect(ways).toMatchObject({ audience: 'path' })
    expect(ways?.text).toMatch(/^电话告知（和调解，2026-03-05 09:00）：1\. 向旅游投诉受理机构投诉；2\. 向人民法院起诉$/)
  })
})

test('不予受理 is the township committee’s word, with its ground and the way to go instead; the post only writes it down', async () => {
  const story = await aReport()
  await send(story, who.triage, 'decline', { ground: 'outOfArea', told: true, toldHow: 'phone', why: '在玉龙县' })
  const { texts } = await story.lastEvent()
  expect(texts.find(({ kind }) => kind === 'told')?.text).toMatch(/^束河街道.*人民调解委员会不予受理，电话告知申请人$/)
  expect(texts.find(({ kind }) => kind === 'advice')).toMatchObject({ audience: 'path' })
})

describe('what begins with the party’s own application', () => {
  test('is only named to the party by the office, until the party asked there or that body says it is filed', async () => {
    const story = await aReport({ typeCode: '1001' })
    const offer = { bodyId: await bodyId('labourArbitration'), why: '欠薪', insteadWhy: '当事人要申请仲裁' }
    expect((await refusalOf(send(story, who.triage, 'offer', offer)))[2]).toHaveProperty('partyAsked')
    await send(story, who.triage, 'offer', { ...offer, partyAsked: 'guided' })
    expect([await story.status(), await story.legs()]).toEqual(['reported', []])
    expect((await story.lastEvent()).texts).toMatchObject([
      { kind: 'advice', audience: 'path', text: expect.stringContaining('引导告知') as string },
    ])
    await send(story, who.triage, 'offer', { ...offer, partyAsked: 'asked' })
    expect(await story.lastLeg()).toMatchObject({ channel: 'administrative', partyAsked: true })
  })
})

describe('案卷齐不齐', () => {
  test('only 登记, 记录 and 协议 can hold up closing (Art. 27); the rest advises', async () => {
    const story = await aSignedPaper()
    const { check } = papersOf(await openPage(who.mediator, story.id, story.now))
    expect(check.filter(({ holds }) => holds).map(({ label }) => label)).toEqual(['受理登记', '调解记录', '调解协议书'])
    expect(check.find(({ label }) => label === '调解记录')).toMatchObject({ there: false })
    expect(check.find(({ label }) => label === '权利义务告知')?.holds).toBeUndefined()
    const early = papersOf(await openPage(who.triage, (await anOffer()).id)).check
    expect(early.map(({ label }) => label)).toContain('受理登记')
  })
})
