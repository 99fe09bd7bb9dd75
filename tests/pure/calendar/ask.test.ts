import { describe, expect, test } from 'vitest'
import { answerLine } from '#app/domain/calendar/ask'
import { publishedCalendarDays } from '#app/domain/calendar/published-days.server'
import { restDaysFrom } from '#app/domain/calendar/rest-days'
import { periodRules } from '#app/domain/calendar/rules.data'

const book = { rules: periodRules, restDays: restDaysFrom(publishedCalendarDays()) }
const ask = (question: object) => answerLine(book, JSON.stringify(question))

test.each([
  ['a month ends on its last day where there is no such number', { rule: 'MED_GENERAL', start: '2026-01-31' }, '2026-02-28', '2026-02-28'],
  ['a holiday moves it to the first working day', { rule: 'COURT_PREFILING', start: '2026-09-01' }, '2026-10-01', '2026-10-08'],
  ['a make-up Saturday is a working day', { rule: 'LABOUR_MED', start: '2026-01-30' }, '2026-02-14', '2026-02-14'],
  [
    'days inside a pause do not count, its last does',
    { rule: 'LABOUR_MED', start: '2026-03-02', pauses: [['2026-03-05', '2026-03-15']] },
    '2026-03-27',
    '2026-03-27',
  ],
  [
    'an extension runs on from the raw end',
    { rule: 'COURT_ENTRUST_SUM', start: '2026-03-02', extensions: [{ n: 3, unit: 'wd' }] },
    '2026-03-12',
    '2026-03-12',
  ],
  ['an instant is taken to its day in Shanghai', { rule: 'CONFIRM_APPLY', start: '2026-03-01T17:00:00Z' }, '2026-04-01', '2026-04-01'],
  ['the end of a code stands for the only one that has it', { rule: 'SET_ASIDE', start: '2026-03-02' }, '2026-04-01', '2026-04-01'],
  ['a setting has its own name too', { rule: '分流期限', start: '2026-09-30' }, '2026-10-08', '2026-10-08'],
  [
    'what stands in brackets is not part of a code',
    { rule: 'COURT_ENTRUST_ORD (委托, 普通程序)', start: '2026-03-02' },
    '2026-03-17',
    '2026-03-17',
  ],
])('%s', (_, question, raw, last) => expect(ask(question)).toMatchObject({ rule: question.rule, raw, last }))

test('hours run from the stated moment and no rest day moves them', () => {
  expect(ask({ rule: 'AUTOPSY', start: '2026-05-01T09:00:00+08:00' })).toMatchObject({
    first: '2026-05-01',
    last: '2026-05-03',
    due: '2026-05-03T09:00:00+08:00',
  })
})

test('the answer names the article as far as it was read, and says what the rule does not know', () => {
  const said = ask({ rule: 'MED_GENERAL', start: '2026-03-02', extensions: [{ n: 5, unit: 'd' }] })
  expect('steps' in said && said.steps.join('；')).toContain('司法部令75第33条（待核）')
  expect('steps' in said && said.steps.join('；')).toContain('不得延长')
})

describe('refused, with a sentence', () => {
  test.each([
    ['a year without a table', { rule: 'triage', start: '2026-12-31' }, '2027年没有节假日表'],
    ['also before the first table', { rule: 'CONFIRM_APPLY', start: '2001-03-01' }, '2001年没有节假日表'],
    ['a rule that nobody knows', { rule: 'NOTHING', start: '2026-03-02' }, '没有这个期限'],
    ['a moment that is no period', { rule: 'AGREEMENT_EFFECT_ORAL', start: '2026-03-02' }, '不是一段期限'],
    ['a day that is none', { rule: 'triage', start: '2026-02-30' }, 'start'],
    ['an instant without its offset', { rule: 'triage', start: '2026-02-03T08:00:00' }, 'start'],
    ['a pause that ends before it begins', { rule: 'triage', start: '2026-02-03', pauses: [['2026-03-05', '2026-03-01']] }, '止日早于起日'],
    ['hours added to days', { rule: 'LABOUR_MED', start: '2026-02-03', extensions: [{ n: 4, unit: 'h' }] }, '不能按小时延长'],
    ['no days at all', { rule: 'LABOUR_MED', start: '2026-02-03', extensions: [{ n: 0, unit: 'd' }] }, 'extensions'],
  ])('%s', (_, question, why) => expect(ask(question)).toEqual({ rule: question.rule, refused: expect.stringContaining(why) }))
  test('a line that is no JSON', () => expect(answerLine(book, '{')).toEqual({ rule: null, refused: '这一行不是 JSON' }))
})

test('every period that has a length answers for a day of a year with a table', () => {
  for (const { code, unit } of periodRules.filter(({ unit, length }) => !(unit === 'year' && length > 3)))
    expect(ask({ rule: code, start: unit === 'year' ? '2021-03-02' : '2026-03-02' }), code).toHaveProperty('due')
})
