import { setup, type StateValueFrom } from 'xstate'
import { effectActions } from './effects'
import { state, type Desk, type StateMeta } from './state'

export type AgreementFacts = {
  /** A written agreement from mediation: a court may be asked to confirm it (People's Mediation Law 33). */
  confirmable: boolean
}

export type AgreementEvent = { type: 'enterForce' } | { type: 'drop' } | { type: 'replace' } | { type: 'contest' }

const stopConfirmation = { type: 'stop', params: { period: 'confirmation' } } as const

/** An agreement's own life. What is in force stays so until a new one is; nothing is edited. */
export const agreementMachine = setup({
  types: {} as { context: AgreementFacts; input: AgreementFacts; events: AgreementEvent; meta: StateMeta; tags: Desk },
  guards: { confirmable: ({ context }) => context.confirmable },
  actions: effectActions,
}).createMachine({
  id: 'agreement',
  context: ({ input }) => input,
  initial: 'drafted',
  states: {
    drafted: state({
      label: '待生效',
      desk: 'keeper',
      deadline: { none: '随纠纷的签字盖章期限' },
      on: {
        enterForce: [
          { guard: 'confirmable', target: 'inForce', actions: { type: 'start', params: { period: 'confirmation' } } },
          { target: 'inForce' },
        ],
        drop: 'dropped',
      },
    }),
    inForce: state({
      label: '已生效',
      desk: 'keeper',
      deadline: { none: '随纠纷的履行期限' },
      on: { replace: { target: 'replaced', actions: stopConfirmation }, contest: 'contested' },
    }),
    // The days to ask the court run from effect, whoever contests it: the parties may keep to it after all.
    contested: state({
      label: '效力有争议',
      desk: 'triage',
      deadline: { none: '随纠纷的分流期限' },
      on: { enterForce: 'inForce', replace: { target: 'replaced', actions: stopConfirmation } },
    }),
    replaced: state({ label: '已被新协议替代', desk: 'none', deadline: { none: '已被替代' }, on: {} }),
    dropped: state({ label: '未生效作废', desk: 'none', deadline: { none: '没有生效' }, on: {} }),
  },
})

export type AgreementStatus = StateValueFrom<typeof agreementMachine>
