import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import type { Sent } from '#app/domain/dispute/advance.server'
import type { Loaded } from '#app/domain/dispute/load.server'
import type { Words } from '#app/domain/dispute/record.server'
import type { Place } from './bodies'
import type { Act, ActName, ActOf, CaseFile } from './case'
import type { CaseClock } from './clock'
import type { People } from './people'
import type { whoDoes } from './stand'
import type { Ledger } from './terms'

/** A case on its way, as an act finds it. */
export type Replaying = {
  file: CaseFile
  disputeId: string
  place: Place
  people: People
  clock: CaseClock
  ledger: Ledger
  /** Disputes of the cases carried before, for links. */
  carried: Map<string, string>
  /** When the act is done and written down. */
  at: Date
  stand: Loaded
  who: ReturnType<typeof whoDoes>
}

/** One act done through the domain. */
export type Carry<N extends ActName> = (replaying: Replaying, act: ActOf<N>) => Promise<unknown>

export const sentBy = (actor: Person, { disputeId, stand, at }: Replaying): Sent => ({ actor, disputeId, seen: stand.version, now: at })

export const why = (text: string | undefined): Words[] => (text ? [{ kind: 'why', audience: 'path', text }] : [])
export const noted = ({ note }: Act): Words[] => (note ? [{ kind: 'note', audience: 'handlers', text: note }] : [])

/** Who is a party now. */
export const partiesOf = ({ disputeId }: Replaying) =>
  db.party.findMany({
    where: { disputeId, leftAt: null },
    orderBy: { ordinal: 'asc' },
    select: { id: true, name: true, side: true, kind: true, roleText: true },
  })

/**
 * Whom a free word for a side means: a party whose name or part the word holds, or that holds the word; the longest
 * such piece decides (被申请方 holds 申请方), and many before one. Null where it is nobody of the file.
 */
export function partyMeant<P extends { name: string; roleText: string | null; kind: string }>(
  words: string,
  parties: P[],
  many = false,
): P | null {
  const held = (piece: string | null) =>
    piece && (words.includes(piece) || piece.includes(words)) ? Math.min(piece.length, words.length) : 0
  const weigh = (party: P) => {
    const piece = Math.max(held(party.name), held(party.roleText))
    return piece && piece * 10 + held(party.name) + Number(many && party.kind === 'roster')
  }
  const [best] = [...parties].sort((a, b) => weigh(b) - weigh(a))
  return best && weigh(best) > 0 ? best : null
}
