import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gini, whatIf } from '#app/domain/recommend/what-if'
import { routingVersions } from '#app/domain/recommend/versions'
import { inputs, network } from '../../support/routing'

const now = routingVersions[0]!
const past = (of: Parameters<typeof inputs>[0][]) =>
  of.map((one, n) => ({ number: `530702-2026-${n}`, inputs: inputs(one), chosenBodyId: null }))

describe('what a new version would have changed', () => {
  test('the same rules change nothing', () => {
    const all = past([{}, { typeCode: '10' }, { people: 20 }])
    expect(whatIf(all, now, now)).toMatchObject({ looked: 3, changed: [], load: [] })
  })

  test('townships before villages: which disputes, and how the work moves', () => {
    const next = { ...now, version: 'next', points: { ...now.points, areaTownship: { ...now.points.areaTownship, points: 60 } } }
    const { changed, load, giniBefore } = whatIf(past([{}, { typeCode: '10' }, {}]), now, next)
    expect(changed.map(({ number, from, to }) => [number.slice(-1), from, to])).toEqual([
      ['0', 'villageCommittee', 'namedRoom'],
      ['1', 'industryCommittee', 'townshipCommittee'],
      ['2', 'villageCommittee', 'namedRoom'],
    ])
    expect(load.find(({ bodyId }) => bodyId === network.village.id)).toEqual({ bodyId: 'villageCommittee', before: 2, after: 0 })
    expect(giniBefore).toBeGreaterThan(0)
  })
})

test('the Gini of a load: none where all have the same, near one where one has it all, the same in any order', () => {
  expect(gini([4, 4, 4, 4])).toBe(0)
  expect(gini([])).toBe(0)
  expect(gini([0, 0, 0, 100])).toBeCloseTo(0.75)
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1 }), (counts) => {
      const value = gini(counts)
      expect(value).toBeGreaterThanOrEqual(-1e-9)
      expect(value).toBeLessThan(1)
      expect(gini([...counts].reverse())).toBeCloseTo(value)
    }),
  )
})
