import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { sign } from '#app/domain/agreement/sign.server'
import { actPage } from '#app/domain/forms/page.server'
import { aMediation, anAgreement, aPaper, aSignedPaper, term } from '../../support/disputes'
import { fieldsOf, send } from '../../support/forms'
import { bodyId, people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})

const written = (what: string, more: object = {}) => ({ form: 'written', terms: [{ who: '双方', what, kind: 'do' }], ...more })

describe('a clause that no court will confirm', () => {
  test('of ownership is held up before it is written, with what can be agreed instead', async () => {
    const story = await aMediation({ typeCode: '0702' })
    expect(JSON.stringify(await fieldsOf(story, who.mediator, 'agree'))).toContain('民诉法解释第355条')
    const [, , fields] = await refusalOf(send(story, who.mediator, 'agree', written('争议的林地归和丽江所有')))
    expect(fields?.['terms[0].what']).toMatch(/丈量插桩为界.*怎样使用、付多少钱/)
    expect(await story.status()).toBe('mediating')
    await send(story, who.mediator, 'agree', written('以丈量插桩为界，各自耕种'))
    expect(await story.status()).toBe('signing')
  })

  test('of status too; kept in the parties’ own words only with the reason', async () => {
    const story = await aMediation({ typeCode: '0102' })
    const divorce = written('双方自愿离婚')
    expect((await refusalOf(send(story, who.mediator, 'agree', divorce)))[2]?.['terms[0].what']).toContain('财产、抚养、赡养分开写')
    expect((await refusalOf(send(story, who.mediator, 'agree', { ...divorce, keep: true })))[2]).toHaveProperty('keepWhy')
    await send(story, who.mediator, 'agree', { ...divorce, keep: true, keepWhy: '双方要写明' })
    expect((await story.lastEvent()).texts[0]?.text).toContain('按原话写的原因：双方要写明')
  })
})

describe('司法确认 as its page asks it', () => {
  const asks = { step: 'apply', applicantAsks: true, respondentAsks: true }

  test('both sides together, to a court that one chooses by where it is competent', async () => {
    const story = await aSignedPaper()
    const fields = await fieldsOf(story, who.mediator, 'confirmation')
    const ground = fields.find((field) => 'name' in field && field.name === 'ground')
    expect(ground?.kind === 'choice' && ground.options.map(({ label }) => label)).toEqual([
      '当事人住所地',
      '标的物所在地',
      '调解组织所在地',
      '邀请调解的法院',
    ])
    const court = await bodyId('court')
    await send(story, who.mediator, 'confirmation', { ...asks, courtId: court, ground: 'subject' })
    expect(await db.confirmation.findFirst({ where: { disputeId: story.id } })).toMatchObject({
      courtId: court,
      courtReason: '标的物所在地',
    })
  })

  test('an oral one is to be written first', async () => {
    const story = await anAgreement()
    const { barred } = await actPage(who.mediator, story.id, 'confirmation', new URLSearchParams(), story.now)
    expect(barred?.words).toContain('先用“变更协议”补写书面协议')
  })
})

describe('the seal', () => {
  test('is the committee’s whose room it is, used by a named keeper, and each use is on record', async () => {
    const story = await aPaper([term()])
    const names = await story.allSign()
    await sign(
      await story.sent(who.mediator),
      names.map((one) => (one.kind === 'seal' ? { ...one, name: '和建华' } : one)),
    )
    const [paper] = await story.agreements()
    const seal = paper!.signatures.find(({ kind }) => kind === 'seal')
    const room = await db.body.findUniqueOrThrow({ where: { id: await bodyId('room-maguotou') } })
    expect(room.sealOfId).not.toBeNull()
    expect(seal).toMatchObject({ name: '和建华', bodyId: room.sealOfId, how: 'seal', recordedById: who.mediator.accountId })
    const { id } = await story.lastEvent()
    expect(await db.audit.findFirst({ where: { subjectId: id } })).toMatchObject({ actorId: who.mediator.accountId })
  })
})
