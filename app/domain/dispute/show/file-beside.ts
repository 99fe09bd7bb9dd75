import type { LegalDay } from '../../calendar/days'

/** Rows of what stands beside the path: other units' proceedings, questions, dangers, who entrusted it. */
export type MatterRow = {
  id: string
  kind: string
  unit: string
  number: string | null
  standing: string
  openedOn: LegalDay | null
  endedOn: LegalDay | null
  result: string | null
  approver: string | null
  exception: string | null
  exceptionWhy: string | null
  recordedAt: string
}

export type QuestionRow = {
  id: string
  askedOf: string
  partyId: string | null
  text: string
  askedAt: string
  answerBy: LegalDay | null
  answer: string | null
  answeredAt: string | null
  withdrawnAt: string | null
}

export type DangerRow = {
  id: string
  signs: string[]
  toldWhom: string | null
  toldAt: string | null
  toldBy: string | null
  notYetWhy: string | null
  organ: string | null
  receipt: string | null
  /** Who is to report, and when he is reminded next. */
  named: string | null
  remindAt: string | null
  handledAt: string | null
  handledText: string | null
  recordedAt: string
}

export type EntrustmentRow = {
  kind: string
  senderKind: string
  senderId: string | null
  senderName: string
  number: string | null
  papers: string | null
  signedForAt: string
  answerBy: LegalDay | null
  repliedAt: string | null
}

/** Who agreed by itself that data goes to another unit, or the ground in its place (U11). */
export type ConsentRow = {
  partyId: string | null
  receiver: string
  purpose: string
  kinds: string[]
  ground: string
  happenedAt: string
}

/** What was asked of somebody else. */
export type RequestRow = {
  id: string
  status: 'asked' | 'received' | 'answered' | 'refused' | 'withdrawn'
  bodyId: string | null
  body: string
  bodyKind: string | null
  /** help, joint, whistle, adviser */
  kind: string
  role: string
  asked: string | null
  askedAt: string
  arriveBy: string | null
  answerBy: LegalDay | null
  receivedAt: string | null
  arrivedAt: string | null
  endedAt: string | null
  answer: string | null
}
