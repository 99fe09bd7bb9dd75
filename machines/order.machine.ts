import { assign, setup, type StateValueFrom } from 'xstate'
import { effectActions } from './effects'
import { state, type Desk, type StateMeta } from './state'

/** `late`: the day that was set has passed without an answer. */
export type OrderFacts = { late: boolean }

export type OrderEvent =
  | { type: 'acknowledge' }
  | { type: 'act' }
  | { type: 'answer' }
  | { type: 'accept' }
  | { type: 'sendBack' }
  | { type: 'newDay' }
  | { type: 'withdraw' }
  | { type: 'lapse' }

const waits = { deadline: { none: '督办单上写的日期' } } as const
/** Late is said once, by the clock; a new day is given by who issued it, after an explanation (law.md 1d). */
const open = {
  lapse: { guard: 'inTime', actions: 'late' },
  newDay: { actions: 'inTime' },
  withdraw: 'withdrawn',
} as const

/** 督办单: who supervises sets it going and judges the answer; whom it was sent to takes it, acts and answers. It changes no case. */
export const orderMachine = setup({
  types: {} as { context: OrderFacts; input: OrderFacts; events: OrderEvent; meta: StateMeta; tags: Desk },
  guards: { inTime: ({ context }) => !context.late },
  actions: {
    ...effectActions,
    late: assign({ late: true }),
    inTime: assign({ late: false }),
  },
}).createMachine({
  id: 'order',
  context: ({ input }) => input,
  initial: 'issued',
  states: {
    issued: state({ label: '待签收', desk: 'receiver', ...waits, on: { ...open, acknowledge: 'acknowledged' } }),
    acknowledged: state({ label: '已签收', desk: 'receiver', ...waits, on: { ...open, act: 'acting', answer: 'answered' } }),
    acting: state({ label: '办理中', desk: 'receiver', ...waits, on: { ...open, act: { actions: 'record' }, answer: 'answered' } }),
    answered: state({
      label: '已回复，待审核',
      desk: 'triage',
      deadline: { none: '由督办人审核' },
      on: { accept: 'accepted', sendBack: 'sentBack', withdraw: 'withdrawn' },
    }),
    sentBack: state({ label: '退回重办', desk: 'receiver', ...waits, on: { ...open, act: 'acting', answer: 'answered' } }),
    accepted: state({ label: '已办结', desk: 'none', deadline: { none: '已办结' }, on: {} }),
    withdrawn: state({ label: '已撤销', desk: 'none', deadline: { none: '已撤销' }, on: {} }),
  },
})

export type OrderStatus = StateValueFrom<typeof orderMachine>

/** The steps as an order's own log names them. */
export const orderSteps = {
  issue: '发出督办单',
  acknowledge: '签收',
  act: '办理情况',
  answer: '回复',
  accept: '审核通过，办结',
  sendBack: '退回重办',
  newDay: '改定日期',
  withdraw: '撤销督办',
  lapse: '逾期未回复',
} as const
export type OrderStep = keyof typeof orderSteps
