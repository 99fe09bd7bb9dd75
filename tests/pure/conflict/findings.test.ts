import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptable, findingsOf, kinds, verdictOf, type FindingCode, type Level, type Link } from '#app/domain/conflict/findings'

const codes = Object.keys(kinds) as FindingCode[]
const link = (code: FindingCode, more: Partial<Link> = {}): Link => ({
  code,
  via: 'rows',
  partyId: 'p1',
  whom: '杨正平',
  detail: null,
  ...more,
})
const mediator = { name: '和调解' }
const levelOf = (code: FindingCode, court: boolean) => findingsOf(mediator, { court, links: [link(code)] })[0]?.level

describe('levels (U15)', () => {
  const table: Record<FindingCode, [Level, Level]> = {
    self: ['block', 'block'],
    household: ['block', 'block'],
    declaredBar: ['block', 'block'],
    relative: ['warn', 'block'],
    employed: ['warn', 'block'],
    address: ['warn', 'block'],
    opposed: ['warn', 'block'],
    agent: ['warn', 'block'],
    agreement: ['warn', 'block'],
    adviser: ['warn', 'block'],
    declared: ['warn', 'block'],
    namesake: ['verify', 'verify'],
  }
  test.each(codes)('%s', (code) => {
    expect([levelOf(code, false), levelOf(code, true)]).toEqual(table[code])
  })
})

const aLink = fc.record({
  code: fc.constantFrom(...codes),
  via: fc.constantFrom('phone', 'rows', 'kin', 'home'),
  partyId: fc.constantFrom('p1', 'p2', null),
  whom: fc.constantFrom('杨正平', '13900001111', '束河街道12号'),
  detail: fc.constantFrom(null, '父亲', 'relative'),
  cleared: fc.constantFrom(null, 'notSame', 'accepted'),
}) as fc.Arbitrary<Link>

test('what bars is never answered away, and the verdict is that of the gravest', () => {
  fc.assert(
    fc.property(fc.array(aLink), fc.boolean(), (links, court) => {
      const findings = findingsOf(mediator, { court, links })
      const bars = links.some(({ code }) => kinds[code].level === 'block')
      if (bars) expect(verdictOf(findings)).toBe('block')
      if (!findings.length) expect(verdictOf(findings)).toBe('clear')
      expect(findings.some((one) => acceptable(one) && kinds[one.code].level === 'block')).toBe(false)
    }),
  )
})

test('before a court nothing that both sides did not accept is less than a block', () => {
  fc.assert(
    fc.property(fc.array(aLink), (links) => {
      const findings = findingsOf(mediator, { court: true, links })
      expect(findings.filter(({ level }) => level === 'warn')).toEqual([])
    }),
  )
})

test('the sentence for the parties names no party, number or address: only what the tie is', () => {
  fc.assert(
    fc.property(fc.array(aLink), fc.boolean(), (links, court) => {
      for (const { faces } of findingsOf(mediator, { court, links })) {
        expect(faces.told ?? '').not.toMatch(/杨正平|\d|电话|门牌|证件/u)
        expect(faces.internal).not.toBe('')
      }
    }),
  )
})

test('the order of the rows changes nothing of what it comes to', () => {
  fc.assert(
    fc.property(fc.array(aLink), fc.boolean(), (links, court) => {
      const codesOf = (some: Link[]) =>
        new Set(findingsOf(mediator, { court, links: some }).map(({ code, partyId }) => `${code} ${partyId}`))
      expect(codesOf([...links].reverse())).toEqual(codesOf(links))
    }),
  )
})
