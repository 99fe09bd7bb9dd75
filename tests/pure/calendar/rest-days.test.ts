import { expect, test } from 'vitest'
import { publishedCalendarDays } from '#app/domain/calendar/published-days.server'
import { nextWorkingDay, restDaysFrom } from '#app/domain/calendar/rest-days'

const restDays = restDaysFrom(publishedCalendarDays())

test('2026 has 33 days off and 6 working days in their place; 2027 is not published', () => {
  const of2026 = publishedCalendarDays().filter(({ day }) => day.startsWith('2026'))
  expect(of2026.filter(({ rest }) => rest)).toHaveLength(33)
  expect(of2026.filter(({ rest }) => !rest).map(({ day }) => day)).toEqual([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ])
  expect(restDays.hasTable(2026)).toBe(true)
  expect(restDays.hasTable(2027)).toBe(false)
  expect(restDays.hasTable(2003)).toBe(false)
})

test.each([
  ['2026-10-01', true, '国庆节'],
  ['2026-10-08', false, null],
  ['2026-10-10', false, '国庆节调休上班'],
  ['2026-10-11', true, '周末'],
  ['2026-03-05', false, null],
  ['2027-01-01', false, null],
  ['2027-01-02', true, '周末'],
])('%s rest: %s', (day, rest, name) => {
  expect(restDays.isRestDay(day)).toBe(rest)
  expect(restDays.nameOf(day)).toBe(name)
})

test('a local festival alone does not make a year known', () => {
  const local = restDaysFrom([{ day: '2027-03-16', rest: true, name: '三多节', source: '本区通知' }])
  expect(local.isRestDay('2027-03-16')).toBe(true)
  expect(local.hasTable(2027)).toBe(false)
})

test('the next working day after National Day is the eighth', () => {
  expect(nextWorkingDay('2026-10-01', restDays)).toBe('2026-10-08')
  expect(nextWorkingDay('2026-10-10', restDays)).toBe('2026-10-10')
})
