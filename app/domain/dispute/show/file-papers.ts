import type { LegalDay } from '../../calendar/days'

/** What was agreed, and how far it is kept. */
export type PerformanceRow = {
  amountFen: number | null
  whole: boolean
  happenedAt: string
  byText: string | null
  proof: string | null
  receivedOn: LegalDay | null
}

export type TermRow = {
  id: string
  agreementId: string
  position: number
  who: string
  to: string | null
  what: string
  kind: string
  amountFen: number | null
  amountText: string | null
  formula: string | null
  heads: number | null
  dueDay: LegalDay | null
  dueText: string | null
  every: string | null
  times: number | null
  until: string | null
  standing: boolean
  condition: string | null
  dependsOn: number[]
  note: string | null
  owed: number | null
  finished: boolean
  nextDay: LegalDay | null
  done: PerformanceRow[]
}

export type AgreementRow = {
  id: string
  legId: string | null
  status: 'drafted' | 'inForce' | 'contested' | 'replaced' | 'dropped'
  kind: string
  form: string
  effectRule: string
  number: string | null
  madeAt: string
  effectiveAt: string | null
  confirmable: boolean
  binds: boolean
  partWho: string | null
  partCount: number | null
  partLeft: number | null
  reason: string | null
  readBy: string | null
  readLanguage: string | null
  interpreter: string | null
  witness: string | null
  signatures: { kind: string; partyId: string | null; name: string; how: string; signedOn: LegalDay }[]
}

export type ConfirmationRow = {
  id: string
  agreementId: string
  status: 'applied' | 'granted' | 'refused' | 'withdrawn'
  courtId: string | null
  court: string | null
  courtReason: string | null
  covers: string[]
  appliedAt: string
  endedAt: string | null
  number: string | null
}

/** One meeting: when, where, who came; what was said stands with its event. */
export type SessionRow = {
  id: string
  legId: string
  kind: string
  count: number
  startedAt: string
  endedAt: string | null
  place: string | null
  language: string | null
  host: string | null
  result: string | null
  nextAt: string | null
  readBy: string | null
  readLanguage: string | null
  interpreter: string | null
  witness: string | null
  recorder: string | null
  attended: { name: string; role: string; present: boolean }[]
}

/** 约定的调解 that was not held: still to come, or called off. */
export type SittingRow = {
  id: string
  legId: string | null
  kind: string
  startsAt: string
  endsAt: string
  place: string | null
  status: 'planned' | 'cancelled'
  mustMove: boolean
}
