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
