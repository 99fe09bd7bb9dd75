import { expect, test } from 'vitest'
import { periodRules } from '#app/domain/calendar/rules.data'
import { restDaysFrom } from '#app/domain/calendar/rest-days'
import { pauseGround, type Running } from '#app/domain/deadline/plan'

const book = { version: 1, rules: [...periodRules], restDays: restDaysFrom([]), reminders: [] }
const medical: Running = {
  id: '1',
  subjectId: '1',
  period: 'mediation',
  ruleCode: 'MED_MEDICAL',
  dueAt: new Date(),
  lastDay: '2026-03-31',
  pausedSince: null,
}

test('the clock stands for a ground of the rule, and not for another reason', () => {
  expect(pauseGround(book, medical, 'appraisal', '2026-03-05')?.article).toBe('《医疗纠纷预防和处理条例》第38条')
  expect(pauseGround(book, medical, 'season', '2026-03-05')).toBeNull()
})

test('before the first version of its rule as well: that one holds backwards', () => {
  expect(pauseGround(book, medical, 'appraisal', '2011-05-30')?.reason).toBe('appraisal')
})

test('a day that was said and not counted has no ground', () => {
  expect(pauseGround(book, { ...medical, ruleCode: null }, 'appraisal', '2026-03-05')).toBeNull()
})
