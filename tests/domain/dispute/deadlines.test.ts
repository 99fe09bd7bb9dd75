import { beforeAll, describe, expect, test } from 'vitest'
import { db, pool } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { agree } from '#app/domain/agreement/agree.server'
import { perform } from '#app/domain/agreement/perform.server'
import { sign } from '#app/domain/agreement/sign.server'
import { sweepDueDeadlines } from '#app/domain/deadline/sweep.server'
import { morningAfter, time } from '../../support/clock'
import { aMediation, anAgreement, aPaper, aReport, aSignedPaper, term, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { expectSound } from './sound'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})

const suspend = (reason: string) => ({ type: 'suspend', reason }) as const
const medical = () => aMediation({ typeCode: '1301' }, { to: 'industry-medical' })
const lapses = async (story: Story) => (await story.events()).filter(({ type }) => type === 'lapse')
const jobsFor = async (eventId: string) =>
  (
    await pool.query<{ task: string }>(
      `select t.identifier as task from gucheng_jobs._private_jobs j join gucheng_jobs._private_tasks t on t.id = j.task_id where j.payload->>'eventId' = $1`,
      [eventId],
    )
  ).rows.map(({ task }) => task)
const periodOf = (story: Story, period: string) =>
  db.deadline.findMany({
    where: { disputeId: story.id, period },
    orderBy: { id: 'asc' },
    include: { pauses: true, extensions: true },
  })

describe('how long each period is', () => {
  test.each([
    ['a month in general', {}, 'room-maguotou', '2026-04-07'],
    ['fifteen days for labour', { typeCode: '1001' }, 'industry-labour', '2026-03-20'],
    ['thirty working days for a medical dispute', { typeCode: '1301' }, 'industry-medical', '2026-04-17'],
    ['thirty days where a court entrusted it', { source: 'court' }, 'stationed-court', '2026-04-07'],
  ] as const)('%s', async (_, given, to, lastDay) => {
    const story = await aMediation(given, { to })
    expect(await story.running()).toEqual({ mediation: lastDay })
    await expectSound(story.id)
  })

  test('a triage that begins before the Qingming days ends after them', async () => {
    const story = await aReport({ now: time('2026-04-03', 10) })
    expect(await story.running()).toEqual({ triage: '2026-04-07' })
  })

  test('counted into a year without a published table it is 暂计', async () => {
    const story = await aMediation({ typeCode: '1301', now: time('2026-12-10') }, { to: 'industry-medical' })
    const [row] = await periodOf(story, 'mediation')
    expect(row).toMatchObject({ provisional: true })
    const [sure] = await periodOf(await aMediation(), 'mediation')
    expect(sure).toMatchObject({ provisional: false })
  })

  test('what it was counted by is kept: rule, version, first day', async () => {
    const [row] = await periodOf(await aMediation(), 'mediation')
    expect(row).toMatchObject({
      ruleCode: 'MED_GENERAL',
      ruleVersion: 1,
      subjectKind: 'leg',
      rawEnd: new Date('2026-04-05T00:00:00Z'),
    })
    expect(row!.firstDay).toEqual(new Date('2026-03-06T00:00:00Z'))
  })
})

describe('中止', () => {
  test('with a ground of the law the clock stands, and runs on from there', async () => {
    const story = (await medical()).waits(7)
    await story.does(who.medicalMediator, suspend('appraisal'))
    expect(await periodOf(story, 'mediation')).toMatchObject([{ pausedSince: new Date('2026-03-12T00:00:00Z'), pauseReason: 'appraisal' }])
    expect(await story.row(), 'what stands is not what is due next').toMatchObject({ duePeriod: 'lookAgain' })
    await expectSound(story.id)
    story.waits(14)
    await story.does(who.medicalMediator, { type: 'resume' })
    expect(await periodOf(story, 'mediation')).toMatchObject([
      { pausedSince: null, pauses: [{ reason: 'appraisal', toDay: new Date('2026-03-26T00:00:00Z') }] },
    ])
    expect(await story.running(), 'ten working days later').toEqual({ mediation: '2026-05-06' })
    await expectSound(story.id)
  })

  test('without one the clock goes on; only the day to look again is new', async () => {
    const story = (await aMediation()).waits(7)
    await story.does(who.mediator, suspend('absent'))
    expect(await periodOf(story, 'mediation')).toMatchObject([{ pausedSince: null, pauses: [] }])
    expect(await story.running()).toEqual({ lookAgain: '2026-04-13', mediation: '2026-04-07' })
    story.waits(14)
    await story.does(who.mediator, { type: 'resume' })
    expect(await story.running()).toEqual({ mediation: '2026-04-07' })
    await expectSound(story.id)
  })

  test('while it stands the clock does not fire', async () => {
    const story = await medical()
    await story.does(who.medicalMediator, suspend('appraisal'))
    await sweepDueDeadlines(time('2026-05-20'))
    expect(await story.status()).toBe('suspended')
    expect((await lapses(story)).map(({ detail }) => (detail as { period: string }).period)).toEqual(['lookAgain'])
  })

  test('fails while it stands: nothing runs on behind its back', async () => {
    const story = await medical()
    await story.does(who.medicalMediator, suspend('appraisal'))
    await story.does(who.medicalMediator, { type: 'fail', code: 'asked' })
    expect(Object.keys(await story.running())).toEqual(['triage'])
    await expectSound(story.id)
  })
})

describe('延期', () => {
  test('where the rule allows, the same clock is longer, and says by how much', async () => {
    const story = await medical()
    await story.does(who.medicalMediator, { type: 'extend', days: 10, unit: 'wd' })
    expect(await story.running()).toEqual({ mediation: '2026-05-06' })
    expect(await periodOf(story, 'mediation')).toMatchObject([{ extensions: [{ length: 10, unit: 'wd' }] }])
    await expectSound(story.id)
  })

  test('where it does not, the clock is left alone and only a day to look again is noted', async () => {
    const story = await aMediation()
    await story.does(who.mediator, { type: 'extend', days: 10, unit: 'd' })
    expect(await story.running()).toEqual({ lookAgain: '2026-04-17', mediation: '2026-04-07' })
    await expectSound(story.id)
    await story.does(who.mediator, { type: 'fail', code: 'noAgreement' })
    expect(Object.keys(await story.running()), 'it ends with the state').toEqual(['triage'])
  })

  test('after a pause both are counted: raw end, then the extension', async () => {
    const story = await medical()
    await story.does(who.medicalMediator, suspend('appraisal'))
    story.waits(7)
    await story.does(who.medicalMediator, { type: 'resume' })
    expect(await story.running(), 'four working days stood').toEqual({ mediation: '2026-04-23' })
    await story.does(who.medicalMediator, { type: 'extend', days: 5, unit: 'wd' })
    expect(await story.running()).toEqual({ mediation: '2026-04-30' })
    await expectSound(story.id)
  })
})

describe('期限届满', () => {
  test('tells and stays on record, moves nothing, and is a line of the path by the clock', async () => {
    const story = await aMediation()
    await sweepDueDeadlines(morningAfter('2026-04-07'))
    expect(await story.status()).toBe('mediating')
    const [lapse] = await lapses(story)
    expect(lapse).toMatchObject({
      actorKind: 'clock',
      actorId: null,
      happenedAt: new Date('2026-04-07T16:00:00Z'),
      recordedAt: morningAfter('2026-04-07'),
    })
    expect(lapse!.detail).toMatchObject({ period: 'mediation', ends: false })
    expect(await periodOf(story, 'mediation')).toMatchObject([{ stoppedAt: null, firedAt: morningAfter('2026-04-07') }])
    await expectSound(story.id)
  })

  test('labour’s fifteen days over: both may go to arbitration, which stands on the path and is told to the parties', async () => {
    const story = await aMediation({ typeCode: '1001' }, { to: 'industry-labour' })
    await sweepDueDeadlines(morningAfter('2026-03-20'))
    expect(await story.status(), 'they may go on talking').toBe('mediating')
    const [lapse] = await lapses(story)
    expect(lapse!.texts).toMatchObject([{ kind: 'ways', audience: 'path', text: expect.stringContaining('申请劳动仲裁') as string }])
    expect(await jobsFor(lapse!.id)).toContain('textParties')
    const general = await aMediation()
    await sweepDueDeadlines(morningAfter('2026-04-07'))
    expect(await jobsFor((await lapses(general))[0]!.id)).not.toContain('textParties')
  })

  test('not a moment before the day is over', async () => {
    const story = await aMediation()
    await sweepDueDeadlines(time('2026-04-07', 23, 59))
    expect(await lapses(story)).toEqual([])
    await sweepDueDeadlines(time('2026-04-08', 0))
    expect(await lapses(story)).toHaveLength(1)
  })

  test.each(['mediating', 'suspended', 'assigning'] as const)(
    'thirty working days of a medical mediation end it by law, while %s',
    async (where) => {
      const story = await medical()
      if (where === 'suspended') await story.does(who.medicalMediator, suspend('absent'))
      if (where === 'assigning') {
        await story.does(who.medicalHead, { type: 'assign', mediatorIds: [who.medicalMediator.accountId] })
      }
      await sweepDueDeadlines(morningAfter('2026-04-17'))
      expect(await story.status()).toBe('failed')
      expect(await story.legs()).toMatchObject([{ result: 'failed', resultCode: 'expired', endedAt: new Date('2026-04-17T16:00:00Z') }])
      expect((await lapses(story)).at(-1)!.detail).toMatchObject({ period: 'mediation', ends: true })
      expect(Object.keys(await story.running())).toEqual(['triage'])
      await expectSound(story.id)
    },
  )

  test('agreed on the last day, it does not lapse', async () => {
    const story = await medical()
    story.now = time('2026-04-17', 17)
    await agree(await story.sent(who.medicalMediator), { form: 'written', terms: [term()] })
    await sweepDueDeadlines(morningAfter('2026-04-17'))
    expect(await story.status()).toBe('signing')
    expect(await lapses(story)).toEqual([])
  })

  test('a lapse costs nobody the form they are typing', async () => {
    const story = await aMediation()
    const old = await story.sent(who.mediator)
    await sweepDueDeadlines(morningAfter('2026-04-07'))
    await agree({ ...old, now: time('2026-04-08', 10) }, { form: 'oral', terms: [term()] })
    expect(await story.status()).toBe('performing')
  })
})

describe('履行到期', () => {
  const instalments = () => [
    term({ what: '首付', dueDay: '2026-03-10' }),
    term({ what: '尾款', dueDay: '2026-03-31' }),
    term({ kind: 'apologise', what: '道歉' }),
  ]

  test('follows the next item that is not done; without a day it is looked at again', async () => {
    const story = await anAgreement(instalments())
    const [first, second, sorry] = await story.owed()
    expect(await story.running()).toEqual({ performance: '2026-03-10' })
    await perform(await story.sent(who.mediator), { obligationId: first!.id })
    expect(await story.running()).toEqual({ performance: '2026-03-31' })
    await perform(await story.sent(who.mediator), { obligationId: second!.id })
    expect(await story.running()).toEqual({ performance: '2026-04-07' })
    await perform(await story.sent(who.mediator), { obligationId: sorry!.id })
    expect(await story.running()).toEqual({ returnVisit: '2026-03-20' })
    await expectSound(story.id)
  })

  test('what comes round is due again after each time, and on the last day of a shorter month', async () => {
    const story = await anAgreement([term({ amountFen: 10_000n, every: 'P1M', times: 3, dueDay: '2026-03-31' })])
    const [rent] = await story.owed()
    const days: string[] = []
    for (let time_ = 0; time_ < 3; time_ += 1) {
      days.push((await story.running()).performance!)
      await perform(await story.sent(who.mediator), { obligationId: rent!.id, amountFen: 10_000n })
    }
    expect(days).toEqual(['2026-03-31', '2026-04-30', '2026-05-31'])
    expect(await story.status()).toBe('visiting')
  })

  test('late, it is on record and still theirs to perform', async () => {
    const story = await anAgreement([term({ dueDay: '2026-03-10' })])
    await sweepDueDeadlines(morningAfter('2026-03-10'))
    expect(await story.status()).toBe('performing')
    expect((await lapses(story)).map(({ detail }) => (detail as { period: string }).period)).toEqual(['performance'])
    story.now = time('2026-03-12')
    await perform(await story.sent(who.mediator), { obligationId: (await story.owed())[0]!.id })
    expect(await story.status()).toBe('visiting')
    await expectSound(story.id)
  })
})

describe('司法确认 within thirty days of effect', () => {
  test('runs from the day of the last signature, beside what is being performed', async () => {
    const story = (await aPaper([term({ dueDay: '2026-06-30' })])).waits(3)
    await sign(await story.sent(who.mediator), await story.allSign())
    expect(await story.running()).toEqual({ confirmation: '2026-04-07', performance: '2026-06-30' })
    expect(await story.row()).toMatchObject({ duePeriod: 'confirmation' })
  })

  test('run out it stops and is on record; the case goes on', async () => {
    const story = await aSignedPaper([term({ dueDay: '2026-06-30' })])
    await sweepDueDeadlines(morningAfter('2026-04-07'))
    expect(await story.running()).toEqual({ performance: '2026-06-30' })
    expect(await story.row()).toMatchObject({ status: 'performing', duePeriod: 'performance' })
    await expectSound(story.id)
  })

  test('none for an oral agreement, nor for one that nobody of a committee mediated', async () => {
    const story = await anAgreement()
    expect(await story.running()).not.toHaveProperty('confirmation')
  })
})

test('what has ended has nothing running that anybody could miss', async () => {
  const story = await aMediation()
  await story.does(who.mediator, { type: 'withdraw' })
  expect(await story.running()).toEqual({})
  expect(await story.row()).toMatchObject({ dueAt: null, dueDay: null, duePeriod: null })
  const fired = await sweepDueDeadlines(time('2026-12-31')).then(() => lapses(story))
  expect(fired).toEqual([])
  expect((await refusalOf(story.does(who.mediator, { type: 'resume' })))[0]).toBe(403)
})
