import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { settleOnSpotWithin } from '#app/domain/agreement/agree.server'
import { advance } from '#app/domain/dispute/advance.server'
import { newId } from '#app/domain/id'
import { openPage } from '#app/domain/dispute/show/open.server'
import { overviewOf } from '#app/domain/dispute/show/overview.server'
import { partyForm, registrationForm } from '#app/domain/registration/form'
import { register } from '#app/domain/registration/register.server'
import { credentials, languages } from '#app/domain/words/parties'
import { aForm, aReport, Story, term } from '../../support/disputes'
import { firstDay, time } from '../../support/clock'
import { areaId, bodyId, district, people, shuhe, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'
import { expectSound } from './sound'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})
const now = time(firstDay, 10)

describe('登记', () => {
  test('one sentence and a place are enough; it lies on the township’s triage desk until the next working day', async () => {
    const form = registrationForm.parse({ areaId: await areaId(shuhe), facts: '两家为水沟吵起来了' })
    const { id, repeated } = await register({ actor: who.grid, form, now })
    expect(repeated).toBe(false)
    const story = new Story(id, now)
    expect(await story.row()).toMatchObject({
      status: 'reported',
      version: 1,
      level: 'township',
      typeCode: '99',
      title: '两家为水沟吵起来了',
      risk: 'green',
      sealed: false,
      registeredById: who.grid.accountId,
      registeredAt: now,
      keeperId: null,
      parties: [],
    })
    expect(await story.running()).toEqual({ triage: '2026-03-06' })
    expect(await story.lastEvent()).toMatchObject({
      type: 'register',
      fromStatus: null,
      actorRole: 'grid',
      happenedAt: now,
    })
    await expectSound(id)
  })

  test('登记编号 is the district’s, the year’s, and never the same', async () => {
    const numbers = await Promise.all([1, 2, 3].map(async () => (await (await aReport()).row()).number))
    for (const number of numbers) expect(number).toMatch(/^530702-2026-\d{6}$/)
    expect(new Set(numbers).size).toBe(3)
  })

  test('numbers of people are kept encrypted, and found again by their hash', async () => {
    const story = await aReport({
      door: '3号院2楼',
      parties: [
        {
          side: 'applicant',
          kind: 'person',
          name: '和丽江',
          idNumber: '530702199003070017',
          phone: '138 0053 0999',
          door: '12号',
          helpers: [{ role: 'agent', name: '木春燕', phone: '13900530001' }],
        },
      ],
    })
    const {
      parties: [party],
      doorCipher,
    } = await story.row()
    const helper = await db.partyHelper.findFirstOrThrow({ where: { partyId: party!.id } })
    for (const secret of [doorCipher, party!.idCipher, party!.phoneCipher, party!.doorCipher, helper.phoneCipher])
      expect(secret).toMatch(/^v?\d|[A-Za-z0-9_-]{20,}/)
    const everything = JSON.stringify([await story.row(), helper, await story.events()], (_, value: unknown) =>
      typeof value === 'bigint' ? Number(value) : value,
    )
    for (const plain of ['530702199003070017', '13800530999', '3号院2楼', '12号', '13900530001'])
      expect(everything, plain).not.toContain(plain)
    const again = await aReport({
      parties: [{ side: 'respondent', kind: 'person', name: '和丽江', idNumber: '５３０７０２ 19900307 0017' }],
    })
    expect((await again.row()).parties[0]!.idHash).toBe(party!.idHash)
  })

  test('handled first and written down after: both times are kept, and the clock runs from the first', async () => {
    const told = time('2026-03-04', 20)
    const story = await aReport({ happenedAt: told, askedAt: told, now })
    expect(await story.row()).toMatchObject({ registeredAt: told, recordedAt: now, askedAt: told })
    expect(await story.lastEvent()).toMatchObject({ happenedAt: told, recordedAt: now })
    expect(await story.running()).toEqual({ triage: '2026-03-05' })
  })

  test('danger signs make it yellow or red at once, with the first line of its history', async () => {
    const story = await aReport({ dangerSigns: ['familyViolence'] })
    expect(await story.row()).toMatchObject({ risk: 'red', sealed: true })
    expect(await db.riskChange.count({ where: { disputeId: story.id, level: 'red' } })).toBe(1)
  })

  test('who told it, who wrote it down, where it came from and how stand apart on its page', async () => {
    const story = await aReport({ reporter: '邻居木大妈', source: 'applied', intake: 'phone' })
    const { about, handlers } = overviewOf(await openPage(who.triage, story.id, story.now))
    expect(about).toEqual(
      expect.arrayContaining([
        { label: '报告人', value: '邻居木大妈' },
        { label: '案件来源', value: '依申请调解' },
        { label: '登记渠道', value: '来电' },
      ]),
    )
    expect(handlers).toContainEqual({ label: '录入人', value: who.grid.name })
  })

  test('credentials, languages and sides are asked by the office’s words; nobody is asked where they are', async () => {
    expect(Object.values(credentials).map(({ label }) => label)).toEqual(['居民身份证', '护照', '港澳台证件', '外国人永久居留证', '无'])
    const spoken: string[] = Object.values(languages).map(({ label }) => label)
    expect(spoken).toEqual(expect.arrayContaining(['纳西语', '白语', '彝语', '傈僳语', '英语', '手语']))
    const asked = [...Object.keys(registrationForm.shape), ...Object.keys(partyForm.shape)].join(' ')
    expect(asked).not.toMatch(/latitude|longitude|geo|gps|coord/i)
    const story = await aReport({ parties: [{ side: 'applicant', kind: 'person', name: '' }] })
    expect((await story.row()).parties).toMatchObject([{ name: '姓名不详', idKind: null }])
  })

  test('medical disputes are never open; nor is one whose party wishes it', async () => {
    expect(await (await aReport({ typeCode: '1301' })).row()).toMatchObject({
      typeCode: '13',
      subtypeCode: '1301',
      sealed: true,
    })
    expect(await (await aReport({ sealed: true, sealedWhy: '当事人要求' })).row()).toMatchObject({
      sealed: true,
      sealedWhy: '当事人要求',
    })
  })

  test('registered at the district, it lies on the district’s desk', async () => {
    const story = await aReport({ areaId: await areaId(district), by: who.districtTriage })
    expect(await story.row()).toMatchObject({ level: 'district' })
    await story.does(who.districtTriage, { type: 'offer', channel: 'people', bodyId: await bodyId('joint') })
    expect(await story.status()).toBe('offered')
  })

  test('settled where it was found and written down after: one form, two events, one transaction', async () => {
    const form = await aForm()
    const { id } = await register({ actor: who.grid, form, now }, (file) =>
      settleOnSpotWithin(file, { form: 'oral', terms: [term()], content: '明天退三百元' }),
    )
    const story = new Story(id, now)
    expect((await story.events()).map(({ type, toStatus }) => [type, toStatus])).toEqual([
      ['register', 'reported'],
      ['settleOnSpot', 'performing'],
    ])
    expect(await story.row()).toMatchObject({
      version: 2,
      keeperId: who.grid.accountId,
      settledById: who.grid.accountId,
    })
    await expectSound(id)
  })

  test('what is refused on the way leaves nothing at all', async () => {
    const before = await db.dispute.count()
    const refused = register({ actor: who.grid, form: await aForm(), now, key: 'refused' }, (file) =>
      advance(file, { event: { type: 'receive' } }),
    )
    expect(await refusalOf(refused)).toEqual(said.forbidden)
    expect(await db.dispute.count()).toBe(before)
    expect(await db.submission.count({ where: { key: 'refused' } })).toBe(0)
  })

  test('a draft’s id becomes the dispute’s, and the draft is gone', async () => {
    const { newDataKey } = await import('#app/domain/privacy/data-key.server')
    const id = newId()
    const dataKey = newDataKey(id).wrapped
    await db.draft.create({
      data: { id, accountId: who.grid.accountId, dataKey, content: '', step: 4, version: 1, updatedAt: now },
    })
    expect((await register({ actor: who.grid, form: await aForm(), draft: { id, dataKey }, now })).id).toBe(id)
    expect(await db.draft.findUnique({ where: { id } })).toBeNull()
    await expectSound(id)
  })

  test('who may write a dispute down, and who may not', async () => {
    for (const part of ['grid', 'mediator', 'head', 'triage', 'court', 'organ', 'duty'] as const)
      expect((await register({ actor: who[part], form: await aForm(), now })).repeated, part).toBe(false)
    for (const part of ['admin', 'leader', 'bureau'] as const)
      expect(await refusalOf(aForm().then((form) => register({ actor: who[part], form, now }))), part).toEqual(said.forbidden)
  })

  test('times that have not come and places that are none stand beside their field', async () => {
    const invalid = '有几处没有填对，请看红字'
    const tomorrow = time('2026-03-06')
    expect(await refusalOf(aReport({ happenedAt: tomorrow, now }))).toEqual([400, invalid, { happenedAt: '发生时间不能晚于现在' }])
    expect(await refusalOf(aReport({ askedAt: tomorrow, now }))).toEqual([400, invalid, { askedAt: '申请时间不能晚于现在' }])
    expect(await refusalOf(aReport({ areaId: newId(), now }))).toEqual([400, invalid, { areaId: '没有这个地方，请重新选' }])
  })

  test('a form that is wrong, empty or huge is answered beside the field', async () => {
    const area = await areaId(shuhe)
    const wrong = (given: object) =>
      registrationForm
        .safeParse({ areaId: area, facts: '有事', ...given })
        .error!.issues.map(({ path, message }) => [path.join('.'), message])
    expect(wrong({ facts: '   ' })).toEqual([['facts', '请写明是什么事，一句话也可以']])
    expect(wrong({ facts: '长'.repeat(5001) })).toEqual([['facts', '事情经过太长了，最多5000个字']])
    expect(wrong({ areaId: "'; drop table dispute" })).toEqual([['areaId', '请选在哪个村（社区）']])
    expect(wrong({ typeCode: '77' })).toEqual([['typeCode', '没有这个类型，请从列表里选']])
    expect(wrong({ amountFen: '-1' })).toEqual([['amountFen', '金额不能是负数']])
    expect(wrong({ parties: Array(61).fill({ side: 'applicant', kind: 'person' }) })).toEqual([['parties', '当事人太多了，请用名册']])
    expect(wrong({ householdCount: 0 })).toEqual([['householdCount', '户数至少是1']])
  })
})
