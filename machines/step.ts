import { transition } from 'xstate'
import type { AnyMachineSnapshot, AnyStateMachine, ContextFrom, EventFromLogic, StateValueFrom } from 'xstate'
import type { Effect } from './effects'
import { outlives } from './periods'
import type { Desk, StateMeta } from './state'

/** The only file that knows how XState is spelled. No actor ever runs: a machine here is a pure function. */

export type Next<M extends AnyStateMachine> = {
  status: StateValueFrom<M> & string
  facts: ContextFrom<M>
  effects: Effect[]
}

const at = <M extends AnyStateMachine>(machine: M, status: StateValueFrom<M>, facts: ContextFrom<M>) =>
  machine.resolveState({ value: status, context: facts }) as AnyMachineSnapshot

/** Label and deadline of a state. */
export const metaOf = <M extends AnyStateMachine>(machine: M, status: StateValueFrom<M> & string): StateMeta => {
  const meta: unknown = machine.states[status]?.meta
  if (!meta) throw new Error(`${machine.id} has no state ${status}`)
  return meta as StateMeta
}

/** Whose desk a thing lies on in this state. */
export const deskOf = <M extends AnyStateMachine>(machine: M, status: StateValueFrom<M> & string): Desk =>
  (machine.states[status]?.tags[0] ?? 'none') as Desk

/** The period that begins with the state and ends with it, or null. */
const ownPeriod = (machine: AnyStateMachine, status: string) => {
  const { deadline } = metaOf(machine, status)
  return 'period' in deadline && !outlives(deadline.period) ? deadline.period : null
}

/** Entering and leaving a state start and stop its own deadline; also when a state is entered anew. */
function ownDeadlines(machine: AnyStateMachine, from: string, to: string): Effect[] {
  if (from === to) return []
  const left = ownPeriod(machine, from)
  const entered = ownPeriod(machine, to)
  return [...(left ? [{ type: 'stop', period: left } as const] : []), ...(entered ? [{ type: 'start', period: entered } as const] : [])]
}

const isEffect = (action: { type: string }): boolean => !action.type.startsWith('xstate.') && action.type !== 'record'

/** A state's own period is counted anew only where it still runs: an act that also leaves the state has stopped it. */
const stillRuns = (machine: AnyStateMachine, to: string) => (effect: Effect) =>
  effect.type !== 'recount' || outlives(effect.period) || ownPeriod(machine, to) === effect.period

/**
 * One move, worked out without doing anything: the new status and facts and what else is to be done, or null when the
 * machine has no such move from here.
 */
export function step<M extends AnyStateMachine>(
  machine: M,
  status: StateValueFrom<M> & string,
  facts: ContextFrom<M>,
  event: EventFromLogic<M>,
): Next<M> | null {
  const here = at(machine, status, facts)
  if (here.status === 'done' || !here.can(event)) return null
  const [there, actions]: [AnyMachineSnapshot, { type: string; params?: unknown }[]] = transition(machine, here as never, event)
  const next = there.value as StateValueFrom<M> & string
  const said = actions.filter(isEffect).map(({ type, params }) => ({ type, ...(params as object) }) as Effect)
  const effects = [...ownDeadlines(machine, status, next), ...said.filter(stillRuns(machine, next))]
  return { status: next, facts: there.context as ContextFrom<M>, effects }
}

/** Whether the machine knows such a move from here; the event may be a sample, guards that decide whether read facts only. */
export function can<M extends AnyStateMachine>(
  machine: M,
  status: StateValueFrom<M> & string,
  facts: ContextFrom<M>,
  event: EventFromLogic<M>,
): boolean {
  const here = at(machine, status, facts)
  return here.status !== 'done' && here.can(event)
}

/** Every state's name, in the order of the statement. */
export const statesOf = <M extends AnyStateMachine>(machine: M) => Object.keys(machine.states) as (StateValueFrom<M> & string)[]

/** States whose desk this is. */
export const statesOnDesk = <M extends AnyStateMachine>(machine: M, desk: Desk) =>
  statesOf(machine).filter((status) => deskOf(machine, status) === desk)

/** States that know such an event, whatever the facts; not what every state takes. */
export const statesTaking = <M extends AnyStateMachine>(machine: M, type: EventFromLogic<M>['type']) =>
  statesOf(machine).filter((status) => machine.states[status]?.ownEvents.includes(type))
