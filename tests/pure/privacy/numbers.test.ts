import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as identity from '#app/domain/privacy/identity-number'
import { isMobile, isPhone, normalisePhone } from '#app/domain/privacy/phone'
import { formatQueryCode, queryCodeOf, normaliseQueryCode } from '#app/domain/query-code'

const { ageOn, birthdayOf, checkCharacter, identityProblem, normaliseIdentityNumber, sexOf } = identity
const today = '2026-03-05'

const complete = (seventeen: string) => seventeen + checkCharacter(seventeen)
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-03-05'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a resident number', () => {
  // The worked example of the standard, GB 11643-1999.
  test('of the standard is right', () => {
    expect(identityProblem('residentId', '11010519491231002X', today)).toBeNull()
    expect(birthdayOf('11010519491231002X')).toBe('1949-12-31')
    expect(sexOf('11010519491231002X')).toBe('female')
  })

  test('with any one digit mistyped is found out', () => {
    fc.assert(
      fc.property(day, fc.nat(999), fc.nat(17), fc.integer({ min: 1, max: 9 }), (born, order, at, by) => {
        const number = complete(`530702${born.replaceAll('-', '')}${String(order).padStart(3, '0')}`)
        expect(identityProblem('residentId', number, today)).toBeNull()
        expect(birthdayOf(number)).toBe(born)
        const digit = number[at] === 'X' ? 0 : (Number(number[at]) + by) % 10
        const wrong = number.slice(0, at) + digit + number.slice(at + 1)
        expect(identityProblem('residentId', wrong, today)).not.toBeNull()
      }),
    )
  })

  test.each([
    ['1101051949123100', 'shape'],
    ['A10105194912310021', 'shape'],
    [complete('53070220260306001'), 'date'],
    [complete('53070219900230001'), 'date'],
    [complete('53070218991231001'), 'date'],
    ['110105194912310021', 'checksum'],
  ])('%s has a wrong %s', (number, problem) => expect(identityProblem('residentId', number, today)).toBe(problem))

  test('is the same in full width, with spaces and a small x', () => {
    expect(normaliseIdentityNumber('１１０１０５ 1949-1231 002ｘ')).toBe('11010519491231002X')
  })
})

test.each([
  ['passport', 'E12345678', null],
  ['passport', 'ABCDEFGH', 'shape'],
  ['hongKongMacaoTaiwan', 'h1234567890', null],
  ['hongKongMacaoTaiwan', '12345678', null],
  ['hongKongMacaoTaiwan', complete('81000019900101001'), null],
  ['hongKongMacaoTaiwan', complete('53070219900101001'), 'shape'],
  ['foreignPermanentResident', 'CHN310012345678', null],
  ['foreignPermanentResident', complete('93112419811118123'), null],
  ['foreignPermanentResident', '12345', 'shape'],
  ['none', '', null],
  ['none', '1', 'shape'],
] as const)('%s %s: %s', (kind, number, problem) => expect(identityProblem(kind, number, today)).toBe(problem))

test.each([
  ['2008-03-05', 18],
  ['2008-03-06', 17],
  ['2008-02-29', 18],
  ['2026-03-05', 0],
])('who was born on %s is %i', (born, age) => expect(ageOn(born, today)).toBe(age))

test('who was born on 29 February is a year older on 1 March', () => {
  expect([ageOn('2008-02-29', '2026-02-28'), ageOn('2008-02-29', '2026-03-01')]).toEqual([17, 18])
})

test.each([
  ['+86 138 1234 5678', '13812345678', true],
  ['0086-13812345678', '13812345678', true],
  ['8613812345678', '13812345678', true],
  ['（0888）512 3456', '08885123456', true],
  ['+86 888 5123456', '08885123456', true],
  ['５１２３４５６', '5123456', true],
  ['400-123-4567', '4001234567', true],
  ['001 415 555 2671', '+14155552671', true],
  ['110', '110', false],
  ['12812345678', '12812345678', false],
  ['没有', '没有', false],
])('the telephone %s is %s', (typed, number, good) => {
  expect(normalisePhone(typed)).toBe(number)
  expect(normalisePhone(number)).toBe(number)
  expect(isPhone(typed)).toBe(good)
})

test('a message goes to a mobile only', () => {
  expect(['13812345678', '0888-5123456', '+14155552671'].map(isMobile)).toEqual([true, false, false])
})

describe('a query code', () => {
  test('is read again however it was typed', () => {
    for (let i = 0; i < 200; i++) {
      const code = queryCodeOf(randomBytes(32))
      expect(code).toMatch(/^[2-9ACDEFGHJKMNPRTVWXY]{8}$/)
      expect(normaliseQueryCode(formatQueryCode(code))).toBe(code)
      expect(normaliseQueryCode(` ${code.toLowerCase().slice(0, 3)} ${code.slice(3)}`)).toBe(code)
    }
  })

  test.each([
    ['bsz2–aaaa', '8522AAAA'],
    ['ＡＡＡＡ２２２２', 'AAAA2222'],
    ['AAAA222', null],
    ['AAAA22222', null],
    ['AAAA-2220', null],
    ["' or 1=1", null],
    ['', null],
  ])('typed %s is %s', (typed, code) => expect(normaliseQueryCode(typed)).toBe(code))
})
