import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { openPage } from '#app/domain/dispute/show/open.server'
import { overviewOf } from '#app/domain/dispute/show/overview.server'
import { newId } from '#app/domain/id'
import { time } from '../../support/clock'
import { aMediation, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'

let cast: Record<Part, Person>
let story: Story
beforeAll(async () => {
  cast = await people()
  story = await aMediation()
  const { id: deadlineId, dueAt } = await db.deadline.findFirstOrThrow({
    where: { disputeId: story.id, stoppedAt: null, period: 'mediation' },
  })
  const sent = (code: string, moment: string, audience: string, sentAt: Date, remark: string | null = null) =>
    db.reminder.create({
      data: {
        id: newId(),
        disputeId: story.id,
        deadlineId,
        ruleCode: code,
        ruleVersion: 1,
        dueAt,
        moment,
        audience,
        accountIds: [cast.mediator.accountId],
        remark,
        sentAt,
      },
    })
  await sent('A', 'before', 'mediator', time('2026-03-30'))
  await sent('B', 'at', 'head', time('2026-04-02'), 'onLeave')
  await sent('C', 'after', 'duty', time('2026-04-03', 9, 5), 'nobody')
})

const trail = async (part: Part) => overviewOf(await openPage(cast[part], story.id, story.now)).reminders

describe('提醒记录', () => {
  test('which period, when, to which part of the office, the newest first; and never to whom', async () => {
    const lines = await trail('mediator')
    expect(lines.map(({ at, words }) => `${at} ${words}`)).toEqual([
      '4月3日 09:05 人民调解期限逾期后，没有人可以告诉',
      '4月2日 09:00 人民调解期限到期当天，提醒了承办组织负责人（有人请假，替班的也告诉了）',
      '3月30日 09:00 人民调解期限到期前，提醒了承办调解员',
    ])
    expect(JSON.stringify(lines)).not.toContain(cast.mediator.name)
  })

  test.each(['head', 'triage', 'duty', 'bureau'] as const)('%s, who handles it or watches over it, reads it', async (part) =>
    expect(await trail(part)).toHaveLength(3),
  )

  test('who only registered it does not', async () => expect(await trail('grid')).toEqual([]))
})
