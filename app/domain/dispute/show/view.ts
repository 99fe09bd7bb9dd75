import { areasOf, bodiesOf, holds, type Person } from '../../actor'
import { disputeMachine, type DisputeStatus } from '#machines/dispute.machine'
import { deskOf } from '#machines/step'
import type { LegResult } from '#machines/effects'
import type { EventRow, LegRow, Sighting } from './file'
import { ownPart } from './own-part'

/** As what somebody looks at a dispute. One person may be several at once: then everything counts that one of them shows. */
// prettier-ignore
export type Viewer =
  | 'duty' | 'triage' | 'bureau' | 'leader' | 'inCharge' | 'keeper' | 'offered' | 'elsewhere' | 'asked' | 'confirmer' | 'entruster' | 'registrar' | 'past'

/** What such a person is shown (design 3). What is not shown is not sent. */
export type Shown = {
  /** Reasons, amounts, terms, who said what: all of the path beyond state, desk, date and result. */
  reasons: boolean
  /** What staff wrote for staff. */
  staffNotes: boolean
  /** What goes along with an offer: facts as told, facts agreed, photos. */
  sentAlong: boolean
  parties: boolean
  /** May see one masked value at a time, with a purpose. */
  reveal: boolean
  /** When, where and who attended: of every leg, of the own, of none. */
  sessions: 'all' | 'own' | 'none'
  terms: 'all' | 'own' | 'none'
  /** Everything until now, or only as far as the own part went. */
  until: 'now' | 'own'
  /** May act where the permissions say so. */
  acts: boolean
}

// prettier-ignore
const handlers: Shown = {
  reasons: true, staffNotes: true, sentAlong: true, parties: true, reveal: true, sessions: 'all', terms: 'all', until: 'now', acts: true,
}
/** The path and what was sent along, never what staff wrote or what was said in mediation. */
const outside: Shown = { ...handlers, staffNotes: false, reveal: false, sessions: 'own' }
// prettier-ignore
const plain: Shown = {
  reasons: false, staffNotes: false, sentAlong: false, parties: false, reveal: false, sessions: 'none', terms: 'none', until: 'now', acts: true,
}

/** The one table of who sees what of a dispute that they may see at all. */
export const shownTo: Record<Viewer, Shown> = {
  duty: handlers,
  triage: handlers,
  bureau: handlers,
  /** 挂包领导: read only. */
  leader: { ...handlers, staffNotes: false, sentAlong: false, reveal: false, sessions: 'none', acts: false },
  /** Head of the people's body that received it, and the leg's mediators. */
  inCharge: handlers,
  keeper: handlers,
  /** A people's body that has not yet received it decides by what was sent along. */
  offered: outside,
  /** Court or organ: it serves papers, so it may look up where to. */
  elsewhere: { ...outside, reveal: true },
  asked: outside,
  confirmer: { ...outside, reveal: true },
  /** The unit that handed it over sees its path and end. */
  entruster: { ...plain, reasons: true, parties: true },
  registrar: plain,
  past: { ...outside, terms: 'own', until: 'own', acts: true },
}

const order = { none: 0, own: 1, all: 2 } as const
const wider = <T extends keyof typeof order>(a: T, b: T): T => (order[a] >= order[b] ? a : b)

/** What several viewers are shown together. */
export const together = (viewers: readonly Viewer[]): Shown =>
  viewers
    .map((viewer) => shownTo[viewer])
    .reduce((a, b) => ({
      reasons: a.reasons || b.reasons,
      staffNotes: a.staffNotes || b.staffNotes,
      sentAlong: a.sentAlong || b.sentAlong,
      parties: a.parties || b.parties,
      reveal: a.reveal || b.reveal,
      sessions: wider(a.sessions, b.sessions),
      terms: wider(a.terms, b.terms),
      until: a.until === 'now' || b.until === 'now' ? 'now' : 'own',
      acts: a.acts || b.acts,
    }))

/** 综治中心: who reads tags of persons (U35). */
const centre: readonly Viewer[] = ['duty', 'triage', 'bureau']
export const isCentre = (viewers: readonly Viewer[]): boolean => viewers.some((viewer) => centre.includes(viewer))

export type Standing = {
  status: DisputeStatus
  sealed: boolean
  risk: string
  townshipId: string
  districtId: string
  /** Ids from the district down to the place: a village has a leader of its own. */
  areaPath: string
  sights: readonly Sighting[]
  legs: readonly Pick<LegRow, 'channel' | 'receivedAt' | 'endedAt' | 'result' | 'bodyId' | 'mediators'>[]
}

/** A leg that lasted until the dispute was closed: its body keeps the volume, and sees the end as long as that lasts. */
const toTheEnd: Partial<Record<LegResult, true>> = { closed: true }

/** Whether somebody took part in a leg: for its body, or as its mediator. */
const worked = (actor: Person) => {
  const bodies = bodiesOf(actor, 'head', 'court', 'organ')
  return ({ bodyId, endedAt, mediators }: Pick<LegRow, 'bodyId' | 'endedAt' | 'mediators'>) =>
    bodies.includes(bodyId) || mediators.some(({ id, until }) => id === actor.accountId && (!until || until === endedAt))
}

/** As what an actor looks at it: by posts in its area, and by the rows that say who handles it. */
export function viewersOf(actor: Person, of: Standing): Viewer[] {
  const within = (...roles: Parameters<typeof areasOf>[1][]) =>
    areasOf(actor, ...roles).some((id) => id === of.townshipId || id === of.districtId)
  const onTriageDesk = deskOf(disputeMachine, of.status) === 'triage'
  const open = of.legs.find(({ endedAt }) => !endedAt)
  const last = of.legs.at(-1)
  const closedIt =
    last !== undefined && deskOf(disputeMachine, of.status) === 'none' && Object.hasOwn(toTheEnd, last.result ?? '') && worked(actor)(last)
  const leg = open ?? (closedIt ? last : undefined)
  const handling: Viewer = !leg ? 'past' : leg.channel !== 'people' ? 'elsewhere' : leg.receivedAt ? 'inCharge' : 'offered'
  const bySight: Record<string, Viewer> = {
    body: handling,
    mediator: handling,
    keeper: 'keeper',
    alarm: 'duty',
    request: 'asked',
    confirmation: 'confirmer',
    past: closedIt ? handling : 'past',
    registered: holds(actor, 'court', 'organ') ? 'entruster' : 'registrar',
  }
  const viewers: (Viewer | false | undefined)[] = [
    within('duty') && 'duty',
    within('triage') && (!of.sealed || onTriageDesk) && 'triage',
    within('bureau') && !of.sealed && 'bureau',
    areasOf(actor, 'leader').some((id) => of.areaPath.includes(id)) && !of.sealed && of.risk !== 'green' && 'leader',
    ...of.sights.map(({ why }) => bySight[why]),
  ]
  return [...new Set(viewers.filter((viewer): viewer is Viewer => Boolean(viewer)))]
}

/** Sealed (不公开): who only wrote it down or handed it over knows number, area and level, no more. */
export const isSealedTo = (viewers: readonly Viewer[], sealed: boolean): boolean =>
  sealed && viewers.every((viewer) => viewer === 'registrar' || viewer === 'entruster' || viewer === 'leader')

export type Sight = Shown & {
  viewers: Viewer[]
  /** Only number, area and level. */
  sealed: boolean
  /** Legs in which this person took part: as head, liaison or mediator. */
  ownLegs: ReadonlySet<string>
  /** Bodies spoken for. */
  ownBodies: ReadonlySet<string>
  ownRequests: ReadonlySet<string>
  /** Confirmations that a court spoken for was asked for. */
  ownConfirmations: ReadonlySet<string>
  /** The last event shown. */
  lastVersion: number
  /** Offered to a people's body that has not taken it: only what it needs to decide (see preview.ts). */
  preview: boolean
}

/** Who knows no more of it than what it was offered with. */
const previewers: readonly Viewer[] = ['offered', 'registrar']

type Whole = Omit<Standing, 'legs'> & {
  legs: readonly LegRow[]
  events: readonly EventRow[]
  requests: readonly { id: string; bodyId: string | null }[]
  confirmations: readonly { id: string; courtId: string | null }[]
  settledById: string | null
}

/** Everything the pages ask about who is looking; null for somebody who is nothing to this dispute. */
export function sightOf(actor: Person, of: Whole): Sight | null {
  const viewers = viewersOf(actor, of)
  if (!viewers.length) return null
  const shown = together(viewers)
  const ownBodies = new Set(bodiesOf(actor, 'head', 'court', 'organ'))
  const legs = of.legs.filter(worked(actor))
  const ownRequests = new Set(of.requests.filter(({ bodyId }) => bodyId && ownBodies.has(bodyId)).map(({ id }) => id))
  const ownConfirmations = new Set(of.confirmations.filter(({ courtId }) => courtId && ownBodies.has(courtId)).map(({ id }) => id))
  const { accountId } = actor
  const own = { accountId, legs, requests: ownRequests, confirmations: ownConfirmations, settledById: of.settledById }
  return {
    ...shown,
    viewers,
    sealed: isSealedTo(viewers, of.sealed),
    ownLegs: new Set(legs.map(({ id }) => id)),
    ownBodies,
    ownRequests,
    ownConfirmations,
    lastVersion: shown.until === 'now' ? Infinity : ownPart(of.events, own),
    preview: viewers.includes('offered') && viewers.every((viewer) => previewers.includes(viewer)),
  }
}
