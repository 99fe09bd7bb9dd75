import { beforeAll, beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { firstPage } from '#app/domain/desk/first-page.server'
import { newId } from '#app/domain/id'
import { daysAfter, minutesAfter } from '../../support/clock'
import { aReport, anOffer, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'

let cast: Record<Part, Person>
beforeAll(async () => {
  cast = await people()
})
beforeEach(() => db.alarm.deleteMany())

const overview = async (part: Part, now: Date) => (await firstPage(cast[part], now)).overview!

async function rings(story: Story, raisedAt: Date, more: object = {}) {
  const { districtId, townshipId } = await story.row()
  const id = newId()
  await db.alarm.create({
    data: { id, disputeId: story.id, districtId, townshipId, status: 'raised', why: 'red', step: 1, raisedAt, ...more },
  })
  return id
}

const orders = async (story: Story, now: Date, more: object = {}) => {
  const { districtId, townshipId } = await story.row()
  const id = newId()
  await db.supervisionOrder.create({
    data: {
      id,
      number: `督办〔2026〕第${id.slice(-12)}号`,
      status: 'issued',
      version: 1,
      areaId: districtId,
      issuedById: cast.duty.accountId,
      issuedRole: 'duty',
      issuedAt: now,
      toAreaId: townshipId,
      disputeId: story.id,
      why: 'overdue',
      asked: '三日内办结',
      answerBy: now,
      dueAt: now,
      ...more,
    },
  })
  return id
}

test.each(['duty', 'bureau'] as const)('%s: alarms on top, who has none first, each with its next step', async (part) => {
  const [one, other] = [await aReport(), await aReport()]
  const now = minutesAfter(other.now, 20)
  const taken = await rings(one, minutesAfter(now, -15), { status: 'acknowledged', acknowledgedAt: minutesAfter(now, -11) })
  const open = await rings(other, minutesAfter(now, -4))
  const { watch } = await overview(part, now)
  expect(watch[0]).toMatchObject({ heading: '红色警报', tone: 'late' })
  expect(watch[0]!.rows.map(({ todo, act }) => [todo, act])).toEqual([
    ['没人签收，已响 4 分钟', { label: '签收', href: `/alarms/${open}` }],
    ['已签收 11 分钟，还没处置完', { label: '处置', href: `/alarms/${taken}` }],
  ])
})

test('an alarm that has ended is off the page; the leader of a township and others have no such list', async () => {
  const story = await aReport({ dangerSigns: ['threat'] })
  const now = minutesAfter(story.now, 5)
  await db.alarm.deleteMany()
  await rings(story, story.now, { status: 'handled', endedAt: now })
  expect((await overview('duty', now)).watch).toEqual([])
  expect(await overview('leader', now)).toMatchObject({ watch: [], late: null, list: null })
  expect((await firstPage(cast.triage, now)).overview).toBeNull()
})

test('the bureau learns the number of a sealed one (不公开), the duty officer its title too', async () => {
  const story = await aReport({ sealed: true, sealedWhy: '未成年人' })
  const { title, number } = await story.row()
  const now = minutesAfter(story.now, 5)
  await rings(story, story.now)
  expect((await overview('duty', now)).watch[0]!.rows[0]).toMatchObject({ title })
  const seen = (await overview('bureau', now)).watch[0]!.rows[0]!
  expect(seen.title).toBe(`纠纷 ${number}`)
  expect(JSON.stringify(seen)).not.toContain(title)
})

test('逾期: how long, on whose desk, and the order to send; 已督办 leads to the one that runs', async () => {
  const story = await anOffer()
  const now = daysAfter(story.now, 20)
  const mine = async () => (await overview('duty', now)).late!.rows.find(({ id }) => id === story.id)!
  const row = await mine()
  expect(row).toMatchObject({ desk: '马锅头调解室负责人', act: { label: '督办', href: `/orders/new?dispute=${story.id}` } })
  expect(row.due?.words).toMatch(/^已超 \d+ 天$/u)
  const { late, list } = await overview('duty', now)
  expect(Number(late!.total)).toBeGreaterThanOrEqual(late!.rows.length)
  expect(list!.rows.every(({ due }) => due?.tone !== 'late')).toBe(true)
  const order = await orders(story, now)
  expect((await mine()).act).toEqual({ label: '已督办', href: `/orders/${order}` })
  await db.supervisionOrder.update({ where: { id: order }, data: { status: 'accepted', endedAt: now } })
  expect((await mine()).act.label).toBe('督办')
})

test('an order that ran out unanswered stands under the alarms, with whom to ask', async () => {
  const story = await aReport()
  const now = daysAfter(story.now, 3)
  const id = await orders(story, story.now, { lateSince: now })
  for (const part of ['duty', 'bureau'] as const) {
    const section = (await overview(part, now)).watch.find(({ heading }) => heading === '督办到期没答复')!
    expect(section.rows.find((row) => row.id === id)).toMatchObject({
      todo: '束河街道分流岗没有答复，打电话问',
      href: `/orders/${id}`,
      due: { words: '已超 3 天', tone: 'late' },
    })
  }
})
