import type { DisputeEventType } from '#machines/dispute.events'
import { ask, decline, deescalate, escalate, handOn, recall, reopen, transferOut, withdraw } from './acts/triage.server'
import { extend, fail, giveBack, object, receive, resume, suspend, talkAgain } from './acts/body.server'
import { archive, breach, close, closeUnvisited, contest, keptAfterAll, visit } from './acts/keeping.server'
import { correct, link, note, prior, risk, roster } from './acts/notes.server'
import type { ActForm } from './define'

/** Acts whose forms have a shape of their own; the clock's lapse has none. */
export type OwnForm =
  | 'offer' | 'assign' | 'session' | 'agree' | 'partial' | 'amend' | 'settleOnSpot' | 'sign' | 'perform' | 'confirmation' | 'outcome' | 'request'

export type PlainType = Exclude<DisputeEventType, OwnForm | 'lapse'>

/** The plain acts, each with its form. A new event does not compile until it has one. */
export const plainForms = {
  recall, escalate, deescalate, ask, decline, transferOut, withdraw, reopen, handOn,
  receive, return: giveBack, object, extend, suspend, resume, talkAgain, fail,
  keptAfterAll, breach, contest, visit, close, closeUnvisited, archive,
  risk, link, note, correct, prior, roster,
} as const satisfies Record<PlainType, ActForm>
