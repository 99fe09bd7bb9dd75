import { setup, type StateValueFrom } from 'xstate'
import { effectActions } from './effects'
import { state, type Desk, type StateMeta } from './state'

export type RequestEvent = { type: 'receive' } | { type: 'arrive' } | { type: 'answer' } | { type: 'refuse' } | { type: 'withdraw' }

const stop = { type: 'stop', params: { period: 'answer' } } as const
const ended = {
  answer: { target: 'answered', actions: stop },
  refuse: { target: 'refused', actions: stop },
  withdraw: { target: 'withdrawn', actions: stop },
} as const

/** 协办: how everybody but the body in charge is called to a dispute. It never moves the dispute. Who is there has received it. */
export const requestMachine = setup({
  types: {} as { context: Record<string, never>; events: RequestEvent; meta: StateMeta; tags: Desk },
  actions: effectActions,
}).createMachine({
  id: 'request',
  context: {},
  initial: 'asked',
  states: {
    asked: state({
      label: '待签收',
      desk: 'receiver',
      deadline: { period: 'answer' },
      on: { receive: 'received', arrive: 'received', ...ended },
    }),
    received: state({ label: '办理中', desk: 'receiver', deadline: { period: 'answer' }, on: { arrive: { actions: 'record' }, ...ended } }),
    answered: state({ label: '已答复', desk: 'none', deadline: { none: '已答复' }, on: {} }),
    refused: state({ label: '不能协办', desk: 'none', deadline: { none: '已说明原因' }, on: {} }),
    withdrawn: state({ label: '已撤回', desk: 'none', deadline: { none: '已撤回' }, on: {} }),
  },
})

export type RequestStatus = StateValueFrom<typeof requestMachine>
/** The steps as a dispute's log names them. */
export const requestSteps = {
  ask: '请求协办',
  receive: '签收协办',
  arrive: '到场',
  answer: '答复协办',
  refuse: '不能协办',
  withdraw: '撤回协办',
} as const
export type RequestStep = keyof typeof requestSteps
