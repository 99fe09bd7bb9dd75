import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { agree } from '#app/domain/agreement/agree.server'
import { askFacts } from '#app/domain/question/questions.server'
import { mergeInto, splitBack } from '#app/domain/merge/merge.server'
import { changeParty } from '#app/domain/party/change.server'
import { decrypt } from '#app/domain/privacy/cipher.server'
import { openDataKey } from '#app/domain/privacy/data-key.server'
import { aClosed, aMediation, anAgreement, aReport, term } from '../../support/disputes'
import { people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { merges, splits, strangers } from './files'

let cast: Record<Part, Person>
beforeAll(async () => {
  cast = await people()
})

const pair = async () => [await aReport({ parties: strangers() }), await aReport({ parties: strangers(), by: cast.otherGrid })] as const
const beside = async (act: Promise<unknown>) => {
  const [status, , fields] = await refusalOf(act)
  return [status, fields]
}
const why = '同一件'

describe('what is written over', () => {
  test('parties that the main file has not, under its own key; whom it has is left alone', async () => {
    const [one, other] = strangers() as [never, never]
    const main = await aReport({ parties: [one, other] })
    const number = { idKind: 'residentId' as const, idNumber: '530702199001011234', phone: '13908880009', door: '7号' }
    const own = await aReport({ parties: [one, { side: 'respondent', kind: 'person', name: '高第三', ...number }] })
    await merges(cast.triage, own, main)
    const { parties, dataKey } = await main.row()
    expect(parties).toHaveLength(3)
    const added = parties.find(({ name }) => name === '高第三')!
    expect(added.fromDisputeId).toBe(own.id)
    const key = openDataKey(dataKey, main.id)
    expect(decrypt(added.idCipher!, key, { table: 'party', column: 'id_cipher', rowId: added.id })).toBe(number.idNumber)
    expect(decrypt(added.doorCipher!, key, { table: 'party', column: 'door_cipher', rowId: added.id })).toBe('7号')
    const found = await db.dispute.findUniqueOrThrow({ where: { id: main.id }, select: { searchText: true } })
    expect(found.searchText).toContain('高第三')
  })

  test('who was named in the main file meanwhile has left it; who was not is gone', async () => {
    const [main, own] = await pair()
    await merges(cast.triage, own, main)
    const [named] = (await main.row()).parties.filter(({ fromDisputeId }) => fromDisputeId)
    await changeParty(await main.sent(cast.triage), { step: 'changed', partyId: named!.id, addressText: '五台村' }, { why: '搬了家' })
    own.now = main.now
    await splits(cast.triage, own)
    const copies = (await main.row()).parties.filter(({ fromDisputeId }) => fromDisputeId)
    expect(copies.map(({ id, leftAt }) => [id, leftAt !== null])).toEqual([[named!.id, true]])
  })
})

describe('sight', () => {
  const sights = (disputeId: string, subjectId: string) => db.sight.count({ where: { disputeId, subjectId, validTo: null } })

  test('who registered the one sees the other until the split, not where it is not public', async () => {
    const [main, own] = await pair()
    await merges(cast.triage, own, main)
    expect(await sights(main.id, cast.otherGrid.accountId)).toBe(1)
    own.now = main.now
    await splits(cast.triage, own)
    expect(await sights(main.id, cast.otherGrid.accountId)).toBe(0)
    const sealed = await aReport({ parties: strangers(), sealed: true })
    await merges(cast.triage, own, sealed)
    expect(await sights(sealed.id, cast.otherGrid.accountId)).toBe(0)
  })
})

describe('is refused in words', () => {
  test('into itself, into what has ended, into what rests in another, out of what holds others', async () => {
    const [main, own] = await pair()
    const at = { now: main.now }
    expect(await beside(mergeInto(await own.sent(cast.triage, at), { intoId: own.id, why }))).toEqual([400, { into: '不能并入自己' }])
    const closed = await aClosed({ parties: strangers() })
    const into = async (story: typeof own, other: { id: string; now: Date }) =>
      (await beside(mergeInto(await story.sent(cast.triage, { now: closed.now }), { intoId: other.id, why })))[1]
    expect(await into(own, closed)).toEqual({ into: expect.stringContaining('已经结束') as string })
    await merges(cast.triage, own, main)
    const third = await aReport({ parties: strangers() })
    expect(await into(third, own)).toEqual({ into: expect.stringContaining('自己已经并入了别处') as string })
    expect(await into(main, third)).toEqual({ into: expect.stringContaining('1 件登记并在这件里') as string })
  })

  test('what binds somebody, is in danger, is not public, or is with a body', async () => {
    const main = await aReport({ parties: strangers() })
    const refused = async (own: { sent: typeof main.sent; now: Date }) =>
      (await beside(mergeInto(await own.sent(cast.triage, { now: new Date(own.now.getTime() + 60_000) }), { intoId: main.id, why })))[1]
    const said = (words: string) => ({ into: expect.stringContaining(words) as string })
    expect(await refused(await aReport({ parties: strangers(), sealed: true }))).toEqual(said('不公开'))
    const danger = { dangerSigns: ['threat' as const], dangerTold: '已告诉派出所' }
    expect(await refused(await aReport({ parties: strangers(), ...danger }))).toEqual(said('危险'))
    expect(await refused(await aMediation({ parties: strangers() }))).toEqual(expect.anything())
  })

  test('the split, once something was agreed in the main file, or while one that came along is asked', async () => {
    const main = await aMediation({ parties: strangers() })
    const own = await aReport({ parties: strangers() })
    await merges(cast.triage, own, main)
    const [copy] = (await main.row()).parties.filter(({ fromDisputeId }) => fromDisputeId)
    await askFacts(await main.sent(cast.mediator), { of: 'party', partyId: copy!.id, text: '哪一年修的' })
    own.now = main.now
    expect(await refusalOf(splits(cast.triage, own))).toEqual([409, expect.stringContaining('补充事实')])
    const question = await db.question.findFirstOrThrow({ where: { disputeId: main.id } })
    await db.question.update({ where: { id: question.id }, data: { answeredAt: main.now, answer: '前年' } })
    await agree(await main.sent(cast.mediator), { form: 'oral', terms: [term()], oralWhy: '当场说好' })
    own.now = main.now
    expect(await refusalOf(splits(cast.triage, own))).toEqual([409, expect.stringContaining('已经达成协议')])
  })

  test('what is not merged is not split; a main file agreed before still lets go', async () => {
    const [main, own] = [await anAgreement([term()], { parties: strangers() }), await aReport({ parties: strangers() })]
    expect((await refusalOf(splits(cast.triage, own)))[0]).toBe(409)
    await merges(cast.triage, own, main)
    own.now = main.now
    await splits(cast.triage, own)
    expect(await own.status()).toBe('reported')
  })
})

describe('who may', () => {
  const everybody: Record<string, [Part, number | 'does']> = {
    township: ['triage', 'does'],
    'another township': ['otherTriage', 404],
    'the grid worker': ['grid', 403],
    'another grid worker': ['otherGrid', 404],
    mediator: ['mediator', 404],
    head: ['head', 404],
    bureau: ['bureau', 403],
    court: ['court', 404],
    duty: ['duty', 403],
    admin: ['admin', 404],
  }
  test.each(Object.entries(everybody))('merge and split: %s', async (_, [part, answer]) => {
    const [main, own] = [await aReport({ parties: strangers() }), await aReport({ parties: strangers() })]
    const actor = cast[part]
    if (answer === 'does') {
      await merges(actor, own, main)
      own.now = main.now
      return splits(actor, own)
    }
    expect((await refusalOf(merges(actor, own, main)))[0]).toBe(answer)
    await merges(cast.triage, own, main)
    own.now = main.now
    expect((await refusalOf(splits(actor, own)))[0]).toBe(answer)
  })
})

describe('at the same time', () => {
  test('each into the other: one does it, the other is told; nobody waits for ever', async () => {
    for (let round = 0; round < 8; round++) {
      const [one, other] = await pair()
      const now = new Date(Math.max(one.now.getTime(), other.now.getTime()) + 60_000)
      const [a, b] = [await one.sent(cast.triage, { now }), await other.sent(cast.triage, { now })]
      const done = await Promise.allSettled([mergeInto(a, { intoId: other.id, why }), mergeInto(b, { intoId: one.id, why })])
      expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect([await one.status(), await other.status()].sort()).toEqual(['merged', 'reported'])
    }
  })

  test('twice into one, pressed twice, split twice, and a ring of three: one each, no deadlock', async () => {
    const stories = [
      await aReport({ parties: strangers() }),
      await aReport({ parties: strangers() }),
      await aReport({ parties: strangers() }),
    ]
    const now = new Date(Math.max(...stories.map((one) => one.now.getTime())) + 60_000)
    const sents = await Promise.all(stories.map((one) => one.sent(cast.triage, { now })))
    const ring = await Promise.allSettled(sents.map((sent, at) => mergeInto(sent, { intoId: stories[(at + 1) % 3]!.id, why })))
    const merged = await db.dispute.count({ where: { id: { in: stories.map(({ id }) => id) }, status: 'merged' } })
    expect(ring.filter(({ status }) => status === 'fulfilled')).toHaveLength(merged)
    expect(merged).toBeGreaterThan(0)
    expect(merged).toBeLessThan(3)

    const [main, own] = await pair()
    const sent = await own.sent(cast.triage, { now: new Date(Math.max(own.now.getTime(), main.now.getTime()) + 60_000) })
    await Promise.allSettled([mergeInto(sent, { intoId: main.id, why }), mergeInto(sent, { intoId: main.id, why })])
    expect(await db.disputeMerge.count({ where: { disputeId: own.id } })).toBe(1)
    const again = await own.sent(cast.triage)
    const split = await Promise.allSettled([splitBack(again, { why }), splitBack(again, { why })])
    expect(split.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
