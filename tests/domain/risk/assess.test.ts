import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { breach } from '#app/domain/agreement/perform.server'
import { handleDanger, reportDanger } from '#app/domain/danger/report.server'
import { setRisk } from '#app/domain/dispute/annotate.server'
import { fileMatter } from '#app/domain/matter/matters.server'
import { assessRisk, lookAgain } from '#app/domain/risk/assess.server'
import { queued } from '../../support/jobs'
import { aClosed, anAgreement, aReport, type Story } from '../../support/disputes'
import { daysAfter } from '../../support/clock'
import { people, type Part } from '../../support/people'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

const counts = (story: Story) => assessRisk({ disputeId: story.id }, story.now)
const changes = (story: Story) => db.riskChange.findMany({ where: { disputeId: story.id }, orderBy: { id: 'asc' } })
const risk = async (story: Story) => (await story.row()).risk
const alarms = (story: Story) => db.alarm.count({ where: { disputeId: story.id } })

describe('after every act', () => {
  test('the worker is asked to count once, however many acts there were', async () => {
    const story = await aReport()
    await story.does(cast.triage, { type: 'ask' })
    expect(await queued('assessRisk', { disputeId: story.id })).toHaveLength(1)
  })

  test('what was counted has its reasons and its version on record, and counting again changes nothing', async () => {
    const story = await aReport({ typeCode: '0102' })
    expect(await counts(story)).toBe('yellow')
    expect(await counts(story)).toBeNull()
    expect(await changes(story)).toMatchObject([
      { level: 'yellow', how: 'rules', counted: 'yellow', reasons: ['family', 'emotional'], rulesVersion: '2026-11-28', byId: null },
    ])
    const event = await story.lastEvent()
    expect(event).toMatchObject({
      type: 'risk',
      actorKind: 'clock',
      detail: { level: 'yellow', how: 'rules', reasons: ['family', 'emotional'] },
    })
  })

  test('a broken promise, a police case and a minor make a quarrel over land red, and that raises an alarm', async () => {
    const story = await anAgreement(undefined, { typeCode: '0702' })
    expect(await counts(story)).toBeNull()
    await breach(await story.sent(cast.mediator), { obligationId: (await story.owed())[0]!.id, why: '没有退' })
    expect(await counts(story)).toBe('yellow')
    await fileMatter(await story.sent(cast.triage), { kind: 'publicOrder', unit: '束河派出所', standing: 'accepted' })
    await db.party.updateMany({ where: { disputeId: story.id, side: 'respondent' }, data: { minor: true } })
    expect(await alarms(story)).toBe(0)
    expect(await counts(story)).toBe('red')
    expect(await alarms(story)).toBe(1)
    expect(await counts(story)).toBeNull()
  })

  test('danger that is dealt with is yellow, to be watched, and red again when it is written down again', async () => {
    const story = await aReport({ dangerSigns: ['threat'], dangerTold: '束河派出所' })
    expect(await counts(story)).toBeNull()
    await handleDanger(await story.sent(cast.triage), { text: '派出所已经劝开' })
    expect(await counts(story)).toBe('yellow')
    await reportDanger(await story.sent(cast.grid), { signs: ['weapon'], notYetWhy: '正在赶过去' })
    expect(await counts(story)).toBe('red')
    expect((await changes(story)).map(({ level, how }) => `${level} ${how}`)).toEqual(['red rules', 'yellow rules', 'red rules'])
  })
})

describe('a person’s word', () => {
  test('stands below the rules with what they said, until there is something new', async () => {
    const story = await aReport({ dangerSigns: ['threat'], dangerTold: '束河派出所' })
    await setRisk(await story.sent(cast.duty), { level: 'yellow', why: '当面道歉了' })
    expect((await changes(story)).at(-1)).toMatchObject({
      level: 'yellow',
      how: 'person',
      counted: 'red',
      reasons: ['threat'],
      byId: cast.duty.accountId,
    })
    expect(await counts(story)).toBeNull()
    expect(await risk(story)).toBe('yellow')
    await reportDanger(await story.sent(cast.grid), { signs: ['threat'], notYetWhy: '又来了' })
    expect(await counts(story)).toBe('red')
  })

  test('stands above the rules, whatever they count', async () => {
    const story = await aReport()
    await setRisk(await story.sent(cast.triage), { level: 'red', why: '村里人说要堵门' })
    expect(await counts(story)).toBeNull()
    expect(await risk(story)).toBe('red')
  })
})

describe('by age', () => {
  test('a yellow one is looked at again after seven days, a red one after one, one that is closed after thirty', async () => {
    const yellow = await aReport({ typeCode: '0102' })
    await counts(yellow)
    expect((await yellow.row()).riskLookAt).toEqual(daysAfter(yellow.now, 7))
    const red = await aReport({ dangerSigns: ['weapon'], dangerTold: '已报警' })
    await counts(red)
    expect((await red.row()).riskLookAt).toEqual(daysAfter(red.now, 1))
    const closed = await aClosed({ typeCode: '0102' })
    await counts(closed)
    expect((await closed.row()).riskLookAt).toEqual(daysAfter(closed.now, 30))
  })

  test('what is open for sixty days is counted again by itself', async () => {
    const story = await aReport({
      typeCode: '0301',
      parties: [
        { side: 'applicant', kind: 'person', name: '和丽江', willing: 'willing', minor: true },
        { side: 'respondent', kind: 'person', name: '杨正平', willing: 'willing' },
      ],
    })
    await db.dispute.update({ where: { id: story.id }, data: { amountFen: null } })
    const first = await counts(story)
    expect(first).toBe('yellow')
    const green = await aReport()
    await counts(green)
    const at = (await green.row()).riskLookAt
    expect(at).not.toBeNull()
    await db.$executeRaw`delete from gucheng_jobs._private_jobs`
    expect(await lookAgain(daysAfter(green.now, 61))).toBeGreaterThanOrEqual(2)
    expect(await queued('assessRisk', { disputeId: green.id })).toHaveLength(1)
  })
})
