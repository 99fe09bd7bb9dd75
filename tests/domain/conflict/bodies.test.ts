import { beforeAll, describe, expect, test } from 'vitest'
import { countStatements, db, reading } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { suitableMediators } from '#app/domain/conflict/bodies.server'
import { newId } from '#app/domain/id'
import { accountByKey } from '../../../prisma/district'
import { aReport } from '../../support/disputes'
import { bodyId, people, type Part } from '../../support/people'
import { registrantOf } from '../../support/register'

let who: Record<Part, Person>
let room: string
beforeAll(async () => {
  who = await people()
  room = await bodyId('room-maguotou')
})

const standing = async (id: string, now?: Date) =>
  (await suitableMediators(reading, id, now ? { now } : {})).find(({ bodyId: at }) => at === room)

describe('how a body’s people stand on a dispute', () => {
  test('who is a party is blocked, on leave away, at their cap full, a relative warned, a namesake to verify; the rest are clear', async () => {
    const story = await aReport({
      parties: [
        { side: 'applicant', kind: 'person', name: '和丽江', phone: accountByKey('mediator-room-maguotou-1').phone },
        { side: 'respondent', kind: 'person', name: '杨正平', phone: '13900001111' },
      ],
    })
    const before = await standing(story.id)
    expect(before).toMatchObject({ blocked: 1, away: 0, full: 0, warn: 0, verify: 0, party: null })
    const all = before!.blocked + before!.clear
    const second = await registrantOf(who.secondMediator)
    await db.registrant.update({ where: { id: second }, data: { cap: 0 } })
    expect(await standing(story.id)).toMatchObject({ blocked: 1, full: 1, clear: all - 2 })
    const day = { fromDay: new Date('2026-01-01'), toDay: new Date('2027-12-31') }
    const absence = await db.absence.create({ data: { id: newId(), registrantId: second, why: '病假', recordedAt: story.now, ...day } })
    expect(await standing(story.id)).toMatchObject({ blocked: 1, away: 1, full: 0 })
    await db.absence.delete({ where: { id: absence.id } })
    await db.registrant.update({ where: { id: second }, data: { cap: null } })
  })

  test('a body that is a party, or where a party works, says so', async () => {
    const { name } = await db.body.findUniqueOrThrow({ where: { id: room } })
    const story = await aReport({
      parties: [
        { side: 'applicant', kind: 'person', name: '和丽江' },
        { side: 'respondent', kind: 'organisation', name: `${name} ` },
      ],
    })
    expect((await standing(story.id))?.party).toBe('self')
    await db.party.updateMany({ where: { disputeId: story.id }, data: { name: '别的单位', kind: 'organisation', employer: name } })
    expect((await standing(story.id))?.party).toBe('employer')
  })

  test('speakers are counted among those neither blocked nor away, in one statement for all bodies', async () => {
    const story = await aReport({})
    const { statements } = await countStatements(() => suitableMediators(reading, story.id))
    expect(statements).toHaveLength(1)
    const one = await standing(story.id)
    expect(one?.speakers.chinese).toBe((one?.clear ?? 0) + (one?.warn ?? 0) + (one?.full ?? 0) + (one?.verify ?? 0))
  })
})
