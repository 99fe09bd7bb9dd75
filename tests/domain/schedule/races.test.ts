import { beforeAll, expect, test } from 'vitest'
import { db, pool } from '#app/db/client.server'
import { refusedBy } from '#app/db/refused.server'
import type { Person } from '#app/domain/actor'
import { addDays } from '#app/domain/calendar/days'
import { newId } from '#app/domain/id'
import { Refusal } from '#app/domain/refusal'
import { moveSitting, planSitting } from '#app/domain/schedule/sittings.server'
import type { Story } from '../../support/disputes'
import { person } from '../../support/people'
import { aVenue, at, doubleBooked, sittingsOf, underMediation } from '../../support/schedule'

const rounds = 20
const many = 8

let stories: Story[] = []
let mediator: Person
let head: Person
let rooms: string[] = []

beforeAll(async () => {
  stories = await Promise.all(Array.from({ length: many }, async () => (await underMediation()).story))
  mediator = await person('mediator-room-maguotou-1')
  head = await person('head-room-maguotou')
  rooms = await Promise.all([1, 2, 3].map((no) => aVenue(`${no}号`)))
}, 120_000)

/** Working days on which nothing is planned yet, one a round. */
const dayOf = (round: number) => addDays('2026-03-09', Math.floor(round / 5) * 7 + (round % 5))

/** What became of acts that ran at once: how many were done, and of the others which sentence stands beside which field. */
async function outcomes(acts: Promise<unknown>[]) {
  const settled = await Promise.allSettled(acts)
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
  for (const reason of refused) if (!(reason instanceof Refusal)) throw reason
  return { done: settled.length - refused.length, refused: refused as Refusal[] }
}

test('of eight who plan with one mediator at one time exactly one does, in each of twenty rounds; the others are told why', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const sents = await Promise.all(stories.map((story) => story.sent(mediator)))
    // Overlapping, not equal: each begins a quarter of an hour after the other.
    const { done, refused } = await outcomes(
      sents.map((sent, place) => {
        const { startsAt, endsAt } = at(dayOf(round), 9)
        const [from, to] = [startsAt, endsAt].map((one) => new Date(one.getTime() + place * 10 * 60_000))
        return planSitting(sent, { kind: 'joint', startsAt: from!, endsAt: to! })
      }),
    )
    expect([round, done]).toEqual([round, 1])
    for (const { status, fields } of refused) expect([status, fields.startsAt]).toEqual([400, expect.stringContaining('约了别的调解')])
  }
  expect(await doubleBooked()).toEqual([])
  expect(await db.sitting.count()).toBe(rounds)
  // What was refused left nothing: no event, no half of an act.
  const events = await db.disputeEvent.count({ where: { type: 'sitting' } })
  expect(events).toBe(rounds)
}, 300_000)

test('of eight mediators who want one room at one time exactly one has it', async () => {
  const people = await Promise.all(
    stories.map(async (story, place) => {
      const one = await person(['mediator-room-maguotou-1', 'mediator-room-maguotou-2', 'head-room-maguotou'][place % 3]!)
      await story.does(head, { type: 'assign', mediatorIds: [one.accountId] })
      return one
    }),
  )
  for (let round = 0; round < rounds; round += 1) {
    const sents = await Promise.all(stories.map((story, place) => story.sent(people[place]!)))
    const { done } = await outcomes(
      sents.map((sent) => planSitting(sent, { kind: 'joint', ...at(dayOf(round), 14), venueId: rooms[round % rooms.length] })),
    )
    expect([round, done]).toEqual([round, 1])
  }
  expect(await doubleBooked()).toEqual([])
}, 300_000)

test('of eight who move onto one time one does; the others keep what they had', async () => {
  const planned = await Promise.all(
    stories.map(async (story, place) => {
      await story.does(head, { type: 'assign', mediatorIds: [mediator.accountId] })
      const day = addDays('2026-06-01', place)
      const id = (await planSitting(await story.sent(mediator), { kind: 'joint', ...at(day, 9), anyway: true })) ?? ''
      return { id, day }
    }),
  )
  for (let round = 0; round < rounds; round += 1) {
    const before = await db.sitting.findMany({ where: { id: { in: planned.map(({ id }) => id) } }, orderBy: { id: 'asc' } })
    const sents = await Promise.all(stories.map((story) => story.sent(mediator)))
    const target = at(addDays('2026-07-01', round), 10)
    const { done } = await outcomes(
      sents.map((sent, place) =>
        moveSitting(sent, planned[place]!.id, { kind: 'joint', ...target, venueId: rooms[place % rooms.length], anyway: true }),
      ),
    )
    expect([round, done]).toEqual([round, 1])
    const after = await db.sitting.findMany({ where: { id: { in: planned.map(({ id }) => id) } }, orderBy: { id: 'asc' } })
    const moved = after.filter(({ startsAt }, place) => startsAt.getTime() !== before[place]!.startsAt.getTime())
    expect(moved).toHaveLength(1)
    // Each still sits in the seat of its own time.
    const seats = await db.sittingSeat.count({
      where: { sittingId: { in: planned.map(({ id }) => id) }, subjectKind: 'account', releasedAt: null },
    })
    expect(seats).toBe(many)
  }
  expect(await doubleBooked()).toEqual([])
}, 300_000)

test('eight who want two things each, in different orders, never stand in each other’s way', async () => {
  for (let round = 0; round < rounds; round += 1) {
    const sents = await Promise.all(stories.map((story) => story.sent(mediator)))
    const day = addDays('2026-09-01', round)
    const { done, refused } = await outcomes(
      sents.map((sent, place) =>
        planSitting(sent, { kind: 'joint', ...at(day, 9 + place), venueId: rooms[(place + round) % rooms.length], anyway: true }),
      ),
    )
    // Two hours each, an hour apart: every other one at most, and at least each third.
    expect(done).toBeLessThanOrEqual(4)
    expect(done).toBeGreaterThanOrEqual(3)
    expect(done + refused.length).toBe(many)
  }
  expect(await doubleBooked()).toEqual([])
}, 300_000)

test('who writes past the act is stopped by the database itself, and by name', async () => {
  const { story } = await underMediation()
  const day = addDays(story.today, 200)
  const id = (await planSitting(await story.sent(mediator), { kind: 'joint', ...at(day, 9), anyway: true })) ?? ''
  const values = [id, mediator.accountId, at(day, 10).startsAt, at(day, 10).endsAt]
  const insert = 'insert into sitting_seat (id, sitting_id, subject_kind, subject_id, starts_at, ends_at) values ($5, $1, $6, $2, $3, $4)'
  const byDriver = await pool.query(insert, [...values, newId(), 'account']).catch((error: unknown) => refusedBy(error))
  expect(byDriver).toEqual({ code: '23P01', constraint: 'sitting_seat_once' })
  const byPrisma = await db.sittingSeat
    .create({ data: { id: newId(), sittingId: id, subjectKind: 'account', subjectId: mediator.accountId, ...at(day, 10) } })
    .catch((error: unknown) => refusedBy(error))
  expect(byPrisma).toEqual({ code: '23P01', constraint: 'sitting_seat_once' })
  expect(await sittingsOf(story)).toHaveLength(1)
})

test('a refused plan leaves the dispute as it was, and the same form may be sent again', async () => {
  const [one, other] = [(await underMediation()).story, (await underMediation()).story]
  const day = addDays(one.today, 210)
  await planSitting(await one.sent(mediator), { kind: 'joint', ...at(day, 9), anyway: true })
  const key = newId()
  const sent = await other.sent(mediator, { key })
  const before = await other.row()
  await expect(planSitting(sent, { kind: 'joint', ...at(day, 10), anyway: true })).rejects.toThrow(Refusal)
  expect(await other.row()).toEqual(before)
  await planSitting(sent, { kind: 'joint', ...at(day, 11), anyway: true })
  expect(await sittingsOf(other)).toMatchObject([{ status: 'planned', ...at(day, 11) }])
})
