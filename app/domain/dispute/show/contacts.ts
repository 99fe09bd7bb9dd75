import type { ConsentRow } from './file-beside'
import type { PartyRow, Rows } from './file'
import type { Sight, Viewer } from './view'

/** As whom one is another unit: not of the mediation's own people. */
const outside: readonly Viewer[] = ['elsewhere', 'confirmer', 'asked', 'entruster', 'registrar']

type Of = Pick<Rows, 'legs' | 'requests' | 'confirmations' | 'entrustments' | 'consents'>

/** The units that somebody speaks for, by the names under which data was handed to them. */
function ownNames({ ownBodies }: Pick<Sight, 'ownBodies'>, { legs, requests, confirmations, entrustments }: Of): Set<string> {
  const own = (id: string | null) => id !== null && ownBodies.has(id)
  return new Set([
    ...legs.filter(({ bodyId }) => own(bodyId)).map(({ body }) => body),
    ...requests.filter(({ bodyId }) => own(bodyId)).map(({ body }) => body),
    ...confirmations.flatMap(({ courtId, court }) => (own(courtId) && court ? [court] : [])),
    ...entrustments.filter(({ senderId }) => own(senderId)).map(({ senderName }) => senderName),
  ])
}

const covers = ({ kinds }: ConsentRow, kind: string) => kinds.includes(kind)

/**
 * What another unit is shown of a party (PIPL 23; law.md 12; U11): its telephone and addresses only where this party
 * agreed by itself that contact data goes to that very unit, or a legal ground was recorded for it; its identity number
 * likewise. The name, and what is needed to decide, it has in any case. Whoever mediates is not outside.
 */
export function contactsFor(sight: Pick<Sight, 'viewers' | 'ownBodies'>, rows: Of): (party: PartyRow) => PartyRow {
  if (!sight.viewers.every((viewer) => outside.includes(viewer))) return (party) => party
  const names = ownNames(sight, rows)
  const given = rows.consents.filter(({ receiver }) => names.has(receiver))
  return (party) => {
    const own = given.filter(({ partyId }) => partyId === null || partyId === party.id)
    const contact = own.some((one) => covers(one, 'contact'))
    return {
      ...party,
      ...(contact ? {} : { phone: null, addressText: null, door: null, safeContact: null }),
      ...(own.some((one) => covers(one, 'identity')) ? {} : { idNumber: null }),
      helpers: contact ? party.helpers : party.helpers.map((helper) => ({ ...helper, phone: null })),
    }
  }
}
