import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import type { DisputeEvent } from '#machines/dispute.events'
import type { DisputeFacts } from '#machines/dispute.facts'
import type { Effect } from '#machines/effects'
import type { Period } from '#machines/periods'
import { deskOf } from '#machines/step'
import type { Tx } from '#app/db/client.server'
import type { Job } from '#app/services/jobs.server'
import type { Actor, Post } from '../actor'
import type { LegalDay } from '../calendar/days'
import type { LedgerMove } from '../deadline/ledger'
import type { Answers } from '../conflict/answers'
import type { Loaded } from './load.server'
import type { Handling } from './permissions'
import { postFor } from './posts'
import type { Words } from './record.server'

/** One act as it is handed to the dispute: the typed event, and what stands beside it. */
export type Move = {
  event: DisputeEvent
  /** When it was done; never after it is written down. */
  happenedAt?: Date
  texts?: Words[]
  /** The row that the event is about: a session, an agreement, an obligation, a request. */
  subjectId?: string
  /** For whom a post or a registrar wrote it down. */
  behalfPartyId?: string | null
  /** The unit that said so, where somebody else writes it down for it. */
  behalfBodyId?: string | null
  partyAsked?: boolean
  /** Last days that are said rather than counted. */
  lastDays?: Partial<Record<Period, LegalDay | null>>
  /** Effects of a machine beside the dispute's (agreement, request, confirmation). */
  effects?: Effect[]
  /** Periods that rested and run on as they were, in place of new ones. */
  runsOn?: readonly string[]
  /** What the worker is asked to do beside telling people. */
  jobs?: readonly Job[]
  /** It follows from what somebody does, and is nobody's own act: an alarm. */
  byClock?: true
  /** Who keeps it from now; `undefined` leaves it. */
  keeperId?: string | null
  /** What was answered to what stands between the sides and whom this names (U15). */
  answers?: Answers | undefined
}

/** A dispute in the hands of one act: locked, read once, and moved on by one or more events in one transaction. */
export class CaseFile {
  status: DisputeStatus
  version: number
  facts: DisputeFacts
  leg: Loaded['leg']
  keeperId: string | null
  /** Set by the own door alone, and only for its own three acts (U1). */
  ownDoor: string | null = null
  /** Set while an administrator hands over what somebody had who leaves (U34). */
  handingOver = false
  /** Set while the post writes down what a body answered by word of mouth. */
  phoned = false
  /** Set while somebody answers an alarm for whom it was asserted that they were called, or look after the district. */
  called = false
  /** What was done to running periods since the last event: the next one takes it with it. */
  ledger: LedgerMove[] = []
  readonly started: number

  constructor(
    readonly tx: Tx,
    readonly actor: Actor,
    readonly dispute: Loaded,
    readonly now: Date,
  ) {
    this.status = dispute.status
    this.version = dispute.version
    this.facts = dispute.facts
    this.leg = dispute.leg
    this.keeperId = dispute.keeperId
    this.started = dispute.version
  }

  get id() {
    return this.dispute.id
  }

  get actorId() {
    return this.actor.kind === 'account' ? this.actor.accountId : null
  }

  /** Who has it, as the permissions ask. */
  get handling(): Handling {
    const { townshipId, districtId, registeredById, askedBodyIds, lastBodyId } = this.dispute
    const desk = deskOf(disputeMachine, this.status)
    return {
      desk,
      level: this.facts.level,
      townshipId,
      districtId,
      registeredById,
      keeperId: this.keeperId,
      leg: this.leg,
      lastBodyId,
      askedBodyIds,
      ownDoor: this.ownDoor,
      handingOver: this.handingOver,
      phoned: this.phoned,
      called: this.called,
    }
  }

  /** Under which of their posts the actor does this. */
  get post(): Post | null {
    return postFor(this.actor, this.handling)
  }
}
