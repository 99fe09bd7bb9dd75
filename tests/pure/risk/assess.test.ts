import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assess, decide, isHigher, type LastWord, type RiskInputs } from '#app/domain/risk/assess'
import { riskCodes, riskRules } from '#app/domain/risk/rules'
import { riskRulesOn, riskVersions } from '#app/domain/risk/versions'
import { dangerSigns, riskLevels, type RiskLevel } from '#app/domain/words/danger-signs'
import { codesOf } from '#app/domain/words/words'

const rules = riskRulesOn('2026-11-28')
const calm: RiskInputs = {
  signs: [],
  handled: false,
  minors: 0,
  people: 2,
  households: 0,
  amountFen: 0,
  typeCode: '11',
  subtypeCode: '1101',
  police: 0,
  repeats: 0,
  daysOpen: 0,
}
const of = (more: Partial<RiskInputs>) => assess({ ...calm, ...more }, rules)

test.each<[string, Partial<RiskInputs>, RiskLevel, string[]]>([
  ['a deposit of a guest', {}, 'green', []],
  ['somebody threatens', { signs: ['threat'] }, 'red', ['threat']],
  ['a weapon', { signs: ['weapon'] }, 'red', ['weapon']],
  ['somebody may harm himself', { signs: ['selfHarm'] }, 'red', ['selfHarm']],
  ['violence at home', { signs: ['familyViolence'], typeCode: '01', subtypeCode: null }, 'red', ['familyViolence', 'family']],
  ['a child is harmed', { signs: ['childHarm'] }, 'red', ['childHarm']],
  ['one who needs two at the door', { signs: ['mentalState'] }, 'yellow', ['mentalState']],
  ['danger that was dealt with', { handled: true }, 'yellow', ['handled']],
  ['a minor among the parties', { minors: 1 }, 'green', ['minor']],
  ['ten people', { people: 10 }, 'yellow', ['manyPeople']],
  ['thirty people of five households', { people: 30, households: 5 }, 'red', ['manyPeople', 'crowdPeople', 'manyHouseholds']],
  ['a promise broken', { repeats: 1 }, 'green', ['again']],
  ['broken twice', { repeats: 2 }, 'yellow', ['again', 'often']],
  ['a hundred thousand yuan', { amountFen: 10_000_000 }, 'green', ['largeAmount']],
  ['the police were there', { police: 1 }, 'yellow', ['police']],
  ['a divorce', { typeCode: '01', subtypeCode: '0102' }, 'yellow', ['family', 'emotional']],
  ['land', { typeCode: '07', subtypeCode: '0704' }, 'green', ['land']],
  [
    'a homestead, the police were there, and it came back',
    { typeCode: '03', subtypeCode: '0301', police: 1, repeats: 2 },
    'red',
    ['again', 'often', 'police', 'homestead'],
  ],
  ['open for sixty days', { daysOpen: 60 }, 'green', ['openLong']],
])('%s', (_, more, level, reasons) => {
  const counted = of(more)
  expect(counted.level).toBe(level)
  expect(counted.reasons.map(({ code }) => code)).toEqual(reasons)
})

const number = fc.nat({ max: 100 })
const anything: fc.Arbitrary<RiskInputs> = fc.record({
  signs: fc.subarray(codesOf(dangerSigns)),
  handled: fc.boolean(),
  minors: number,
  people: number,
  households: number,
  amountFen: fc.nat({ max: 100_000_000 }),
  typeCode: fc.constantFrom('01', '02', '03', '07', '11'),
  subtypeCode: fc.constantFrom(null, '0102', '0202', '0301'),
  police: number,
  repeats: number,
  daysOpen: fc.nat({ max: 400 }),
})
const atLeast = (one: RiskLevel, other: RiskLevel) => !isHigher(other, one)

describe('whatever there is already', () => {
  test('a sign more, a person more, a year more never lowers it', () => {
    const more = fc.record({
      sign: fc.constantFrom(...codesOf(dangerSigns)),
      minors: number,
      people: number,
      police: number,
      repeats: number,
      days: number,
    })
    fc.assert(
      fc.property(anything, more, (inputs, { sign, minors, people, police, repeats, days }) => {
        const before = assess(inputs, rules)
        const after = assess(
          {
            ...inputs,
            signs: [...inputs.signs, sign],
            minors: inputs.minors + minors,
            people: inputs.people + people,
            police: inputs.police + police,
            repeats: inputs.repeats + repeats,
            daysOpen: inputs.daysOpen + days,
          },
          rules,
        )
        expect(atLeast(after.level, before.level)).toBe(true)
        expect(after.points).toBeGreaterThanOrEqual(before.points)
      }),
    )
  })

  test('a level has reasons, and the points of its reasons are its points', () => {
    fc.assert(
      fc.property(anything, (inputs) => {
        const { level, points, reasons } = assess(inputs, rules)
        expect(reasons.reduce((sum, one) => sum + one.points, 0)).toBe(points)
        if (level !== 'green') expect(reasons.length).toBeGreaterThan(0)
      }),
    )
  })
})

const word = (more: Partial<LastWord>): LastWord => ({ how: 'person', counted: 'red', reasons: ['threat'], dangerSince: false, ...more })

test.each<[string, RiskLevel, Partial<RiskInputs>, LastWord | null, RiskLevel | null]>([
  ['nothing was said yet', 'green', { signs: ['threat'] }, null, 'red'],
  ['what the rules set they lower again', 'red', {}, word({ how: 'rules' }), 'green'],
  ['what stands already stands', 'red', { signs: ['threat'] }, word({ how: 'rules' }), null],
  ['a person’s word above the rules stands', 'red', {}, word({ counted: 'green', reasons: [] }), null],
  ['a person’s word below the rules stands while they say the same', 'yellow', { signs: ['threat'] }, word({}), null],
  ['… until a rule holds that did not', 'yellow', { signs: ['threat'], police: 1 }, word({}), 'red'],
  ['… or a danger is written down again', 'yellow', { signs: ['threat'] }, word({ dangerSince: true }), 'red'],
  ['… and is not raised by what is no higher', 'yellow', { police: 1 }, word({ counted: 'green', reasons: [] }), null],
])('%s', (_, present, more, last, expected) => {
  expect(decide(present, of(more), last)).toBe(expected)
})

describe('the rules as data', () => {
  test('what was counted by a version comes out the same for ever', () => {
    const hashes = riskVersions.map(({ version }) => [
      version,
      createHash('sha256')
        .update(readFileSync(`app/domain/risk/versions/${version}.json`))
        .digest('hex')
        .slice(0, 16),
    ])
    expect(Object.fromEntries(hashes)).toMatchInlineSnapshot(`
      {
        "2026-11-28": "444bd7ed24993437",
      }
    `)
  })

  test('every sign that can be ticked has its rule; a red one is red alone, every rule its reason and source', () => {
    for (const sign of codesOf(dangerSigns)) {
      expect(riskCodes).toContain(sign)
      expect(of({ signs: [sign] }).level).toBe(dangerSigns[sign].red ? 'red' : 'yellow')
    }
    for (const version of riskVersions) for (const { why, source } of Object.values(version.rules)) expect(`${why}${source}`).not.toBe('')
    expect(Object.keys(riskLevels)).toEqual(['green', 'yellow', 'red'])
  })

  test('a version that leaves a rule out, takes points away or says yellow above red is refused', () => {
    const [first] = riskVersions
    const { threat: _, ...others } = first!.rules
    expect(riskRules.safeParse({ ...first, rules: others }).success).toBe(false)
    expect(riskRules.safeParse({ ...first, rules: { ...first!.rules, land: { ...first!.rules.land, points: -1 } } }).success).toBe(false)
    expect(riskRules.safeParse({ ...first, levels: { yellow: 9, red: 9 } }).success).toBe(false)
  })
})
