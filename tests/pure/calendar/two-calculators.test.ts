import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, shanghaiIso } from '#app/domain/calendar/days'
import { publishedCalendarDays } from '#app/domain/calendar/published-days.server'
import { restDaysFrom } from '#app/domain/calendar/rest-days'
import { periodRules } from '#app/domain/calendar/rules.data'
import { countEntry, ledgerOf, type LedgerMove, type LoggedMove } from '#app/domain/deadline/ledger'
import { plainCount, type PlainStretch } from '../../support/plain-calendar'

const days = publishedCalendarDays()
const book = { rules: periodRules, restDays: restDaysFrom(days) }
const off = new Set(days.filter(({ rest }) => rest).map(({ day }) => day))
const worked = new Set(days.filter(({ rest }) => !rest).map(({ day }) => day))

const counted = periodRules.filter(({ unit }) => unit !== 'h')
const day = fc.integer({ min: 0, max: 2900 }).map((n) => addDays('2016-01-01', n))
/** Anything that can happen to a period, in any order. */
const happening = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('pause' as const),
      gap: fc.integer({ min: 0, max: 40 }),
      long: fc.integer({ min: 0, max: 60 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('extend' as const),
      n: fc.integer({ min: 1, max: 45 }),
      unit: fc.constantFrom('d', 'wd', 'month' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('from' as const), by: fc.integer({ min: -20, max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('rule' as const), rule: fc.constantFrom(...counted) }) },
  { weight: 1, arbitrary: fc.constant({ what: 'rest' as const }) },
)
const history = fc.record({
  rule: fc.constantFrom(...counted),
  start: day,
  all: fc.array(happening, { maxLength: 8 }),
  hour: fc.integer({ min: 0, max: 23 }),
})

/** What the events say, and what the plain calculator is asked; both grow from the same happenings. */
function tell({ rule, start, all, hour }: typeof history extends fc.Arbitrary<infer H> ? H : never) {
  const instant = (on: string) => `${on}T${String(hour).padStart(2, '0')}:30:00.000+08:00`
  const moves: LedgerMove[] = [
    {
      does: 'start',
      id: 'one',
      period: 'mediation',
      kind: 'leg',
      subject: 'leg',
      rule: rule.code,
      version: rule.version,
      from: instant(start),
    },
  ]
  const asked = { start, rule, pauses: [] as [string, string][], extensions: [] as PlainStretch[] }
  let today = start
  for (const one of all) {
    if (one.what === 'pause') {
      const from = addDays(today, one.gap)
      today = addDays(from, one.long)
      asked.pauses.push([from, today])
      moves.push({ does: 'pause', id: 'one', day: from, reason: 'appraisal' }, { does: 'resume', id: 'one', day: today })
    }
    if (one.what === 'extend') {
      asked.extensions.push({ n: one.n, unit: one.unit })
      moves.push({ does: 'extend', id: 'one', n: one.n, unit: one.unit })
    }
    if (one.what === 'from') {
      asked.start = addDays(asked.start, one.by)
      moves.push({ does: 'from', id: 'one', from: instant(asked.start) })
    }
    if (one.what === 'rule') {
      asked.rule = one.rule
      moves.push({ does: 'rule', id: 'one', rule: one.rule.code, version: one.rule.version })
    }
    if (one.what === 'rest') moves.push({ does: 'stop', id: 'one', why: 'merge', at: instant(today) }, { does: 'runOn', id: 'one' })
  }
  // One event for each move, some of another period between them.
  const events = moves.flatMap((move, at): LoggedMove[] => [
    { version: 2 * at + 1, recordedAt: instant(start), moves: [move] },
    { version: 2 * at + 2, recordedAt: instant(start), moves: [{ does: 'stop', id: 'other', why: 'return', at: instant(start) }] },
  ])
  return { events, asked }
}

test('5,000 random histories: what is counted again from the events is what a plain calculator crosses off its sheet', () => {
  let paused = 0
  fc.assert(
    fc.property(history, (one) => {
      const { events, asked } = tell(one)
      const [entry] = ledgerOf(events)
      const ours = countEntry(book, entry!)
      const plain = plainCount({
        start: asked.start,
        stretches: [{ n: asked.rule.length, unit: asked.rule.unit as PlainStretch['unit'] }, ...asked.extensions],
        pauses: asked.pauses,
        moves: asked.rule.rest,
        off,
        worked,
      })
      if (!ours || ours.standing) throw new Error('a period whose pauses have all ended is counted')
      expect({ first: ours.firstDay, raw: ours.rawEnd, last: ours.lastDay, due: shanghaiIso(ours.due) }).toEqual(plain)
      expect(entry!.pauses).toHaveLength(asked.pauses.length)
      if (asked.pauses.length) paused += 1
    }),
    { numRuns: 5000, seed: 20_261_128 },
  )
  expect(paused, 'pauses are tried too').toBeGreaterThan(1500)
})

test('what has been through a pause keeps it, whatever rule turns out to be the right one', () => {
  const paused: LoggedMove[] = [
    {
      version: 1,
      recordedAt: '2026-03-02T09:00:00Z',
      moves: [
        {
          does: 'start',
          id: 'one',
          period: 'mediation',
          kind: 'leg',
          subject: 'l',
          rule: 'MED_MEDICAL',
          version: 1,
          from: '2026-03-02T01:00:00Z',
        },
      ],
    },
    { version: 2, recordedAt: '2026-03-05T09:00:00Z', moves: [{ does: 'pause', id: 'one', day: '2026-03-05', reason: 'appraisal' }] },
    { version: 3, recordedAt: '2026-03-15T09:00:00Z', moves: [{ does: 'resume', id: 'one', day: '2026-03-15' }] },
    { version: 4, recordedAt: '2026-03-16T09:00:00Z', moves: [{ does: 'rule', id: 'one', rule: 'LABOUR_MED', version: 1 }] },
  ]
  const [entry] = ledgerOf(paused)
  // Fifteen days from 3 March, ten of them stood still: 27 March, a Friday.
  expect(countEntry(book, entry!)).toMatchObject({ rawEnd: '2026-03-27', lastDay: '2026-03-27' })
})

test('a clock that stands still has no last day, and runs on from where it stood', () => {
  const events = (more: LedgerMove[]): LoggedMove[] => [
    {
      version: 1,
      recordedAt: '2026-03-02T09:00:00Z',
      moves: [
        {
          does: 'start',
          id: 'one',
          period: 'mediation',
          kind: 'leg',
          subject: 'l',
          rule: 'LABOUR_MED',
          version: 1,
          from: '2026-03-02T01:00:00Z',
        },
      ],
    },
    {
      version: 2,
      recordedAt: '2026-03-05T09:00:00Z',
      moves: [{ does: 'pause', id: 'one', day: '2026-03-05', reason: 'appraisal' }, ...more],
    },
  ]
  expect(countEntry(book, ledgerOf(events([]))[0]!)).toMatchObject({ standing: true, left: 13 })
  expect(countEntry(book, ledgerOf(events([{ does: 'resume', id: 'one', day: '2026-03-06' }]))[0]!)).toMatchObject({
    lastDay: '2026-03-18',
  })
})
