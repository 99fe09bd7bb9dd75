import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/domain/calendar/days'
import { loopOf, standInOn, type Leave } from '#app/domain/roll/substitutes'

const start = '2026-03-01'
const names = ['甲', '乙', '丙', '丁', '戊', '己']
const days = Array.from({ length: 12 }, (_, i) => addDays(start, i))

const someone = fc.constantFrom(...names)
const aLeave = fc
  .record({ who: someone, from: fc.nat(11), length: fc.nat(6), substitute: fc.option(someone, { nil: null }) })
  .map(({ who, from, length, substitute }): Leave => ({ who, from: days[from]!, to: addDays(days[from]!, length), substitute }))

const away = (leaves: readonly Leave[], who: string, day: string) =>
  leaves.some((one) => one.who === who && one.from <= day && day <= one.to)

test('whatever the leaves, even with loops, the question ends, and nobody answered is away', () => {
  fc.assert(
    fc.property(fc.array(aLeave, { maxLength: 20 }), someone, fc.constantFrom(...days), (leaves, who, day) => {
      const { id, through } = standInOn(leaves, who, day)
      if (id !== null) expect(away(leaves, id, day)).toBe(false)
      for (const asked of through) expect(away(leaves, asked, day)).toBe(true)
      expect(new Set(through).size).toBe(through.length)
    }),
    { numRuns: 2000 },
  )
})

/** One leave a person and day, as the writer has it; a loop found by walking each day. */
const overlaps = (leaves: readonly Leave[], more: Leave) =>
  leaves.some((one) => one.who === more.who && one.from <= more.to && more.from <= one.to)
function loopsOn(leaves: readonly Leave[], day: string): boolean {
  const next = (who: string) => leaves.find((one) => one.who === who && one.from <= day && day <= one.to)?.substitute ?? null
  return names.some((who) => {
    const seen = new Set<string>()
    for (let at: string | null = who; at !== null; at = next(at)) {
      if (seen.has(at)) return true
      seen.add(at)
    }
    return false
  })
}

test('the writer refuses exactly those leaves that would close a loop on some day, and names the first day', () => {
  let refused = 0
  fc.assert(
    fc.property(fc.array(aLeave, { minLength: 2, maxLength: 25 }), (wished) => {
      const kept: Leave[] = []
      for (const more of wished) {
        if (overlaps(kept, more)) continue
        const loop = loopOf(kept, more)
        const first = [...days, ...days.map((day) => addDays(day, 12))].find((day) => loopsOn([...kept, more], day)) ?? null
        expect(loop?.day ?? null).toBe(first)
        if (loop) refused++
        else kept.push(more)
      }
    }),
    { numRuns: 1000 },
  )
  expect(refused).toBeGreaterThan(100)
})

test('a chain goes on to who is there, and says through whom; nobody left is nobody', () => {
  const leaves: Leave[] = [
    { who: '甲', from: start, to: '2026-03-10', substitute: '乙' },
    { who: '乙', from: '2026-03-05', to: '2026-03-06', substitute: '丙' },
    { who: '丙', from: '2026-03-06', to: '2026-03-06', substitute: null },
  ]
  expect(standInOn(leaves, '甲', '2026-03-01')).toEqual({ id: '乙', through: ['甲'] })
  expect(standInOn(leaves, '甲', '2026-03-05')).toEqual({ id: '丙', through: ['甲', '乙'] })
  expect(standInOn(leaves, '甲', '2026-03-06')).toEqual({ id: null, through: ['甲', '乙', '丙'] })
  expect(standInOn(leaves, '甲', '2026-03-11')).toEqual({ id: '甲', through: [] })
  expect(loopOf(leaves, { who: '丙', from: '2026-03-01', to: '2026-03-05', substitute: '甲' })).toEqual({
    day: '2026-03-05',
    through: ['甲', '乙'],
  })
})
