import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { sendStep, type SentStep } from '#app/domain/draft/send.server'
import { openDraft } from '#app/domain/draft/drafts.server'
import { stepPage } from '#app/domain/draft/page.server'
import type { Values } from '#app/domain/draft/values'
import { newId } from '#app/domain/id'
import { possibleDuplicates } from '#app/domain/duplicates/form.server'
import { registrationForm } from '#app/domain/registration/form'
import { register } from '#app/domain/registration/register.server'
import { daysAfter } from '../../support/clock'
import { areaId, longquan, people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let cast: Record<Part, Person>
let village: string
let elsewhere: string
beforeAll(async () => {
  cast = await people()
  village = await areaId(longquan)
  elsewhere = await areaId('530702004002')
})

let last = 0
const names = (): [string, string] => [`木德胜${++last}`, `李顺才${last}`]
const about = ([one, other]: readonly [string, string], more: object = {}, where = village) =>
  registrationForm.parse({
    areaId: where,
    facts: '排水沟堵了',
    parties: [
      { side: 'applicant', kind: 'person', name: one, ...more },
      { side: 'respondent', kind: 'person', name: other },
    ],
  })
const known = async (form: ReturnType<typeof about>, now = new Date()) => (await register({ actor: cast.grid, form, now })).id
const found = async (form: ReturnType<typeof about>, actor = cast.grid, now = new Date()) =>
  (await possibleDuplicates(db, actor, form, now)).map(({ id }) => id)

describe('what may be the same', () => {
  test('the same two names about the same time, in either order, in a neighbouring village too; not one name alone, not half a year later', async () => {
    const pair = names()
    const id = await known(about(pair))
    expect(await found(about(pair))).toEqual([id])
    expect(await found(about([pair[1], pair[0]]))).toEqual([id])
    expect(await found(about([pair[0], '别人']))).toEqual([])
    expect(await found(about(pair, {}, elsewhere))).toEqual([id])
    expect(await found(about(pair), cast.grid, daysAfter(new Date(), 200))).toEqual([])
    expect(await found(about([pair[0], pair[0]]))).toEqual([])
  })

  test('the same identity number, however it is typed and whatever the name; not with another opponent a year later', async () => {
    const number = { idKind: 'residentId', idNumber: '53070219900101123x' }
    const id = await known(about(names(), number))
    const typed = { idNumber: '530702 19900101 123X' }
    expect(await found(about(['另一个叫法', ''], typed))).toEqual([id])
    expect(await found(about(names(), typed, elsewhere), cast.grid, daysAfter(new Date(), 390))).toEqual([])
  })

  test('is told by number, place and day only; what agrees, to whom may open it', async () => {
    const pair = names()
    await known(about(pair))
    const [mine] = await possibleDuplicates(db, cast.grid, about(pair), new Date())
    expect(Object.keys(mine!).sort()).toEqual(['day', 'id', 'number', 'place', 'reasons', 'visible'])
    expect(mine).toMatchObject({ place: '龙泉社区', visible: true })
    expect(mine?.reasons).toContain(`姓名相同（${pair[0]}）`)
    const [others] = await possibleDuplicates(db, cast.otherGrid, about(pair), new Date())
    expect(others).toMatchObject({ visible: false, reasons: [] })
  })

  test('of one that is not public, a stranger is told the township, not the village', async () => {
    const pair = names()
    await register({ actor: cast.grid, form: { ...about(pair), sealed: true }, now: new Date() })
    const [told] = await possibleDuplicates(db, cast.otherGrid, about(pair), new Date())
    expect(told).toMatchObject({ place: '束河街道', visible: false, reasons: [] })
  })
})

describe('while registering', () => {
  const send = (id: string, step: SentStep['step'], sent: Values, go = 'next') =>
    sendStep({ actor: cast.grid, id, step, go, sent, photos: [] })

  async function doubted() {
    const pair = names()
    const other = await known(about(pair))
    const id = newId()
    await send(id, 1, { areaId: village })
    const parties = pair.map((name) => ({ side: 'respondent', kind: 'person', name }))
    return { id, other, parties }
  }

  test('a doubt interrupts once', async () => {
    const { id, other, parties } = await doubted()
    expect(await send(id, 2, { parties })).toBe(`/register/${id}/2?same=1#same`)
    const page = await stepPage(cast.grid, id, await openDraft(cast.grid, id), 2)
    expect(page.same.map((one) => one.id)).toEqual([other])
    expect(await send(id, 2, { parties, doubted: 'yes' })).toBe(`/register/${id}/3`)
  })

  test('nothing is registered before it is decided; the decision and its reason are kept', async () => {
    const { id, other, parties } = await doubted()
    await send(id, 2, { parties, doubted: 'yes' })
    await send(id, 3, { facts: '又堵了' })
    expect((await refusalOf(send(id, 4, {}, 'submit')))[2]).toEqual({ duplicates: expect.stringContaining('可能已经登记过') as string })
    expect(await db.dispute.count({ where: { id } })).toBe(0)
    const duplicates = [{ otherId: other, same: 'no', why: '那次是墙，这次是沟' }]
    expect(await send(id, 4, { duplicates }, 'submit')).toBe(`/disputes/${id}/receipt`)
    expect(await db.duplicateDecision.findMany({ where: { disputeId: id } })).toMatchObject([
      { otherId: other, same: false, why: '那次是墙，这次是沟' },
    ])
  })

  test('the same one takes what was typed as a note, and no second is registered', async () => {
    const { id, other, parties } = await doubted()
    await send(id, 2, { parties, doubted: 'yes' })
    await send(id, 3, { facts: '今天沟又堵了，水漫到院里' })
    expect(await send(id, 4, {}, `note-${other}`)).toBe(`/disputes/${other}`)
    const texts = await db.eventText.findMany({ where: { disputeId: other, kind: 'note' } })
    expect(texts.map(({ text }) => text)).toEqual([expect.stringContaining('水漫到院里')])
    expect(await openDraft(cast.grid, id)).toBeNull()
    expect(await db.dispute.count({ where: { id } })).toBe(0)
  })

  test('a note goes nowhere that one may not see', async () => {
    const { id, parties } = await doubted()
    await send(id, 2, { parties, doubted: 'yes' })
    await send(id, 3, { facts: '一' })
    const hidden = (await register({ actor: cast.otherGrid, form: about(names(), {}, elsewhere) })).id
    expect((await refusalOf(send(id, 4, {}, `note-${hidden}`)))[0]).toBe(404)
    expect((await refusalOf(send(id, 4, {}, 'note-x')))[0]).toBe(404)
  })
})
