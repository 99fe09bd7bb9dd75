import { channelOf, type BodyKind } from '../../app/domain/words/body-kinds'
import type { Source } from '../../app/domain/words/sources'
import { district } from './areas'

export type BodySeed = {
  key: string
  name: string
  kind: BodyKind
  channel: 'people' | 'judicial' | 'administrative'
  areaCode: string
  /** Codes of the types, or of local sub-types, it takes; empty: all. */
  types: readonly string[]
  /** Open cases at which it calls itself full; null where nobody said. */
  capacity: number | null
  languages: readonly string[]
  /** What it is part of: a station of its police, a tribunal of its court, a room of its committee. */
  parentKey: string | null
  /** The committee whose seal, numbers and files it uses (U21); null: its own. */
  sealOfKey: string | null
  /** The word in its file numbers: 束河 for （2026）束河人调字第12号. Only of a committee with a seal. */
  shortNumber: string | null
  hours: string
  place: string
  /** Invented: no telephone of the district begins with 000. */
  phone: string
  /** 特邀调解组织: only such a body takes what a court entrusts (U3). */
  courtInvited: boolean
  /** A stationed room: code of the source whose cases it is there for. */
  stationedWith: Source | null
  scopeNote: string
  /** Details of real bodies (scope, hours, people) are demo data and are marked so on the page (U37). */
  demo: true
}

export const officeHours = '周一至周五 9:00—12:00，14:00—17:30'
export const dailyHours = '每天 9:00—20:00'

type Given = Pick<BodySeed, 'key' | 'name' | 'kind' | 'place' | 'scopeNote'> & Partial<BodySeed>

/** A body with what most bodies have; its channel is its kind's. */
export const body = (given: Given): BodySeed => ({
  channel: channelOf(given.kind),
  areaCode: district.code,
  types: [],
  capacity: null,
  languages: ['chinese', 'naxi'],
  parentKey: null,
  sealOfKey: null,
  shortNumber: null,
  hours: officeHours,
  phone: '',
  courtInvited: false,
  stationedWith: null,
  ...given,
  demo: true,
})
