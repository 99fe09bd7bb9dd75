import type { Applicant, Inputs, Sought } from '#app/domain/recommend/inputs'
import { channelOf, type BodyKind } from '#app/domain/words/body-kinds'

/** A body as the rules look at it; what is not given is unremarkable. Its id is its kind, unless said. */
export const applicant = (given: Partial<Applicant> & Pick<Applicant, 'kind'>): Applicant => ({
  id: given.kind,
  channel: channelOf(given.kind),
  types: [],
  capacity: 10,
  courtInvited: false,
  stationedWith: null,
  near: 'district',
  tiles: 0,
  load: 0,
  speakers: {},
  staff: { clear: 2, verify: 0, warn: 0, blocked: 0, away: 0, full: 0 },
  party: false,
  employs: false,
  wished: 0,
  dealt: 0,
  before: [],
  ...given,
})

/** An ordinary quarrel between neighbours. */
export const sought = (given: Partial<Sought> = {}): Sought => ({
  disputeId: '0192f000-0000-7000-8000-000000000001',
  typeCode: '02',
  subtypeCode: null,
  source: 'applied',
  intake: 'visit',
  risk: 'green',
  people: 2,
  amountFen: null,
  visitor: false,
  attempts: 0,
  languages: [],
  sides: 2,
  unwilling: [],
  awaitsConsent: false,
  registrarBodies: [],
  ...given,
})

/** The network of one township and its district, one body of a kind. */
export const network = {
  village: applicant({
    kind: 'villageCommittee',
    near: 'village',
    types: ['01', '02', '03', '04', '05', '06', '07', '09', '11', '12', '15', '99'],
  }),
  room: applicant({ kind: 'namedRoom', near: 'township', types: ['02', '0401', '11'] }),
  township: applicant({ kind: 'townshipCommittee', near: 'township', capacity: 30 }),
  industry: applicant({ kind: 'industryCommittee', types: ['10'], capacity: 40 }),
  joint: applicant({ kind: 'jointCommittee', courtInvited: true, capacity: 30 }),
  stationed: applicant({ kind: 'stationedRoom', types: ['02', '04'], courtInvited: true, stationedWith: 'court' }),
  court: applicant({ kind: 'court', capacity: null }),
  arbitration: applicant({ kind: 'labourArbitration', types: ['10'], capacity: null }),
  government: applicant({ kind: 'government', types: ['07'], capacity: null }),
  resources: applicant({ kind: 'naturalResources', types: ['07'], capacity: null }),
} as const

export const inputs = (of: Partial<Sought> = {}, bodies: readonly Applicant[] = Object.values(network)): Inputs => ({
  sought: sought(of),
  applicants: [...bodies],
})

export const kindsOf = (ids: readonly { bodyId: string }[], { applicants }: Inputs): BodyKind[] =>
  ids.map(({ bodyId }) => applicants.find(({ id }) => id === bodyId)?.kind ?? 'other')
