import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { answerAlarm } from '#app/domain/alarm/answer.server'
import { ladder } from '#app/domain/alarm/ladder'
import { mayAnswerAlarm } from '#app/domain/alarm/permissions'
import { ringAlarm, ringDue } from '#app/domain/alarm/ring.server'
import { dateOf } from '#app/domain/calendar/days'
import { handleDanger, reportDanger } from '#app/domain/danger/report.server'
import { setRisk } from '#app/domain/dispute/annotate.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { newId } from '#app/domain/id'
import { Refusal } from '#app/domain/refusal'
import { minutesAfter } from '../../support/clock'
import { aReport, type Story } from '../../support/disputes'
import { areaId, district, people, person, shuhe, type Part } from '../../support/people'
import { queued } from '../../support/jobs'

let cast: Record<Part, Person>
let [districtId, townshipId] = ['', '']
beforeAll(async () => {
  cast = await people()
  ;[districtId, townshipId] = [await areaId(district), await areaId(shuhe)]
})
beforeEach(async () => void (await db.dutyShift.deleteMany({})))

const shift = (area: string, story: Story, who: Person, more: { part?: string; substituteId?: string } = {}) =>
  db.dutyShift.create({ data: { id: newId(), areaId: area, day: dateOf(story.today), accountId: who.accountId, ...more } })
const aDanger = () => aReport({ dangerSigns: ['threat'], dangerTold: '束河派出所' })
const alarmOf = (story: Story) => db.alarm.findFirstOrThrow({ where: { disputeId: story.id }, orderBy: { id: 'desc' } })
const rings = async (story: Story, minutes = 0) => ringAlarm({ alarmId: (await alarmOf(story)).id }, minutesAfter(story.now, minutes))
const called = async (story: Story) => {
  const calls = await db.alarmCall.findMany({ where: { alarmId: (await alarmOf(story)).id }, orderBy: [{ step: 'asc' }, { id: 'asc' }] })
  const name = (id: string | null) => Object.entries(cast).find(([, { accountId }]) => accountId === id)?.[0] ?? (id && 'somebody')
  return calls.map(({ rung, accountId }) => `${rung} ${name(accountId) ?? 'nobody'}`)
}
const answers = async (story: Story, actor: Person, form: Parameters<typeof answerAlarm>[2], minutes = 1) =>
  answerAlarm({ actor, now: minutesAfter(story.now, minutes) }, (await alarmOf(story)).id, form)
const steps = async (story: Story) =>
  (await story.events()).flatMap(({ type, detail }) => (type === 'alarm' ? [(detail as { step: string }).step] : []))
const refusal = async (doing: Promise<unknown>) => {
  const error: unknown = await doing.catch((thrown: unknown) => thrown)
  return error instanceof Refusal ? `${error.code} ${error.message}` : 'nothing was refused'
}

describe('an alarm is raised', () => {
  test.each<[string, () => Promise<Story>, string]>([
    ['with a red sign, when it is registered', aDanger, 'danger'],
    [
      'by a person who makes it red',
      async () => {
        const story = await aReport()
        await setRisk(await story.sent(cast.triage), { level: 'red', why: '要堵门' })
        return story
      },
      'red',
    ],
    [
      'by a danger that is written down',
      async () => {
        const story = await aReport()
        await reportDanger(await story.sent(cast.grid), { signs: ['weapon'], notYetWhy: '正在赶过去' })
        return story
      },
      'danger',
    ],
  ])('%s, in the same transaction, and the worker is asked to ring it at once', async (_, story, why) => {
    const red = await story()
    const alarm = await alarmOf(red)
    expect(alarm).toMatchObject({ status: 'raised', why, step: 0, drillId: null, raisedAt: red.now })
    const [job] = await queued('ringAlarm', { alarmId: alarm.id })
    expect(job!.runAt.getTime()).toBeLessThanOrEqual(Date.now())
    expect(await steps(red)).toEqual(['raise'])
  })

  test('once, while it is open; a green one raises none', async () => {
    const story = await aDanger()
    await reportDanger(await story.sent(cast.grid), { signs: ['weapon'], notYetWhy: '又来了' })
    expect(await db.alarm.count({ where: { disputeId: story.id } })).toBe(1)
    expect(await db.alarm.count({ where: { disputeId: (await aReport()).id } })).toBe(0)
  })
})

describe('silence', () => {
  test('climbs from the duty officers to the leader on duty and to the top, and every rung is on record', async () => {
    const story = await aDanger()
    await shift(districtId, story, cast.duty)
    await shift(townshipId, story, cast.triage, { substituteId: cast.leader.accountId })
    await shift(districtId, story, cast.bureau, { part: 'lead' })
    expect(await rings(story)).toBe(true)
    expect((await called(story)).sort()).toEqual(['duty duty', 'duty leader'])
    expect(await rings(story, 9)).toBe(false)
    expect(await rings(story, 10)).toBe(true)
    expect((await called(story)).at(-1)).toBe('lead bureau')
    expect(await rings(story, 20)).toBe(true)
    expect((await alarmOf(story)).climbAt).toBeNull()
    expect((await called(story)).filter((call) => call.startsWith('top'))).toContain('top bureau')
    expect(await rings(story, 60)).toBe(false)
    expect(await steps(story)).toEqual(['raise', 'climb', 'climb'])
    const texts = await db.textMessage.findMany({ where: { disputeId: story.id } })
    expect(texts.every(({ template, urgent, drill }) => template === 'alarm' && urgent && !drill)).toBe(true)
    expect(texts.filter(({ accountId }) => accountId === cast.bureau.accountId)).toHaveLength(2)
    const notices = await db.notice.findMany({ where: { accountId: cast.duty.accountId, disputeId: story.id, topic: 'alarm' } })
    expect(notices).toHaveLength(1)
  })

  test('with nobody on the roster calls who holds the post; a rung without anybody is recorded and the next is called at once', async () => {
    const story = await aDanger()
    await rings(story)
    expect(await called(story)).toContain('duty duty')
    const posts = { role: 'duty' as const, areaId: districtId }
    const duty = await db.post.findMany({ where: posts })
    await db.post.updateMany({ where: posts, data: { validTo: new Date('2026-01-01') } })
    const empty = await aDanger()
    await rings(empty)
    await db.post.updateMany({ where: { id: { in: duty.map(({ id }) => id) } }, data: { validTo: null } })
    expect(await called(empty)).toEqual(['duty nobody', 'lead bureau', 'lead somebody'])
    expect((await alarmOf(empty)).step).toBe(2)
    expect(await steps(empty)).toEqual(['raise', 'climb'])
  })

  test('a queue that lost the job silences nothing: the round of every minute rings', async () => {
    const story = await aDanger()
    await db.$executeRaw`delete from gucheng_jobs._private_jobs`
    expect(await ringDue(minutesAfter(story.now, 1))).toBeGreaterThanOrEqual(1)
    expect(await called(story)).toContain('duty duty')
    expect(await rings(story, 1)).toBe(false)
  })

  test('one who has left is not called', async () => {
    const story = await aDanger()
    const other = await person('duty-2')
    await shift(districtId, story, other)
    await db.account.update({ where: { id: other.accountId }, data: { stoppedAt: story.now } })
    await rings(story)
    await db.account.update({ where: { id: other.accountId }, data: { stoppedAt: null } })
    expect(await called(story)).toEqual(['duty duty'])
  })
})

describe('taking it', () => {
  test('stops the climbing; a second press is answered with the first', async () => {
    const story = await aDanger()
    await rings(story)
    await answers(story, cast.duty, { act: 'acknowledge' })
    await answers(story, cast.duty, { act: 'acknowledge' }, 2)
    expect(await alarmOf(story)).toMatchObject({
      status: 'acknowledged',
      acknowledgedById: cast.duty.accountId,
      climbAt: null,
      acknowledgedAt: minutesAfter(story.now, 1),
    })
    expect(await rings(story, 10)).toBe(false)
    expect(await steps(story)).toEqual(['raise', 'acknowledge'])
  })

  test('by two at once: one has it, the other reads who took it', async () => {
    const story = await aDanger()
    await rings(story)
    const other = await person('duty-2')
    const both = await Promise.allSettled([
      answers(story, cast.duty, { act: 'acknowledge' }),
      answers(story, other, { act: 'acknowledge' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const lost = both.find((one) => one.status === 'rejected')
    expect(String(lost?.status === 'rejected' && (lost.reason as Error).message)).toMatch(/已在 \d\d:\d\d 签收，不用再签/)
    expect(await steps(story)).toEqual(['raise', 'acknowledge'])
  })

  test('what was done ends it with the danger, and whoever was called sees it no longer', async () => {
    const story = await aReport({ dangerSigns: ['familyViolence'], dangerTold: '束河派出所' })
    expect((await story.row()).sealed).toBe(true)
    const bureau = () =>
      openPage(cast.bureau, story.id, story.now).then(
        ({ sight }) => sight.sealed,
        () => 'nothing',
      )
    expect(await bureau()).toBe('nothing')
    await rings(story)
    await rings(story, 10)
    expect(await bureau()).toBe(false)
    await answers(story, cast.bureau, { act: 'handle', text: '派出所带走问话，妇联已接走受害人' })
    expect(await alarmOf(story)).toMatchObject({ status: 'handled', endedById: cast.bureau.accountId })
    expect((await story.row()).dangerSince).toBeNull()
    expect(await bureau()).toBe('nothing')
    expect(await refusal(answers(story, cast.duty, { act: 'handle', text: '再来' }))).toMatch(/^notNow 这个警报已经结束/)
  })

  test('已处置 on the dispute ends the alarm, and the next danger raises another', async () => {
    const story = await aDanger()
    await handleDanger(await story.sent(cast.grid), { text: '已劝开' })
    expect((await alarmOf(story)).status).toBe('handled')
    expect(await steps(story)).toEqual(['raise', 'handle'])
    await reportDanger(await story.sent(cast.grid), { signs: ['weapon'], notYetWhy: '又来了' })
    expect(await alarmOf(story)).toMatchObject({ status: 'raised' })
  })

  test('a false alarm is stood down with its reason, which stands on the path', async () => {
    const story = await aDanger()
    await answers(story, cast.duty, { act: 'standDown', text: '是拍戏的道具' })
    expect(await alarmOf(story)).toMatchObject({ status: 'stoodDown' })
    const texts = (await story.events()).flatMap((event) => event.texts.map(({ text }) => text))
    expect(texts).toContain('误报：是拍戏的道具')
  })
})

describe('who answers', () => {
  test.each<[Part, boolean]>([
    ['duty', true],
    ['bureau', true],
    ['leader', false],
    ['otherLeader', false],
    ['grid', false],
    ['triage', false],
    ['districtTriage', false],
    ['head', false],
    ['mediator', false],
    ['court', false],
    ['police', false],
    ['admin', false],
  ])('%s, uncalled: %s; called: yes', async (part, may) => {
    expect(mayAnswerAlarm(cast[part], { districtId, calledIds: [] })).toBe(may)
    expect(mayAnswerAlarm(cast[part], { districtId, calledIds: [cast[part].accountId] })).toBe(true)
    if (may) return
    const story = await aDanger()
    expect(await refusal(answers(story, cast[part], { act: 'acknowledge' }))).toBe('notFound 没有这个警报，或者不归您办')
  })

  test('the duty officer of another district: no', () => {
    expect(mayAnswerAlarm(cast.duty, { districtId: townshipId, calledIds: [] })).toBe(false)
  })
})

test('the ladder ends at the top, and every rung below it has its minutes', () => {
  expect(ladder.map(({ minutes }) => minutes === null)).toEqual([false, false, true])
})
