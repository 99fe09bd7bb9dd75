import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { answerAlarm } from '#app/domain/alarm/answer.server'
import { alarmList, alarmPage } from '#app/domain/alarm/page.server'
import { ringAlarm, ringDue } from '#app/domain/alarm/ring.server'
import { countsOf } from '#app/domain/desk/counts.server'
import { firstPage } from '#app/domain/desk/first-page.server'
import { drillList, drillReport } from '#app/domain/drill/page.server'
import { endDrill, startDrill } from '#app/domain/drill/start.server'
import { noticesOf } from '#app/domain/notice/notices.server'
import { shellOf } from '#app/domain/people/shell.server'
import { minutesAfter } from '../../support/clock'
import { aReport } from '../../support/disputes'
import { areaId, dayan, district, people, shuhe, type Part } from '../../support/people'
import { queued } from '../../support/jobs'

let cast: Record<Part, Person>
beforeAll(async () => {
  cast = await people()
  await db.dutyShift.deleteMany({})
})

const scenario = '两家为滴水界争吵，有人拿锄头'
const starts = async (code: string, now: Date, by: Person = cast.duty) => {
  const id = (await startDrill({ actor: by, now }, { act: 'start', areaId: await areaId(code), scenario }))!
  return { id, alarm: await db.alarm.findFirstOrThrow({ where: { drillId: id } }) }
}
const refused = (doing: Promise<unknown>) =>
  doing.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

describe('a drill', () => {
  test('rings the same ladder, is taken on the same page, and its report says who answered how soon', async () => {
    const now = new Date()
    const { id, alarm } = await starts(shuhe, now)
    expect(await queued('ringAlarm', { alarmId: alarm.id })).toHaveLength(1)
    await ringAlarm({ alarmId: alarm.id }, now)
    await ringAlarm({ alarmId: alarm.id }, minutesAfter(now, 10))
    expect((await shellOf(cast.bureau)).alarms).toMatchObject([{ href: `/alarms/${alarm.id}`, drill: true }])
    expect((await noticesOf(cast.bureau, new URLSearchParams())).unread.map(({ words }) => words)).toContain('【演练】红色警报，请签收')
    const texts = await db.textMessage.findMany({ where: { occasion: { startsWith: `alarm ${alarm.id}` } } })
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.every(({ template, drill, disputeId }) => template === 'drill' && drill && disputeId === null)).toBe(true)
    expect((await alarmPage(cast.bureau, alarm.id)).drill).toBe(true)
    await answerAlarm({ actor: cast.bureau, now: minutesAfter(now, 12) }, alarm.id, { act: 'acknowledge' })
    await endDrill({ actor: cast.duty, now: minutesAfter(now, 20) }, id, { act: 'end', note: '值班电话换了号' })
    const { facts, calls, over } = await drillReport(cast.duty, id)
    const said = Object.fromEntries(facts.map(({ label, value }) => [label, value]))
    expect(said).toMatchObject({ 情形: scenario, 签收: `${cast.bureau.name}，12 分钟签收`, 学到什么: '值班电话换了号' })
    expect(said['没有回应的']).toContain(cast.duty.name)
    expect(said['没有回应的']).not.toContain(cast.bureau.name)
    expect(new Set(calls.map(({ rung }) => rung))).toEqual(new Set(['值班员', '带班领导']))
    expect(over).toBe(true)
  })

  test('of a place is one at a time', async () => {
    const now = new Date()
    const { id } = await starts(dayan, now)
    expect(await refused(starts(dayan, now))).toBe('invalid')
    await endDrill({ actor: cast.duty, now }, id, { act: 'end', note: undefined })
    expect(await refused(endDrill({ actor: cast.duty, now }, id, { act: 'end', note: undefined }))).toBe('notNow')
    const again = await starts(dayan, now)
    await endDrill({ actor: cast.duty, now }, again.id, { act: 'end', note: undefined })
  })

  test.each<[Part, boolean]>([
    ['duty', true],
    ['bureau', true],
    ['admin', true],
    ['leader', false],
    ['triage', false],
    ['mediator', false],
    ['grid', false],
  ])('may be held and read by %s: %s', async (part, may) => {
    expect(await refused(drillList(cast[part]))).toBe(may ? 'done' : 'notFound')
    const [drill] = await db.drill.findMany({ take: 1 })
    expect(await refused(drillReport(cast[part], drill!.id))).toBe(may ? 'done' : 'notFound')
    if (!may) expect(await refused(starts(dayan, new Date(), cast[part]))).toBe('notFound')
  })
})

test('a drill is in no list and no number of real things, and an alarm in no list of drills', async () => {
  const now = new Date()
  const before = await Promise.all([firstPage(cast.duty, now), alarmList(cast.duty, now), db.dispute.count(), db.disputeEvent.count()])
  const { id, alarm } = await starts(district, now)
  await ringDue(now)
  const after = await Promise.all([firstPage(cast.duty, now), alarmList(cast.duty, now), db.dispute.count(), db.disputeEvent.count()])
  expect(after).toEqual(before)
  const { calls, ...numbers } = await countsOf(cast.duty)
  expect(calls.find((call) => call.id === alarm.id)).toMatchObject({ drill: true })
  expect(Object.keys(numbers)).toEqual(['unread', 'desk', 'queue'])
  const real = await aReport({ dangerSigns: ['weapon'], dangerTold: '已报警', now })
  const ofReal = await db.alarm.findFirstOrThrow({ where: { disputeId: real.id } })
  const listed = await alarmList(cast.duty, now)
  expect(listed.open.map((line) => line.id)).toContain(ofReal.id)
  expect(listed.open.map((line) => line.id)).not.toContain(alarm.id)
  expect((await drillList(cast.duty)).rows.map((row) => row.id)).toContain(id)
  expect(JSON.stringify(await drillList(cast.duty))).not.toContain(ofReal.id)
})
