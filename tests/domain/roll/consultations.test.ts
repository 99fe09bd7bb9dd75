import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { newId } from '#app/domain/id'
import { ask } from '#app/domain/request/requests.server'
import { stepRequest } from '#app/domain/request/steps.server'
import { advisersNear } from '#app/domain/roll/advisers.server'
import { consultForm } from '#app/domain/roll/forms'
import { recordConsultation } from '#app/domain/roll/records.server'
import { showRegistrant } from '#app/domain/roll/show.server'
import { aMediation } from '../../support/disputes'
import { areaId, longquan, people, person, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { aRegistrant, today } from '../../support/roll'

let cast: Record<Part, Person>
let township: Person
beforeAll(async () => {
  cast = await people()
  township = await person(`admin-${shuhe}`)
})

const anAdviser = async (more: Record<string, unknown> = {}) =>
  aRegistrant({ kind: 'lawReader', name: '木明理', areaId: await areaId(longquan), ...more })
const consult = (actor: Person, id: string, more: Record<string, unknown> = {}, key = newId()) =>
  recordConsultation({ actor, key }, id, consultForm.parse({ heldOn: today(), people: 1, line: '问宅基地边界怎么认', ...more }))

describe('a consultation', () => {
  test('is counted by year and people, once a form, on the own page alone', async () => {
    const id = await anAdviser()
    const key = newId()
    await consult(township, id, { people: 3 }, key)
    await consult(township, id, { people: 3 }, key)
    await consult(cast.villageHead, id, { people: 2 })
    await consult(township, id, { heldOn: '2024-05-01' })
    const card = await showRegistrant(township, id)
    expect(card.counts).toEqual([`${today().slice(0, 4)}年 2 次，5 人`, '2024年 1 次，1 人'])
    expect(card.lines).toHaveLength(3)
    // The bureau reads how often, not what was asked.
    expect(await showRegistrant(cast.bureau, id)).toMatchObject({ counts: card.counts, lines: [] })
  })

  test('names a dispute that who writes may see, and no other', async () => {
    const [id, story] = [await anAdviser(), await aMediation()]
    const { number } = await db.dispute.findUniqueOrThrow({ where: { id: story.id }, select: { number: true } })
    expect((await refusalOf(consult(township, id, { number })))[2]).toHaveProperty('number')
    expect((await refusalOf(consult(cast.villageHead, id, { number: "1' or '1'='1" })))[2]).toHaveProperty('number')
    await db.registrant.updateMany({ where: { accountId: cast.mediator.accountId }, data: { accountId: null } })
    await db.registrant.update({ where: { id }, data: { accountId: cast.mediator.accountId } })
    await consult(cast.mediator, id, { number })
    expect(await db.consultation.count({ where: { registrantId: id, disputeId: story.id } })).toBe(1)
  })

  test('is not written by the bureau, nor by whoever does not see the person', async () => {
    const id = await anAdviser()
    expect((await refusalOf(consult(cast.bureau, id)))[0]).toBe(403)
    expect((await refusalOf(consult(cast.otherHead, id)))[0]).toBe(404)
    expect((await refusalOf(consult(township, id, { heldOn: '2098-01-01' })))[2]).toEqual({ heldOn: '日期不能晚于今天' })
  })
})

describe('a dispute calls on an adviser', () => {
  test('by a request in their name; the answer counts one consultation and takes none of its words along', async () => {
    const [id, story] = [await anAdviser(), await aMediation()]
    const requestId = (await ask(await story.sent(cast.mediator), { registrantId: id, role: 'guide', asked: '请讲一讲租赁合同' }))!
    expect(await db.request.findUniqueOrThrow({ where: { id: requestId } })).toMatchObject({
      kind: 'adviser',
      registrantId: id,
      outsideName: '木明理',
      bodyId: null,
    })
    expect(await db.sight.count({ where: { disputeId: story.id, why: 'request' } })).toBe(0)
    await stepRequest(await story.sent(cast.mediator), { requestId, step: 'receive' })
    expect(await db.consultation.count({ where: { registrantId: id } })).toBe(0)
    await stepRequest(await story.sent(cast.mediator), { requestId, step: 'answer', text: '押金照合同退' })
    expect(await db.consultation.findMany({ where: { registrantId: id } })).toMatchObject([{ disputeId: story.id, people: 1, line: null }])
  })

  test('withdrawn or refused, nothing is counted', async () => {
    const [id, story] = [await anAdviser(), await aMediation()]
    for (const step of ['withdraw', 'refuse'] as const) {
      const requestId = (await ask(await story.sent(cast.mediator), { registrantId: id, role: 'guide' }))!
      await stepRequest(await story.sent(cast.mediator), { requestId, step, text: '不用了' })
    }
    expect(await db.consultation.count({ where: { registrantId: id } })).toBe(0)
  })

  test.each<[string, (id: string) => Promise<string>]>([
    ['a mediator', () => aRegistrant()],
    ['nobody', () => Promise.resolve(newId())],
    ['no id at all', () => Promise.resolve('../../etc/passwd')],
    ['somebody no longer in the register', () => anAdviser({ validTo: '2026-01-01' })],
  ])('but not on %s', async (_, whom) => {
    const story = await aMediation()
    const registrantId = await whom('')
    expect((await refusalOf(ask(await story.sent(cast.mediator), { registrantId, role: 'guide' })))[2]).toHaveProperty('registrantId')
  })

  test('of its township, by village, with what they speak', async () => {
    const groups = await advisersNear(await areaId(shuhe), new Date())
    const names = groups.map(({ label }) => label)
    expect(names).toContain('龙泉社区居委会')
    expect(names.filter((name) => name.startsWith('光义'))).toEqual([])
    for (const { options } of groups) for (const { label } of options) expect(label).toMatch(/（(法律明白人|村（居）法律顾问)，会/)
  })
})
