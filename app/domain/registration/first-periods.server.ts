import type { Tx } from '#app/db/client.server'
import type { LegalDay } from '../calendar/days'
import { ruleBook } from '../calendar/rule-book.server'
import { planDeadlines, type Plan, type Started } from '../deadline/plan'

type Registered = {
  disputeId: string
  rulesVersion: number
  type: string
  source: string
  at: Date
  now: Date
  /** Entrusted: when it was signed for, and the last day to answer where the sender named one (U3). */
  answer: { signedForAt: Date; by?: LegalDay | undefined } | null
}

/** The periods that begin with a registration, and which of them is due first: triage, and the answer to who entrusted it. */
export async function firstPeriods(tx: Tx, { disputeId, rulesVersion, type, source, at, now, answer }: Registered) {
  const occasion = {
    book: await ruleBook(tx, rulesVersion),
    running: [],
    disputeId,
    legId: null,
    subjectId: null,
    receivedAt: null,
    type,
    source,
    channel: 'none',
    now,
    ownDoor: false,
    statusChanged: true,
    why: 'register',
  }
  const begins = (period: 'triage' | 'reply', happenedAt: Date, last?: LegalDay): Started[] =>
    planDeadlines({
      ...occasion,
      effects: [{ type: 'start', period }],
      happenedAt,
      lastDays: last ? { [period]: last } : {},
    }).starts
  const starts = [...begins('triage', at), ...(answer ? begins('reply', answer.signedForAt, answer.by) : [])]
  const plan: Plan = { stops: [], starts, pauses: [], resumes: [], extensions: [] }
  const [due] = [...starts].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
  return { plan, due: due ? { at: due.dueAt, lastDay: due.lastDay, period: due.period } : null }
}
