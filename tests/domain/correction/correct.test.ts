import { beforeAll, describe, expect, test } from 'vitest'
import { db, reading } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { perform } from '#app/domain/agreement/perform.server'
import { correctEvent } from '#app/domain/correction/correct.server'
import { itemsOf, type Field } from '#app/domain/correction/items.server'
import { typedMoment } from '#app/domain/forms/common'
import { addDays } from '#app/domain/calendar/days'
import { aMediation, anAgreement, aReport, aSignedPaper, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'

let who: Record<Part, Person>
beforeAll(async () => void (who = await people()))

const itemOf = async (story: Story, field: Field) => {
  const item = (await itemsOf(reading, story.id)).find((one) => one.field === field)
  if (!item) throw new Error(`nothing of ${field} to put right`)
  return item
}
const correct = async (story: Story, by: Person, field: Field, to: string, why = '录错了') =>
  correctEvent(await story.sent(by), { change: { [(await itemOf(story, field)).name]: to }, why })
const texts = async (story: Story) => (await story.lastEvent()).texts.map(({ kind, text }) => [kind, text])

describe('更正 works everything out again (U26)', () => {
  test('受理 was earlier than written down: the leg, the first receipt and the period move with it, and both are shown', async () => {
    const story = await aMediation()
    const before = await story.running()
    const { receivedAt, offeredAt } = await story.lastLeg()
    const to = typedMoment(offeredAt)
    story.waits(3)
    const { mediation } = await story.running()
    await correct(story, who.head, 'receivedAt', to)
    const leg = await story.lastLeg()
    expect([typedMoment(leg.receivedAt!), leg.receivedAt! < receivedAt! || to === typedMoment(receivedAt!)]).toEqual([to, true])
    expect((await story.row()).firstReceivedAt).toEqual(leg.receivedAt)
    expect([before.mediation, mediation]).toEqual([mediation, (await story.running()).mediation])
    const [first, ...rest] = await texts(story)
    expect(first?.[1]).toContain(`更正为 ${to.replace('T', ' ')}`)
    expect(rest.at(-1)).toEqual(['why', '录错了'])
  })

  test('receipt a week later: the mediation period ends later, and says so', async () => {
    const story = await aMediation()
    const { mediation } = await story.running()
    story.waits(9)
    const later = `${addDays(story.today, -1)}T10:00`
    await correct(story, who.head, 'receivedAt', later)
    const now = (await story.running()).mediation
    expect(now! > mediation!).toBe(true)
    expect((await texts(story)).flat().join()).toMatch(/调解期限由 .+ 改为 .+；已经打印、送达的受理登记表/)
    const deadline = await db.deadline.findFirstOrThrow({ where: { disputeId: story.id, period: 'mediation', stoppedAt: null } })
    expect(typedMoment(deadline.countedFrom)).toBe(later)
    const { dueDay } = await story.row()
    expect(dueDay?.toISOString().slice(0, 10)).toBe(now)
  })

  test('a signature of another day: in force, and thirty days for confirmation, from that day', async () => {
    const story = await aSignedPaper()
    story.waits(12)
    const { confirmation } = await story.running()
    const items = (await itemsOf(reading, story.id)).filter(({ field }) => field === 'signedOn')
    const to = addDays(items[0]!.value, 8)
    await correctEvent(await story.sent(who.mediator), { change: { [items[0]!.name]: to }, why: '纸上是八天以后签的' })
    const [agreement] = await story.agreements()
    expect(agreement?.effectiveAt?.toISOString()).toBe(new Date(`${to}T00:00:00+08:00`).toISOString())
    expect((await story.running()).confirmation! > confirmation!).toBe(true)
  })

  test('a term’s day: what is due next moves; what was agreed is not on the path for others', async () => {
    const story = await anAgreement()
    const item = await itemOf(story, 'dueDay').catch(() => null)
    const what = await itemOf(story, 'what')
    const change = { [what.name]: '当面赔礼', ...(item && { [item.name]: addDays(item.value, 5) }) }
    await correctEvent(await story.sent(who.mediator), { change, why: '听错了' })
    const [agreement] = await story.agreements()
    expect(agreement?.obligations.map(({ what: now }) => now)).toContain('当面赔礼')
    const event = await story.lastEvent()
    expect(
      event.texts
        .filter(({ audience }) => audience === 'path')
        .map(({ text }) => text)
        .join(),
    ).not.toContain('当面赔礼')
    if (item) expect((await story.running()).performance).toBe(addDays(item.value, 5))
  })

  test('less was paid than written down: what was done is owed again, and the dispute goes back to 履行中', async () => {
    const story = await anAgreement()
    const [owed] = await story.owed()
    await perform(await story.sent(who.mediator), { obligationId: owed!.id, amountFen: owed!.amountFen! })
    expect(await story.status()).toBe('visiting')
    await correct(story, who.mediator, 'performedAmount', '1')
    expect([await story.status(), (await story.lastEvent()).type]).toEqual(['performing', 'correct'])
    const back = Number(owed!.amountFen) / 100
    await correct(story, who.mediator, 'performedAmount', String(back))
    expect(await story.status()).toBe('visiting')
    expect((await refusalOf(correct(story, who.mediator, 'performedAmount', String(back + 1))))[2]).toEqual(
      expect.objectContaining({ [`change.${(await itemOf(story, 'performedAmount')).name}`]: '超过了应付的数' }),
    )
  })

  test('nothing changed is nothing corrected; what cannot have been is refused beside its field', async () => {
    const story = await aMediation()
    const { name, value } = await itemOf(story, 'receivedAt')
    expect((await refusalOf(correctEvent(await story.sent(who.head), { change: { [name]: value }, why: '无' })))[2]).toHaveProperty('text')
    for (const to of ['2199-01-01T00:00', '1999-01-01T00:00', '昨天', ''])
      expect((await refusalOf(correctEvent(await story.sent(who.head), { change: { [name]: to }, why: '无' })))[2], to).toHaveProperty([
        `change.${name}`,
      ])
    const other = await aMediation()
    expect(await refusalOf(correctEvent(await other.sent(who.head), { change: { [name]: value }, why: '无' }))).toEqual(said.notFound)
  })
})

describe('whoever wrote it, until the next act by another desk; afterwards the head', () => {
  test('of a body’s own records', async () => {
    const story = await aMediation()
    story.waits(1)
    expect((await refusalOf(correct(story, who.triage, 'receivedAt', `${story.today}T00:00`)))[0]).toBe(403)
    expect((await refusalOf(correct(story, who.mediator, 'receivedAt', `${story.today}T00:00`)))[0]).toBe(403)
    await correct(story, who.head, 'receivedAt', `${story.today}T00:00`)
  })

  test('the applicant’s time of asking is never corrected', async () => {
    const story = await aReport({ askedAt: new Date('2026-01-01T01:00:00Z') })
    const before = (await story.row()).askedAt
    expect((await itemsOf(reading, story.id)).map(({ field }) => field)).not.toContain('askedAt')
    const { id } = await story.lastEvent()
    await correctEvent(await story.sent(who.grid), { eventId: id, text: '其实是前一天来问的', why: '记错了' })
    expect((await story.row()).askedAt).toEqual(before)
  })
})
