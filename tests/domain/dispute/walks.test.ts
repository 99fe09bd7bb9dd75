import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { DisputeEvent, DisputeEventType } from '#machines/dispute.events'
import { disputeMachine } from '#machines/dispute.machine'
import { step } from '#machines/step'
import { clock, type Person } from '#app/domain/actor'
import { agree, agreeInPart, amend, settleOnSpot } from '#app/domain/agreement/agree.server'
import { giveOutcome } from '#app/domain/agreement/outcome.server'
import { breach, contest, keptAfterAll, perform } from '#app/domain/agreement/perform.server'
import { sign } from '#app/domain/agreement/sign.server'
import { confirm } from '#app/domain/confirmation/confirm.server'
import { sweepDueDeadlines } from '#app/domain/deadline/sweep.server'
import { addNote, fileRoster, setRisk } from '#app/domain/dispute/annotate.server'
import { isPossible } from '#app/domain/dispute/moves'
import type { Loaded } from '#app/domain/dispute/load.server'
import { mayDo } from '#app/domain/dispute/permissions'
import { holdSession } from '#app/domain/mediation/hold-session.server'
import { ask } from '#app/domain/request/requests.server'
import { CaseFile } from '#app/domain/dispute/case-file.server'
import type { Tx } from '#app/db/client.server'
import { aClosed, aMediation, anAgreement, aPaper, aReport, aSignedPaper, elsewhere, type Story, term } from '../../support/disputes'
import { bodyId, people, person, type Part } from '../../support/people'
import { expectSound } from './sound'

let who: Record<Part, Person>
const bodies: Record<string, string> = {}
beforeAll(async () => {
  who = await people()
  for (const key of ['room-maguotou', 'room-pengrenjie', 'court', 'cultureTourism']) bodies[key] = await bodyId(key)
})

/** What a step of the walk throws: which act of those that are possible, which variant of it, how much time passes. */
type Throw = { act: number; variant: number; days: number }
const throws = fc.array(fc.record({ act: fc.nat(10_000), variant: fc.nat(10_000), days: fc.constantFrom(0, 0, 0, 1, 3, 40) }), {
  minLength: 5,
  maxLength: 12,
})

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!

/** How each act is done here; what is not listed is a plain one. */
const plain: Partial<Record<DisputeEventType, (n: number) => DisputeEvent>> = {
  offer: (n) =>
    pick(
      [
        { type: 'offer', channel: 'people', bodyId: bodies['room-maguotou']! },
        { type: 'offer', channel: 'people', bodyId: bodies['room-maguotou']! },
        { type: 'offer', channel: 'people', bodyId: bodies['room-pengrenjie']! },
        { type: 'offer', channel: 'judicial', bodyId: bodies.court! },
        { type: 'offer', channel: 'administrative', bodyId: bodies.cultureTourism! },
      ],
      n,
    ),
  recall: () => ({ type: 'recall' }),
  decline: () => ({ type: 'decline', ground: 'inCourt' }),
  withdraw: () => ({ type: 'withdraw' }),
  escalate: () => ({ type: 'escalate', to: 'district' }),
  deescalate: () => ({ type: 'deescalate', to: 'township' }),
  reopen: () => ({ type: 'reopen' }),
  receive: () => ({ type: 'receive' }),
  return: () => ({ type: 'return', reason: 'full' }),
  object: () => ({ type: 'object' }),
  extend: () => ({ type: 'extend', days: 7, unit: 'd' }),
  ask: () => ({ type: 'ask' }),
  suspend: (n) => ({ type: 'suspend', reason: pick(['appraisal', 'absent'], n) }),
  resume: () => ({ type: 'resume' }),
  talkAgain: () => ({ type: 'talkAgain' }),
  fail: () => ({ type: 'fail', code: 'noAgreement' }),
  visit: (n) => ({ type: 'visit', result: pick(['kept', 'kept', 'partly', 'relapsed', 'unreachable'] as const, n) }),
  close: (n) => ({ type: 'close', result: pick(['settled', 'unresolved'] as const, n) }),
  closeUnvisited: () => ({ type: 'closeUnvisited' }),
  archive: () => ({ type: 'archive' }),
}

const lists = (n: number) =>
  pick([[term()], [term({ standing: true })], [], [term({ dueDay: '2027-12-31' }), term({ kind: 'apologise', what: '道歉' })]], n)
const form = (n: number) => pick(['oral', 'written'] as const, n)

type Doing = (story: Story, by: Person, n: number) => Promise<unknown>
const withRows: Partial<Record<DisputeEventType, Doing>> = {
  assign: async (story, by, n) => {
    const rooms: Record<string, Person[]> = {
      [bodies['room-pengrenjie']!]: [who.otherMediator],
      [bodies['room-maguotou']!]: [who.mediator, who.secondMediator],
      [bodies.court!]: [await person('mediator-stationed-court-1')],
    }
    const room = rooms[(await story.lastLeg()).bodyId]
    // An organ names only people of a body that it asked to help.
    if (!room) return addNote(await story.sent(by), { note: '没有请来的调解员' })
    return story.does(by, { type: 'assign', mediatorIds: [pick(room, n).accountId] })
  },
  settleOnSpot: async (story, by, n) => settleOnSpot(await story.sent(by), { form: form(n), terms: lists(n) }),
  session: async (story, by) => holdSession(await story.sent(by), { kind: 'joint', startedAt: story.now, attendance: [] }),
  agree: async (story, by, n) => agree(await story.sent(by), { form: form(n), terms: lists(n >> 1) }),
  partial: async (story, by, n) =>
    agreeInPart(await story.sent(by), {
      form: form(n),
      terms: lists(n >> 1),
      who: '几户',
      count: null,
      left: pick([0, 2, null], n >> 3),
    }),
  amend: async (story, by, n) => amend(await story.sent(by), { form: form(n), terms: lists(n >> 1), why: '改' }),
  sign: async (story, by) => sign(await story.sent(by), await story.allSign()),
  outcome: async (story, by, n) =>
    giveOutcome(await story.sent(by), {
      result: pick(['settled', 'decided', 'handedBack'] as const, n),
      terms: n % 2 ? lists(n >> 1) : undefined,
    }),
  perform: async (story, by, n) => perform(await story.sent(by), { obligationId: pick(await story.owed(), n).id }),
  breach: async (story, by, n) => breach(await story.sent(by), { obligationId: pick(await story.owed(), n).id, why: '没有做' }),
  contest: async (story, by) => contest(await story.sent(by), { why: '不服' }),
  keptAfterAll: async (story, by) => keptAfterAll(await story.sent(by), { why: '照做' }),
  note: async (story, by) => addNote(await story.sent(by), { note: '记一笔' }),
  risk: async (story, by, n) => setRisk(await story.sent(by), { level: pick(['green', 'yellow', 'red'] as const, n), why: '研判' }),
  roster: async (story, by) => fileRoster(await story.sent(by), { side: 'third', count: 3, unit: 'household' }),
  request: async (story, by) => ask(await story.sent(by), { bodyId: bodies['room-pengrenjie'], role: '协助', answerBy: '2027-12-31' }),
  confirmation: async (story, by) => confirm(await story.sent(by), { step: 'apply' }),
}
const types = [...Object.keys(plain), ...Object.keys(withRows)] as DisputeEventType[]

type Choice = { type: DisputeEventType; by: Person }

/** What the machine and the permissions say may be done now, and by whom: by the same questions as a page asks. */
async function choices(story: Story, loaded: Loaded): Promise<Choice[]> {
  const { status, facts } = loaded
  const handling = new CaseFile({} as Tx, clock, loaded, story.now).handling
  const owed = (await story.owed()).length
  const found: Choice[] = []
  for (const type of types) {
    if (!isPossible(type, status, facts) || ((type === 'perform' || type === 'breach') && !owed)) continue
    const by = Object.values(who).filter((actor) => mayDo(actor, type, handling))
    if (by[0]) found.push({ type, by: by[0] })
  }
  return found
}

/** Acts that the machine and the permissions allow and a paper or the law does not, in words. */
const reasons = /司法确认|已经全部履行|不在现在生效的协议里|没有等待签字|还没有生效的协议/

/** What the machine worked out for an act is what the rows add up to afterwards. */
async function expectFacts(story: Story, before: Loaded, after: Loaded) {
  if (after.version !== before.version + 1) return
  const { type, detail } = await story.lastEvent()
  const next = step(disputeMachine, before.status, before.facts, { type, ...(detail as object) } as DisputeEvent)
  expect(after.facts, `facts after ${type}`).toEqual(next!.facts)
}

/** Where walks begin: at the door, or on the way, so that its end is walked as often as its beginning. */
const beginnings = {
  aReport,
  aMediation,
  aPaper,
  aSignedPaper,
  anAgreement: () => anAgreement(),
  aClosed,
  court: () => elsewhere('judicial'),
  organ: () => elsewhere('administrative'),
}

async function walk(from: keyof typeof beginnings, steps: Throw[]) {
  const story = await beginnings[from]()
  const way: string[] = []
  let loaded = await expectSound(story.id, story.now)
  for (const { act, variant, days } of steps) {
    if (days) story.waits(days)
    if (days > 20) {
      await sweepDueDeadlines(story.now)
      loaded = await expectSound(story.id, story.now)
    }
    const possible = await choices(story, loaded)
    const moving = possible.filter(({ type }) => !['note', 'risk', 'roster', 'request', 'withdraw', 'decline'].includes(type))
    const chosen = possible.length && pick(variant % 5 && moving.length ? moving : possible, act)
    if (!chosen) break
    const { type, by } = chosen
    way.push(`${by.posts[0]!.title} ${type} ${variant}`)
    const event = plain[type]?.(variant)
    try {
      await (event ? story.does(by, event) : withRows[type]!(story, by, variant))
    } catch (error) {
      if (!reasons.test(error instanceof Error ? error.message : ''))
        throw new Error(`${way.join(' → ')}: ${String(error)}`, { cause: error })
    }
    try {
      const after = await expectSound(story.id, story.now)
      await expectFacts(story, loaded, after)
      loaded = after
    } catch (error) {
      throw new Error(`${way.join(' → ')}: ${String(error)}`, { cause: error })
    }
  }
  return loaded.status
}

// The same walks each time, fewer on a machine that is busy; WALKS and WALK_SEED ask for more and others.
test('whatever permitted people do, in whatever order, one desk has it and every line of its path holds', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...(Object.keys(beginnings) as (keyof typeof beginnings)[])), throws, async (from, steps) => {
      seen.add(await walk(from, steps))
    }),
    {
      numRuns: Number(process.env.WALKS ?? 30),
      endOnFailure: true,
      interruptAfterTimeLimit: 60_000,
      seed: Number(process.env.WALK_SEED ?? 530702),
    },
  )
  if (process.env.WALKS) console.log([...seen])
  expect(seen.size, 'the walks go nowhere').toBeGreaterThan(4)
}, 180_000)
