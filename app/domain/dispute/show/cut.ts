import type { Rows, TextRow } from './file'
import { mayRead, type Sight } from './view'

/** A text that a later one corrects is answered by that one. */
const standing = (texts: TextRow[]) => texts.filter(({ id }) => !texts.some(({ correctsId }) => correctsId === id))

const nothing: Partial<Rows> = {
  events: [],
  parties: [],
  agreements: [],
  terms: [],
  deadlines: [],
  requests: [],
  confirmations: [],
  sessions: [],
  files: [],
  priors: [],
  links: [],
  amountFen: null,
  amountNote: null,
  placeText: null,
  dangerSigns: [],
  sealedWhy: null,
  occurredOn: null,
  legs: [],
}

/**
 * The rows as this person may have them: the one place where what may not be seen is taken away. Every page is made of
 * what is left, so nothing can be shown, counted or sent that stands not in it.
 */
export function cutTo(sight: Sight, rows: Rows): Rows {
  if (sight.sealed) return { ...rows, ...nothing }
  const own = (legId: string | null) => legId !== null && sight.ownLegs.has(legId)
  const past = sight.until === 'own'
  const agreements = rows.agreements.filter(({ legId }) => sight.terms === 'all' || (sight.terms === 'own' && own(legId)))
  const agreed = new Set(agreements.map(({ id }) => id))
  return {
    ...rows,
    events: rows.events
      .filter(({ version }) => version <= sight.lastVersion)
      .map((event) => ({ ...event, texts: standing(event.texts).filter((text) => mayRead(sight, text, event)) })),
    legs: rows.legs.filter(({ openedVersion }) => openedVersion <= sight.lastVersion),
    parties: sight.parties ? rows.parties : [],
    sessions: rows.sessions.filter(({ legId }) => sight.sessions === 'all' || (sight.sessions === 'own' && own(legId))),
    agreements,
    terms: rows.terms.filter(({ agreementId }) => agreed.has(agreementId)),
    confirmations: rows.confirmations.filter(({ agreementId }) => agreed.has(agreementId)),
    deadlines: past ? [] : rows.deadlines,
    requests: rows.requests
      .filter(({ id }) => !past || sight.ownRequests.has(id))
      .map((request) => (sight.staffNotes || sight.ownRequests.has(request.id) ? request : { ...request, asked: null, answer: null })),
    files: sight.sentAlong && !past ? rows.files : [],
    priors: sight.reasons ? rows.priors : [],
    links: sight.reasons ? rows.links : [],
    ...(sight.reasons ? {} : { amountFen: null, amountNote: null, occurredOn: null, dangerSigns: [], sealedWhy: null }),
    ...(past ? { keeper: null, closedAt: null } : {}),
  }
}
