import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { openPage } from '#app/domain/dispute/show/open.server'
import { holdSession } from '#app/domain/mediation/hold-session.server'
import { aMediation, aPaper, aReceived } from '../../support/disputes'
import { paperOf } from '#app/domain/paper/paper.server'
import { send } from '../../support/forms'
import { bodyId, people, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'
import { expectSound } from './sound'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})

describe('调解', () => {
  test('a meeting with who came, its two texts, and the rights told before the first', async () => {
    const story = await aMediation()
    const { parties } = await story.row()
    const attendance = parties.map(({ id, name }, place) => ({
      partyId: id,
      name,
      role: 'party' as const,
      present: place === 0,
    }))
    const startedAt = story.now
    await holdSession(await story.sent(who.mediator), {
      kind: 'separate',
      startedAt,
      place: '束河古镇',
      language: 'naxi',
      result: 'nearer',
      attendance,
      told: { at: startedAt, how: 'inPerson', language: 'naxi' },
      agreedFacts: '收过三百元',
      talks: '愿意退二百',
    })
    const [session] = await db.mediation.findMany({ where: { disputeId: story.id }, include: { attendances: true } })
    expect(session).toMatchObject({
      kind: 'separate',
      count: 1,
      place: '束河古镇',
      hostId: who.mediator.accountId,
      legId: (await story.lastLeg()).id,
    })
    expect(session!.attendances.map(({ name, present }) => [name, present]).sort()).toEqual(
      [
        ['和丽江', true],
        ['杨正平', false],
      ].sort(),
    )
    expect(await story.lastLeg()).toMatchObject({
      rightsToldAt: startedAt,
      rightsToldHow: 'inPerson',
      rightsToldLanguage: 'naxi',
    })
    const event = await story.lastEvent()
    expect(event).toMatchObject({
      type: 'session',
      fromStatus: 'mediating',
      toStatus: 'mediating',
      subjectId: session!.id,
    })
    expect(event.texts.map(({ kind, audience }) => [kind, audience]).sort()).toEqual([
      ['agreedFacts', 'handlers'],
      ['talks', 'talks'],
    ])
    expect(JSON.stringify(event.detail), 'what was conceded is in no event').not.toContain('二百')
    await expectSound(story.id)
  })

  test('what both have not gone over yet stays with the talks: on no page of a court or an organ, and in no letter', async () => {
    const story = await aMediation()
    const { rightsToldAt } = await story.lastLeg()
    expect(rightsToldAt).toBeNull()
    const typed = {
      kind: 'separate',
      startedAt: `${story.today}T09:00`,
      agreedFacts: '收过三百元',
      told: true,
      toldHow: 'inPerson',
      result: 'nearer',
    }
    await send(story, who.mediator, 'session', typed)
    await send(story, who.mediator, 'session', { ...typed, agreedFacts: '押金条在', factsConfirmed: true })
    const audiences = (await story.events()).flatMap(({ texts }) => texts.filter(({ kind }) => kind === 'agreedFacts'))
    expect(audiences.map(({ audience, text }) => [text, audience])).toEqual([
      ['收过三百元', 'talks'],
      ['押金条在', 'handlers'],
    ])
    await story.does(who.mediator, { type: 'fail', code: 'noAgreement' })
    await story.does(who.triage, { type: 'offer', channel: 'judicial', bodyId: await bodyId('court') }, { partyAsked: true })
    await story.does(who.court, { type: 'receive' })
    const page = await openPage(who.court, story.id, story.now)
    expect(JSON.stringify(page.rows)).toContain('押金条在')
    for (const secret of [page.rows, paperOf(page, 'referral')]) expect(JSON.stringify(secret)).not.toContain('收过三百元')
  })

  test('rights are told once: a later meeting does not move the date', async () => {
    const story = await aMediation()
    const hold = async () =>
      holdSession(await story.sent(who.mediator), {
        kind: 'joint',
        startedAt: story.now,
        attendance: [],
        told: { at: story.now, how: 'phone' },
      })
    await hold()
    const first = (await story.lastLeg()).rightsToldAt
    await hold()
    expect((await story.lastLeg()).rightsToldAt).toEqual(first)
  })

  test('three inquiries are one line of the path with their number', async () => {
    const story = await aMediation()
    await holdSession(await story.sent(who.mediator), {
      kind: 'inquiry',
      count: 3,
      startedAt: story.now,
      attendance: [],
    })
    expect((await story.lastEvent()).detail).toMatchObject({ kind: 'inquiry', count: 3 })
  })

  test('by the mediator or the head; not before anybody is assigned, not by who only watches', async () => {
    const story = await aMediation()
    const held = async (by: Person) => holdSession(await story.sent(by), { kind: 'joint', startedAt: story.now, attendance: [] })
    await held(who.head)
    for (const part of ['triage', 'bureau', 'duty'] as const) expect(await refusalOf(held(who[part])), part).toEqual(said.forbidden)
    for (const part of ['secondMediator', 'otherMediator', 'court', 'admin'] as const)
      expect(await refusalOf(held(who[part])), part).toEqual(said.notFound)
    const early = await aReceived()
    expect(await refusalOf(holdSession(await early.sent(who.head), { kind: 'joint', startedAt: early.now, attendance: [] }))).toEqual(
      said.notNow,
    )
    expect(await db.mediation.count({ where: { disputeId: early.id } }), 'nothing was left').toBe(0)
  })
})

describe('中止、恢复', () => {
  test('the desk stays the mediator’s; it is looked at again in thirty days', async () => {
    const story = await aMediation()
    await story.does(who.mediator, { type: 'suspend', reason: 'absent' }, { texts: [{ kind: 'why', audience: 'path', text: '外出务工' }] })
    expect(await story.status()).toBe('suspended')
    expect(await story.running()).toEqual({ lookAgain: '2026-04-07', mediation: '2026-04-07' })
    expect(await refusalOf(story.does(who.mediator, { type: 'suspend', reason: 'absent' }))).toEqual(said.notNow)
    await expectSound(story.id)
    await story.does(who.mediator, { type: 'resume' })
    expect(await story.running()).toEqual({ mediation: '2026-04-07' })
    await expectSound(story.id)
  })
})

describe('调解不成', () => {
  test('with its code: the leg ends, its mediation and papers too, and triage has it again', async () => {
    const story = await aPaper()
    await story.does(
      who.mediator,
      { type: 'fail', code: 'refused' },
      { texts: [{ kind: 'ways', audience: 'path', text: '可以向法院起诉' }] },
    )
    expect(await story.row()).toMatchObject({ status: 'failed', keeperId: null })
    expect(await story.legs()).toMatchObject([{ result: 'failed', resultCode: 'refused' }])
    expect(await story.agreements()).toMatchObject([{ status: 'dropped' }])
    expect(Object.keys(await story.running())).toEqual(['triage'])
    await expectSound(story.id)
  })

  test('who mediated keeps sight of the own part and can do nothing more', async () => {
    const story = await aMediation()
    await story.does(who.mediator, { type: 'fail', code: 'noAgreement' })
    for (const part of ['mediator', 'head'] as const)
      expect(await refusalOf(story.does(who[part], { type: 'note' })), part).toEqual(said.forbidden)
  })

  test('offered on to the court it is a second leg of one dispute', async () => {
    const story = await aMediation()
    await story.does(who.mediator, { type: 'fail', code: 'noAgreement' })
    const { bodyId } = await import('../../support/people')
    await story.does(who.triage, { type: 'offer', channel: 'judicial', bodyId: await bodyId('court') })
    await story.does(who.court, { type: 'receive' })
    expect((await story.legs()).map(({ channel, result }) => [channel, result])).toEqual([
      ['people', 'failed'],
      ['judicial', null],
    ])
    await expectSound(story.id)
  })
})

test('every refusal leaves the dispute as it was', async () => {
  const story = await aMediation()
  const before = [await story.row(), await story.events(), await story.running()]
  for (const type of ['recall', 'receive', 'reopen', 'archive', 'resume', 'talkAgain', 'closeUnvisited'] as const)
    for (const part of ['mediator', 'head', 'triage', 'duty'] as const)
      expect((await refusalOf(story.does(who[part], { type })))[0], `${part} ${type}`).toBeGreaterThanOrEqual(403)
  expect([await story.row(), await story.events(), await story.running()]).toEqual(before)
})
