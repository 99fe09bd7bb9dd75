import { db } from '#app/db/client.server'
import type { Person } from '../../actor'
import { dayIn, type LegalDay } from '../../calendar/days'
import { ruleBook, type RuleBook } from '../../calendar/rule-book.server'
import { Refusal } from '../../refusal'
import { openDispute } from '../read.server'
import { subjectsOf } from '../sight.server'
import { cutTo, titleTo } from './cut'
import type { Rows } from './file'
import { readRows } from './file.server'
import { knownOf, type KnownHere } from './known'
import { sightOf, type Sight } from './view'

/** A dispute as one person's pages show it: rows already cut to what this person may see. */
export type DisputePage = {
  actor: Person
  dispute: Awaited<ReturnType<typeof openDispute>>
  sight: Sight
  rows: Rows
  book: RuleBook
  known: KnownHere
  now: Date
  today: LegalDay
}

/** Two statements, whatever the rows (three where the rules of periods were changed). Throws Refusal notFound. */
export async function openPage(actor: Person, disputeId: string, now = new Date()): Promise<DisputePage> {
  const dispute = await openDispute(actor, disputeId, now)
  const [whole, book] = await Promise.all([readRows(disputeId, subjectsOf(actor), dayIn(now)), ruleBook(db, dispute.rulesVersion)])
  const { status, risk, townshipId, districtId } = dispute
  const sight = sightOf(actor, { ...whole, status, risk, townshipId, districtId })
  if (!sight) throw new Refusal('notFound')
  const rows = cutTo(sight, whole)
  const shown = { ...dispute, title: titleTo(sight, whole, dispute.title) }
  return { actor, dispute: shown, sight, rows, book, known: knownOf(rows, book), now, today: dayIn(now) }
}

/** A tab that this person is shown nothing on does not exist to them. */
export function demand(shown: boolean): void {
  if (!shown) throw new Refusal('notFound')
}
