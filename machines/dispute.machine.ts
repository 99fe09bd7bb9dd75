import type { StateValueFrom } from 'xstate'
import { disputeSetup } from './dispute.facts'
import type { LegResult } from './effects'
import { state } from './state'

/** Ends the open leg with its result: the dispute leaves that body. */
const endLeg = <const R extends LegResult>(result: R) => [{ type: 'endLeg', params: { result } }, 'legEnded'] as const
const stopMediation = { type: 'stop', params: { period: 'mediation' } } as const
const stopReply = { type: 'stop', params: { period: 'reply' } } as const
const startMediation = { type: 'start', params: { period: 'mediation' } } as const
const nextDue = { type: 'recount', params: { period: 'performance' } } as const
/** Somebody looked: the next look is counted from here. */
const lookedAgain = { type: 'recount', params: { period: 'lookAgain' } } as const
const tell = <const T extends string>(to: T) => ({ type: 'tell', params: { to } }) as const

/** Acts of every state that is not ended: something was performed after all, whatever else is going on. */
const alive = { perform: { actions: 'counted' } } as const
const left = [...endLeg('withdrawn'), stopMediation, 'dropPapers', 'unwritten', 'withdrawRequests'] as const
const withdraw = { target: 'withdrawn', actions: left } as const
const noMore = [stopMediation, 'dropPapers', 'unwritten', tell('parties')] as const
const failed = { target: 'failed', actions: [...endLeg('failed'), ...noMore, tell('triage')] } as const
/** What a court entrusted stays with its keeper until the 回告 is sent, and goes back to that court, not to the queue (U3). */
const returning = { target: 'returning', actions: noMore } as const
const fail = [{ guard: 'returns', ...returning }, failed] as const
const lapseThatEnds = [{ guard: 'endsAndReturns', ...returning }, { guard: 'ends', ...failed }, { actions: tell('desk') }] as const
const back = <const R extends LegResult>(result: R) =>
  ({ target: 'reported', actions: [...endLeg(result), 'dropPapers', 'unwritten', tell('triage')] }) as const
/** The post takes back what a body took at its own door, until something is agreed there (U1). */
const takenBack = [...endLeg('recalled'), stopMediation, tell('receiver')] as const
const turnAround = { breach: back('breached'), contest: back('contested') } as const
const sendOn = {
  offer: { target: 'offered', actions: ['offered', 'openLeg', tell('receiver')] },
  transferOut: { target: 'transferredOut', actions: 'withdrawRequests' },
  escalate: { actions: ['moved', tell('triage')] },
  deescalate: { actions: ['moved', tell('triage')] },
} as const
const elsewhere = {
  ...alive,
  session: { actions: lookedAgain },
  assign: { actions: 'answered' },
  outcome: [
    { guard: 'handedBack', ...back('handedBack') },
    { target: 'performing', actions: ['enforced', tell('triage')] },
  ],
  contest: back('contested'),
} as const
const comesBack = { reopen: { target: 'reported', actions: tell('triage') }, contest: back('contested') } as const
const laterVisit = [{ guard: 'relapsed', ...back('relapsed') }, { actions: 'record' }] as const

/** The whole way of a dispute: the only statement of the workflow. Flat, one word a state, ended states last. */
export const disputeMachine = disputeSetup.createMachine({
  id: 'dispute',
  context: ({ input }) => input,
  initial: 'reported',
  // In every state but the last: recorded, and moves nothing.
  // prettier-ignore
  on: {
    prior: { actions: 'record' }, roster: { actions: 'record' }, link: { actions: 'record' }, risk: { actions: 'record' },
    request: { actions: 'record' }, note: { actions: 'record' }, correct: { actions: 'counted' },
    confirmation: { actions: 'record' }, partyChange: { actions: 'record' }, matter: { actions: 'record' },
    danger: { actions: tell('desk') }, question: { actions: tell('registrar') }, reply: { actions: ['replied', stopReply] }, lapse: { actions: tell('desk') },
  },
  // Read as a table, an act a line.
  // prettier-ignore
  states: {
    reported: state({
      label: '待分流', desk: 'triage', deadline: { period: 'triage' },
      on: {
        ...alive, ...sendOn, withdraw,
        settleOnSpot: [
          { guard: 'written', target: 'signing', actions: 'awaited' },
          { target: 'performing', actions: 'enforced' },
        ],
        keptAfterAll: { guard: 'inForce', target: 'performing', actions: 'counted' },
        decline: { target: 'declined', actions: 'withdrawRequests' },
        close: { guard: 'receivedOnce', target: 'closed', actions: 'withdrawRequests' },
        ask: { actions: tell('registrar') },
      },
    }),
    offered: state({
      label: '待接收', desk: 'receiver', deadline: { period: 'receipt' },
      on: {
        ...alive, withdraw,
        receive: [
          { guard: 'people', target: 'assigning', actions: ['received', 'receiveLeg', startMediation, tell('parties')] },
          { guard: 'judicial', target: 'inCourt', actions: ['received', 'receiveLeg'] },
          { guard: 'administrative', target: 'inAdministration', actions: ['received', 'receiveLeg'] },
        ],
        return: back('returned'),
        recall: { target: 'reported', actions: [...endLeg('recalled'), tell('receiver')] },
      },
    }),
    assigning: state({
      label: '待指派', desk: 'receiver', deadline: { period: 'assignment' },
      on: {
        ...alive, withdraw, lapse: lapseThatEnds,
        assign: { target: 'mediating', actions: ['answered', tell('mediator')] },
        return: { target: 'reported', actions: [...endLeg('returned'), stopMediation, tell('triage')] },
        recall: { guard: 'recallable', target: 'reported', actions: takenBack },
        object: { actions: 'opposed' },
      },
    }),
    mediating: state({
      label: '调解中', desk: 'mediator', deadline: { period: 'mediation' },
      on: {
        ...alive, withdraw, fail, lapse: lapseThatEnds,
        session: { guard: 'unopposed', actions: 'record' },
        recall: { guard: 'recallable', target: 'reported', actions: takenBack },
        object: { actions: ['opposed', tell('receiver')] },
        assign: { actions: ['answered', tell('mediator')] },
        extend: { actions: { type: 'extend', params: { period: 'mediation' } } },
        suspend: { target: 'suspended', actions: { type: 'pause', params: { period: 'mediation' } } },
        agree: [
          { guard: 'written', target: 'signing', actions: ['awaited', stopMediation] },
          { target: 'performing', actions: ['enforced', stopMediation] },
        ],
        partial: [
          { guard: 'lastWritten', target: 'signing', actions: ['awaited', stopMediation] },
          { guard: 'lastOral', target: 'performing', actions: ['enforced', stopMediation] },
          { guard: 'written', actions: 'awaited' },
          { actions: 'enforced' },
        ],
        amend: [
          { guard: 'writtenInForce', target: 'signing', actions: ['awaited', stopMediation] },
          { guard: 'inForce', target: 'performing', actions: ['enforced', stopMediation] },
        ],
        sign: { guard: 'paper', actions: 'enforced' },
        breach: { guard: 'inForce', actions: tell('mediator') },
      },
    }),
    suspended: state({
      label: '中止', desk: 'mediator', deadline: { period: 'lookAgain' },
      on: {
        ...alive, withdraw, fail, lapse: lapseThatEnds,
        resume: { target: 'mediating', actions: { type: 'resume', params: { period: 'mediation' } } },
      },
    }),
    signing: state({
      label: '待签字盖章', desk: 'keeper', deadline: { period: 'signing' },
      on: {
        ...alive, withdraw, fail,
        sign: { target: 'performing', actions: ['enforced', tell('parties')] },
        talkAgain: [
          { guard: 'legOpen', target: 'mediating', actions: ['dropPapers', 'unwritten', startMediation] },
          { target: 'reported', actions: ['dropPapers', 'unwritten', tell('triage')] },
        ],
        handOn: { actions: tell('keeper') },
      },
    }),
    performing: state({
      label: '履行中', desk: 'keeper', deadline: { period: 'performance' },
      entry: 'unvisited',
      always: { guard: 'nothingLeft', target: 'visiting' },
      on: {
        ...turnAround,
        perform: { actions: ['counted', nextDue] }, correct: { actions: ['counted', nextDue] },
        amend: [{ guard: 'writtenInForce', actions: 'awaited' }, { guard: 'inForce', actions: ['enforced', nextDue] }],
        sign: { guard: 'paper', actions: ['enforced', nextDue] },
        visit: [{ guard: 'relapsed', ...back('relapsed') }, { actions: nextDue }],
        handOn: { actions: tell('keeper') },
      },
    }),
    inCourt: state({ label: '司法程序中', desk: 'court', deadline: { period: 'lookAgain' }, on: elsewhere }),
    inAdministration: state({ label: '行政办理中', desk: 'organ', deadline: { period: 'lookAgain' }, on: elsewhere }),
    failed: state({
      label: '调解不成', desk: 'triage', deadline: { period: 'triage' },
      on: { ...alive, ...sendOn, withdraw, close: { target: 'closed', actions: 'withdrawRequests' } },
    }),
    visiting: state({
      label: '待回访', desk: 'keeper', deadline: { period: 'returnVisit' },
      on: {
        ...alive, ...turnAround,
        visit: [{ guard: 'relapsed', ...back('relapsed') }, { actions: 'visited' }],
        close: { guard: 'kept', target: 'closed', actions: [...endLeg('closed'), 'withdrawRequests', 'dropPapers', 'unwritten'] },
        closeUnvisited: { target: 'closed', actions: [...endLeg('closed'), 'withdrawRequests', 'dropPapers', 'unwritten'] },
        amend: [{ guard: 'writtenInForce', actions: 'awaited' }, { guard: 'inForce', target: 'performing', actions: 'enforced' }],
        sign: { guard: 'paper', target: 'performing', actions: 'enforced' }, handOn: { actions: tell('keeper') },
        correct: [{ guard: 'owesAfterAll', target: 'performing', actions: 'counted' }, { actions: 'counted' }],
      },
    }),
    returning: state({
      label: '待回告', desk: 'keeper', deadline: { period: 'reply' },
      on: {
        ...alive,
        reply: { target: 'closed', actions: ['replied', stopReply, ...endLeg('failed'), 'withdrawRequests', tell('entruster')] },
        handOn: { actions: tell('keeper') },
      },
    }),
    closed: state({
      label: '已办结', desk: 'none', deadline: { none: '办结以后没有要办的事' },
      on: { ...comesBack, visit: laterVisit, archive: 'archived' },
    }),
    archived: state({ label: '已归档', desk: 'none', deadline: { none: '已归档的卷不再计时' }, on: { ...comesBack, visit: laterVisit } }),
    declined: state({ label: '不予受理', desk: 'none', deadline: { none: '已告知其他途径' }, on: { reopen: comesBack.reopen } }),
    withdrawn: state({ label: '撤回申请', desk: 'none', deadline: { none: '申请人已撤回' }, on: { reopen: comesBack.reopen } }),
    transferredOut: { ...state({ label: '已转出', desk: 'none', deadline: { none: '已在别处办理' }, on: {} }), type: 'final' },
  },
})
export type DisputeStatus = StateValueFrom<typeof disputeMachine>
