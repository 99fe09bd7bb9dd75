import { demand, type DisputePage } from '../dispute/show/open.server'
import { Refusal } from '../refusal'
import { agreementPaper } from './agreement'
import { registrationSheet, rightsNotice } from './intake'
import { endingNotice, referralLetter } from './letters'
import { forOneParty } from './one-party'
import { veilOf } from './parties.server'
import { sessionRecord } from './session'
import { visitRecord } from './visit'
import type { PaperWords } from './words'

/** Which one of several: the address's ?session=, ?agreement=, ?visit=; for whom the copy is: ?party=, else it is for the file. */
export type Which = { session?: string | null; agreement?: string | null; visit?: string | null; party?: string | null }

/** A row by its id, as far as this person has it; an id that is not among them does not exist. */
function pick<T extends { id: string }>(rows: readonly T[], id: string): T {
  const found = rows.find((row) => row.id === id)
  if (!found) throw new Refusal('notFound')
  return found
}

const ofVolume = ({ sight }: DisputePage) => sight.sentAlong && sight.parties

type Paper = { shown: (page: DisputePage) => boolean; make: (page: DisputePage, which: Which) => PaperWords }

/** The seven papers (U32), each for whom its tab is shown: the volume, the sessions, the agreement. */
const papers: Record<string, Paper> = {
  registration: { shown: ofVolume, make: registrationSheet },
  rights: { shown: ofVolume, make: rightsNotice },
  session: {
    shown: ({ sight }) => sight.parties && (sight.sessions === 'all' || (sight.sessions === 'own' && sight.ownLegs.size > 0)),
    make: (page, { session }) => sessionRecord(page, session ? pick(page.rows.sessions, session) : undefined),
  },
  agreement: {
    shown: ({ sight }) => sight.parties && sight.terms !== 'none',
    make: (page, { agreement }) => {
      // Another unit's paper (official) is its own to print.
      const ours = page.rows.agreements.filter(({ effectRule }) => effectRule !== 'official')
      return agreementPaper(page, pick(ours, agreement ?? ours.at(-1)?.id ?? ''))
    },
  },
  ending: { shown: ofVolume, make: endingNotice },
  referral: { shown: ofVolume, make: referralLetter },
  visit: {
    shown: (page) => ofVolume(page) && page.sight.terms !== 'none',
    make: (page, { visit }) => {
      const visits = page.rows.events.filter(({ type }) => type === 'visit')
      return visitRecord(page, visit ? pick(visits, visit) : visits.at(-1))
    },
  },
}

/** A copy says whose it is. */
const copyFor = (paper: PaperWords, { rows }: DisputePage, partyId: string): PaperWords => ({
  ...paper,
  foot: `${paper.foot}　${rows.parties.find(({ id }) => id === partyId)?.name ?? ''} 一份，只写本人的内容`,
})

const throughout = (value: unknown, veil: (text: string) => string): unknown => {
  if (typeof value === 'string') return veil(value)
  if (Array.isArray(value)) return value.map((one) => throughout(one, veil))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, throughout(one, veil)]))
}

/** Whether this person may print a paper of this dispute at all. */
export const mayPrint = (page: DisputePage, name: string): boolean =>
  Object.hasOwn(papers, name) && !page.sight.sealed && !page.sight.preview && papers[name]?.shown(page) === true

/**
 * One paper of a dispute in words, out of the rows as they are cut to this person. Throws Refusal notFound for a paper that
 * there is not, and for everybody who is shown no such tab.
 */
export function paperOf(whole: DisputePage, name: string, which: Which = {}): PaperWords {
  demand(mayPrint(whole, name))
  const page = which.party ? forOneParty(whole, which.party) : whole
  const paper = papers[name]?.make(page, which)
  if (!paper) throw new Refusal('notFound')
  // Numbers are looked for as the file has them, also where the copy leaves them out.
  return throughout(which.party ? copyFor(paper, page, which.party) : paper, veilOf(whole)) as PaperWords
}
