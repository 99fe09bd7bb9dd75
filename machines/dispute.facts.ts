import { assign, setup } from 'xstate'
import type { Channel, DisputeEvent } from './dispute.events'
import { effectActions } from './effects'
import type { Desk, StateMeta } from './state'

/**
 * What the machine may look at. Booleans and small enums only, read from the rows by one query at the start of an act.
 * A guard that decides whether looks at these alone, so that "what may be done now" is known without a form; one that
 * decides whither may read the event's own word (form, result, left).
 */
export type DisputeFacts = {
  /** Channel of the open leg. */
  channel: Channel | 'none'
  /** The body that has it took it at its own door; the post was not asked and may take it back (U1). */
  ownDoor: boolean
  /** Some body has received it, once at least. */
  receivedOnce: boolean
  /** A people's body may accept: no side has refused; medical: all sides have agreed (People's Mediation Law 17, medical rule 31). */
  consented: boolean
  /** An objection to a mediator is not answered. */
  objected: boolean
  /** An agreement, or a decision's list of duties, is in force. */
  inForce: boolean
  /** Something in force is still to be done. */
  owing: boolean
  /** A written paper waits for its signatures. */
  paper: boolean
  /** A return visit found everything kept. */
  kept: boolean
  /** A court entrusted it and has not been answered: what fails goes back to that court (U3). */
  returns: boolean
  /** Whose triage desk it is on, when it is on one. */
  level: 'township' | 'district'
}

const said = (event: DisputeEvent, key: string): unknown => (event as Record<string, unknown>)[key]

/** The papers of parts wait beside each other; a whole list takes the place of all that wait. */
const stillWaits = ({ paper }: DisputeFacts, event: DisputeEvent): boolean =>
  event.type === 'partial' ? paper : event.type === 'sign' && event.waits === true

/** The vocabulary of the dispute's machine: its guards and what changes its facts. The moves are in dispute.machine.ts. */
export const disputeSetup = setup({
  types: {} as { context: DisputeFacts; input: DisputeFacts; events: DisputeEvent; meta: StateMeta; tags: Desk },
  guards: {
    // whether
    people: ({ context }) => context.channel === 'people' && context.consented,
    judicial: ({ context }) => context.channel === 'judicial',
    administrative: ({ context }) => context.channel === 'administrative',
    receivedOnce: ({ context }) => context.receivedOnce,
    legOpen: ({ context }) => context.channel !== 'none',
    /** Nothing has been agreed there yet. */
    recallable: ({ context }) => context.ownDoor && !context.inForce && !context.paper,
    /** Nothing binds anybody in it yet, and no court waits for an answer: it may rest in another file of the same quarrel. */
    mergeable: ({ context }) => !context.inForce && !context.paper && !context.returns,
    unopposed: ({ context }) => !context.objected,
    inForce: ({ context }) => context.inForce,
    paper: ({ context }) => context.paper,
    kept: ({ context }) => context.kept,
    returns: ({ context }) => context.returns,
    nothingLeft: ({ context }) => !context.owing && !context.paper,
    // whither
    written: ({ event }) => said(event, 'form') === 'written',
    lastOral: ({ event }) => said(event, 'left') === 0 && said(event, 'form') === 'oral',
    lastWritten: ({ event }) => said(event, 'left') === 0 && said(event, 'form') === 'written',
    owesAfterAll: ({ event }) => said(event, 'owing') === true,
    handedBack: ({ event }) => said(event, 'result') === 'handedBack',
    mustStepBack: ({ event }) => said(event, 'bars') === true,
    relapsed: ({ event }) => said(event, 'result') === 'relapsed',
    writtenInForce: ({ context, event }) => context.inForce && said(event, 'form') === 'written',
    ends: ({ event }) => said(event, 'ends') === true,
    endsAndReturns: ({ context, event }) => context.returns && said(event, 'ends') === true,
  },
  actions: {
    ...effectActions,
    offered: assign(({ event }) => (event.type === 'offer' ? { channel: event.channel, ownDoor: event.door === true } : {})),
    received: assign({ receivedOnce: true, objected: false }),
    legEnded: assign({ channel: 'none', ownDoor: false, objected: false }),
    moved: assign(({ event }) => (event.type === 'escalate' || event.type === 'deescalate' ? { level: event.to } : {})),
    opposed: assign({ objected: true }),
    answered: assign({ objected: false }),
    /** In force from now: what the act added up. An outcome without a paper of its own puts nothing new in force. */
    enforced: assign(({ context, event }) => {
      if (!('owing' in event)) return {}
      const own = said(event, 'agreementId') !== undefined
      return { owing: event.owing, ...(own && { inForce: true, paper: stillWaits(context, event) }) }
    }),
    /** What the act added up, with nothing new in force. */
    counted: assign(({ event }) => ('owing' in event ? { owing: event.owing } : {})),
    awaited: assign({ paper: true }),
    unwritten: assign({ paper: false }),
    replied: assign({ returns: false }),
    unvisited: assign({ kept: false }),
    visited: assign(({ event }) => (event.type === 'visit' ? { kept: event.result === 'kept' } : {})),
  },
})
