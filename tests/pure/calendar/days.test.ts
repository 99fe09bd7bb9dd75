import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  dayIn,
  daysBetween,
  formatDay,
  formatInstant,
  formatLeft,
  instantAfter,
  instantOf,
  isLegalDay,
  lastDayBefore,
  shanghaiIso,
  weekday,
} from '#app/domain/calendar/days'

const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-03-31', 1, '2026-04-30'],
  ['2026-02-28', 1, '2026-03-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-12-15', 1, '2027-01-15'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %i months is %s', (day, months, expected) => expect(addMonths(day, months)).toBe(expected))

test('what is no day of the calendar is refused', () => {
  expect(isLegalDay('2026-02-29')).toBe(false)
  expect(isLegalDay('2026-2-9')).toBe(false)
  expect(isLegalDay('2026-13-01')).toBe(false)
  expect(isLegalDay('2028-02-29')).toBe(true)
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
  expect(() => instantOf('昨天')).toThrow(RangeError)
})

test('a day begins and ends at midnight in Shanghai, wherever the machine is', () => {
  expect(instantOf('2026-03-05').toISOString()).toBe('2026-03-04T16:00:00.000Z')
  expect(instantAfter('2026-03-05').toISOString()).toBe('2026-03-05T16:00:00.000Z')
  expect(dayIn(new Date('2026-03-04T15:59:59.999Z'))).toBe('2026-03-04')
  expect(dayIn(new Date('2026-03-04T16:00:00.000Z'))).toBe('2026-03-05')
  expect(shanghaiIso(instantAfter('2026-03-05'))).toBe('2026-03-06T00:00:00+08:00')
})

test('days in words', () => {
  expect(formatDay('2026-03-05')).toBe('2026年3月5日（周四）')
  expect(formatDay('2026-03-08')).toBe('2026年3月8日（周日）')
  expect(formatInstant(new Date('2026-03-05T01:05:00Z'))).toBe('2026年3月5日（周四）09:05')
  expect(formatLeft('2026-03-08', '2026-03-05')).toBe('还剩 3 天')
  expect(formatLeft('2026-03-05', '2026-03-05')).toBe('今天到期')
  expect(formatLeft('2026-03-05', '2026-03-07')).toBe('已超期 2 天')
})

test('going on and back is where one was; between counts what was added', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
      const there = addDays(day, n)
      expect(addDays(there, -n)).toBe(day)
      expect(daysBetween(day, there)).toBe(n)
      expect((weekday(day) + (((n % 7) + 7) % 7) - 1) % 7).toBe(weekday(there) - 1)
    }),
  )
})

test('a due instant shows the last day it follows', () => {
  fc.assert(
    fc.property(days, (day) => {
      expect(lastDayBefore(instantAfter(day))).toBe(day)
    }),
  )
})

test('a month later is the same number or the end of that month', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 60 }), (day, months) => {
      const end = addMonths(day, months)
      const gap = (Number(end.slice(0, 4)) - Number(day.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(day.slice(5, 7))
      expect(gap).toBe(months)
      const sameNumber = end.slice(8) === day.slice(8)
      const lastOfMonth = addDays(end, 1).endsWith('-01')
      expect(sameNumber || (lastOfMonth && end.slice(8) < day.slice(8))).toBe(true)
    }),
  )
})
