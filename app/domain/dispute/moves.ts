import type { DisputeEvent, DisputeEventType } from '#machines/dispute.events'
import type { DisputeFacts } from '#machines/dispute.facts'
import { eventLabels } from '#machines/dispute.labels'
import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import { can, deskOf } from '#machines/step'
import type { Actor } from '../actor'
import { mayDo, whoMay, type Handling } from './permissions'

const id = '00000000-0000-7000-8000-000000000000'

/** What nobody is offered as a form of its own: the clock's lapse, the other side of 并案, an alarm (which has its own page). */
export const unasked = ['lapse', 'absorb', 'alarm'] as const satisfies readonly DisputeEventType[]
export type Unasked = (typeof unasked)[number]
const isUnasked = (type: DisputeEventType): boolean => (unasked as readonly DisputeEventType[]).includes(type)

/** One of each act, to ask the machine by: whether it may be done depends on facts alone, so any sample will do. */
const samples: { [T in DisputeEventType]: Extract<DisputeEvent, { type: T }> } = {
  offer: { type: 'offer', channel: 'people', bodyId: id },
  recall: { type: 'recall' },
  escalate: { type: 'escalate', to: 'district' },
  deescalate: { type: 'deescalate', to: 'township' },
  ask: { type: 'ask' },
  decline: { type: 'decline', ground: '' },
  transferOut: { type: 'transferOut', reason: '' },
  withdraw: { type: 'withdraw' },
  settleOnSpot: { type: 'settleOnSpot', form: 'oral', agreementId: id, owing: true },
  keptAfterAll: { type: 'keptAfterAll', owing: true },
  reopen: { type: 'reopen' },
  receive: { type: 'receive' },
  return: { type: 'return', reason: '' },
  assign: { type: 'assign', mediatorIds: [id] },
  object: { type: 'object' },
  session: { type: 'session', sessionId: id, kind: '', count: 1 },
  extend: { type: 'extend', days: 1, unit: 'd' },
  suspend: { type: 'suspend', reason: '' },
  resume: { type: 'resume' },
  agree: { type: 'agree', form: 'oral', agreementId: id, owing: true },
  partial: { type: 'partial', form: 'oral', agreementId: id, left: null, owing: true },
  amend: { type: 'amend', form: 'oral', agreementId: id, owing: true },
  sign: { type: 'sign', agreementId: id, owing: true },
  talkAgain: { type: 'talkAgain' },
  fail: { type: 'fail', code: '' },
  outcome: { type: 'outcome', result: 'settled', owing: true },
  perform: { type: 'perform', obligationId: id, owing: true },
  breach: { type: 'breach' },
  contest: { type: 'contest' },
  visit: { type: 'visit', result: 'kept' },
  close: { type: 'close', result: 'settled' },
  closeUnvisited: { type: 'closeUnvisited' },
  archive: { type: 'archive' },
  handOn: { type: 'handOn', accountId: id },
  prior: { type: 'prior', priorId: id, what: '', force: '' },
  roster: { type: 'roster', partyId: id },
  link: { type: 'link', linkId: id },
  risk: { type: 'risk', level: 'green' },
  request: { type: 'request', requestId: id, step: '' },
  confirmation: { type: 'confirmation', confirmationId: id, step: '' },
  partyChange: { type: 'partyChange', partyId: id, step: 'changed' },
  matter: { type: 'matter', matterId: id, step: 'found' },
  danger: { type: 'danger', reportId: id, step: 'told' },
  question: { type: 'question', questionId: id, step: 'asked' },
  reply: { type: 'reply', replyId: id, result: '' },
  note: { type: 'note' },
  correct: { type: 'correct', eventId: id },
  urge: { type: 'urge' },
  sitting: { type: 'sitting', sittingId: id, step: 'planned' },
  declare: { type: 'declare', declarationId: id, kind: '', bars: false },
  merge: { type: 'merge', intoId: id },
  split: { type: 'split', fromId: id },
  absorb: { type: 'absorb', otherId: id, step: 'in' },
  alarm: { type: 'alarm', alarmId: id, step: 'acknowledge' },
  lapse: { type: 'lapse', deadlineId: id, period: '', ends: false },
}

/** Up from the top and down from the bottom lead nowhere: a report may say so and is carried, but nobody is offered it. */
const leadsNowhere: Partial<Record<DisputeEventType, (facts: DisputeFacts) => boolean>> = {
  escalate: ({ level }) => level === 'district',
  deescalate: ({ level }) => level === 'township',
}

/** Whether one act is possible from here, whoever does it. */
export const isPossible = (type: DisputeEventType, status: DisputeStatus, facts: DisputeFacts): boolean =>
  !leadsNowhere[type]?.(facts) && can(disputeMachine, status, facts, samples[type])

export type PossibleMove = {
  type: DisputeEventType
  label: string
  /** This person may do it, now. */
  may: boolean
  /** Who may, where this person may not. */
  who: string
}

/** What can be done from here, in the order of the machine's statement, and whether this actor may do it. */
export function movesOf(actor: Actor, status: DisputeStatus, facts: DisputeFacts, handling: Handling): PossibleMove[] {
  const types = Object.keys(samples) as DisputeEventType[]
  return types
    .filter((type) => !isUnasked(type) && isPossible(type, status, facts))
    .map((type) => ({ type, label: eventLabels[type], may: mayDo(actor, type, handling), who: whoMay[deskOf(disputeMachine, status)] }))
}
