import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayIn, formatTime } from '#app/domain/calendar/days'
import { clockOf } from '../../app/commands/replay/clock'

const spans = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 60 }).map((gaps) => {
  let day = 0
  return gaps.map((gap, n) => (day += n === 0 ? 0 : gap))
})
const instants = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T23:59:59Z'), noInvalidDate: true })

test('the last act is now, every act on its own day, none before the one before', () => {
  fc.assert(
    fc.property(spans, instants, (days, now) => {
      const { times, dayOf } = clockOf(days, now)
      expect(times.at(-1)).toEqual(now)
      expect(dayOf(days.at(-1)!)).toBe(dayIn(now))
      for (const [n, at] of times.entries()) {
        expect(dayIn(at)).toBe(addDays(dayIn(now), days[n]! - days.at(-1)!))
        if (n > 0) expect(at.getTime()).toBeGreaterThanOrEqual(times[n - 1]!.getTime())
      }
    }),
  )
})

test('other days begin at nine, a minute an act; the acts of today end now', () => {
  const { times } = clockOf([0, 0, 5, 9, 9], new Date('2026-03-05T08:30:00Z'))
  expect(times.map((at) => `${dayIn(at)} ${formatTime(at)}`)).toEqual([
    '2026-02-24 09:00',
    '2026-02-24 09:01',
    '2026-03-01 09:00',
    '2026-03-05 16:29',
    '2026-03-05 16:30',
  ])
})

test('a day that has hardly begun holds its acts closer together', () => {
  const now = new Date('2026-03-04T16:00:30Z')
  const { times } = clockOf([0, 0, 0], now)
  expect(times.map(dayIn)).toEqual(['2026-03-05', '2026-03-05', '2026-03-05'])
  expect(times.map((at) => now.getTime() - at.getTime())).toEqual([20_000, 10_000, 0])
})
