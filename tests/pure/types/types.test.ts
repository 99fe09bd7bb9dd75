import { pinyin } from 'pinyin-pro'
import { describe, expect, test } from 'vitest'
import { ruleByCode } from '#app/domain/calendar/find-rule'
import { periodRules } from '#app/domain/calendar/rules.data'
import { allChoices, choiceOf, disputeTypes, mostUsed, subtypes, typeLabel } from '#app/domain/types/dispute-types'
import { searchKeys } from '#app/domain/types/search-keys.data'
import { searchTypes } from '#app/domain/types/search-types'
import { rulesOf } from '#app/domain/types/type-rules'
import { waysFor } from '#app/domain/types/ways'
import { bodyKinds } from '#app/domain/words/body-kinds'
import { knownKinds, typeOfKind } from '../../support/kinds'

test('eighteen types by their whole names, and sub-types that belong to one of them', () => {
  expect(Object.values(disputeTypes)).toHaveLength(18)
  expect(typeLabel('03')).toBe('房屋(房产)宅基地纠纷')
  expect(typeLabel('04', '0401')).toBe('合同纠纷·客栈房屋租赁')
  expect(typeLabel('98')).toBe('98')
  for (const code of Object.keys(subtypes)) expect(Object.keys(disputeTypes), code).toContain(code.slice(0, 2))
  expect(allChoices).toHaveLength(18 + Object.keys(subtypes).length)
  expect(new Set(allChoices.map(({ code }) => code)).size).toBe(allChoices.length)
  expect(choiceOf('0499')).toBeNull()
  expect(choiceOf('constructor')).toBeNull()
})

describe('searching a type', () => {
  test.each([
    ['kz', '客栈房屋租赁'],
    ['kezhan', '客栈房屋租赁'],
    ['KE ZHAN', '客栈房屋租赁'],
    ['客栈', '客栈房屋租赁'],
    ['客栈租', '客栈房屋租赁'],
    ['房东', '客栈房屋租赁'],
    ['欠薪', '劳动报酬'],
    ['gz', '劳动报酬'],
    ['zhusu', '旅游住宿'],
    ['lyzs', '旅游住宿'],
    ['祖坟', '坟山'],
    ['车祸', '道路交通事故纠纷'],
    ['漏水', '管道渗水'],
    ['shanyang', '赡养'],
    ['linquan', '山林权属'],
    ['借条', '民间借贷'],
    ['医患', '医疗纠纷'],
  ])('%s finds %s', (query, label) => {
    expect(searchTypes(query).map((choice) => choice.label)).toContain(label)
  })
  test('the nearest comes first', () => {
    expect(searchTypes('kz')[0]?.label).toBe('客栈房屋租赁')
    expect(searchTypes('赡养')[0]?.label).toBe('赡养')
    expect(searchTypes('旅游')[0]?.type).toBe('11')
  })
  test('nothing typed shows the six most used; nonsense finds nothing; a limit holds', () => {
    expect(searchTypes('').map(({ code }) => code)).toEqual([...mostUsed])
    expect(mostUsed).toHaveLength(6)
    expect(searchTypes('%_\\')).toEqual([])
    expect(searchTypes('zzzz')).toEqual([])
    expect(searchTypes('j', 3)).toHaveLength(3)
    expect(searchTypes('10').map(({ type }) => type)).toEqual(['10', '10', '10'])
  })
})

test('stored pinyin is what the dictionary says', () => {
  const sound = (word: string) => pinyin(word.replace(/[^\p{Script=Han}]/gu, ''), { toneType: 'none', type: 'array', v: true })
  for (const [code, { label, words }] of [...Object.entries(disputeTypes), ...Object.entries(subtypes)]) {
    const expected = [label, ...words].map((word) => [
      sound(word).join(''),
      sound(word)
        .map((s) => s[0])
        .join(''),
    ])
    expect(searchKeys[code], code).toEqual(expected)
  }
})

describe('what the law asks of a kind', () => {
  test.each([
    ['10', null, ['writtenRequired', 'oralApplicationRecorded']],
    ['13', null, ['writtenRequired', 'oralApplicationRecorded', 'consentOfAll', 'confidential']],
    ['07', '0701', ['ownershipNotConfirmable', 'writtenRequired', 'oralApplicationRecorded']],
    ['07', '0702', ['ownershipNotConfirmable']],
    ['01', null, ['noESign', 'statusNotConfirmable', 'reportHarm']],
    ['12', null, ['doubleHandling']],
    ['14', null, ['terminationNotice']],
    ['02', '0201', []],
    ['无此类', null, []],
  ])('%s %s', (type, subtype, flags) => expect(Object.keys(rulesOf(type, subtype))).toEqual(flags))

  test('the ways when it fails are never none, and what they name exists', () => {
    for (const { type, subtype } of [...allChoices, { type: '无此类', subtype: null }]) {
      const ways = waysFor(type, subtype)
      expect(ways.length, type).toBeGreaterThan(0)
      for (const way of ways) {
        expect(Object.keys(bodyKinds)).toContain(way.to)
        if (way.within) expect(ruleByCode(periodRules, way.within, '2026-11-23'), way.within).not.toBeNull()
      }
    }
    expect(waysFor('10')[0]?.to).toBe('labourArbitration')
    expect(waysFor('14')[0]).toMatchObject({ to: 'police', within: 'TRAFFIC_BACK_TO_POLICE', written: true })
    expect(waysFor('07', '0702')[0]?.to).toBe('government')
  })
})

test('every kind that is known has a type of the list, and any other is 99', () => {
  expect(knownKinds).toHaveLength(12)
  for (const kind of knownKinds) {
    const { type, subtype } = typeOfKind(kind)
    expect(choiceOf(subtype ?? type)?.type, kind).toBe(type)
  }
  expect(typeOfKind('旅游住宿合同')).toEqual({ type: '11', subtype: '1101' })
  expect(typeOfKind('别的')).toEqual({ type: '99', subtype: null })
  expect(typeOfKind('toString')).toEqual({ type: '99', subtype: null })
})
