import { expect, test } from 'vitest'
import { hashPassword, isPassword, passwordProblem } from '#app/domain/people/passwords.server'
import { hashOfToken, newToken } from '#app/domain/people/secret-token.server'
import { takeTurns, TooManyWaiting } from '#app/domain/people/turns'

test('a password is known again, in full width too, and no other', async () => {
  const kept = await hashPassword('玉龙雪山2026!')
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(kept).not.toBe(await hashPassword('玉龙雪山2026!'))
  expect(await isPassword('玉龙雪山２０２６！', kept)).toBe(true)
  expect(await isPassword('玉龙雪山2026', kept)).toBe(false)
  expect(await isPassword('', kept)).toBe(false)
})

test('who has no password cannot come in with any', async () => {
  expect(await isPassword('nobody signs in with this', null)).toBe(false)
  expect(await isPassword('x'.repeat(1_000_000), await hashPassword('x'.repeat(8)))).toBe(false)
})

test.each([
  ['short', /至少要 8 位/],
  ['x'.repeat(129), /最多 128 位/],
  ['11111111', /太少/],
  ['my13812345678', /手机号/],
])('the new password %s is refused', (password, why) => {
  expect(passwordProblem(password, '13812345678')).toMatch(why)
})

test('a decent password is taken', () => expect(passwordProblem('束河古镇的早晨真好看', '13812345678')).toBeNull())

test('two work at a time, in order, and one that fails gives its place on', async () => {
  const inTurn = takeTurns(2, 10)
  const log: number[] = []
  let running = 0
  let most = 0
  const work = (n: number) => async () => {
    most = Math.max(most, ++running)
    log.push(n)
    await new Promise((done) => setImmediate(done))
    running--
    if (n === 1) throw new Error('one')
    return n
  }
  const all = await Promise.allSettled([0, 1, 2, 3, 4].map((n) => inTurn(work(n))))
  expect(log).toEqual([0, 1, 2, 3, 4])
  expect(most).toBe(2)
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect(await inTurn(work(5))).toBe(5)
})

test('beyond the limit nobody is kept waiting', async () => {
  const inTurn = takeTurns(1, 1)
  const first = inTurn(() => new Promise<string>((done) => setImmediate(() => done('first'))))
  const second = inTurn(() => Promise.resolve('second'))
  await expect(inTurn(() => Promise.resolve('third'))).rejects.toThrow(TooManyWaiting)
  expect(await Promise.all([first, second])).toEqual(['first', 'second'])
})

test('a token is kept as its hash only', () => {
  const token = newToken()
  expect(hashOfToken(token)).toHaveLength(32)
  expect(hashOfToken(token)).toEqual(hashOfToken(token))
  expect(hashOfToken(newToken())).not.toEqual(hashOfToken(token))
  for (const wrong of ['', token + 'A', `${token.slice(1)}é`, `${token.slice(1)}=`]) expect(hashOfToken(wrong)).toBeNull()
})
