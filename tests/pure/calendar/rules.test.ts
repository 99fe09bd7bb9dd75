import { describe, expect, test } from 'vitest'
import { describeRule, findRule, ruleByCode, type RuleQuestion } from '#app/domain/calendar/find-rule'
import type { PeriodRule } from '#app/domain/calendar/period-rule'
import { periodRules } from '#app/domain/calendar/rules.data'
import { periods, type Period } from '#machines/periods'

const usual: RuleQuestion = { period: 'mediation', type: '02', source: 'applied', channel: 'people', on: '2026-11-23' }
const find = (question: Partial<RuleQuestion>) => findRule(periodRules, { ...usual, ...question })

test.each<[Partial<RuleQuestion>, string]>([
  [{}, 'MED_GENERAL'],
  [{ type: '13' }, 'MED_MEDICAL'],
  [{ type: '10' }, 'LABOUR_MED'],
  [{ source: 'court' }, 'COURT_PREFILING'],
  [{ source: 'court', procedure: 'prefiling' }, 'COURT_PREFILING'],
  [{ source: 'court', procedure: 'ordinary' }, 'COURT_ENTRUST_ORD'],
  [{ source: 'court', procedure: 'summary' }, 'COURT_ENTRUST_SUM'],
  [{ source: 'court', type: '13' }, 'COURT_PREFILING'],
  [{ channel: 'administrative', type: '13' }, 'otherChannel'],
  [{ channel: 'judicial', source: 'court' }, 'otherChannel'],
  [{ period: 'confirmation' }, 'CONFIRM_APPLY'],
  [{ period: 'triage' }, 'triage'],
  [{ period: 'performance' }, 'performance'],
  [{ on: '2009-10-15' }, 'MED_GENERAL'],
])('%o is %s', (question, code) => expect(find(question).code).toBe(code))

test('every period of the machine finds a rule in every channel, on any date', () => {
  for (const period of Object.keys(periods) as Period[])
    for (const channel of ['people', 'judicial', 'administrative'])
      for (const on of ['1999-01-01', '2026-11-23', '2040-01-01']) expect(find({ period, channel, on }).period).toBe(period)
})

describe('versions', () => {
  const first = { ...ruleByCode(periodRules, 'triage', '2026-11-23')!, validTo: '2026-12-31' }
  const second: PeriodRule = { ...first, version: 2, length: 2, validFrom: '2027-01-01', validTo: undefined }
  const both = [second, first]
  const on = (day: string) => findRule(both, { ...usual, period: 'triage', on: day })
  test('the one in force on the day', () => {
    expect(on('2026-12-31').version).toBe(1)
    expect(on('2027-01-01').version).toBe(2)
  })
  test('the first holds backwards, a later one does not', () => {
    expect(on('2011-05-30').version).toBe(1)
    expect(() =>
      findRule(
        [
          { ...second, validFrom: '2027-01-01' },
          { ...first, validTo: '2026-06-01' },
        ],
        { ...usual, period: 'triage', on: '2026-07-01' },
      ),
    ).toThrow('没有可用的期限规则')
  })
  test('without an owner a setting is not in force', () => {
    expect(() => findRule([{ ...first, owner: null }], { ...usual, period: 'triage' })).toThrow('没有可用的期限规则')
  })
})

test.each([
  ['MED_MEDICAL', '《医疗纠纷预防和处理条例》第38条'],
  ['MED_GENERAL', '司法部令75第33条（待核）'],
  ['CONFIRM_APPLY', '《人民调解法》第33条'],
  ['COURT_PREFILING', '《人民法院特邀调解规定》第27条'],
  ['triage', '本区设定'],
  ['returnVisit', '本区设定'],
  ['TOURISM_MED', '来源待核'],
])('%s is described as %s', (code, words) => {
  expect(describeRule(ruleByCode(periodRules, code, '2026-11-23')!)).toBe(words)
})

test('only medical ends the mediation, and what no step starts is only expected', () => {
  expect(periodRules.filter((rule) => rule.endsMediation).map((rule) => rule.code)).toEqual(['MED_MEDICAL'])
  for (const rule of periodRules) expect(rule.expectedOnly ?? false, rule.code).toBe(rule.period === null)
})

test('a rule is well formed: a code once a version, an article where it was read, a source', () => {
  const keys = periodRules.map((rule) => `${rule.code}@${rule.version}`)
  expect(new Set(keys).size).toBe(keys.length)
  for (const rule of periodRules) {
    expect(rule.length, rule.code).toBeGreaterThan(0)
    expect(rule.source, rule.code).not.toBe('')
    if (rule.confidence === 'text' || rule.confidence === 'frag') expect(rule.article, rule.code).toMatch(/第[\d-]+条/)
    else expect(rule.article === null || rule.expectedOnly, rule.code).toBe(true)
  }
})
