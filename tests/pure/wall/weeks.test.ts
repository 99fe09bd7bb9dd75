import { expect, test } from 'vitest'
import { firstDayOf, weeksOf } from '#app/domain/wall/weeks'

const today = '2026-11-28'
const national = ['01', '02', '03', '04', '05', '06', '07'].map((day) => ({ day: `2026-10-${day}`, name: '国庆节' }))

test('twelve weeks from a Monday, the running one last, each with its own days', () => {
  expect(firstDayOf(today)).toBe('2026-09-07')
  const { points } = weeksOf(
    [
      { day: '2026-09-06', new: 99, done: 99 },
      { day: '2026-09-07', new: 1, done: 0 },
      { day: '2026-09-13', new: 2, done: 5 },
      { day: '2026-11-23', new: 3, done: 0 },
      { day: today, new: 4, done: 1 },
    ],
    [],
    today,
  )
  expect(points).toHaveLength(12)
  expect(points[0]).toMatchObject({ monday: '2026-09-07', new: 3, done: 5 })
  expect(points[11]).toMatchObject({ monday: '2026-11-23', new: 7, done: 1 })
})

test('the month counts from its first day, and today is today', () => {
  const of = weeksOf(
    [
      { day: '2026-10-31', new: 50, done: 50 },
      { day: '2026-11-01', new: 2, done: 1 },
      { day: today, new: 4, done: 3 },
    ],
    [],
    today,
  )
  expect(of.month).toEqual({ new: 6, done: 4 })
  expect(of.today).toBe(4)
})

test('国庆 stands once, over the week that has the most of it; a month over its first Monday', () => {
  const { points } = weeksOf([], national, today)
  expect(points.flatMap(({ monday, holiday }) => (holiday ? [[monday, holiday]] : []))).toEqual([['2026-09-28', '国庆']])
  expect(points.flatMap(({ monday, month }) => (month ? [[monday, month]] : []))).toEqual([
    ['2026-09-07', '9月'],
    ['2026-10-05', '10月'],
    ['2026-11-02', '11月'],
  ])
})
