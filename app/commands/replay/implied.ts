import { dayIn } from '#app/domain/calendar/days'
import type { Channel } from '#machines/dispute.events'
import type { Signed } from '#app/domain/agreement/sign.server'
import type { Answer } from '#app/domain/dispute/annotate.server'
import type { Held } from '#app/domain/mediation/hold-session.server'
import { declineGrounds } from '#app/domain/words/decline-grounds'
import type { SuspendReason } from '#app/domain/words/reasons'
import type { SessionKind } from '#app/domain/words/sessions'
import type { IntakeChannel, registrars } from '#app/domain/words/sources'

/**
 * What the acts of a report imply, and the product asks for: this file is the whole list. A case file says who did
 * what; a real desk also says how each side was asked, what was told, who sat at the table, who signed, and by which code.
 */

export type PartyRow = { id: string; name: string; side: string }
export type PersonRow = { accountId: string; name: string }

/** Received: each side had been asked and was willing. A report of a refusal says so by `decline` or `fail`. */
export const willingOf = (parties: PartyRow[], happenedAt: Date): Answer[] =>
  parties.map(({ id }) => ({ partyId: id, willing: 'willing', how: 'inPerson', happenedAt }))

/** Rights are told face to face, in Chinese, before the first session; an inquiry has nobody to tell them to. */
export const rightsTold = (kind: SessionKind, at: Date): Held['told'] =>
  kind === 'inquiry' ? undefined : { at, how: 'inPerson', language: 'chinese' }

/** Who sits there: the parties at a meeting, nobody of them at an inquiry; whoever holds it always. */
export const attendanceOf = (kind: SessionKind, parties: PartyRow[], host: PersonRow): Held['attendance'] => [
  ...(kind === 'inquiry' ? [] : parties.map(({ id, name }) => ({ partyId: id, name, role: 'party' as const, present: true }))),
  { accountId: host.accountId, name: host.name, role: 'mediator', present: true },
]

/** Signed: every party, the mediator and the seal, all on the day of the act. */
export const signaturesOf = (parties: PartyRow[], mediator: PersonRow, at: Date): Signed[] => {
  const signedOn = dayIn(at)
  const own = parties.filter(({ side }) => side !== 'third')
  return [
    ...own.map(({ id, name }) => ({ kind: 'party' as const, partyId: id, name, how: 'signature' as const, signedOn })),
    { kind: 'mediator', accountId: mediator.accountId, name: mediator.name, how: 'signature', signedOn },
    { kind: 'seal', name: mediator.name, how: 'seal', signedOn },
  ]
}

/** A court or an organ takes what a party itself asked of it (U23). */
export const partyAsked = (channel: Channel): boolean => channel !== 'people'

/** Where a report has words and the office a code. */
export const codes = { return: 'other', fail: 'noAgreement', decline: 'other', transferOut: 'other' } as const

const suspends: readonly (readonly [RegExp, SuspendReason])[] = [
  [/鉴定/u, 'appraisal'],
  [/检测|检验/u, 'inspection'],
  [/治疗|住院/u, 'treatment'],
  [/外出|外地/u, 'absent'],
  [/丧|葬/u, 'funeral'],
  [/农忙|节/u, 'season'],
]
/** Why the clock stands, by the report's words: some reasons are a ground of law. */
export const suspendReason = (why: string): SuspendReason => suspends.find(([words]) => words.test(why))?.[1] ?? 'other'

/** Told with 不予受理, by its ground. */
export const declineAdvice = declineGrounds[codes.decline].advice

/** Told when mediation fails and the report does not say what. */
export const waysTold = '可以依法通过仲裁、行政、司法等途径维护自己的权利'

/** Both sides agreed to go on for another month. */
export const extension = { days: 30, unit: 'd' } as const

/** Why an agreement is oral although the law asks for paper. */
export const oralWhy = '报道的协议未见书面文本，按口头登记'

/** Which court is asked to confirm: the one of the district. */
export const confirmingCourt = 'court'

/** How it came in, where the words of its source do not say. */
export const intakeOf: Record<keyof typeof registrars, IntakeChannel> = {
  grid: 'grid',
  office: 'centre',
  mediator: 'ownDoor',
  body: 'ownDoor',
  court: 'unit',
  police: 'unit',
  party: 'visit',
}
