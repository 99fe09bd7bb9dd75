import type { DisputeEventType } from '#machines/dispute.events'
import { agree, amend, partial } from './acts/agreement.server'
import { assign } from './acts/assign.server'
import { away } from './acts/away.server'
import { confirmation } from './acts/confirmation.server'
import { offer } from './acts/offer.server'
import { outcome } from './acts/outcome.server'
import { perform } from './acts/perform.server'
import { request } from './acts/request.server'
import { session } from './acts/session.server'
import { settleOnSpot } from './acts/settle.server'
import { willing } from './acts/sides.server'
import { splitOff } from './acts/split-off.server'
import { sign } from './acts/sign.server'
import type { ActForm } from './define'
import type { NoEvent } from './no-event'
import type { Unasked } from '../dispute/moves'
import { plainForms, type OwnForm } from './plain.server'

const ownForms = {
  offer,
  assign,
  session,
  agree,
  partial,
  amend,
  settleOnSpot,
  sign,
  perform,
  confirmation,
  outcome,
  request,
} as const satisfies Record<OwnForm, ActForm>

/** The form of every act that somebody may be offered; asking the sides and making two of one are no events. */
export const forms: Record<Exclude<DisputeEventType, Unasked> | NoEvent, ActForm> = {
  ...plainForms,
  ...ownForms,
  willing,
  away,
  splitOff,
}

export type FormName = keyof typeof forms

export const isForm = (name: string | undefined): name is FormName => name !== undefined && Object.hasOwn(forms, name)
