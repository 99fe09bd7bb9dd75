import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseAddress } from '#app/domain/privacy/address'

test.each([
  ['云南省丽江市古城区大研街道光义社区现文巷12号', '大研街道光义社区现文巷12号'],
  ['古城区束河街道龙泉社区 仁里路３号', '束河街道龙泉社区仁里路3号'],
  ['束河街道龙泉村委会三组十二号', '束河街道龙泉村3组12号'],
  ['西安街道福慧社区2幢1单元302室', '西安街道福慧社区2-1-302'],
  ['西安街道福慧社区居民委员会2栋1单元302', '西安街道福慧社区2－1－302'],
])('%s and %s are one household', (one, other) => {
  expect(normaliseAddress(one)).not.toBeNull()
  expect(normaliseAddress(one)).toBe(normaliseAddress(other))
})

test.each([
  ['大研街道光义社区现文巷12号', '大研街道光义社区现文巷2号'],
  ['福慧社区1-2302', '福慧社区12-302'],
  ['束河街道龙泉社区仁里路3号', '束河街道文明社区仁里路3号'],
  ['大东乡甲子村二组1号', '大东乡甲子村三组1号'],
])('%s and %s are two', (one, other) => expect(normaliseAddress(one)).not.toBe(normaliseAddress(other)))

test.each(['', '   ', '束河街道龙泉社区', '云南省丽江市古城区', '……'])('“%s” names no door, and so no household', (text) =>
  expect(normaliseAddress(text)).toBeNull(),
)

test('however odd the text, normalising it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '12号', '3幢2单元1室'), (text, door) => {
      const once = normaliseAddress(text + door)
      if (once !== null) expect(normaliseAddress(once)).toBe(once)
    }),
  )
})
