import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publishedCalendarDays } from '#app/domain/calendar/published-days.server'
import { dayIn } from '#app/domain/calendar/days'
import { restDaysFrom } from '#app/domain/calendar/rest-days'
import { receiversOf, type Holders } from '#app/domain/reminder/receivers'
import { nextReminder, reminded, remindedAt, stepsOf, type Reminded } from '#app/domain/reminder/rules'
import { reminderRules } from '#app/domain/reminder/rules.data'
import { periods, type Period } from '#machines/periods'

const restDays = restDaysFrom(publishedCalendarDays())
const book = { reminders: reminderRules, restDays }
const parts = Object.keys(reminded) as Reminded[]
const nobody = Object.fromEntries(parts.map((part) => [part, [] as string[]])) as unknown as Holders
const day = '2026-04-01'
const away = (who: string, substitute: string | null) => ({ who, from: day, to: day, substitute })

describe('who is told', () => {
  test.each<[string, Parameters<typeof receiversOf>[1], string[], string | null]>([
    ['the part itself', { holders: { ...nobody, mediator: ['m'] }, sealed: false, leaves: [], day }, ['m'], null],
    ['and who stands in', { holders: { ...nobody, mediator: ['m'] }, sealed: false, leaves: [away('m', 's')], day }, ['m', 's'], 'onLeave'],
    [
      'through a chain',
      { holders: { ...nobody, mediator: ['m'] }, sealed: false, leaves: [away('m', 's'), away('s', 't')], day },
      ['m', 't'],
      'onLeave',
    ],
    [
      'nobody stands in: the head',
      { holders: { ...nobody, mediator: ['m'], head: ['h'] }, sealed: false, leaves: [away('m', null)], day },
      ['m', 'h'],
      'passedOn',
    ],
    ['nobody at all below the bureau', { holders: { ...nobody, bureau: ['b'] }, sealed: false, leaves: [], day }, ['b'], 'passedOn'],
    ['nobody anywhere', { holders: nobody, sealed: false, leaves: [], day }, [], 'passedOn'],
  ])('%s', (_, of, accounts, remark) => expect(receiversOf('mediator', of)).toEqual({ accounts, remark }))

  test('of a sealed dispute the duty officer hears in place of who only watches', () => {
    const holders = { ...nobody, bureau: ['b'], leader: ['l'], duty: ['d'] }
    for (const part of ['bureau', 'leader'] as const)
      expect(receiversOf(part, { holders, sealed: true, leaves: [], day }).accounts).toEqual(['d'])
  })

  test('as long as anybody is there at all, somebody who is there is told', () => {
    const ids = fc.subarray(['a', 'b', 'c', 'd'])
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(parts.map((part) => [part, ids]))),
        fc.subarray(['a', 'b', 'c']),
        fc.constantFrom(...parts),
        (held, gone, part) => {
          const holders = { ...(held as unknown as Holders), bureau: ['z'] }
          const { accounts } = receiversOf(part, { holders, sealed: false, leaves: gone.map((one) => away(one, null)), day })
          expect(accounts.some((id) => !gone.includes(id))).toBe(true)
        },
      ),
    )
  })
})

describe('when', () => {
  const at = (moment: 'before' | 'at' | 'after', n: number, unit: 'd' | 'wd', lastDay: string) => {
    const when = remindedAt({ moment, n, unit }, lastDay, restDays)
    return `${dayIn(when)} ${when.toISOString().slice(11, 16)}`
  }
  test.each([
    ['before', 3, 'd', '2026-03-12', '2026-03-09 01:00'],
    ['before', 3, 'd', '2026-03-11', '2026-03-06 01:00'], // a Sunday: told on the Friday before
    ['at', 0, 'd', '2026-03-12', '2026-03-12 01:00'],
    ['after', 1, 'wd', '2026-09-30', '2026-10-08 01:00'], // after the National Day's week
    ['after', 3, 'd', '2026-03-11', '2026-03-16 01:00'], // a Saturday: told on the Monday after
    ['before', 5, 'wd', '2026-10-09', '2026-09-24 01:00'],
  ] as const)('%s %i %s of %s is %s', (moment, n, unit, lastDay, when) => expect(at(moment, n, unit, lastDay)).toBe(when))

  test('every period of the machine reminds somebody before it is forgotten, and its last step goes to who watches over all', () => {
    for (const period of Object.keys(periods) as Period[]) {
      if (period === 'answer') continue // asked of other units: chased by who asked
      const steps = stepsOf(book, period, '2026-03-12')
      expect(steps.length, period).toBeGreaterThan(1)
      expect(
        steps.map(({ rule }) => rule.audience),
        period,
      ).toContain('bureau')
      expect(nextReminder(book, period, '2026-03-12', new Date('2026-05-01T00:00:00Z')), period).toBeNull()
    }
  })
})
