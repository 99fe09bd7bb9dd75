import type { Person } from '../actor'
import { yuanOf } from '../forms/money'
import { maskIdentityNumber, maskPhone } from '../privacy/masking'
import { shownSheet, type ShownSheet } from '../table/show'
import { openRoster, openRosterSheet } from './import.server'
import type { Member } from './rows'

export type RosterPage = {
  number: string
  title: string
  party: string
  there: number
  seen: number
  sheet: (ShownSheet & { id: string; done: boolean; sum: string }) | null
}

/** The answers stand beside what was sent, the numbers masked: which row it is, the row's number says. */
const cellsOf = ({ name, idNumber, phone, fen, representative, note }: Member) => [
  name,
  idNumber && maskIdentityNumber(idNumber),
  phone && maskPhone(phone),
  fen && yuanOf(BigInt(fen)),
  representative ? '是' : '',
  note,
]

/** Where a list is sent in, and once it is, its rows with an answer each. Throws Refusal: notFound, forbidden. */
export async function rosterPage(actor: Person, disputeId: string, partyId: string, sheetId: string | null): Promise<RosterPage> {
  const { dispute, party, there } = await openRoster(actor, disputeId, partyId)
  const sheet = sheetId ? await openRosterSheet(actor, sheetId, partyId) : null
  const sum =
    sheet?.rows.reduce((total, { answer, value }) => total + (answer.tone === 'bad' || !value.fen ? 0n : BigInt(value.fen)), 0n) ?? 0n
  return {
    number: dispute.number,
    title: dispute.title,
    party: party.name,
    there,
    seen: dispute.version,
    sheet: sheet && { ...shownSheet(sheet.rows, cellsOf), id: sheet.id, done: sheet.doneAt !== null, sum: sum ? yuanOf(sum) : '' },
  }
}
