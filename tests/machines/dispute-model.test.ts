import { expect, test } from 'vitest'
import { getAdjacencyMap } from '@xstate/graph'
import type { DisputeFacts } from '#machines/dispute.facts'
import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import { periods } from '#machines/periods'
import { deskOf, metaOf, statesOf, step } from '#machines/step'
import { actNames, acts, facts } from './events'

type Where = { status: DisputeStatus; facts: DisputeFacts }

/** Every state with every set of facts that can be come to from a fresh registration, by every act there is; `returns`: a court entrusted it. */
const explored = (returns: boolean) => {
  const key = (value: unknown, context: DisputeFacts) => `${String(value)} ${Object.values(context).join()}`
  // What a district desk does, a township's does: the level turns nothing but itself.
  const events = actNames.filter((name) => !['escalate', 'deescalate'].includes(name)).map((name) => acts[name])
  const map = getAdjacencyMap(disputeMachine, {
    input: facts({ owing: false, returns }),
    events: (snapshot) => events.filter((event) => snapshot.status !== 'done' && snapshot.can(event)),
    serializeState: ({ value, context }) => key(value, context) as never,
    limit: 200_000,
  })
  const nodes = new Map<string, Where & { next: string[]; acts: string[] }>()
  for (const [name, { state, transitions }] of Object.entries(map)) {
    const steps = Object.values<{ state: typeof state; event: { type: string } }>(transitions)
    nodes.set(name, {
      status: state.value,
      facts: state.context,
      next: steps.map((one) => key(one.state.value, one.state.context)),
      acts: steps.map((one) => one.event.type),
    })
  }
  return nodes
}

const nodes = new Map([...explored(false), ...explored(true)])
const all = [...nodes.values()]
const isEnd = (status: DisputeStatus) => deskOf(disputeMachine, status) === 'none'

test('every state can be come to', () => {
  expect(new Set(all.map(({ status }) => status))).toEqual(new Set(statesOf(disputeMachine)))
})

test('from wherever a dispute is, it can be brought to an end', () => {
  const before = new Map<string, string[]>()
  for (const [name, { next }] of nodes) for (const other of next) before.set(other, [...(before.get(other) ?? []), name])
  const ending = new Set([...nodes].filter(([, { status }]) => isEnd(status)).map(([name]) => name))
  const queue = [...ending]
  for (let name = queue.pop(); name !== undefined; name = queue.pop())
    for (const other of before.get(name) ?? []) if (!ending.has(other)) queue.push((ending.add(other), other))
  expect([...nodes.keys()].filter((name) => !ending.has(name))).toEqual([])
})

test('what has ended lies on nobody’s desk, and nothing else does; only 已转出 never comes back', () => {
  const ended = statesOf(disputeMachine).filter(isEnd)
  expect(ended).toEqual(['closed', 'archived', 'declined', 'withdrawn', 'merged', 'transferredOut'])
  const comesBack = all.filter(({ status, next }) => isEnd(status) && next.some((other) => other.startsWith('reported')))
  expect(new Set(comesBack.map(({ status }) => status))).toEqual(new Set(ended.filter((status) => status !== 'transferredOut')))
})

test('on every path the desk is known, and what runs there or why nothing does', () => {
  for (const { status } of all) {
    const { label, deadline } = metaOf(disputeMachine, status)
    expect(label).not.toBe('')
    expect(deskOf(disputeMachine, status)).toMatch(/^(triage|receiver|mediator|keeper|court|organ|none)$/)
    const known = 'period' in deadline ? deadline.period in periods : deadline.none.length > 3
    expect(known, `${status} has neither a period nor a reason`).toBe(true)
    if (!isEnd(status)) expect(deadline, `${status} waits without a date`).toHaveProperty('period')
  }
})

test('somebody can always do something about what lies on a desk beside writing a note', () => {
  const written = [
    'prior',
    'roster',
    'link',
    'risk',
    'request',
    'confirmation',
    'note',
    'correct',
    'lapse',
    'perform',
    'partyChange',
    'matter',
    'danger',
    'question',
  ]
  const idle = all.filter(({ status, acts: possible }) => !isEnd(status) && !possible.some((act) => !written.includes(act)))
  expect(idle).toEqual([])
})

test('a body has it in exactly the states that a leg can be open in', () => {
  const states = (open: boolean) => new Set(all.filter((one) => (one.facts.channel !== 'none') === open).map(({ status }) => status))
  expect([...states(true)].sort()).toEqual([
    'assigning',
    'inAdministration',
    'inCourt',
    'mediating',
    'offered',
    'performing',
    'returning',
    'signing',
    'suspended',
    'visiting',
  ])
  // Settled on the spot, or kept after all: no body has it.
  for (const status of ['signing', 'performing', 'visiting'] as const) expect(states(false)).toContain(status)
  for (const status of ['offered', 'assigning', 'mediating', 'suspended', 'inCourt', 'inAdministration'] as const)
    expect(states(false)).not.toContain(status)
})

test('待回访 is where nothing is owed, unless a mistake was found there', () => {
  const stuck = all.filter(({ status, facts: of }) => status === 'performing' && !of.owing && !of.paper)
  expect(stuck).toEqual([])
})

test('the step and the graph say the same', () => {
  const here = all.find(({ status }) => status === 'mediating')!
  const next = step(disputeMachine, here.status, here.facts, acts['agree, oral, done at once'])
  expect(next?.status).toBe('visiting')
  expect(step(disputeMachine, 'transferredOut', facts(), acts.note)).toBeNull()
})
