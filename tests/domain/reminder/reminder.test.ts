import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addDays, dateOf } from '#app/domain/calendar/days'
import { sweepDueDeadlines } from '#app/domain/deadline/sweep.server'
import { setRisk } from '#app/domain/dispute/annotate.server'
import { newId } from '#app/domain/id'
import { sendReminders } from '#app/domain/reminder/send.server'
import { time } from '../../support/clock'
import { aMediation, aReport, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'
import { aRegistrant } from '../../support/roll'

let who: Record<Part, Person>
beforeAll(async () => void (who = await people()))

/** Every morning from the day after the first to the day after the last, as a worker that never sleeps. */
async function mornings(from: string, to: string) {
  for (let day = from; day <= to; day = addDays(day, 1)) {
    await sweepDueDeadlines(time(day, 0, 1))
    await sendReminders(time(day, 9, 1))
  }
}

const trail = async ({ id }: Story, period: string) => {
  const { id: deadlineId } = await db.deadline.findFirstOrThrow({ where: { disputeId: id, period }, orderBy: { id: 'desc' } })
  return db.reminder.findMany({ where: { deadlineId }, orderBy: [{ sentAt: 'asc' }, { audience: 'asc' }] })
}
const said = (rows: Awaited<ReturnType<typeof trail>>) =>
  rows.map(({ sentAt, audience, moment }) => `${sentAt.toISOString().slice(0, 10)} ${moment} ${audience}`)
const noticesOf = (person: Person, { id }: Story) =>
  db.notice.count({ where: { accountId: person.accountId, disputeId: id, topic: 'reminder' } })

describe('a month of mediation from Thursday 5 March 2026, last day 7 April (5 and 6 are Qingming)', () => {
  test('who does it, then the head, then the post, then the bureau; working mornings only; each once', async () => {
    const story = await aMediation()
    expect((await story.running()).mediation).toBe('2026-04-07')
    await mornings('2026-03-06', '2026-04-14')
    await mornings('2026-04-14', '2026-04-14')
    const rows = await trail(story, 'mediation')
    expect(said(rows)).toEqual([
      '2026-03-31 before mediator',
      '2026-04-03 before mediator', // three days before is Qingming's Saturday: told on the Friday
      '2026-04-07 at head',
      '2026-04-08 after triage',
      '2026-04-10 after bureau',
    ])
    expect(rows[0]?.accountIds).toEqual([who.mediator.accountId])
    expect(rows[2]?.accountIds).toEqual([who.head.accountId])
    expect(await noticesOf(who.mediator, story)).toBe(2)
    expect(await noticesOf(who.bureau, story)).toBe(1)
    expect(await db.textMessage.count({ where: { disputeId: story.id, template: 'due', accountId: who.mediator.accountId } })).toBe(1)
  })

  test('a dangerous one climbs sooner and higher', async () => {
    const story = await aMediation()
    await setRisk(await story.sent(who.mediator), { level: 'red', why: '双方都有亲戚在场，情绪激动' })
    await mornings('2026-03-31', '2026-04-08')
    expect(said(await trail(story, 'mediation'))).toEqual([
      '2026-03-31 before mediator',
      '2026-04-03 before head',
      '2026-04-03 before mediator',
      '2026-04-07 at head',
      '2026-04-08 after bureau',
      '2026-04-08 after leader',
      '2026-04-08 after triage',
    ])
  })

  test('suspended, nobody hears of it, but for the day to look again; resumed, it goes on', async () => {
    const story = await aMediation()
    await story.does(who.mediator, { type: 'suspend', reason: 'season' })
    const looks = (await story.running()).lookAgain!
    await mornings('2026-03-30', '2026-04-02')
    expect(await trail(story, 'mediation')).toEqual([])
    await mornings(addDays(looks, -3), looks)
    expect(said(await trail(story, 'lookAgain')).at(-1)).toBe(`${looks} at mediator`)
    story.now = time('2026-04-07', 12)
    await story.does(who.mediator, { type: 'resume' })
    await mornings('2026-04-08', '2026-04-08')
    // What fell into the silence is not made up for: nobody is told that a day comes near which is past.
    expect(said(await trail(story, 'mediation'))).toEqual(['2026-04-08 after triage'])
  })

  test('the clock stands by law: nothing is told while it stands, and the days before the new last day are told anew', async () => {
    const story = await aMediation({ typeCode: '13' }, { to: 'industry-medical' })
    await story.does(who.medicalMediator, { type: 'suspend', reason: 'appraisal' })
    await mornings('2026-04-01', '2026-04-20')
    expect(await trail(story, 'mediation')).toEqual([])
    story.now = time('2026-04-20', 10)
    await story.does(who.medicalMediator, { type: 'resume' })
    const row = await db.deadline.findFirstOrThrow({ where: { disputeId: story.id, period: 'mediation' } })
    expect(row.remindAt! > story.now).toBe(true)
  })
})

describe('somebody on leave is never the only one told', () => {
  test('who stands in is told too; with nobody standing in, the head', async () => {
    const story = await aMediation()
    const registrant =
      (await db.registrant.findUnique({ where: { accountId: who.mediator.accountId } }))?.id ??
      (await aRegistrant({ accountId: who.mediator.accountId }))
    const leave = await db.absence.create({
      data: {
        id: newId(),
        registrantId: registrant,
        fromDay: dateOf('2026-03-30'),
        toDay: dateOf('2026-04-01'),
        why: '病假',
        recordedAt: story.now,
      },
    })
    await mornings('2026-03-31', '2026-03-31')
    const [row] = await trail(story, 'mediation')
    expect(row?.accountIds).toContain(who.mediator.accountId)
    expect(row?.accountIds).toContain(who.head.accountId)
    expect(row?.remark).toBe('passedOn')
    await db.absence.update({ where: { id: leave.id }, data: { cancelledAt: story.now } })
  })
})

test('several workers at once remind once', async () => {
  const story = await aReport()
  const at = time((await story.running()).triage!, 9, 1)
  await Promise.all([sendReminders(at), sendReminders(at), sendReminders(at)])
  expect(said(await trail(story, 'triage'))).toEqual([`${(await story.running()).triage} at triage`])
})
