import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCase } from '../../app/commands/replay/case'
import { People } from '../../app/commands/replay/people'
import { replay } from '../../app/commands/replay/run'
import { generatedCase } from './generate'
import { check } from './shared/check.mjs'

/** More of them by hand: RUNS=500 npx vitest run --config tests/vitest.config.ts tests/cases/random */
const numRuns = Number(process.env.RUNS ?? 30)

test('whatever acts the checker takes, the domain carries', { timeout: 600_000 + numRuns * 3000 }, async () => {
  const people = await People.read()
  const carried = new Map<string, string>()
  const carries = fc.asyncProperty(generatedCase(20), async (file) => {
    expect(check(file).errors).toEqual([])
    const { failed, states } = await replay(readCase(JSON.stringify(file)), { people, carried, now: new Date() })
    expect(failed).toBeNull()
    const { state } = check(file)
    expect(states.at(-1)).toBe(state === 'extended' ? 'mediating' : state)
  })
  await fc.assert(carries, { numRuns })
})
