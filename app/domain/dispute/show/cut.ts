import { contactsFor } from './contacts'
import type { EventRow, Rows, TextRow } from './file'
import { namesIn, previewed, veiled } from './preview'
import type { Sight } from './view'

const alongWithIt: readonly TextRow['kind'][] = ['facts', 'agreedFacts']

/**
 * Whether a text may be read. 调解过程与让步 is for the leg's own mediators and head alone (U12); staff's words are for who
 * handles it, the facts also for whom it was sent to, and everybody reads what the own body wrote or was asked.
 */
function mayRead(
  sight: Sight,
  { kind, audience }: Pick<TextRow, 'kind' | 'audience'>,
  event: Pick<EventRow, 'legId' | 'actorBodyId' | 'subjectId'>,
): boolean {
  if (!sight.reasons) return false
  if (audience === 'path') return true
  const ownLeg = event.legId !== null && sight.ownLegs.has(event.legId)
  if (audience === 'talks') return ownLeg
  const own =
    (event.actorBodyId !== null && sight.ownBodies.has(event.actorBodyId)) ||
    (event.subjectId !== null && sight.ownRequests.has(event.subjectId))
  return sight.staffNotes || own || (sight.sentAlong && alongWithIt.includes(kind))
}

/** A text that a later one corrects is answered by that one. */
const standing = (texts: TextRow[]) => texts.filter(({ id }) => !texts.some(({ correctsId }) => correctsId === id))

const nothing: Partial<Rows> = {
  events: [],
  parties: [],
  agreements: [],
  terms: [],
  deadlines: [],
  reminders: [],
  requests: [],
  confirmations: [],
  sessions: [],
  sittings: [],
  files: [],
  priors: [],
  links: [],
  merged: [],
  matters: [],
  questions: [],
  dangers: [],
  risks: [],
  alarms: [],
  entrustments: [],
  consents: [],
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
  return sight.preview && !sight.sealed ? previewed(cutFor(sight, rows)) : cutFor(sight, rows)
}

/** The title, which may name the sides too. */
export const titleTo = ({ preview }: Pick<Sight, 'preview'>, rows: Pick<Rows, 'parties'>, title: string): string =>
  preview ? veiled(title, namesIn(rows)) : title

function cutFor(sight: Sight, rows: Rows): Rows {
  if (sight.sealed) return { ...rows, ...nothing }
  const own = (legId: string | null) => legId !== null && sight.ownLegs.has(legId)
  const past = sight.until === 'own'
  const asked = rows.confirmations.filter(({ id }) => sight.ownConfirmations.has(id))
  const mine = ({ id, legId }: Pick<Rows['agreements'][number], 'id' | 'legId'>) =>
    own(legId) || asked.some(({ agreementId }) => agreementId === id)
  const agreements = rows.agreements.filter((one) => sight.terms === 'all' || (sight.terms === 'own' && mine(one)))
  const agreed = new Set(agreements.map(({ id }) => id))
  const handled = new Set(agreements.filter(({ legId }) => own(legId)).map(({ id }) => id))
  return {
    ...rows,
    events: rows.events
      .filter(({ version }) => version <= sight.lastVersion)
      .map((event) => ({ ...event, texts: standing(event.texts).filter((text) => mayRead(sight, text, event)) })),
    legs: rows.legs.filter(({ openedVersion }) => openedVersion <= sight.lastVersion),
    parties: sight.parties ? rows.parties.map(contactsFor(sight, rows)) : [],
    sessions: rows.sessions.filter(({ legId }) => sight.sessions === 'all' || (sight.sessions === 'own' && own(legId))),
    sittings: rows.sittings.filter(({ legId }) => sight.sessions === 'all' || (sight.sessions === 'own' && own(legId))),
    agreements,
    terms: rows.terms.filter(({ agreementId }) => agreed.has(agreementId)),
    confirmations: rows.confirmations.filter(
      (one) => agreed.has(one.agreementId) && (!past || handled.has(one.agreementId) || asked.includes(one)),
    ),
    deadlines: past ? [] : rows.deadlines,
    reminders: sight.staffNotes && !past ? rows.reminders : [],
    requests: rows.requests
      .filter(({ id }) => !past || sight.ownRequests.has(id))
      .map((request) => (sight.staffNotes || sight.ownRequests.has(request.id) ? request : { ...request, asked: null, answer: null })),
    files: sight.sentAlong && !past ? rows.files : [],
    priors: sight.reasons ? rows.priors : [],
    links: sight.reasons ? rows.links : [],
    // Who handles it has every registration of it; whom it was only offered to, or asked, has the parties that came along.
    merged: sight.staffNotes && !past ? rows.merged : [],
    ...(sight.reasons ? {} : { amountFen: null, amountNote: null, occurredOn: null, dangerSigns: [], sealedWhy: null }),
    ...(past ? { keeper: null, closedAt: null } : {}),
  }
}
