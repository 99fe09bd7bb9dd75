import { setup, type StateValueFrom } from 'xstate'
import { effectActions } from './effects'
import { state, type Desk, type StateMeta } from './state'

export type AlarmEvent = { type: 'climb' } | { type: 'acknowledge' } | { type: 'handle' } | { type: 'standDown' }

const ends = { handle: 'handled', standDown: 'stoodDown' } as const

/**
 * 红色警报: rings rung by rung (duty officer, leader on duty, the top) until somebody takes it. It moves no dispute; whoever took
 * it, it ends only with what was done, or as a false alarm.
 */
export const alarmMachine = setup({
  types: {} as { context: Record<string, never>; events: AlarmEvent; meta: StateMeta; tags: Desk },
  actions: effectActions,
}).createMachine({
  id: 'alarm',
  context: {},
  initial: 'raised',
  states: {
    raised: state({
      label: '没人签收',
      desk: 'receiver',
      deadline: { none: '到时没人签收，往上报一级' },
      on: { climb: { actions: 'record' }, acknowledge: 'acknowledged', ...ends },
    }),
    acknowledged: state({ label: '已签收', desk: 'receiver', deadline: { none: '签收的人办到处置完' }, on: ends }),
    handled: state({ label: '已处置', desk: 'none', deadline: { none: '已处置' }, on: {} }),
    stoodDown: state({ label: '误报解除', desk: 'none', deadline: { none: '已解除' }, on: {} }),
  },
})

export type AlarmStatus = StateValueFrom<typeof alarmMachine>

/** The steps as a dispute's log names them. */
export const alarmSteps = {
  raise: '发出红色警报',
  climb: '没人签收，往上报',
  acknowledge: '签收警报',
  handle: '警报处置完毕',
  standDown: '误报，解除警报',
} as const
export type AlarmStep = keyof typeof alarmSteps
