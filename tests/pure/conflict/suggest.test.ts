import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Verdict } from '#app/domain/conflict/findings'
import { suggest, type Free } from '#app/domain/conflict/suggest'

const free = (n: number): fc.Arbitrary<Free> =>
  fc.record({
    id: fc.constant(`m${n}`),
    name: fc.constantFrom('和一', '木二', '杨三'),
    speaks: fc.subarray(['naxi', 'bai', 'yi']),
    load: fc.nat(4),
    cap: fc.option(fc.nat(4), { nil: null }),
    away: fc.boolean(),
  })
const world = fc.record({
  mediators: fc.nat(5).chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => free(n)))),
  cases: fc.array(fc.subarray(['naxi', 'bai']), { maxLength: 6 }).map((all) => all.map((needs, n) => ({ id: `d${n}`, needs }))),
  verdicts: fc.array(fc.constantFrom<Verdict>('clear', 'clear', 'warn', 'block', 'verify'), { minLength: 40, maxLength: 40 }),
})
type World = typeof world extends fc.Arbitrary<infer W> ? W : never
const verdictIn =
  ({ verdicts }: World) =>
  (disputeId: string, mediatorId: string): Verdict =>
    verdicts[(Number(disputeId.slice(1)) * 6 + Number(mediatorId.slice(1))) % verdicts.length]!
const made = (of: World) => suggest(of.cases, of.mediators, verdictIn(of))

test('who is tied, on leave or at the cap is never proposed, what was just given out counted; nobody is said with how many stand back', () => {
  fc.assert(
    fc.property(world, (of) => {
      const given = new Map<string, number>()
      for (const { disputeId, mediator, why } of made(of)) {
        const load = (one: Free) => one.load + (given.get(one.id) ?? 0)
        const eligible = of.mediators.filter(
          (one) => verdictIn(of)(disputeId, one.id) === 'clear' && !one.away && (one.cap === null || load(one) < one.cap),
        )
        expect(why.tied + why.away + why.full + eligible.length).toBe(why.all)
        if (!mediator) expect(eligible).toEqual([])
        else {
          expect(eligible.map(({ id }) => id)).toContain(mediator.id)
          given.set(mediator.id, (given.get(mediator.id) ?? 0) + 1)
        }
      }
    }),
  )
})

test('the same cases and mediators get the same answer, in whatever order the mediators stand', () => {
  fc.assert(
    fc.property(world, (of) => {
      const ids = (some: World) => made(some).map(({ mediator }) => mediator?.id)
      expect(ids({ ...of, mediators: [...of.mediators].reverse() })).toEqual(ids(of))
    }),
  )
})
