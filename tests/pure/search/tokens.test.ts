import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as tokens from '#app/domain/search/tokens'

const { likePattern, likePatterns, nameKey, needlesOf, needleTokens, searchText, searchTokens, soundKey } = tokens

describe('the pieces of a dispute', () => {
  test('are its characters and pairs, each once, none across two fields', () => {
    expect(searchTokens(['张三三', '三李'])).toEqual(['张', '三', '张三', '三三', '李', '三李'])
    expect(searchTokens(['530702-2026-000417', null])).toContain('20')
    expect(searchTokens(['', null, undefined, '！？'])).toEqual([])
  })

  test('are whole characters beyond the basic plane too', () => {
    expect(searchTokens(['𠮷田'])).toEqual(['𠮷', '田', '𠮷田'])
  })
})

test('whatever stands in a field is found by any part of it', () => {
  const character = fc.oneof(
    fc.constantFrom(...'张三李四王小明𠮷束河古镇Ａb1２·-（）%_\\'),
    fc.string({ unit: 'binary-ascii', maxLength: 1 }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(character, { maxLength: 12 }), { maxLength: 4 }), fc.nat(), fc.nat(), (fields, a, b) => {
      const texts = fields.map((field) => field.join(''))
      const field = [...(texts[a % Math.max(texts.length, 1)] ?? '')]
      const from = b % Math.max(field.length, 1)
      const typed = field.slice(from, from + 1 + (a % 6)).join('')
      const pieces = new Set(searchTokens(texts))
      const text = searchText(texts)
      for (const piece of needleTokens(typed)) expect(pieces.has(piece)).toBe(true)
      for (const needle of needlesOf(typed)) expect(text.includes(needle)).toBe(true)
    }),
  )
})

describe('what is typed', () => {
  test('is split at spaces and must all be found', () => {
    expect(needlesOf('张三　束河')).toEqual(['张三', '束河'])
    expect(needleTokens('王小明 河')).toEqual(['王小', '小明', '河'])
    expect(likePatterns('张三 束河')).toEqual(['%张三%', '%束河%'])
  })

  test('of nothing, signs or endless text stays small', () => {
    expect(needleTokens(' %_\\ \u0000')).toEqual([])
    expect(needlesOf('长'.repeat(5000))).toEqual(['长'.repeat(40)])
    expect(needlesOf(Array.from({ length: 99 }, (_, i) => `词${i}`).join(' '))).toHaveLength(5)
  })

  test('is taken literally by LIKE', () => {
    expect(likePattern('50%_\\')).toBe('%50\\%\\_\\\\%')
  })
})

test.each([
  ['单小明', 'shan xiao ming'],
  ['曾志伟', 'zeng zhi wei'],
  ['尉迟恭', 'yu chi gong'],
  ['章　晓明', 'zhang xiao ming'],
  ['张小明', 'zhang xiao ming'],
  ['吕丽', 'lv li'],
  ['Tom', 'tom'],
  ['', ''],
])('%s sounds %s', (name, sound) => expect(soundKey(name)).toBe(sound))

test('a name is compared without spaces, dots and width', () => {
  expect(nameKey('阿依 · 古丽Ａ')).toBe('阿依古丽a')
})
