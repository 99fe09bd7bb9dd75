import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { noticesOf } from '#app/domain/notice/notices.server'
import { checkRoute } from '#app/domain/recommend/check-route.server'
import { offerTo } from '#app/domain/recommend/offer.server'
import { triageDesk } from '#app/domain/triage/desk.server'
import { aReport } from '../../support/disputes'
import { bodyId, people, type Part } from '../../support/people'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

/** A dispute that the court handed over, of which no body of the district is invited any more. */
async function nobodysCase() {
  const story = await aReport({ now: new Date(), source: 'court', typeCode: '02' })
  await db.body.updateMany({ where: { courtInvited: true }, data: { courtInvited: false } })
  await db.body.updateMany({ where: { kind: 'court' }, data: { validTo: new Date('2020-01-01') } })
  await db.body.updateMany({ where: { channel: 'administrative' }, data: { validTo: new Date('2020-01-01') } })
  return story
}

describe('无人可派', () => {
  test('is marked once, told to the post and the duty officer, shown in the queue and on the page, and goes when somebody can', async () => {
    const story = await nobodysCase()
    expect(await checkRoute({ disputeId: story.id })).toBe('nobody')
    expect(await checkRoute({ disputeId: story.id })).toBe('nobody')
    for (const who of [cast.triage, cast.duty]) {
      const lines = (await noticesOf(who, new URLSearchParams())).unread.filter(({ href }) => href === `/disputes/${story.id}`)
      expect(lines.map(({ words }) => words)).toEqual(['无人可派：没有组织现在接得了'])
    }
    const desk = await triageDesk(cast.triage, story.id)
    expect(desk.queue.rows.find(({ id }) => id === story.id)?.mark).toBe('无人可派')
    expect(desk.candidates?.best).toEqual([])
    expect(desk.candidates?.unsuitable.length).toBeGreaterThan(0)

    await db.body.update({ where: { id: await bodyId('joint') }, data: { courtInvited: true } })
    expect(await checkRoute({ disputeId: story.id })).toBe('somebody')
    expect((await db.dispute.findUniqueOrThrow({ where: { id: story.id } })).unroutableSince).toBeNull()
  })

  test('an offer all the same takes the mark away; what has left the desk is not marked', async () => {
    const story = await aReport({ now: new Date() })
    await db.dispute.update({ where: { id: story.id }, data: { unroutableSince: new Date() } })
    const body = await db.body.findUniqueOrThrow({ where: { id: await bodyId('joint') } })
    await offerTo(await story.sent(cast.triage), {
      body: { id: body.id, name: body.name, channel: 'people' },
      why: '跨乡镇',
      insteadWhy: '双方住在两个乡镇',
    })
    expect((await db.dispute.findUniqueOrThrow({ where: { id: story.id } })).unroutableSince).toBeNull()
    expect(await checkRoute({ disputeId: story.id })).toBe('gone')
  })
})
