import { setup, type StateValueFrom } from 'xstate'
import { effectActions } from './effects'
import { state, type Desk, type StateMeta } from './state'

export type ConfirmationEvent = { type: 'grant' } | { type: 'refuse' } | { type: 'withdraw' }

/** Judicial confirmation of an agreement, or of terms named from it (Civil Procedure Law 205, 206). */
export const confirmationMachine = setup({
  types: {} as { context: Record<string, never>; events: ConfirmationEvent; meta: StateMeta; tags: Desk },
  actions: effectActions,
}).createMachine({
  id: 'confirmation',
  context: {},
  initial: 'applied',
  states: {
    applied: state({
      label: '已申请司法确认',
      desk: 'court',
      deadline: { none: '法院的审查期限只作预计' },
      on: { grant: 'granted', refuse: 'refused', withdraw: 'withdrawn' },
    }),
    granted: state({ label: '裁定有效', desk: 'none', deadline: { none: '已裁定' }, on: {} }),
    refused: state({ label: '驳回申请', desk: 'none', deadline: { none: '可以再调解或者起诉' }, on: {} }),
    withdrawn: state({ label: '撤回申请', desk: 'none', deadline: { none: '申请期限照常走' }, on: {} }),
  },
})

export type ConfirmationStatus = StateValueFrom<typeof confirmationMachine>
/** The steps as a dispute's log names them. */
export const confirmationSteps = {
  apply: '申请司法确认',
  granted: '法院裁定有效',
  refused: '法院驳回',
  withdrawn: '撤回司法确认申请',
} as const
export type ConfirmationStep = keyof typeof confirmationSteps
