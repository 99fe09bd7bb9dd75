import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as masking from '#app/domain/privacy/masking'

const { maskIdentityNumber, maskPhone, maskAccountNumber, maskAddress, maskDoor, maskName } = masking

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))

test('an identity number shows region and end, never the birthday', () => {
  expect(maskIdentityNumber('530702199001010019')).toBe('530***********0019')
  expect(maskIdentityNumber('53070219900101001x')).toBe('530***********001X')
  fc.assert(
    fc.property(digits(18), (number) => {
      expect(maskIdentityNumber(number)).toBe(`${number.slice(0, 3)}${'*'.repeat(11)}${number.slice(14)}`)
    }),
  )
})

test.each([
  ['E12345678', 'E******78'],
  ['H1234567890', 'H********90'],
  ['AB123', '*****'],
  ['', ''],
])('another paper %s shows %s', (number, shown) => expect(maskIdentityNumber(number)).toBe(shown))

test.each([
  ['13812345678', '138****5678'],
  ['+86 138 1234 5678', '138****5678'],
  ['0888-5123456', '*********56'],
  ['5123456', '*****56'],
  ['110', '***'],
])('telephone %s shows %s', (number, shown) => expect(maskPhone(number)).toBe(shown))

test('an account shows four digits, and not how long it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{8,25}$/), (number) => {
      expect(maskAccountNumber(number)).toBe(`**** ${number.slice(-4)}`)
    }),
  )
  expect(maskAccountNumber('1234567')).toBe('****')
})

test.each([
  ['云南省丽江市古城区束河街道龙泉社区仁里路18号', '云南省丽江市古城区束河街道龙泉社区***'],
  ['大研街道光义社区光义街官院巷10号', '大研街道光义社区***'],
  ['金山乡东江村三组5号', '金山乡东江村***'],
  ['七河镇共和村民委员会下村12号', '七河镇共和村民委员会***'],
  ['丽江花园小区3栋2单元501', '***'],
  ['五一街文治巷78号', '***'],
  ['古城区', '古城区'],
  ['', ''],
])('address %s shows %s', (address, shown) => expect(maskAddress(address)).toBe(shown))

test('no digit of any address is shown', () => {
  const piece = fc.constantFrom('束河', '街道', '龙泉', '社区', '村', '小区', '3栋', '12号', '５０１室', '古城', '区', '镇', ' ', '仁里路')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const shown = maskAddress(pieces.join(''))
      expect(shown).not.toMatch(/[\d栋号室]/)
      expect(shown.replace(/\*+$/, '').split('小区')).toHaveLength(1)
    }),
  )
})

test('of a door nothing is shown', () => {
  expect([maskDoor('官院巷10号'), maskDoor('1'), maskDoor(' ')]).toEqual(['***', '***', ''])
})

test.each([
  ['王芳', '王某'],
  ['王小芳', '王某某'],
  ['欧阳修文', '欧阳某某'],
  ['欧阳文', '欧阳某'],
  ['欧阳', '欧某'],
  ['𠮷', '𠮷某'],
  ['', ''],
])('the name %s becomes %s', (name, shown) => expect(maskName(name)).toBe(shown))
