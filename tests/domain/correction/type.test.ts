import { beforeAll, describe, expect, test } from 'vitest'
import { db, reading } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { correctEvent } from '#app/domain/correction/correct.server'
import { itemsOf } from '#app/domain/correction/items.server'
import { time } from '../../support/clock'
import { aMediation, aReport, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { expectSound } from '../dispute/sound'

let who: Record<Part, Person>
beforeAll(async () => void (who = await people()))

async function retype(story: Story, actor: Person, code: string) {
  const item = (await itemsOf(reading, story.id)).find(({ field }) => field === 'typeCode')!
  await correctEvent(await story.sent(actor), { why: '登记时选错了类型', change: { [item.name]: code } })
}

describe('the type was wrong', () => {
  test('what runs goes on by the right rule from the same beginning; both types stand on the path', async () => {
    const story = await aMediation()
    expect((await story.running()).mediation).toBe('2026-04-07')
    await retype(story, who.head, '10')
    expect(await story.row()).toMatchObject({ typeCode: '10', subtypeCode: null })
    // Labour: fifteen days from 5 March.
    expect((await story.running()).mediation).toBe('2026-03-20')
    const texts = (await story.lastEvent()).texts.map(({ text }) => text).join('；')
    expect(texts).toContain('更正为 ')
    expect(texts).toContain('调解期限由')
    await expectSound(story.id)
  })

  test('paused time is never lost: a medical appraisal of ten days stays uncounted when it turns out to be labour', async () => {
    const story = await aMediation({ typeCode: '13' }, { to: 'industry-medical' })
    await story.does(who.medicalMediator, { type: 'suspend', reason: 'appraisal' })
    story.now = time('2026-03-15', 10)
    await story.does(who.medicalMediator, { type: 'resume' })
    await retype(story, who.medicalHead, '10')
    expect((await story.running()).mediation).toBe('2026-03-30')
    await expectSound(story.id)
  })

  test('also while it stands still: it stands on, and goes on by the right rule', async () => {
    const story = await aMediation({ typeCode: '13' }, { to: 'industry-medical' })
    await story.does(who.medicalMediator, { type: 'suspend', reason: 'appraisal' })
    await retype(story, who.medicalHead, '10')
    expect(await db.deadline.findFirst({ where: { disputeId: story.id, period: 'mediation' } })).toMatchObject({
      ruleCode: 'LABOUR_MED',
      pauseReason: 'appraisal',
    })
    story.now = time('2026-03-15', 10)
    await story.does(who.medicalMediator, { type: 'resume' })
    expect((await story.running()).mediation).toBe('2026-03-30')
    await expectSound(story.id)
  })

  test('what turns out to be medical is not open any more', async () => {
    const story = await aReport()
    await retype(story, who.triage, '13')
    expect(await story.row()).toMatchObject({ typeCode: '13', sealed: true })
  })

  test('a type that is on no list is refused beside its field; a post of another township does not see it', async () => {
    const story = await aReport()
    expect(await refusalOf(retype(story, who.triage, '77'))).toContain(400)
    expect(await refusalOf(retype(story, who.otherTriage, '10'))).toContain(404)
    expect((await story.row()).typeCode).not.toBe('10')
  })
})
