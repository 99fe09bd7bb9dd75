import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { newId } from '#app/domain/id'
import { appoint, endAppointment } from '#app/domain/roll/appointments.server'
import { endForm } from '#app/domain/roll/forms'
import { saveRegistrant } from '#app/domain/roll/registrants.server'
import { accountByKey } from '../../../prisma/district'
import { aMediation } from '../../support/disputes'
import { bodyId, dayan, longquan, people, person, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { anAppointment, appointmentOf, aRegistrant, asNow, registrantOf, today } from '../../support/roll'

let cast: Record<Part, Person>
let township: Person
let village: string
beforeAll(async () => {
  cast = await people()
  township = await person(`admin-${shuhe}`)
  village = await bodyId(`village-${longquan}`)
})

/** The card of somebody of the seed, whether the seed entered it or not. */
async function cardOf(key: string): Promise<string> {
  const { accountId } = await person(key)
  const row = await db.registrant.findUnique({ where: { accountId } })
  if (!row) return aRegistrant({ phone: accountByKey(key).phone })
  await db.appointment.updateMany({ where: { registrantId: row.id, endedOn: null }, data: { endedOn: new Date('2020-01-01') } })
  return row.id
}

const end = (actor: Person, id: string, appointmentId: string, more: Record<string, unknown> = {}) =>
  endAppointment({ actor, key: newId() }, id, endForm.parse({ appointmentId, endedOn: today(), endWhy: 'resigned', ...more }))

const roles = async (who: Person) => (await asNow(who)).posts.map(({ role, bodyId: at }) => `${role} ${at === village ? '龙泉' : '别处'}`)

describe('appointing', () => {
  test('gives an account the post of the office, once; ending the last office of its kind ends it with that day', async () => {
    const who = await person(`grid-${longquan}`)
    const id = await cardOf(`grid-${longquan}`)
    expect(await roles(who)).toEqual(['grid 别处'])
    const first = await anAppointment(id, village)
    const second = await anAppointment(id, village, { office: 'member', how: 'elected', paper: undefined })
    expect(await roles(who)).toEqual(['grid 别处', 'mediator 龙泉'])
    await end(township, id, first, { endedOn: '2026-05-01' })
    expect(await roles(who)).toEqual(['grid 别处', 'mediator 龙泉'])
    await end(township, id, second, { endedOn: '2026-05-01' })
    expect(await roles(who)).toEqual(['grid 别处'])
    const post = await db.post.findFirstOrThrow({ where: { accountId: who.accountId, role: 'mediator' } })
    expect(post.validTo?.toISOString()).toBe('2026-05-01T16:00:00.000Z')
  })

  test('somebody who gets an account later is given the posts then', async () => {
    const id = await aRegistrant()
    await anAppointment(id, village, { office: 'director', how: 'elected' })
    const key = 'grid-530702004002'
    const form = await registrantOf({ phone: accountByKey(key).phone })
    await saveRegistrant({ actor: township }, id, form)
    expect(await roles(await person(key))).toContain('head 龙泉')
  })

  test('a member without an end of the own serves to the end of the committee’s term', async () => {
    const [body, id] = [await bodyId(`township-${shuhe}`), await aRegistrant()]
    await db.committeeTerm.deleteMany({ where: { bodyId: body } })
    const term = { electedOn: new Date('2026-01-01'), endsOn: new Date('2028-12-31'), how: 'appointed', recordedAt: new Date() }
    await db.committeeTerm.create({ data: { ...term, id: newId(), bodyId: body } })
    const made = await anAppointment(id, body, { office: 'member', how: 'elected' })
    expect((await db.appointment.findUniqueOrThrow({ where: { id: made } })).validTo).toEqual(new Date('2028-12-31'))
  })

  test.each([
    ['paper', { paper: undefined }, '请写文号；没有文号的写明哪次会议、哪份决定'],
    ['validTo', { validTo: '2025-12-31' }, '最后一天不能早于开始的一天'],
  ])('is refused beside %s', async (field, more, sentence) => {
    const id = await aRegistrant()
    const refused = appoint({ actor: township }, id, appointmentOf(village, more))
    expect(await refusalOf(refused)).toEqual([400, '有几处没有填对，请看红字', { [field]: sentence }])
  })

  test('is refused twice in one office, in an organ, and in a body of another township', async () => {
    const id = await aRegistrant()
    await anAppointment(id, village)
    const beside = async (at: string, more = {}) => refusalOf(appoint({ actor: township }, id, appointmentOf(at, more)))
    expect((await beside(village))[2]).toHaveProperty('office')
    expect((await beside(await bodyId(`police-${shuhe}`)))[2]).toEqual({ bodyId: '只有人民调解组织推选、聘任调解员' })
    expect((await beside(await bodyId(`township-${dayan}`)))[0]).toBe(404)
    expect((await beside(newId()))[0]).toBe(404)
  })

  test('nobody appoints or dismisses himself', async () => {
    const key = `admin-${shuhe}`
    const id = await cardOf(`${key}`).catch(() => null)
    // A township’s administrator is not his own to link: the district’s does it.
    const own = id ?? (await aRegistrant())
    await db.registrant.update({ where: { id: own }, data: { accountId: township.accountId } })
    expect((await refusalOf(appoint({ actor: township }, own, appointmentOf(village))))[0]).toBe(403)
  })
})

describe('dismissal', () => {
  test('waits until the open cases of the body are handed over; then the post ends', async () => {
    const key = 'mediator-room-maguotou-1'
    const [who, id, room] = [await person(key), await cardOf(key), await bodyId('room-maguotou')]
    const made = await anAppointment(id, room)
    await aMediation()
    const [status, text] = await refusalOf(end(township, id, made))
    expect([status, text]).toEqual([409, expect.stringMatching(/^\S+在马锅头调解室手里还有 \d+ 件没有办完，先交给别人，再来办$/)])
    expect((await db.appointment.findUniqueOrThrow({ where: { id: made } })).endedOn).toBeNull()
    await db.legMediator.updateMany({ where: { accountId: who.accountId, validTo: null }, data: { validTo: new Date() } })
    await end(township, id, made)
    const post = await db.post.findFirstOrThrow({ where: { accountId: who.accountId, bodyId: room, role: 'mediator' } })
    expect(post.validTo).not.toBeNull()
  })

  test.each([
    ['endPaper', { endWhy: 'removed' }, '罢免要写文号（人民调解法第15条）'],
    ['endPaper', { endWhy: 'dismissed' }, '解聘要写文号（人民调解法第15条）'],
    ['endedOn', { endedOn: '2999-01-01' }, '日期没有填对，照 2026-03-05 的样子填'],
    ['endedOn', { endedOn: '2098-01-01' }, '最后一天不能晚于今天，到那天再来办'],
    ['endedOn', { endedOn: '2025-12-31' }, '最后一天不能早于任职的第一天'],
  ])('is refused beside %s for %o', async (field, more, sentence) => {
    const id = await aRegistrant()
    const made = await anAppointment(id, village)
    const parsed = endForm.safeParse({ appointmentId: made, endedOn: today(), endWhy: 'resigned', ...more })
    if (!parsed.success) return expect(parsed.error.issues[0]).toMatchObject({ path: [field], message: sentence })
    expect((await refusalOf(end(township, id, made, more)))[2]).toEqual({ [field]: sentence })
  })

  test('twice is refused, and by the head, the bureau or another township not done', async () => {
    const id = await aRegistrant()
    const made = await anAppointment(id, village)
    expect((await refusalOf(end(await person(`admin-${dayan}`), id, made)))[0]).toBe(404)
    expect((await refusalOf(end(cast.villageHead, id, made)))[0]).toBe(403)
    expect((await refusalOf(end(cast.bureau, id, made)))[0]).toBe(403)
    await end(township, id, made)
    expect((await refusalOf(end(township, id, made)))[0]).toBe(409)
    const [other] = [await aRegistrant()]
    expect((await refusalOf(end(township, other, made)))[0]).toBe(409)
  })
})
