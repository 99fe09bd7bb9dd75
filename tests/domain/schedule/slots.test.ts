import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addDays, dateOf, dayIn, formatTime, weekday } from '#app/domain/calendar/days'
import { ruleBook, type RuleBook } from '#app/domain/calendar/rule-book.server'
import { openDispute } from '#app/domain/dispute/read.server'
import { newId } from '#app/domain/id'
import { freeSlots } from '#app/domain/schedule/slots'
import { planSitting } from '#app/domain/schedule/sittings.server'
import { aroundOf, slotsAround } from '#app/domain/schedule/suggest.server'
import { mondayIn, mondayOf, weekOf } from '#app/domain/schedule/weeks'
import { time } from '../../support/clock'
import type { Story } from '../../support/disputes'
import { fieldsOf } from '../../support/forms'
import { person } from '../../support/people'
import { aVenue, onLeave, underMediation } from '../../support/schedule'

const now = time('2026-03-05', 9, 10)
const restDays = { isRestDay: (day: string) => weekday(day) > 5 }
const day = fc.integer({ min: 0, max: 40 }).map((ahead) => addDays('2026-03-05', ahead))
const interval = fc.tuple(day, fc.integer({ min: 0, max: 46 }), fc.integer({ min: 1, max: 20 })).map(([on, half, length]) => {
  const startsAt = new Date(time(on, 0).getTime() + half * 1_800_000)
  return { startsAt, endsAt: new Date(startsAt.getTime() + length * 1_800_000) }
})
const stretch = fc.tuple(day, fc.integer({ min: 0, max: 5 })).map(([fromDay, more]) => ({ fromDay, toDay: addDays(fromDay, more) }))

describe('都能来的时间, as a pure function', () => {
  test('nobody is taken, away or at rest then; working hours, in order, from an hour on, no two in one half of a day', () => {
    fc.assert(
      fc.property(
        fc.array(interval, { maxLength: 40 }),
        fc.array(stretch, { maxLength: 6 }),
        fc.constantFrom(30, 60, 120, 180),
        (busy, away, minutes) => {
          const slots = freeSlots({ now, busy, away, restDays, minutes })
          expect(slots.length).toBeLessThanOrEqual(5)
          for (const { startsAt, endsAt } of slots) {
            const on = dayIn(startsAt)
            expect(busy.some((one) => one.startsAt < endsAt && startsAt < one.endsAt)).toBe(false)
            expect(away.some(({ fromDay, toDay }) => fromDay <= on && on <= toDay)).toBe(false)
            expect(restDays.isRestDay(on)).toBe(false)
            const [from, to] = [formatTime(startsAt), formatTime(endsAt)]
            expect((from >= '09:00' && to <= '12:00') || (from >= '14:00' && to <= '17:30')).toBe(true)
            expect(startsAt.getTime()).toBeGreaterThanOrEqual(now.getTime() + 3_600_000)
            expect(endsAt.getTime() - startsAt.getTime()).toBe(minutes * 60_000)
          }
          const halves = slots.map(({ startsAt }) => `${dayIn(startsAt)} ${formatTime(startsAt) < '13:00'}`)
          expect(new Set(halves).size).toBe(halves.length)
          expect(slots.map(({ startsAt }) => startsAt.getTime())).toEqual(
            slots.map(({ startsAt }) => startsAt.getTime()).sort((a, b) => a - b),
          )
        },
      ),
    )
  })

  test('with nothing in the way: this afternoon, then each half of a day', () => {
    const words = freeSlots({ now, busy: [], away: [], restDays, minutes: 120 }).map(
      ({ startsAt }) => `${dayIn(startsAt)} ${formatTime(startsAt)}`,
    )
    expect(words).toEqual(['2026-03-05 14:00', '2026-03-06 09:00', '2026-03-06 14:00', '2026-03-09 09:00', '2026-03-09 14:00'])
    expect(freeSlots({ now, busy: [], away: [{ fromDay: '2026-03-01', toDay: '2026-12-31' }], restDays, minutes: 120 })).toEqual([])
  })

  test('a week is named by its Thursday, and every name leads back', () => {
    expect([weekOf('2026-11-30'), weekOf('2027-01-03'), weekOf('2024-12-30'), weekOf('2021-01-01')]).toEqual([
      '2026-W49',
      '2026-W53',
      '2025-W01',
      '2020-W53',
    ])
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9000 }), (ahead) => {
        const on = addDays('2020-01-01', ahead)
        expect(mondayIn(weekOf(on))).toBe(mondayOf(on))
      }),
    )
    for (const none of ['2026-W00', '2025-W53', '2026-49', '9999-W01', '', '2026-W4９']) expect(mondayIn(none)).toBeNull()
  })
})

describe('what is suggested may be planned', () => {
  let mediator: Person
  let book: RuleBook
  let stories: Story[]
  let rooms: string[]
  beforeAll(async () => {
    mediator = await person('mediator-room-maguotou-1')
    stories = await Promise.all([1, 2, 3].map(async () => (await underMediation()).story))
    rooms = [await aVenue('甲'), await aVenue('乙')]
    const { rulesVersion } = await openDispute(mediator, stories[0]!.id)
    book = await ruleBook(db, rulesVersion)
    await onLeave(mediator.accountId, '2026-03-13', '2026-03-16')
  })

  const suggested = async (story: Story, venueId: string | undefined, minutes: number) => {
    const { leg } = await openDispute(mediator, story.id)
    const around = await aroundOf(story.id, leg, story.now)
    return slotsAround(around, { mediatorIds: leg?.mediatorIds ?? [], venueId, minutes, now: story.now, restDays: book.restDays })
  }

  test('every one of them, whatever is taken, whoever is away, with the room that it names', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 1, 2),
        fc.option(fc.constantFrom(0, 1), { nil: undefined }),
        fc.constantFrom(60, 120, 180),
        fc.nat(4),
        fc.option(stretch, { nil: undefined }),
        async (which, room, minutes, choice, away) => {
          const story = stories[which]!
          const { parties } = await story.row()
          if (away)
            await db.partyAway.create({
              data: {
                ...{ id: newId(), partyId: parties[0]!.id, disputeId: story.id, recordedAt: story.now },
                ...{ fromDay: dateOf(away.fromDay), toDay: dateOf(away.toDay) },
              },
            })
          const slots = await suggested(story, room === undefined ? undefined : rooms[room], minutes)
          const slot = slots[choice % Math.max(1, slots.length)]
          if (!slot) return
          const { startsAt, endsAt } = slot
          await planSitting(await story.sent(mediator), { kind: 'joint', startsAt, endsAt, ...(slot.room && { venueId: slot.room.id }) })
        },
      ),
      { numRuns: 40 },
    )
    expect(await db.sitting.count({ where: { status: 'planned' } })).toBeGreaterThan(20)
  }, 120_000)

  test('the form offers them as links that fill it in, and says who cannot come when', async () => {
    const { story } = await underMediation()
    const fields = await fieldsOf(story, mediator, 'sitting')
    const said = fields.find((field) => field.kind === 'say' && field.title?.startsWith('都能来的时间'))
    const links = said?.kind === 'say' ? (said.links ?? []) : []
    expect(links).toHaveLength(6)
    expect(said?.kind === 'say' && said.lines.join()).toContain(`${mediator.name}：3月13日—3月16日请假`)
    const query = new URL(links[0]!.href, 'http://x').search
    const filled = await fieldsOf(story, mediator, 'sitting', query)
    const valueOf = (name: string) =>
      filled.map((field) => ('name' in field && field.name === name && 'value' in field ? field.value : null)).find(Boolean)
    expect(links[0]!.label).toContain(String(valueOf('startsAt')).slice(11))
    expect(valueOf('venueId')).toBeTruthy()
    // An absurd address fills nothing in, and breaks nothing.
    await fieldsOf(story, mediator, 'sitting', 'at=nonsense&room=x&sitting=1')
  })
})
