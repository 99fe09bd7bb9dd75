import type { DisputeEventType } from '#machines/dispute.events'
import type { Unasked } from '../dispute/moves'
import { ask, deescalate, escalate, handOn, recall, reopen } from './acts/triage.server'
import { decline, transferOut, withdraw } from './acts/ending.server'
import { fail, giveBack, object, talkAgain } from './acts/body.server'
import { receive } from './acts/receive.server'
import { extend, resume, suspend } from './acts/clock.server'
import { archive, breach, close, closeUnvisited, contest, keptAfterAll, visit } from './acts/keeping.server'
import { matter, question, reply } from './acts/beside.server'
import { danger } from './acts/danger.server'
import { partyChange } from './acts/party.server'
import { correct } from './acts/correct.server'
import { declare, merge, split, urge } from './acts/network.server'
import { sitting } from './acts/sitting.server'
import { link, note, risk } from './acts/notes.server'
import { prior, roster } from './acts/sides.server'
import type { ActForm } from './define'

/** Acts whose forms have a shape of their own. */
export type OwnForm =
  | 'offer'
  | 'assign'
  | 'session'
  | 'agree'
  | 'partial'
  | 'amend'
  | 'settleOnSpot'
  | 'sign'
  | 'perform'
  | 'confirmation'
  | 'outcome'
  | 'request'

export type PlainType = Exclude<DisputeEventType, OwnForm | Unasked>

/** The plain acts, each with its form. A new event does not compile until it has one. */
export const plainForms = {
  recall,
  escalate,
  deescalate,
  ask,
  decline,
  transferOut,
  withdraw,
  reopen,
  handOn,
  receive,
  return: giveBack,
  object,
  extend,
  suspend,
  resume,
  talkAgain,
  fail,
  keptAfterAll,
  breach,
  contest,
  visit,
  close,
  closeUnvisited,
  archive,
  risk,
  link,
  note,
  correct,
  prior,
  roster,
  partyChange,
  matter,
  danger,
  question,
  reply,
  urge,
  sitting,
  declare,
  merge,
  split,
} as const satisfies Record<PlainType, ActForm>
