import type { LegResult } from './effects'

/** Ways that several states share; the statement of who may go them, and from where, is dispute.machine.ts alone. */

/** Ends the open leg with its result: the dispute leaves that body. */
export const endLeg = <const R extends LegResult>(result: R) => [{ type: 'endLeg', params: { result } }, 'legEnded'] as const
export const stopMediation = { type: 'stop', params: { period: 'mediation' } } as const
export const stopReply = { type: 'stop', params: { period: 'reply' } } as const
export const startMediation = { type: 'start', params: { period: 'mediation' } } as const
export const nextDue = { type: 'recount', params: { period: 'performance' } } as const
/** Somebody looked: the next look is counted from here. */
const lookedAgain = { type: 'recount', params: { period: 'lookAgain' } } as const
export const tell = <const T extends string>(to: T) => ({ type: 'tell', params: { to } }) as const

/** Acts of every state that is not ended: something was performed after all, whatever else is going on; whoever has it is urged. */
export const alive = { perform: { actions: 'counted' }, urge: { actions: tell('desk') } } as const
/** When the sides will sit together; said wherever somebody has the case in hand. */
export const sitting = { actions: tell('parties') } as const
/** Who comes in may be tied to the mediator: then another one is named, or both sides accept, before the next session (U15). */
export const newTie = [{ guard: 'mustStepBack', actions: ['opposed', tell('receiver')] }, { actions: 'record' }] as const
export const declare = { actions: tell('receiver') } as const
const left = [...endLeg('withdrawn'), stopMediation, 'dropPapers', 'unwritten', 'withdrawRequests'] as const
export const withdraw = { target: 'withdrawn', actions: left } as const
const noMore = [stopMediation, 'dropPapers', 'unwritten', tell('parties')] as const
export const failed = { target: 'failed', actions: [...endLeg('failed'), ...noMore, tell('triage')] } as const
/** What a court entrusted stays with its keeper until the 回告 is sent, and goes back to that court, not to the queue (U3). */
export const returning = { target: 'returning', actions: noMore } as const
export const fail = [{ guard: 'returns', ...returning }, failed] as const
export const lapseThatEnds = [{ guard: 'endsAndReturns', ...returning }, { guard: 'ends', ...failed }, { actions: tell('desk') }] as const
export const back = <const R extends LegResult>(result: R) =>
  ({ target: 'reported', actions: [...endLeg(result), 'dropPapers', 'unwritten', tell('triage')] }) as const
/** The post takes back what a body took at its own door, until something is agreed there (U1). */
export const takenBack = [...endLeg('recalled'), stopMediation, tell('receiver')] as const
export const turnAround = { breach: back('breached'), contest: back('contested') } as const
export const sendOn = {
  offer: { target: 'offered', actions: ['offered', 'openLeg', tell('receiver')] },
  transferOut: { target: 'transferredOut', actions: 'withdrawRequests' },
  escalate: { actions: ['moved', tell('triage')] },
  deescalate: { actions: ['moved', tell('triage')] },
} as const
export const elsewhere = {
  ...alive,
  sitting,
  session: { actions: lookedAgain },
  assign: { actions: 'answered' },
  outcome: [
    { guard: 'handedBack', ...back('handedBack') },
    { target: 'performing', actions: ['enforced', tell('triage')] },
  ],
  contest: back('contested'),
} as const
export const comesBack = { reopen: { target: 'reported', actions: tell('triage') }, contest: back('contested') } as const
export const laterVisit = [{ guard: 'relapsed', ...back('relapsed') }, { actions: 'record' }] as const
