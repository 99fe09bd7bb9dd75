import { describe, expect, test } from 'vitest'
import type { DisputeFacts } from '#machines/dispute.facts'
import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import { statesOf, step } from '#machines/step'
import { actNames, acts, facts, type Act } from './events'

/** An act, where it leads, and the facts without which it does not. */
type Move = readonly [act: Act, to: DisputeStatus, needs?: Partial<DisputeFacts>]

const people = { channel: 'people' } as const
const inForce = { inForce: true } as const
const atOwnDoor = { ownDoor: true } as const
const paper = { paper: true } as const

const stays = <const A extends Act>(status: DisputeStatus, list: A[], needs?: Partial<DisputeFacts>): Move[] =>
  list.map((act) => [act, status, needs])
const goes = <const A extends Act>(status: DisputeStatus, list: A[], needs?: Partial<DisputeFacts>): Move[] => stays(status, list, needs)
const performed = (status: DisputeStatus) => stays(status, ['perform', 'perform the last', 'urge'])
const offered = goes('offered', ['offer to a committee', 'offer to the court', 'offer to an organ'])
const levels = (status: DisputeStatus) => stays(status, ['escalate', 'deescalate'])
const ends = goes('failed', ['lapse that ends'])
/** What a court entrusted waits for its 回告. */
const goesBack: Move[] = [
  ['fail', 'returning', { returns: true }],
  ['lapse that ends', 'returning', { returns: true }],
]

const elsewhere = (status: 'inCourt' | 'inAdministration'): Move[] => [
  ...goes('performing', ['outcome settled', 'outcome decided']),
  ['outcome settled, nothing owed', 'visiting'],
  ...goes('reported', ['outcome handed back', 'contest']),
  ...stays(status, ['session', 'assign', 'sitting']),
  ...performed(status),
]

/** What design.md section 2 says of each state, in its order: goes, then stays. Nothing else is possible there. */
const table: Record<DisputeStatus, Move[]> = {
  reported: [
    ...offered,
    ['settle on the spot, oral', 'performing'],
    ['settle on the spot, oral, done at once', 'visiting'],
    ['settle on the spot, written', 'signing'],
    ['decline', 'declined'],
    ['close', 'closed', { receivedOnce: true }],
    ['transfer out', 'transferredOut'],
    ['withdraw', 'withdrawn'],
    ['kept after all', 'performing', inForce],
    ['kept after all, nothing owed', 'visiting', inForce],
    ...levels('reported'),
    ...stays('reported', ['ask']),
    ['merge', 'merged'],
    ...performed('reported'),
  ],
  offered: [
    ['receive', 'assigning', people],
    ['receive', 'inCourt', { channel: 'judicial' }],
    ['receive', 'inAdministration', { channel: 'administrative' }],
    ...goes('reported', ['return', 'recall']),
    ['withdraw', 'withdrawn'],
    ...performed('offered'),
  ],
  assigning: [
    ['assign', 'mediating'],
    ['return', 'reported'],
    ['recall', 'reported', atOwnDoor],
    ['withdraw', 'withdrawn'],
    ...stays('assigning', ['object', 'declare a tie', 'step back']),
    ...performed('assigning'),
    ...ends,
    ['lapse that ends', 'returning', { returns: true }],
  ],
  mediating: [
    ['agree, oral', 'performing'],
    ['agree, oral, done at once', 'visiting'],
    ['agree, written', 'signing'],
    ['last part, oral', 'performing'],
    ['last part, written', 'signing'],
    ['amend, oral', 'performing', inForce],
    ['amend, written', 'signing', inForce],
    ['recall', 'reported', atOwnDoor],
    ['suspend', 'suspended'],
    ['fail', 'failed'],
    ...goesBack,
    ['withdraw', 'withdrawn'],
    ...stays('mediating', [
      'session',
      'extend',
      'object',
      'assign',
      'part, oral',
      'part, written',
      'sitting',
      'declare a tie',
      'step back',
    ]),
    ...stays('mediating', ['sign', 'sign, nothing owed'], paper),
    ...stays('mediating', ['breach'], inForce),
    ...performed('mediating'),
    ...ends,
  ],
  suspended: [
    ['resume', 'mediating'],
    ['fail', 'failed'],
    ...goesBack,
    ['withdraw', 'withdrawn'],
    ...stays('suspended', ['sitting', 'declare a tie', 'step back']),
    ...performed('suspended'),
    ...ends,
  ],
  signing: [
    ['sign', 'performing'],
    ['sign, nothing owed', 'visiting'],
    ['talk again', 'mediating', people],
    ['talk again', 'reported'],
    ['fail', 'failed'],
    ['fail', 'returning', { returns: true }],
    ['withdraw', 'withdrawn'],
    ...stays('signing', ['hand on', 'sitting', 'declare a tie', 'step back']),
    ...performed('signing'),
  ],
  performing: [
    ['perform the last', 'visiting'],
    ['perform', 'performing'],
    ...goes('reported', ['breach', 'contest', 'visit: relapsed']),
    ...stays('performing', ['urge', 'sitting', 'hand on', 'visit: kept', 'visit: partly', 'visit: unreachable']),
    ...stays('performing', ['amend, oral', 'amend, written'], inForce),
    ['sign', 'performing', paper],
    ['sign, nothing owed', 'visiting', paper],
  ],
  inCourt: elsewhere('inCourt'),
  inAdministration: elsewhere('inAdministration'),
  failed: [
    ...offered,
    ['close', 'closed'],
    ['transfer out', 'transferredOut'],
    ['withdraw', 'withdrawn'],
    ...levels('failed'),
    ...performed('failed'),
  ],
  visiting: [
    ['close', 'closed', { kept: true }],
    ['close unvisited', 'closed'],
    ...goes('reported', ['visit: relapsed', 'breach', 'contest']),
    ['amend, oral', 'performing', inForce],
    ...stays('visiting', ['amend, written'], inForce),
    ['sign', 'performing', paper],
    ['sign, nothing owed', 'visiting', paper],
    ...stays('visiting', ['visit: kept', 'visit: partly', 'visit: unreachable', 'hand on']),
    ...performed('visiting'),
  ],
  returning: [['reply', 'closed'], ...stays('returning', ['hand on']), ...performed('returning')],
  closed: [
    ...goes('reported', ['reopen', 'contest', 'visit: relapsed']),
    ['archive', 'archived'],
    ...stays('closed', ['visit: kept', 'visit: partly', 'visit: unreachable']),
  ],
  archived: [
    ...goes('reported', ['reopen', 'contest', 'visit: relapsed']),
    ...stays('archived', ['visit: kept', 'visit: partly', 'visit: unreachable']),
  ],
  declined: [['reopen', 'reported']],
  withdrawn: [['reopen', 'reported']],
  merged: [['split', 'reported']],
  transferredOut: [],
}

/** Recorded in every state but the last, and moves nothing. A lapse that ends does so only where mediation runs. */
const anywhere: Act[] = [
  'prior',
  'roster',
  'link',
  'risk',
  'request',
  'confirmation',
  'party change',
  'matter',
  'danger',
  'question',
  'reply',
  'note',
  'correct',
  'absorb',
  'alarm',
  'lapse',
  'lapse that ends',
]

const go = (status: DisputeStatus, act: Act, of: Partial<DisputeFacts> = {}) =>
  step(disputeMachine, status, facts(of), acts[act])?.status ?? null

describe.each(statesOf(disputeMachine))('%s', (status) => {
  const moves = table[status]

  test.each(moves.map(([act, to, needs]) => ({ act, to, needs })))('$act → $to $needs', ({ act, to, needs }) => {
    expect(go(status, act, needs)).toBe(to)
    if (needs) expect(go(status, act), 'also without what it needs').not.toBe(to)
  })

  test('and nothing else, whatever else is true', () => {
    const given = [
      {},
      ...Object.values(table)
        .flat()
        .map(([, , needs]) => needs ?? {}),
      { ...inForce, ...paper, receivedOnce: true, kept: true },
    ]
    const possible = actNames.filter((act) => given.some((of) => go(status, act, of) !== null))
    const listed = moves.map(([act]) => act)
    const recorded = status === 'transferredOut' ? [] : anywhere
    expect([...possible].sort()).toEqual([...new Set([...listed, ...recorded])].sort())
  })

  test('what is only recorded moves nothing', () => {
    const listed = new Set(moves.map(([act]) => act))
    for (const act of anywhere.filter((one) => !listed.has(one)))
      expect(go(status, act), act).toBe(status === 'transferredOut' ? null : status)
  })
})

test('a committee may not accept while a side refuses', () => {
  expect(go('offered', 'receive', { channel: 'people', consented: false })).toBeNull()
  expect(go('offered', 'receive', { channel: 'judicial', consented: false })).toBe('inCourt')
})

test('what already binds somebody, or a court waits for, rests in no other file', () => {
  expect(go('reported', 'merge', inForce)).toBeNull()
  expect(go('reported', 'merge', paper)).toBeNull()
  expect(go('reported', 'merge', { returns: true })).toBeNull()
})

test('a mediator who must step back stops the sessions until another is named', () => {
  const stepped = step(disputeMachine, 'mediating', facts(people), acts['step back'])!
  expect(step(disputeMachine, 'mediating', stepped.facts, acts.session)).toBeNull()
  const told = step(disputeMachine, 'mediating', facts(people), acts['declare a tie'])!
  expect(step(disputeMachine, 'mediating', told.facts, acts.session)?.status).toBe('mediating')
})

test('no session while an objection to a mediator is unanswered; a new assignment answers it', () => {
  const objected = step(disputeMachine, 'mediating', facts(people), acts.object)!
  expect(objected.facts.objected).toBe(true)
  expect(step(disputeMachine, 'mediating', objected.facts, acts.session)).toBeNull()
  const answered = step(disputeMachine, 'mediating', objected.facts, acts.assign)!
  expect(step(disputeMachine, 'mediating', answered.facts, acts.session)?.status).toBe('mediating')
})

test('a case is closed after a visit only if the last visit found everything kept', () => {
  const visited = (of: DisputeFacts, act: Act) => step(disputeMachine, 'visiting', of, acts[act])!.facts
  const kept = visited(facts(people), 'visit: kept')
  expect(go('visiting', 'close', kept)).toBe('closed')
  expect(go('visiting', 'close', visited(kept, 'visit: partly'))).toBeNull()
})
