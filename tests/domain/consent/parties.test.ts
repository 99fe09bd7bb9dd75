import { typedMoment } from '#app/domain/forms/common'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { openPage } from '#app/domain/dispute/show/open.server'
import { partyLines } from '#app/domain/paper/parties.server'
import { readingLine, helperSigns } from '#app/domain/paper/words'
import { aMediation, anAgreement, aPaper, aReport } from '../../support/disputes'
import { fieldsOf, send } from '../../support/forms'
import { people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})

const helpersOf = (partyId: string) => db.partyHelper.findMany({ where: { partyId } })

describe('parties change in any live state', () => {
  test('one is joined with telephone, address and an agent whose paper lets them settle', async () => {
    const story = await aMediation()
    await send(story, who.mediator, 'partyChange', {
      step: 'joined',
      side: 'respondent',
      kind: 'person',
      name: '木四',
      phone: '13987651111',
      addressText: '龙泉社区7号',
      helperRole: 'agent',
      helperName: '段小弟',
      maySettle: true,
      why: '房屋共有人',
    })
    const { parties } = await story.row()
    expect(parties[2]).toMatchObject({ name: '木四', addressText: '龙泉社区7号', phoneCipher: expect.any(String) as string })
    expect(await helpersOf(parties[2]!.id)).toMatchObject([
      { role: 'agent', name: '段小弟', maySettle: true, paperSeenById: who.mediator.accountId },
    ])
  })

  test('an agent comes later, without a paper that lets them settle', async () => {
    const story = await anAgreement()
    const [one] = (await story.row()).parties
    await send(story, who.mediator, 'partyChange', {
      step: 'changed',
      partyId: one!.id,
      helperRole: 'agent',
      helperName: '段小弟',
      why: '委托',
    })
    expect(await helpersOf(one!.id)).toMatchObject([{ role: 'agent', maySettle: false, paperSeenAt: null }])
    expect((await story.row()).parties[0]?.name, 'what was left out stays').toBe('和丽江')
  })

  test('one of many leaves and the dispute goes on; the last one cannot', async () => {
    const story = await aMediation()
    const [one, other] = (await story.row()).parties
    await send(story, who.mediator, 'partyChange', { step: 'left', partyId: other!.id, why: '不是他的房子' })
    expect(await story.status()).toBe('mediating')
    expect((await refusalOf(send(story, who.mediator, 'partyChange', { step: 'left', partyId: one!.id, why: '算了' })))[2]).toHaveProperty(
      'partyId',
    )
  })

  test('one of several applicants withdraws nothing by itself', async () => {
    const person = { kind: 'person' as const, willing: 'willing' as const }
    const story = await aReport({
      parties: [
        { ...person, side: 'applicant', name: '和丽江' },
        { ...person, side: 'applicant', name: '和丽水' },
        { ...person, side: 'respondent', name: '杨正平' },
      ],
    })
    const [one] = (await story.row()).parties
    const withdraw = { partyId: one!.id, reason: 'ownWill', other: 'told' }
    const reason = (await fieldsOf(story, who.triage, 'withdraw')).flatMap((field) =>
      'name' in field && field.name === 'reason' && field.kind === 'choice' ? field.options.map(({ value }) => value) : [],
    )[0]
    expect((await refusalOf(send(story, who.triage, 'withdraw', { ...withdraw, reason })))[2]).toHaveProperty('all')
    await send(story, who.triage, 'withdraw', { ...withdraw, reason, all: true })
    expect(await story.status()).toBe('withdrawn')
    expect((await story.lastEvent()).texts.map(({ text }) => text)).toContain('对方：已经告知')
  })
})

describe('family violence', () => {
  const violent = { dangerSigns: ['familyViolence' as const], dangerTold: '已报派出所' }

  test('sides sit apart by default, protection is told and kept from the other side', async () => {
    const story = await aMediation(violent)
    const fields = await fieldsOf(story, who.mediator, 'session')
    expect(fields.find((field) => 'name' in field && field.name === 'kind')).toMatchObject({ value: 'separate' })
    await send(story, who.mediator, 'session', {
      kind: 'separate',
      startedAt: typedMoment(story.now),
      told: true,
      protectionTold: true,
      present: [],
      readBy: '和阿妹',
      readLanguage: 'naxi',
      interpreter: '和阿妹',
      recorder: '李记录',
    })
    expect((await story.lastEvent()).texts).toContainEqual(
      expect.objectContaining({ audience: 'handlers', text: '已告知可以申请人身安全保护令、法律援助' }),
    )
  })

  test('where the victim lives stands on no paper, and the safe way and 不可短信 can be changed', async () => {
    const story = await aMediation({
      ...violent,
      parties: [
        { side: 'applicant', kind: 'person', name: '和丽江', phone: '13987651234', addressText: '龙泉社区3号', willing: 'willing' },
        { side: 'respondent', kind: 'person', name: '杨正平', willing: 'willing' },
      ],
    })
    const [victim] = (await story.row()).parties
    expect(victim).toMatchObject({ hidden: true })
    const paper = JSON.stringify(partyLines(await openPage(who.mediator, story.id, story.now)))
    expect([paper.includes('龙泉社区3号'), paper.includes('1234')]).toEqual([false, false])
    const change = {
      partyId: victim!.id,
      step: 'changed',
      shown: 'yes',
      hidden: true,
      noSms: true,
      safeContact: '找她姐姐',
      why: '本人要求',
    }
    await send(story, who.mediator, 'partyChange', change)
    expect((await story.row()).parties[0]).toMatchObject({ hidden: true, noSms: true, safeContact: '找她姐姐', addressText: '龙泉社区3号' })
  })
})

test('who read it out, interpreted and witnessed stands with the session and the paper, and is printed', async () => {
  const story = await aPaper()
  await send(story, who.mediator, 'sign', {
    signatures: [{ kind: 'mediator', accountId: who.mediator.accountId, name: '调解员', how: 'signature', signedOn: story.today }],
    readBy: '和阿妹',
    readLanguage: 'naxi',
    interpreter: '和阿妹',
    witness: '村主任',
  })
  const [agreement] = await story.agreements()
  expect(agreement).toMatchObject({ readBy: '和阿妹', readLanguage: 'naxi', interpreter: '和阿妹', witness: '村主任' })
  expect(readingLine(agreement, () => '纳西语').value).toContain('和阿妹 宣读，用 纳西语')
  expect(helperSigns(agreement)).toEqual(['翻译人　和阿妹', '见证人　村主任'])
})
