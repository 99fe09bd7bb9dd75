import type { ConsentRow, DangerRow, EntrustmentRow, MatterRow, QuestionRow, RequestRow } from './file-beside'
import type { DisputeStatus } from '#machines/dispute.machine'
import type { LegalDay } from '../../calendar/days'
import type { OnDuty } from '../../duty/words'
import type { Audience, TextKind } from '../record.server'
import type { MergedRow } from './file-merged'
import type { AlarmOfCase, ReminderRow, RiskRow } from './file-watch'
import type { AgreementRow, ConfirmationRow, SessionRow, SittingRow, TermRow } from './file-papers'

export type { AgreementRow, ConfirmationRow, PerformanceRow, SessionRow, SittingRow, TermRow } from './file-papers'
export type { RequestRow } from './file-beside'

/** The rows of one dispute as the page's one statement brings them: instants as ISO text, days as legal days, fen as numbers. */
export type Sighting = { subjectId: string; why: string }

export type LegRow = {
  id: string
  ordinal: number
  channel: string
  bodyId: string
  body: string
  bodyKind: string
  bodyPhone: string | null
  /** Whose seal and numbers the body uses: its committee. */
  seal: string
  partyAsked: boolean
  otherNumber: string | null
  volume: string | null
  offeredAt: string
  receivedAt: string | null
  rightsToldAt: string | null
  rightsToldHow: string | null
  rightsToldLanguage: string | null
  endedAt: string | null
  result: string | null
  resultCode: string | null
  openedVersion: number
  endedVersion: number | null
  mediators: { id: string; name: string; lead: boolean; until: string | null }[]
}

export type TextRow = { id: string; kind: TextKind; audience: Audience; text: string; correctsId: string | null }

export type EventRow = {
  id: string
  version: number
  type: string
  from: DisputeStatus | null
  to: DisputeStatus
  legId: string | null
  subjectId: string | null
  actorKind: string
  actorId: string | null
  role: string | null
  actorBodyId: string | null
  unit: string | null
  behalfBody: string | null
  behalfPartyId: string | null
  happenedAt: string
  recordedAt: string
  detail: Record<string, unknown>
  texts: TextRow[]
}

export type HelperRow = { id: string; role: string; name: string; relation: string | null; phone: string | null; maySettle: boolean }

export type PartyRow = {
  id: string
  side: string
  roleText: string | null
  kind: string
  name: string
  idKind: string | null
  idNumber: string | null
  phone: string | null
  addressText: string | null
  door: string | null
  homeText: string | null
  awayContact: string | null
  /** Address, telephone and whereabouts are kept from every other side (U13). */
  hidden: boolean
  minor: boolean
  languages: string[]
  willing: string
  willingHow: string | null
  willingAt: string | null
  noticedAt: string | null
  noticedHow: string | null
  noSms: boolean
  safeContact: string | null
  rosterCount: number | null
  rosterUnit: string | null
  rosterEstimated: boolean
  rosterRepresentatives: number | null
  note: string | null
  joinedAt: string
  leftAt: string | null
  helpers: HelperRow[]
}

export type DeadlineRow = {
  id: string
  subjectId: string
  period: string
  ruleCode: string | null
  ruleVersion: number | null
  countedFrom: string
  lastDay: LegalDay
  dueAt: string
  provisional: boolean
  pausedSince: LegalDay | null
  pauseReason: string | null
  stoppedAt: string | null
  extensions: number
}

export type FileRow = {
  id: string
  kind: string
  mime: string
  bytes: number
  width: number | null
  height: number | null
  recordedAt: string
  by: string | null
  eventId: string | null
}

export type Rows = {
  matters: MatterRow[]
  questions: QuestionRow[]
  dangers: DangerRow[]
  risks: RiskRow[]
  alarms: AlarmOfCase[]
  /** At most one: who handed it over (U3). */
  entrustments: EntrustmentRow[]
  consents: ConsentRow[]
  elsewhereAskedAt: string | null
  dangerSince: string | null
  sealed: boolean
  sealedWhy: string | null
  urgent: boolean
  typeText: string | null
  amountFen: number | null
  amountAbout: boolean
  amountNote: string | null
  peopleCount: number | null
  householdCount: number | null
  languages: string[]
  dangerSigns: string[]
  placeText: string | null
  door: string | null
  sourceText: string | null
  /** 报告人, where it was not who registered (U4). */
  reporter: string | null
  intake: string
  askedAt: string | null
  leavesAt: string | null
  occurredOn: string | null
  closedAt: string | null
  village: string
  township: string
  /** What the township is called today, as its desk is. */
  townshipNow: string
  /** Ids from the district down to the place: /id/id/ */
  areaPath: string
  /** Who is on duty today in township and district; empty where no danger is open. */
  onDuty: OnDuty[]
  district: string
  registrar: string | null
  keeper: string | null
  settledBy: string | null
  settledById: string | null
  sights: Sighting[]
  legs: LegRow[]
  events: EventRow[]
  parties: PartyRow[]
  agreements: AgreementRow[]
  terms: TermRow[]
  deadlines: DeadlineRow[]
  reminders: ReminderRow[]
  requests: RequestRow[]
  confirmations: ConfirmationRow[]
  sessions: SessionRow[]
  sittings: SittingRow[]
  files: FileRow[]
  priors: { id: string; what: string; by: string; onText: string | null; force: string; kept: string | null; terms: unknown }[]
  links: { id: string; otherId: string | null; text: string }[]
  merged: MergedRow[]
  /** Files that this one was merged into, or took in. */
  others: { id: string; number: string }[]
  accounts: { id: string; name: string }[]
}
