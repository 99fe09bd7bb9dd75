import { decryptUnderRing, encryptUnderRing, SecretUnreadable } from '../privacy/cipher.server'

/** How long a party may look at the own case before the code is asked again, in seconds. */
export const ticketSeconds = 30 * 60

/** The one case that somebody opened with its code, and until when; the code's hash ends it when the code changes. */
export type Ticket = { disputeId: string; codeHash: string; until: number }

const place = { table: 'party_page', column: 'ticket', rowId: 'cookie' }

/** What a browser keeps: it opens nothing but this case, for half an hour, and cannot be made elsewhere. */
export const sealTicket = (ticket: Omit<Ticket, 'until'>, now: Date): string =>
  encryptUnderRing(JSON.stringify({ ...ticket, until: now.getTime() + ticketSeconds * 1000 }), place)

/** The ticket a browser brought; null where it is none of ours or its time is over. */
export function openTicket(sealed: string, now: Date): Ticket | null {
  try {
    const ticket = JSON.parse(decryptUnderRing(sealed, place)) as Ticket
    return ticket.until > now.getTime() ? ticket : null
  } catch (error) {
    if (error instanceof SecretUnreadable) return null
    throw error
  }
}
