import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lateWords, lasting, nextWords } from '#app/domain/request/late-words'
import { lateSteps, nextTime, outcomeOf, stepTimes, type Timed } from '#app/domain/request/lateness'

const at = (text: string) => new Date(`2026-03-${text}:00+08:00`)
const asked = at('05T09:00')
const row = (more: Partial<Timed> = {}): Timed => ({
  status: 'asked',
  askedAt: asked,
  arriveBy: at('05T11:00'),
  answerBy: '2026-03-06',
  receivedAt: null,
  arrivedAt: null,
  endedAt: null,
  ...more,
})

describe('who was late at which step', () => {
  // prettier-ignore
  const table: [string, Timed, string, string[], ReturnType<typeof outcomeOf>][] = [
    ['just asked', row(), '05T10:00', [], 'running'],
    ['nothing at all by the time to be there', row(), '05T13:10', ['还没到场，已超 2 小时 10 分'], 'late'],
    ['received, not there', row({ status: 'received', receivedAt: at('05T09:20') }), '05T11:30', ['还没到场，已超 30 分钟'], 'late'],
    ['there on the minute', row({ status: 'received', receivedAt: at('05T09:20'), arrivedAt: at('05T11:00') }), '05T12:00', [], 'running'],
    ['there an hour late', row({ status: 'received', receivedAt: at('05T09:20'), arrivedAt: at('05T12:00') }), '05T13:00', ['到场迟了 1 小时'], 'late'],
    ['received when it came, late', row({ status: 'received', receivedAt: at('05T11:30'), arrivedAt: at('05T11:30') }), '05T13:00', ['签收迟了 30 分钟', '到场迟了 30 分钟'], 'late'],
    ['answered on the last day', row({ status: 'answered', receivedAt: at('05T09:20'), arrivedAt: at('05T10:00'), endedAt: at('06T23:59') }), '09T09:00', [], 'inTime'],
    ['answered at midnight after it', row({ status: 'answered', receivedAt: at('05T09:20'), arrivedAt: at('05T10:00'), endedAt: at('07T00:00') }), '09T09:00', ['答复迟了 1 分钟'], 'late'],
    ['answered in writing, never there', row({ status: 'answered', receivedAt: at('05T09:20'), endedAt: at('05T10:00') }), '05T12:00', ['没有到场'], 'late'],
    ['refused in time', row({ status: 'refused', endedAt: at('05T10:00') }), '09T09:00', [], 'inTime'],
    ['refused after it should have been there', row({ status: 'refused', endedAt: at('05T15:00') }), '09T09:00', ['没有到场'], 'late'],
    ['withdrawn in time', row({ status: 'withdrawn', endedAt: at('05T10:00') }), '09T09:00', [], 'off'],
    ['withdrawn when nobody had come', row({ status: 'withdrawn', endedAt: at('05T15:00') }), '09T09:00', ['没有到场'], 'late'],
    ['no time was set', row({ arriveBy: null, answerBy: null }), '09T09:00', [], 'running'],
    ['no time was set, answered', row({ arriveBy: null, answerBy: null, status: 'answered', endedAt: at('07T09:00') }), '09T09:00', [], 'off'],
  ]
  test.each(table)('%s', (_, timed, now, words, outcome) => {
    expect(lateWords(timed, at(now))).toEqual(words)
    expect(outcomeOf(timed, at(now))).toBe(outcome)
  })

  test('what is waited for next: to be there, then the answer; nothing once it has ended', () => {
    expect(nextTime(row(), at('05T10:00'))?.step).toBe('arrive')
    expect(nextTime(row({ arrivedAt: at('05T10:30') }), at('05T10:40'))?.step).toBe('answer')
    expect(nextTime(row({ status: 'answered', endedAt: at('05T10:40') }), at('09T10:00'))).toBeNull()
    expect(nextWords(row(), at('05T10:00'), '2026-03-05')).toMatchObject({ words: '今天 11:00 前到场', tone: 'due' })
    expect(nextWords(row(), at('05T13:10'), '2026-03-05')).toMatchObject({ words: '到场已超 2 小时 10 分', tone: 'late' })
  })

  test('lasts as people say it', () => {
    expect([10, 60_000, 3_600_000, 9_000_000, 2 * 86_400_000, 90 * 3_600_000].map(lasting)).toEqual([
      '1 分钟',
      '1 分钟',
      '1 小时',
      '2 小时 30 分',
      '2 天',
      '3 天 18 小时',
    ])
  })

  test('what is late once stays late, however much later one looks', () => {
    const instant = fc.integer({ min: 0, max: 20 * 86_400_000 }).map((ms) => new Date(asked.getTime() + ms))
    const timed = fc.record<Timed>({
      status: fc.constantFrom('asked', 'received', 'answered', 'refused', 'withdrawn'),
      askedAt: fc.constant(asked),
      arriveBy: fc.option(instant),
      answerBy: fc.option(fc.constantFrom('2026-03-05', '2026-03-08', '2026-03-20')),
      receivedAt: fc.option(instant),
      arrivedAt: fc.option(instant),
      endedAt: fc.option(instant),
    })
    fc.assert(
      fc.property(timed, instant, instant, (one, a, b) => {
        const [sooner, later] = a < b ? [a, b] : [b, a]
        const before = lateSteps(one, sooner).map(({ step }) => step)
        expect(lateSteps(one, later).map(({ step }) => step)).toEqual(expect.arrayContaining(before))
        for (const { standing, ms } of stepTimes(one, later))
          expect(ms > 0).toBe(['late', 'overdue'].includes(standing) || (standing === 'missed' && ms > 0))
      }),
    )
  })
})
