import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Applicant, Inputs } from '#app/domain/recommend/inputs'
import { worthKeeping, recommend } from '#app/domain/recommend/recommend'
import { routingVersions } from '#app/domain/recommend/versions'
import { disputeTypes, subtypes } from '#app/domain/types/dispute-types'
import { bodyKinds, channelOf, type BodyKind } from '#app/domain/words/body-kinds'
import { returnReasons } from '#app/domain/words/reasons'
import { intakeChannels, sources } from '#app/domain/words/sources'
import { applicant, sought } from '../../support/routing'

const rules = routingVersions[0]!
const kinds = Object.keys(bodyKinds) as BodyKind[]
const types = Object.keys(disputeTypes)
const small = fc.integer({ min: 0, max: 3 })

const body = (n: number) =>
  fc
    .record({
      kind: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...kinds.slice(0, 6)) }, { weight: 1, arbitrary: fc.constantFrom(...kinds) }),
      near: fc.constantFrom(
        'village' as const,
        'inside' as const,
        'township' as const,
        'township' as const,
        'district' as const,
        'elsewhere' as const,
      ),
      types: fc.oneof(fc.constant<string[]>([]), fc.subarray([...types, ...Object.keys(subtypes)])),
      capacity: fc.option(fc.integer({ min: 1, max: 40 })),
      load: fc.integer({ min: 0, max: 45 }),
      courtInvited: fc.boolean(),
      stationedWith: fc.option(fc.constantFrom('court', 'police')),
      tiles: small,
      speakers: fc.dictionary(fc.constantFrom('naxi', 'bai'), fc.integer({ min: 1, max: 4 })),
      staff: fc.record({ clear: small, verify: small, warn: small, blocked: small, away: small, full: small }),
      employs: fc.boolean(),
      party: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      wished: small,
      dealt: small,
      before: fc.array(fc.record({ result: fc.constantFrom('returned', 'failed'), code: fc.constantFrom(...Object.keys(returnReasons)) }), {
        maxLength: 2,
      }),
    })
    .map((given): Applicant => applicant({ ...given, id: `body ${n}`, channel: channelOf(given.kind) }))

const inputs = fc.record({
  sought: fc
    .record({
      disputeId: fc.uuid(),
      typeCode: fc.constantFrom(...types),
      source: fc.constantFrom('applied', ...Object.keys(sources)),
      intake: fc.constantFrom(...Object.keys(intakeChannels)),
      risk: fc.constantFrom('green' as const, 'yellow' as const, 'red' as const),
      people: fc.integer({ min: 1, max: 60 }),
      amountFen: fc.option(fc.integer({ min: 1, max: 100_000_000 })),
      visitor: fc.boolean(),
      attempts: small,
      languages: fc.subarray(['naxi', 'bai', 'yi']),
      sides: fc.integer({ min: 1, max: 4 }),
      unwilling: fc.constantFrom<string[][]>([], [], [], [], [], ['x']).map((ids) => [...ids]),
      awaitsConsent: fc.boolean(),
      registrarBodies: fc.subarray(['body 0', 'body 1']),
    })
    .map((given) => sought(given)),
  applicants: fc.tuple(...Array.from({ length: 12 }, (_, n) => body(n))).map((all) => [...all]),
})

/** Another machine, another order of rows, and as it comes back from the database. */
const kept = (given: Inputs): Inputs =>
  JSON.parse(JSON.stringify(worthKeeping({ ...given, applicants: [...given.applicants].reverse() }))) as Inputs

test('ten thousand choices: the excluded are never chosen, the order is by score, and what was kept gives the same again', () => {
  let [ranked, excluded] = [0, 0]
  fc.assert(
    fc.property(inputs, (given) => {
      const first = recommend(rules, given)
      const chosen = new Set(first.ranked.map(({ bodyId }) => bodyId))
      for (const { bodyId, why } of first.excluded) {
        expect(chosen.has(bodyId)).toBe(false)
        expect(why.length).toBeGreaterThan(0)
      }
      for (const { score, parts } of first.ranked) expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score)
      const best = Math.max(...first.ranked.map(({ score }) => score))
      if (first.ranked.length) expect(first.ranked[0]!.score).toBe(best)
      expect(recommend(rules, kept(given))).toEqual(first)
      ranked += first.ranked.length
      excluded += first.excluded.length
    }),
    { numRuns: 10_000, seed: 20261128 },
  )
  expect(ranked).toBeGreaterThan(10_000)
  expect(excluded).toBeGreaterThan(10_000)
}, 120_000)

test('what a version said, it says for ever: two thousand recommendations come to the same sum', () => {
  const hash = createHash('sha256')
  for (const given of fc.sample(inputs, { numRuns: 2000, seed: 7 })) hash.update(JSON.stringify(recommend(rules, given)))
  expect(hash.digest('hex')).toMatchInlineSnapshot(`"66fa01908c8c2c20ade47482d27adb3c2dae6fcd8cfba16e87e8433f8cd3b905"`)
})

test('a version is never edited: each file’s own sum stands here', () => {
  const sums = routingVersions.map((version) => [
    version.version,
    createHash('sha256').update(JSON.stringify(version)).digest('hex').slice(0, 16),
  ])
  expect(sums).toMatchInlineSnapshot(`
    [
      [
        "2026-11-28",
        "13643fb3f7f208e4",
      ],
    ]
  `)
})

test('versions stand in the order of their days, each with a name of its own', () => {
  const days = routingVersions.map(({ from }) => from)
  expect([...days].sort()).toEqual(days)
  expect(new Set(routingVersions.map(({ version }) => version)).size).toBe(days.length)
})
