import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addNote, linkDispute } from '#app/domain/dispute/annotate.server'
import { urge } from '#app/domain/dispute/urge.server'
import { holdSession } from '#app/domain/mediation/hold-session.server'
import { aFailure, aMediation, anOffer, aReceived, aReport, elsewhere, type FormInput, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'
import { merges, snapshot, splits, strangers, type PartyInput } from './files'

let cast: Record<Part, Person>
beforeAll(async () => {
  cast = await people()
})

const given: fc.Arbitrary<FormInput> = fc.record({
  urgent: fc.boolean(),
  amountFen: fc.option(fc.bigInt(1n, 9_000_000n), { nil: undefined }),
  facts: fc.constantFrom('水沟堵了，水漫进院子。', '墙压了地界一尺。'),
  typeCode: fc.constantFrom('0203', '0301', '99'),
})

/** Somebody as a second registration may name them: one of the first, heard otherwise or found by a number, or somebody new. */
const second = (first: PartyInput[]): fc.Arbitrary<PartyInput[]> => {
  const [one, other] = first as [PartyInput, PartyInput]
  const third = fc.record({
    side: fc.constantFrom('applicant' as const, 'respondent' as const, 'third' as const),
    kind: fc.constant('person' as const),
    name: fc.constantFrom('', '段新来', '李旁人'),
    phone: fc.option(fc.constantFrom('13908880001', '13908880002'), { nil: undefined }),
    addressText: fc.option(fc.constant('龙泉社区三组'), { nil: undefined }),
    door: fc.option(fc.constant('12号'), { nil: undefined }),
    helpers: fc.option(fc.constant<PartyInput['helpers']>([{ role: 'agent', name: '周代理', phone: '13908880003' }]), { nil: undefined }),
  })
  return fc
    .tuple(fc.boolean(), fc.boolean(), fc.array(third, { maxLength: 2 }))
    .map(([swap, both, more]) => [{ ...one, side: swap ? 'respondent' : 'applicant' }, ...(both ? [other] : []), ...more])
}

const stages = {
  reported: aReport,
  offered: anOffer,
  received: aReceived,
  mediating: aMediation,
  failed: aFailure,
  organ: (form: FormInput) => elsewhere('administrative', form),
} as const
type Stage = keyof typeof stages

const harmless: Record<string, (main: Story, stage: Stage) => Promise<unknown>> = {
  note: async (main) => addNote(await main.sent(cast.triage), { note: '又打电话来问' }),
  link: async (main) => linkDispute(await main.sent(cast.grid), { otherText: '上一年的水费', why: '前后有关' }),
  urge: async (main) => urge(await main.sent(cast.triage), { text: '请快一点' }).catch(() => undefined),
  session: async (main, stage) =>
    stage === 'mediating' && holdSession(await main.sent(cast.mediator), { kind: 'joint', startedAt: main.now, attendance: [] }),
}

test('merged and split back, both files are what they were: whatever they held, whatever harmless was done in between', async () => {
  const pairs = fc
    .record({
      own: given,
      main: given,
      stage: fc.constantFrom(...(Object.keys(stages) as Stage[])),
      acts: fc.array(fc.constantFrom(...Object.keys(harmless)), { maxLength: 3 }),
      first: fc.constant(null).map(strangers),
    })
    .chain((all) => second(all.first).map((parties) => ({ ...all, parties })))
  await fc.assert(
    fc.asyncProperty(pairs, async ({ own: ownForm, main: mainForm, stage, acts, first, parties }) => {
      const main = await stages[stage]({ ...mainForm, parties: first })
      const own = await aReport({ ...ownForm, parties, by: cast.otherGrid })
      const before = [await snapshot(own.id), await snapshot(main.id)]
      await merges(cast.triage, own, main)
      expect(await own.status()).toBe('merged')
      expect(await own.running()).toEqual({})
      for (const act of acts) await harmless[act]?.(main, stage)
      own.now = main.now
      await splits(cast.triage, own)
      const after = [await snapshot(own.id), await snapshot(main.id)]
      expect(after).toEqual(before)
    }),
    { numRuns: 30 },
  )
})

test('the periods run on as the same rows with the same last day, however long it rested', async () => {
  const [main, own] = [await aReport({ parties: strangers() }), await aReport({ parties: strangers() })]
  const before = await own.running()
  await merges(cast.triage, own, main)
  own.now = main.now
  own.waits(9)
  await splits(cast.triage, own)
  expect(await own.running()).toEqual(before)
  const rows = await db.deadline.findMany({ where: { disputeId: own.id } })
  expect(rows).toHaveLength(Object.keys(before).length)
})
