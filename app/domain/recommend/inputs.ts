import type { Channel } from '#machines/dispute.events'
import type { BodyKind } from '../words/body-kinds'

/**
 * What a recommendation looks at: ids, codes and numbers only, so that it can be kept with the choice and worked out again. Names
 * of parties and the success of persons are no part of it.
 */
export type Sought = {
  disputeId: string
  typeCode: string
  subtypeCode: string | null
  source: string
  intake: string
  risk: 'green' | 'yellow' | 'red'
  /** Persons named or counted, the larger. */
  people: number
  amountFen: number | null
  /** Leaves the district, with a date. */
  visitor: boolean
  /** 前情: attempts elsewhere that came to nothing. */
  attempts: number
  /** Spoken by the sides, Chinese apart. */
  languages: string[]
  /** Sides in it now, third parties apart. */
  sides: number
  /** Ids of parties that answered 不愿意. */
  unwilling: string[]
  /** Medical: not every side has agreed yet. */
  awaitsConsent: boolean
  /** A body's own people wrote it down. */
  registrarBodies: string[]
}

/** Who of a body could be named: none of them by name. */
export type Staff = {
  /** Nothing stands between them and the dispute. */
  clear: number
  /** Has only the name of somebody in it: to be looked into. */
  verify: number
  /** Only once the sides were told and accept. */
  warn: number
  /** Barred: a party, an agent, a household. */
  blocked: number
  away: number
  /** At the own cap. */
  full: number
}

/** A body as the rules look at it, on one dispute. */
export type Applicant = {
  id: string
  kind: BodyKind
  channel: Channel
  types: string[]
  capacity: number | null
  courtInvited: boolean
  /** Code of the source whose cases it is stationed for. */
  stationedWith: string | null
  /** How far its area is from the dispute's: its village, a village of its township where nobody knows which, its township, the district, or elsewhere. */
  near: 'village' | 'inside' | 'township' | 'district' | 'elsewhere'
  /** Tiles between the townships on the map. */
  tiles: number
  /** Cases open there now. */
  load: number
  /** Of those who could be named, how many speak each language. */
  speakers: Record<string, number>
  staff: Staff
  /** It is a party itself; a party works there. */
  party: boolean
  employs: boolean
  /** How many sides wish it. */
  wished: number
  /** Earlier disputes of the same parties that it handled. */
  dealt: number
  /** What it did on this very dispute before, the last first. */
  before: { result: string | null; code: string | null }[]
}

export type Inputs = { sought: Sought; applicants: Applicant[] }
