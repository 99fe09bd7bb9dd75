import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { remindReports } from '#app/domain/danger/remind.server'
import { handleDanger, reportDanger } from '#app/domain/danger/report.server'
import { setRisk } from '#app/domain/dispute/annotate.server'
import { headOf } from '#app/domain/dispute/show/head.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { overviewOf } from '#app/domain/dispute/show/overview.server'
import { aMediation, aReport, type Story } from '../../support/disputes'
import { minutesAfter } from '../../support/clock'
import { people, type Part } from '../../support/people'

let cast: Record<Part, Person>
beforeAll(async () => {
  cast = await people()
  await db.dutyShift.deleteMany({})
})

const aSilence = () => aReport({ dangerSigns: ['threat'], dangerTold: '山里没有信号', dangerNotYet: true })
const told = (story: Story, who: Person) => db.notice.count({ where: { accountId: who.accountId, disputeId: story.id, topic: 'report' } })
const after = async (story: Story, minutes: number) => remindReports(minutesAfter(story.now, minutes))
const riskWords = async (story: Story, who: Person) => overviewOf(await openPage(who, story.id, story.now)).risk

describe('a danger that nobody was told of yet', () => {
  test('reminds who is to report every half hour, six times, and then the duty officers', async () => {
    const story = await aSilence()
    await after(story, 29)
    expect(await told(story, cast.grid)).toBe(0)
    for (let no = 1; no <= 6; no++) await after(story, no * 30)
    expect(await told(story, cast.grid)).toBe(6)
    expect(await told(story, cast.duty)).toBe(0)
    await after(story, 7 * 30)
    await after(story, 8 * 30)
    expect([await told(story, cast.grid), await told(story, cast.duty)]).toEqual([6, 1])
    const texts = await db.textMessage.findMany({ where: { disputeId: story.id, template: 'report' } })
    expect(texts.filter(({ accountId }) => accountId === cast.grid.accountId)).toHaveLength(6)
  })

  test.each<[string, (story: Story) => Promise<unknown>]>([
    [
      'it is reported',
      async (story) =>
        reportDanger(await story.sent(cast.grid), { signs: [], organ: 'police', toldWhom: '束河派出所', receipt: '接警 0305-17' }),
    ],
    ['it is dealt with', async (story) => handleDanger(await story.sent(cast.triage), { text: '已劝开' })],
  ])('reminds no more once %s', async (_, done) => {
    const story = await aSilence()
    await done(story)
    await after(story, 60)
    expect(await told(story, cast.grid)).toBe(0)
  })

  test('may name somebody else of the case, and nobody who has nothing to do with it', async () => {
    const story = await aMediation()
    const silent = { signs: ['threat'], notYetWhy: '先劝住人' }
    await reportDanger(await story.sent(cast.duty), { ...silent, namedId: cast.mediator.accountId })
    await after(story, 30)
    expect([await told(story, cast.mediator), await told(story, cast.duty)]).toEqual([1, 0])
    const stranger = reportDanger(await story.sent(cast.duty), { ...silent, namedId: cast.otherMediator.accountId })
    await expect(stranger).rejects.toMatchObject({ code: 'invalid', fields: { namedId: expect.any(String) } })
  })
})

test('a receipt that comes after its report is no new danger; a danger that is told of anew is one', async () => {
  const story = await aReport({ dangerSigns: ['threat'], dangerTold: '九点报了派出所' })
  const alarms = () => db.alarm.count({ where: { disputeId: story.id } })
  await handleDanger(await story.sent(cast.duty), { text: '民警到场，人已劝离' })
  expect(await alarms()).toBe(1)
  await reportDanger(await story.sent(cast.duty), { signs: [], toldWhom: '束河派出所', organ: 'police', receipt: '束派接〔2026〕77号' })
  expect(await alarms()).toBe(1)
  expect((await story.row()).dangerSince).toBeNull()
  await reportDanger(await story.sent(cast.duty), { signs: ['weapon'], toldWhom: '束河派出所', organ: 'police' })
  expect(await alarms()).toBe(2)
  expect((await story.row()).dangerSince).not.toBeNull()
  await handleDanger(await story.sent(cast.duty), { text: '刀已收走' })
  // Told with its receipt at once, while the one before still has none: a sign is a danger, whatever paper comes with it.
  const again = { toldWhom: '束河派出所', organ: 'police', receipt: '束派接〔2026〕78号' } as const
  await reportDanger(await story.sent(cast.duty), { ...again, signs: ['threat'] })
  expect(await alarms()).toBe(3)
})

describe('on the page of the dispute', () => {
  test('it stands to whom it was reported, when, by whom, with which receipt, also when it is over', async () => {
    const story = await aSilence()
    await reportDanger(await story.sent(cast.grid), {
      signs: [],
      organ: 'police',
      toldWhom: '束河派出所',
      toldBy: '和网格员',
      receipt: '接警 0305-17',
    })
    await handleDanger(await story.sent(cast.triage), { text: '已劝开' })
    const reports = (await riskWords(story, cast.triage))!.reports.map(({ text }) => text)
    expect(reports[0]).toMatch(/^还没有报告：山里没有信号；由.+报告$/)
    expect(reports[1]).toMatch(/已告诉公安机关，束河派出所；由和网格员；回执 接警 0305-17$/)
    expect(reports[2]).toMatch(/已处置：已劝开$/)
  })

  test('the level has a history in both directions, and a word below the rules says so', async () => {
    const story = await aReport({ dangerSigns: ['threat'], dangerTold: '束河派出所' })
    await setRisk(await story.sent(cast.duty), { level: 'yellow', why: '当面道歉了' })
    await setRisk(await story.sent(cast.duty), { level: 'red', why: '又来了' })
    const { lines, alarms } = (await riskWords(story, cast.triage))!
    expect(lines).toMatchObject([
      { level: 'red', who: cast.duty.name, why: '又来了' },
      { level: 'yellow', who: cast.duty.name, why: '当面道歉了', against: '低于规则：规则算出来是红（高风险），扬言伤人' },
      { level: 'red', who: '按规则', why: '扬言伤人' },
    ])
    expect(alarms).toHaveLength(1)
    expect(await riskWords(story, cast.grid)).toBeNull()
  })

  test('a tag of a person is read by the centre; who mediates reads what it asks of them (U35)', async () => {
    const story = await aMediation({ dangerSigns: ['mentalState'], dangerTold: '派出所知道' })
    const chips = async (who: Person) =>
      headOf(await openPage(who, story.id, story.now))
        .chips.map(({ text }) => text)
        .join()
    expect(await chips(cast.duty)).toContain('精神异常')
    for (const who of [cast.mediator, cast.head, cast.leader]) {
      expect(await chips(who)).not.toContain('精神异常')
      expect(await chips(who)).toContain('需两人以上办理')
    }
  })
})
