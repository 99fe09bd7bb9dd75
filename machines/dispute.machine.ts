import type { StateValueFrom } from 'xstate'
import { disputeSetup } from './dispute.facts'
import {
  declare,
  sitting,
  endLeg,
  stopMediation,
  stopReply,
  startMediation,
  nextDue,
  tell,
  alive,
  withdraw,
  fail,
  lapseThatEnds,
  back,
  takenBack,
  turnAround,
  sendOn,
  elsewhere,
  comesBack,
  laterVisit,
  newTie,
} from './dispute.ways'
import { state } from './state'

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
    confirmation: { actions: 'record' }, partyChange: newTie, matter: { actions: 'record' }, absorb: { actions: 'record' }, alarm: { actions: 'record' },
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
        decline: { target: 'declined', actions: 'withdrawRequests' }, merge: { guard: 'mergeable', target: 'merged', actions: tell('registrar') },
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
        object: { actions: 'opposed' }, declare,
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
        declare: [{ guard: 'mustStepBack', actions: ['opposed', tell('receiver')] }, { actions: tell('receiver') }],
        sitting,
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
        ...alive, withdraw, fail, lapse: lapseThatEnds, sitting, declare,
        resume: { target: 'mediating', actions: { type: 'resume', params: { period: 'mediation' } } },
      },
    }),
    signing: state({
      label: '待签字盖章', desk: 'keeper', deadline: { period: 'signing' },
      on: {
        ...alive, withdraw, fail, sitting, declare,
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
        ...turnAround, urge: alive.urge, sitting,
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
    merged: state({ label: '已并案', desk: 'none', deadline: { none: '在并入的那一件里计时' }, on: { split: { target: 'reported', actions: tell('triage') } } }),
    transferredOut: { ...state({ label: '已转出', desk: 'none', deadline: { none: '已在别处办理' }, on: {} }), type: 'final' },
  },
})
export type DisputeStatus = StateValueFrom<typeof disputeMachine>
