import { timingSafeEqual } from 'node:crypto'
import type { DisputeStatus } from '#machines/dispute.machine'
import { read } from '#app/db/client.server'
import type { PartyActor } from '../actor'
import { keyedHash } from '../privacy/hash.server'
import { carriedColumn, standsAs, type Carried } from './merged'
import { openTicket } from './ticket.server'

/** Whose page it is: the case that the ticket opens, and which of its people the code was given to. */
export type Own = { disputeId: string; partyId: string | null; status: DisputeStatus; actor: PartyActor }

/** What the forms of a page carry that is open by what the browser holds, so that no other page can send them. */
export const formToken = (ticket: string): string => keyedHash('openForm', ticket)

export function isFormToken(given: unknown, ticket: string): boolean {
  const [a, b] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(formToken(ticket))]
  return a.length === b.length && timingSafeEqual(a, b)
}

type Row = {
  status: DisputeStatus
  codeHash: string
  partyId: string | null
  mainId: string | null
  mainStatus: DisputeStatus | null
  carried: Carried
}

/** Null where the ticket opens nothing, or the code was changed. The code is for whom it was registered, failing that the applicant. */
export async function ownOf(sealed: string | null, now = new Date()): Promise<Own | null> {
  const ticket = sealed === null ? null : openTicket(sealed, now)
  if (!ticket) return null
  const { disputeId } = ticket
  const [row] = await read<Row[]>`
    select d.status, d.query_code_hash as "codeHash", d.merged_into_id as "mainId", (select o.status from dispute o where o.id = d.merged_into_id) as "mainStatus",
      ${carriedColumn} as carried, (select p.id from party p where p.dispute_id = d.id and p.left_at is null
      and (p.side = 'applicant' or p.id = (select e.behalf_party_id from dispute_event e where e.dispute_id = d.id and e.version = 1))
      order by p.id = (select e.behalf_party_id from dispute_event e where e.dispute_id = d.id and e.version = 1) desc nulls last, p.ordinal limit 1) as "partyId"
    from dispute d where d.id = ${disputeId}::uuid`
  if (!row || row.codeHash !== ticket.codeHash) return null
  const { status, partyId, mainId, mainStatus, carried } = row
  // What rests in another file is handled there: what its people send goes to whoever has that one.
  if (mainId && mainStatus) {
    const there = standsAs(carried, partyId)
    return { disputeId: mainId, partyId: there, status: mainStatus, actor: { kind: 'party', disputeId: mainId, partyId: there } }
  }
  return { disputeId, partyId, status, actor: { kind: 'party', disputeId, partyId } }
}
