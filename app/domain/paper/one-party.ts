import type { PartyRow, TermRow } from '../dispute/show/file'
import type { DisputePage } from '../dispute/show/open.server'
import { Refusal } from '../refusal'

/** What stands on a copy in place of what another party agreed for itself. */
export const notYours = '（另一当事人的约定，不在这一份上）'

/** What of a party everybody in the dispute knows: who it is and on which side it stands. */
const bare = (party: PartyRow): PartyRow => ({
  ...party,
  idKind: null,
  idNumber: null,
  phone: null,
  addressText: null,
  door: null,
  homeText: null,
  awayContact: null,
  safeContact: null,
  note: null,
  hidden: true,
  helpers: party.helpers.map((helper) => ({ ...helper, phone: null })),
})

/** Whether a duty is this party's to do, or done to it; where there are only two of them, every duty is. */
const concerns = (own: PartyRow, others: readonly PartyRow[]) => {
  const names = others.filter(({ side, name }) => side === own.side && [...name].length > 1).map(({ name }) => name)
  return ({ who, to, what, note, condition }: TermRow) => {
    const words = [who, to, what, note, condition].join('，')
    const meant = [who, to].some((name) => name?.split(/[、，,]/u).includes(own.name))
    return !names.some((name) => words.includes(name)) && (meant || (!to && names.length === 0))
  }
}

/**
 * The rows of a dispute as one party's own copy is made of them: of the others the names, of what was agreed the own part.
 * Throws Refusal notFound for somebody who is no party of it.
 */
export function forOneParty(page: DisputePage, partyId: string): DisputePage {
  const { rows } = page
  const own = rows.parties.find(({ id, leftAt }) => id === partyId && !leftAt)
  if (!own) throw new Refusal('notFound')
  const others = rows.parties.filter(({ id }) => id !== partyId)
  const mine = concerns(own, others)
  const terms = rows.terms.map((term) =>
    mine(term)
      ? term
      : {
          ...term,
          who: '另一当事人',
          to: null,
          what: notYours,
          kind: 'do',
          amountFen: null,
          amountText: null,
          formula: null,
          heads: null,
          note: null,
          condition: null,
          dueDay: null,
          dueText: null,
          every: null,
          times: null,
          until: null,
          nextDay: null,
          owed: null,
          done: [],
        },
  )
  const alone = others.filter(({ side }) => side === own.side).length === 0
  // What was written freely of several people may name any of them.
  const events = alone
    ? rows.events
    : rows.events.map((event) => ({ ...event, texts: event.texts.filter(({ kind }) => kind === 'ways' || kind === 'told') }))
  return {
    ...page,
    rows: {
      ...rows,
      parties: rows.parties.map((party) => (party.id === partyId ? party : bare(party))),
      terms,
      events,
      ...(alone ? {} : { amountFen: null, amountNote: null }),
    },
  }
}
