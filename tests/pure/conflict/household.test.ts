import { expect, test } from 'vitest'
import { normaliseAddress } from '#app/domain/privacy/address'

test.each([
  ['丽江市古城区束河街道龙泉社区仁里路12号', '束河街道龙泉社区仁里路１２号'],
  ['束河街道丽水苑3栋2单元501室', '束河街道丽水苑3号楼2单元501'],
  ['龙泉社区三组15号', '龙泉社区3组15号'],
])('%s and %s are one household', (one, other) => {
  expect(normaliseAddress(one)).not.toBeNull()
  expect(normaliseAddress(one)).toBe(normaliseAddress(other))
})

test.each(['束河街道龙泉社区', '龙泉社区3组', '龙泉社区三组', '丽水苑3号楼', '丽水苑3栋2单元', '', '金江村2社'])(
  '%s names no door',
  (address) => {
    expect(normaliseAddress(address)).toBeNull()
  },
)
