import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countPeriod, type Extension } from '#app/domain/calendar/count'
import { addDays, shanghaiIso } from '#app/domain/calendar/days'
import type { PeriodUnit } from '#app/domain/calendar/period-rule'
import { publishedCalendarDays } from '#app/domain/calendar/published-days.server'
import { restDaysFrom } from '#app/domain/calendar/rest-days'

const restDays = restDaysFrom(publishedCalendarDays())
type Closed = readonly [string, string]

const count = (length: number, unit: PeriodUnit, start: string | Date, pauses: Closed[] = [], extensions: Extension[] = []) =>
  countPeriod({ rule: { length, unit, rest: unit !== 'h' }, start, pauses, extensions, restDays })

describe('the first day does not count, and a rest day is no last day', () => {
  test.each<[number, PeriodUnit, string, string, string, string]>([
    // 30 days from 1 September end inside National Day's week: the 8th is the first day that is none.
    [30, 'd', '2026-09-01', '2026-09-02', '2026-10-01', '2026-10-08'],
    [30, 'd', '2026-11-23', '2026-11-24', '2026-12-23', '2026-12-23'],
    [15, 'd', '2026-09-25', '2026-09-26', '2026-10-10', '2026-10-10'],
    [1, 'month', '2026-01-31', '2026-02-01', '2026-02-28', '2026-02-28'],
    [1, 'month', '2026-08-31', '2026-09-01', '2026-09-30', '2026-09-30'],
    [1, 'month', '2026-09-05', '2026-09-06', '2026-10-05', '2026-10-08'],
    [7, 'wd', '2026-09-28', '2026-09-29', '2026-10-13', '2026-10-13'],
    [1, 'wd', '2026-10-09', '2026-10-10', '2026-10-10', '2026-10-10'],
    [2, 'wd', '2026-09-30', '2026-10-08', '2026-10-09', '2026-10-09'],
    [3, 'year', '2023-02-28', '2023-03-01', '2026-02-28', '2026-02-28'],
  ])('%i %s from %s', (length, unit, start, firstDay, rawEnd, lastDay) => {
    expect(count(length, unit, start)).toMatchObject({ firstDay, rawEnd, lastDay, provisional: false })
  })
})

test('due is midnight in Shanghai after the last day', () => {
  expect(shanghaiIso(count(30, 'd', '2026-09-01').due)).toBe('2026-10-09T00:00:00+08:00')
})

test('an instant is taken to its day in Shanghai', () => {
  expect(count(1, 'd', new Date('2026-03-04T16:30:00Z')).lastDay).toBe('2026-03-06')
})

test('thirty working days from late November reach a year that is not published: 暂计', () => {
  const medical = count(30, 'wd', '2026-11-23')
  expect(medical).toMatchObject({ firstDay: '2026-11-24', lastDay: '2027-01-04', provisional: true })
  expect(medical.steps.at(-1)).toBe('2027年的节假日表尚未公布或导入，按周末暂计')
  expect(count(15, 'd', '2026-12-20')).toMatchObject({ lastDay: '2027-01-04', provisional: true })
  expect(count(10, 'd', '2026-12-20')).toMatchObject({ lastDay: '2026-12-30', provisional: false })
})

test('imported, the same period is counted again', () => {
  const newYear = { day: '2027-01-01', rest: true, name: '元旦', source: '导入' }
  const nationalDay = { day: '2027-10-01', rest: true, name: '国庆节', source: '导入' }
  const imported = restDaysFrom([...publishedCalendarDays(), newYear, nationalDay])
  const again = countPeriod({ rule: { length: 30, unit: 'wd', rest: true }, start: '2026-11-23', restDays: imported })
  expect(again).toMatchObject({ lastDay: '2027-01-05', provisional: false })
})

describe('days inside a pause do not count: its first day is inside, its last is not', () => {
  test('five days of appraisal move thirty days by five', () => {
    expect(count(30, 'd', '2026-11-02', [['2026-11-10', '2026-11-15']]).rawEnd).toBe('2026-12-07')
    expect(count(30, 'd', '2026-11-02').rawEnd).toBe('2026-12-02')
  })
  test('a weekend inside a pause is not taken off working days twice', () => {
    expect(count(5, 'wd', '2026-11-02').rawEnd).toBe('2026-11-09')
    expect(count(5, 'wd', '2026-11-02', [['2026-11-05', '2026-11-09']]).rawEnd).toBe('2026-11-11')
  })
  test('pauses that overlap count once; one of no length, or before the start, not at all', () => {
    const overlapping: Closed[] = [
      ['2026-11-10', '2026-11-15'],
      ['2026-11-12', '2026-11-17'],
    ]
    expect(count(30, 'd', '2026-11-02', overlapping).rawEnd).toBe('2026-12-09')
    expect(count(30, 'd', '2026-11-02', [['2026-11-10', '2026-11-10']]).rawEnd).toBe('2026-12-02')
    expect(count(30, 'd', '2026-11-02', [['2026-10-01', '2026-11-03']]).rawEnd).toBe('2026-12-02')
  })
  test('a month stands still too, and the first day counted is the first after the pause', () => {
    const month = count(1, 'month', '2026-11-02', [['2026-11-03', '2026-11-06']])
    expect(month).toMatchObject({ firstDay: '2026-11-06', rawEnd: '2026-12-05', lastDay: '2026-12-07' })
    expect(month.steps).toContain('中止期间 3 天不计')
  })
  test('while it stands there is no end, only what is left', () => {
    const pauses = [['2026-11-10', null]] as const
    const standing = countPeriod({ rule: { length: 30, unit: 'd', rest: true }, start: '2026-11-02', pauses, restDays })
    expect(standing).toMatchObject({ standing: true, due: null, lastDay: null, left: 23, firstDay: '2026-11-03' })
  })
  test('a pause after the end changes nothing', () => {
    const pauses = [['2026-12-20', null]] as const
    const ended = countPeriod({ rule: { length: 30, unit: 'd', rest: true }, start: '2026-11-02', pauses, restDays })
    expect(ended).toMatchObject({ standing: false, lastDay: '2026-12-02' })
  })
})

describe('an extension runs on from the raw end', () => {
  test('not from the day to which a rest day moved it', () => {
    const extended = count(30, 'd', '2026-09-01', [], [{ n: 10, unit: 'd' }])
    expect(extended).toMatchObject({ rawEnd: '2026-10-11', lastDay: '2026-10-12' })
  })
  test('in its own unit', () => {
    expect(count(30, 'wd', '2026-03-02', [], [{ n: 1, unit: 'month' }]).rawEnd).toBe('2026-05-14')
  })
})

describe('hours', () => {
  test('run from the stated moment and are not moved', () => {
    const autopsy = count(48, 'h', new Date('2026-10-01T09:30:00+08:00'))
    expect(shanghaiIso(autopsy.due)).toBe('2026-10-03T09:30:00+08:00')
    expect(autopsy).toMatchObject({ firstDay: '2026-10-01', lastDay: '2026-10-03', provisional: false })
  })
  test('stand still on the days of a pause', () => {
    const paused = count(48, 'h', new Date('2026-10-01T09:30:00+08:00'), [['2026-10-02', '2026-10-04']])
    expect(shanghaiIso(paused.due)).toBe('2026-10-05T09:30:00+08:00')
  })
  test('without an hour begin when the day is over', () => {
    expect(shanghaiIso(count(48, 'h', '2026-10-01').due)).toBe('2026-10-04T00:00:00+08:00')
  })
})

test('what cannot be counted is refused', () => {
  expect(() => count(0, 'd', '2026-11-02')).toThrow(RangeError)
  expect(() => count(1.5, 'd', '2026-11-02')).toThrow(RangeError)
  expect(() => count(3, 'd', '2026-11-02', [['2026-11-10', '2026-11-09']])).toThrow(RangeError)
  expect(() => count(3, 'd', '2026-11-02', [], [{ n: 2, unit: 'h' }])).toThrow(RangeError)
  expect(() => count(3, 'd', '2026-02-30')).toThrow(RangeError)
})

const calendar = Array.from({ length: 1300 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i)).toISOString().slice(0, 10))

/** A second calculator that lists the days and strikes out: slow, plain, and knows nothing of the first. */
function plainly(length: number, unit: 'd' | 'wd', start: string, pauses: Closed[], more: number) {
  const list = calendar.slice(calendar.indexOf(start) + 1, calendar.indexOf(start) + 400)
  const kept = list.filter((day) => !pauses.some(([from, to]) => day >= from && day < to))
  const counting = unit === 'wd' ? kept.filter((day) => !restDays.isRestDay(day)) : kept
  const raw = counting[length + more - 1]!
  return { first: counting[0], raw, last: list.find((day) => day >= raw && !restDays.isRestDay(day)) }
}

const startDays = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2024-01-01', n))
const pausesFrom = (start: string) =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: 0, max: 25 }))
      .map(([after, long]) => [addDays(start, after), addDays(start, after + long)] as const),
    { maxLength: 4 },
  )

test('agrees with a plain calculator on random histories', () => {
  const history = startDays.chain((start) =>
    fc.tuple(
      fc.constant(start),
      fc.integer({ min: 1, max: 70 }),
      fc.constantFrom<'d' | 'wd'>('d', 'wd'),
      pausesFrom(start),
      fc.integer({ min: 0, max: 30 }),
    ),
  )
  fc.assert(
    fc.property(history, ([start, length, unit, pauses, more]) => {
      const found = count(length, unit, start, pauses, more ? [{ n: more, unit }] : [])
      const { first, raw, last } = plainly(length, unit, start, pauses, more)
      expect([found.firstDay, found.rawEnd, found.lastDay]).toEqual([first, raw, last])
    }),
    { numRuns: 500 },
  )
})

test('a longer pause never ends a period earlier', () => {
  fc.assert(
    fc.property(startDays, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 20 }), (start, length, long) => {
      const from = addDays(start, 2)
      const shorter = count(length, 'd', start, [[from, addDays(from, long)]])
      const longer = count(length, 'd', start, [[from, addDays(from, long + 1)]])
      expect(longer.lastDay >= shorter.lastDay).toBe(true)
    }),
  )
})
