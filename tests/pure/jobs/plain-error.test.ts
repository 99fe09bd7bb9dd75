import { expect, test } from 'vitest'
import { backoffSentence, waitWords } from '#app/domain/jobs/backoff'
import { plainError } from '#app/domain/jobs/plain-error'

test.each([
  ['invalid input syntax for type uuid: "和丽江"', 'invalid input syntax for type uuid: …'],
  ['the text message gateway answered 503', 'the text message gateway answered 503'],
  ['connect ECONNREFUSED https://sms.example/key?token=abc', 'connect ECONNREFUSED …'],
  ['cannot reach 13900001111 of 和丽江，束河', 'cannot reach … of …'],
  ['no dispute 01930000-0000-7000-8000-000000000001', 'no dispute …'],
  ['mail to he@example.com failed', 'mail to … failed'],
  ['first line\n    at secret (file.ts:1)', 'first line'],
  [null, ''],
])('of %j a page shows %j', (error, shown) => {
  expect(plainError(error)).toBe(shown)
})

test('an error as long as a page is cut', () => {
  expect(plainError('x '.repeat(500)).length).toBeLessThanOrEqual(161)
})

test('how long work waits before it is tried again is said in plain words', () => {
  expect(backoffSentence).toContain('3 秒、7 秒、20 秒、55 秒、7 分钟、50 分钟……最长 6 小时')
  expect([waitWords(59), waitWords(60), waitWords(7200)]).toEqual(['59 秒', '1 分钟', '2 小时'])
})
