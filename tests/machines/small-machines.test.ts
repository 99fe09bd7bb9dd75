import { expect, test } from 'vitest'
import { getAdjacencyMap } from '@xstate/graph'
import type { AnyStateMachine } from 'xstate'
import { alarmMachine, alarmSteps } from '#machines/alarm.machine'
import { agreementMachine } from '#machines/agreement.machine'
import { confirmationMachine, confirmationSteps } from '#machines/confirmation.machine'
import { orderMachine, orderSteps } from '#machines/order.machine'
import { requestMachine, requestSteps } from '#machines/request.machine'
import { deskOf, metaOf, statesOf, step } from '#machines/step'

/** Every move there is, as `from act → to: effects`, found by walking the machine from its beginning. */
function walk<M extends AnyStateMachine>(machine: M, types: string[], input: object) {
  const map = getAdjacencyMap(machine, {
    input: input as never,
    events: (snapshot: { can: (event: never) => boolean }) =>
      types.map((type) => ({ type })).filter((event) => snapshot.can(event as never)) as never,
    serializeState: ({ value }: { value: unknown }) => String(value) as never,
  } as never)
  return Object.values(
    map as unknown as Record<string, { state: { value: string }; transitions: Record<string, { event: { type: string } }> }>,
  ).flatMap(({ state, transitions }) =>
    Object.values(transitions).map(({ event }) => {
      const next = step(machine, state.value as never, input as never, event as never)!
      const effects = next.effects.map(({ type, ...params }) => [type, ...Object.values(params)].join(' '))
      return [`${state.value} ${event.type} → ${next.status}`, ...effects].join(', ')
    }),
  )
}

const machines = [
  ['agreement', agreementMachine, ['enterForce', 'drop', 'replace', 'contest'], { confirmable: true }],
  ['confirmation', confirmationMachine, ['grant', 'refuse', 'withdraw'], {}],
  ['alarm', alarmMachine, ['climb', 'acknowledge', 'handle', 'standDown'], {}],
  ['order', orderMachine, ['acknowledge', 'act', 'answer', 'accept', 'sendBack', 'newDay', 'withdraw', 'lapse'], { late: false }],
  ['request', requestMachine, ['receive', 'answer', 'refuse', 'withdraw'], {}],
] as const

test.each(machines)('%s: every state is reached, named, and has a desk and a date or the reason why not', (_, machine, types, input) => {
  const moves = walk(machine as AnyStateMachine, [...types], input)
  const reached = new Set([statesOf(machine as AnyStateMachine)[0], ...moves.map((move) => /→ (\w+)/.exec(move)![1])])
  expect(reached).toEqual(new Set(statesOf(machine as AnyStateMachine)))
  for (const status of statesOf(machine as AnyStateMachine)) {
    const { label, deadline } = metaOf(machine as AnyStateMachine, status)
    expect(label).toMatch(/[㐀-鿿]/u)
    expect('period' in deadline ? deadline.period : deadline.none).not.toBe('')
    const leaves = moves.some((move) => move.startsWith(`${status} `))
    expect(deskOf(machine as AnyStateMachine, status) === 'none', `${status} lies on a desk or is ended`).toBe(!leaves)
  }
})

test('an agreement: in force with 30 days to ask the court, until it is contested or a new one takes its place', () => {
  expect(walk(agreementMachine, ['enterForce', 'drop', 'replace', 'contest'], { confirmable: true })).toMatchInlineSnapshot(`
      [
        "drafted enterForce → inForce, start confirmation",
        "drafted drop → dropped",
        "inForce replace → replaced, stop confirmation",
        "inForce contest → contested",
        "contested enterForce → inForce",
        "contested replace → replaced, stop confirmation",
      ]
    `)
  expect(step(agreementMachine, 'drafted', { confirmable: false }, { type: 'enterForce' })?.effects).toEqual([])
})

test('a confirmation: asked for together, then granted, refused or taken back', () => {
  expect(walk(confirmationMachine, ['grant', 'refuse', 'withdraw'], {})).toMatchInlineSnapshot(`
    [
      "applied grant → granted",
      "applied refuse → refused",
      "applied withdraw → withdrawn",
    ]
  `)
  expect(Object.keys(confirmationSteps)).toEqual(['apply', 'granted', 'refused', 'withdrawn'])
})

test('a request: received, then answered or refused; who asked may withdraw it while it is open', () => {
  expect(walk(requestMachine, ['receive', 'answer', 'refuse', 'withdraw'], {})).toMatchInlineSnapshot(`
    [
      "asked receive → received",
      "asked answer → answered, stop answer",
      "asked refuse → refused, stop answer",
      "asked withdraw → withdrawn, stop answer",
      "received answer → answered, stop answer",
      "received refuse → refused, stop answer",
      "received withdraw → withdrawn, stop answer",
    ]
  `)
  expect(Object.keys(requestSteps)).toEqual(['ask', 'receive', 'arrive', 'answer', 'refuse', 'withdraw'])
})

test('an alarm rings on until somebody takes it, and ends only with what was done or as a false one', () => {
  expect(walk(alarmMachine, ['climb', 'acknowledge', 'handle', 'standDown'], {})).toMatchInlineSnapshot(`
    [
      "raised climb → raised",
      "raised acknowledge → acknowledged",
      "raised handle → handled",
      "raised standDown → stoodDown",
      "acknowledged handle → handled",
      "acknowledged standDown → stoodDown",
    ]
  `)
  expect(Object.keys(alarmSteps)).toEqual(['raise', 'climb', 'acknowledge', 'handle', 'standDown'])
})

test('a supervision order: late once, in time again with a new day, judged by who issued it', () => {
  const types = ['acknowledge', 'act', 'answer', 'accept', 'sendBack', 'newDay', 'withdraw', 'lapse']
  expect(walk(orderMachine, types, { late: false })).toMatchInlineSnapshot(`
    [
      "issued acknowledge → acknowledged",
      "issued newDay → issued",
      "issued withdraw → withdrawn",
      "issued lapse → issued",
      "acknowledged act → acting",
      "acknowledged answer → answered",
      "acknowledged newDay → acknowledged",
      "acknowledged withdraw → withdrawn",
      "acknowledged lapse → acknowledged",
      "acting act → acting",
      "acting answer → answered",
      "acting newDay → acting",
      "acting withdraw → withdrawn",
      "acting lapse → acting",
      "answered accept → accepted",
      "answered sendBack → sentBack",
      "answered withdraw → withdrawn",
      "sentBack act → acting",
      "sentBack answer → answered",
      "sentBack newDay → sentBack",
      "sentBack withdraw → withdrawn",
      "sentBack lapse → sentBack",
    ]
  `)
  const late = step(orderMachine, 'acting', { late: false }, { type: 'lapse' })
  expect(late?.facts).toEqual({ late: true })
  expect(step(orderMachine, 'acting', { late: true }, { type: 'lapse' })).toBeNull()
  expect(step(orderMachine, 'acting', { late: true }, { type: 'newDay' })?.facts).toEqual({ late: false })
  expect(Object.keys(orderSteps)).toHaveLength(types.length + 1)
})
