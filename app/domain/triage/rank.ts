import type { Channel } from '#machines/dispute.events'
import { coversType } from '../types/dispute-types'
import { waysFor } from '../types/ways'
import { bodyKinds, type BodyKind } from '../words/body-kinds'
import { languages as languageWords } from '../words/parties'
import type { ReturnReason } from '../words/reasons'
import { labelOf } from '../words/words'
import { lawFirst, lawFirstSay, ownApplication } from './law-first'
import { doubtWords } from './leg-end'

/** A body as the ranking looks at it, on one dispute. */
export type Applicant = {
  id: string
  name: string
  kind: BodyKind
  channel: Channel
  types: string[]
  capacity: number | null
  courtInvited: boolean
  /** How far its area is from the dispute's: its village, its township, the district, or elsewhere. */
  near: 'village' | 'township' | 'district' | 'elsewhere'
  /** Cases open there now. */
  load: number
  /** Of those who mediate there, how many speak each language. */
  speakers: Record<string, number>
  /** Who of its people has the name of a party: a person's to check (U15). */
  namesakes: string[]
  /** What it did on this very dispute before, the last first. */
  before: { result: string | null; code: string | null }[]
}

export type Sought = {
  typeCode: string
  subtypeCode: string | null
  typeWords: string
  /** Spoken by the parties, Chinese apart. */
  languages: string[]
  entrustedByCourt: boolean
  /** Who has answered 不愿意. */
  unwilling: string[]
  /** Medical: not every side has agreed yet. */
  awaitsConsent: boolean
  /** Names of organisations among the parties. */
  organisations: string[]
}

export type Reason = { verdict: 'yes' | 'but' | 'no'; text: string; internal?: boolean }
export type Candidate = { body: Applicant; reasons: Reason[]; tier: number; unsuitable: boolean; guided: boolean }

const yes = (text: string): Reason => ({ verdict: 'yes', text })
const but = (text: string, internal = false): Reason => ({ verdict: 'but', text, ...(internal ? { internal } : {}) })
const no = (text: string): Reason => ({ verdict: 'no', text })

const places = {
  village: '就在本村（社区）',
  township: '在本乡镇（街道）',
  district: '全区都管',
  elsewhere: '不在这个乡镇（街道）',
} as const

const scope = ({ types, near }: Applicant, { typeCode, subtypeCode, typeWords }: Sought): Reason => {
  if (!coversType(types, typeCode, subtypeCode)) return no(`受理范围里没有${typeWords}`)
  if (near === 'elsewhere') return but(`${places.elsewhere}，要当事人愿意过去`)
  return yes(types.length ? `地域、类型都管：${places[near]}，受理${typeWords}` : `${places[near]}，各类纠纷都受理`)
}

function language({ speakers, channel }: Applicant, { languages }: Sought): Reason[] {
  if (channel !== 'people') return []
  return languages.map((code) => {
    const word = labelOf(languageWords, code)
    const count = speakers[code] ?? 0
    return count ? yes(`有会${word}的 ${count} 名`) : but(`没有会${word}的调解员，要请翻译`)
  })
}

/** From four fifths of its capacity on, a body is nearly full. */
const nearlyFull = 0.8

const loadOf = ({ load, capacity }: Applicant): Reason => {
  if (capacity === null) return load ? yes(`在办 ${load} 件`) : yes('现在没有在办的')
  if (load >= capacity) return but(`在办 ${load} 件，上限 ${capacity} 件，已满`)
  return load >= capacity * nearlyFull ? but(`在办 ${load} 件，接近上限 ${capacity} 件`) : yes(`在办 ${load} 件，上限 ${capacity} 件`)
}

/** Reasons for which it would give it back again. */
const lasting: readonly string[] = ['outOfScope', 'outOfArea', 'partyUnwilling', 'conflict'] satisfies ReturnReason[]

const earlier = ({ before }: Applicant): Reason[] =>
  before.slice(0, 2).flatMap(({ result, code }): Reason[] => {
    const doubt = doubtWords(result, code)
    if (!doubt) return []
    return [lasting.includes(code ?? '') ? no(doubt) : but(doubt)]
  })

const conflict = ({ name, namesakes }: Applicant, { organisations }: Sought): Reason[] => [
  ...(organisations.some((party) => party === name) ? [no('它自己就是当事人')] : []),
  ...namesakes.map((who) => but(`${who}和一方当事人同名，指派前先核实是不是本人`, true)),
]

function bars({ channel, courtInvited }: Applicant, { entrustedByCourt, unwilling, awaitsConsent }: Sought): Reason[] {
  if (channel !== 'people') return []
  return [
    ...(unwilling.length ? [no(`${unwilling.join('、')}不愿意调解，受理不了（《人民调解法》第17条）`)] : []),
    ...(awaitsConsent ? [but('医疗纠纷要各方都同意才能受理，先问清楚')] : []),
    ...(entrustedByCourt && !courtInvited ? [no('不是特邀调解组织，接不了法院委派、委托的')] : []),
  ]
}

/** The village first, then rooms and industry committees of the type, then the township, then the district. */
const tiers: Partial<Record<BodyKind, number>> = {
  villageCommittee: 1,
  namedRoom: 2,
  industryCommittee: 2,
  townshipCommittee: 3,
  stationedRoom: 4,
  jointCommittee: 5,
}
/** The ways of law in their own order, then organs whose scope has the type. */
const wayTier = 6
const otherTier = 8

function tierOf(body: Applicant, of: Sought): number {
  if (lawFirst(of.typeCode, of.subtypeCode).includes(body.kind)) return 0
  const way = waysFor(of.typeCode, of.subtypeCode).findIndex(({ to }) => to === body.kind)
  return tiers[body.kind] ?? (way < 0 ? otherTier : wayTier + way / 10)
}

/** Other villages' and townships' bodies do not come into question; an organ only where the law or its own scope names it. */
function comesIntoQuestion(body: Applicant, { typeCode, subtypeCode }: Sought): boolean {
  const local = body.kind === 'villageCommittee' || body.kind === 'townshipCommittee' || body.kind === 'police'
  if (body.near === 'elsewhere' && local) return false
  if (body.channel === 'people') return true
  const named = waysFor(typeCode, subtypeCode).some(({ to }) => to === body.kind) || lawFirst(typeCode, subtypeCode).includes(body.kind)
  return body.types.length ? coversType(body.types, typeCode, subtypeCode) : named
}

function judge(body: Applicant, of: Sought): Candidate {
  const way = waysFor(of.typeCode, of.subtypeCode).find(({ to }) => to === body.kind)
  const guided = ownApplication(body.kind)
  const law = [
    ...(lawFirst(of.typeCode, of.subtypeCode).includes(body.kind) ? [yes(lawFirstSay)] : []),
    ...(way ? [yes(way.article ? `${way.say}（${way.article}）` : way.say)] : []),
    ...(guided ? [but(`要当事人自己申请：先引导，申请了再${bodyKinds[body.kind].way === '诉讼' ? '登记' : '交过去'}`)] : []),
  ]
  const reasons = [...law, scope(body, of), ...bars(body, of), ...language(body, of), ...conflict(body, of), ...earlier(body), loadOf(body)]
  const order = { yes: 0, but: 1, no: 2 } as const
  const sorted = [...reasons].sort((a, b) => order[a.verdict] - order[b.verdict])
  const full = body.capacity !== null && body.load >= body.capacity
  return {
    body,
    reasons: sorted,
    tier: tierOf(body, of) + (full ? 20 : 0) + (body.near === 'elsewhere' ? 3.5 : 0) + (earlier(body).length ? 3 : 0),
    unsuitable: reasons.some(({ verdict }) => verdict === 'no'),
    guided,
  }
}

const doubts = ({ reasons }: Candidate) => reasons.filter(({ verdict }) => verdict === 'but').length

/**
 * Who could take the dispute, the fittest first: by tier (what the law asks for; the village; a room or an industry
 * committee of the type; the township; the district; organs), then by fewer doubts, then by load. Who had this one before
 * and did not end it comes three tiers later, a full body after all that are not. Those that cannot are last, with what
 * speaks against them.
 */
export const rank = (bodies: Applicant[], of: Sought): Candidate[] =>
  bodies
    .filter((body) => comesIntoQuestion(body, of))
    .map((body) => judge(body, of))
    .sort(
      (a, b) =>
        Number(a.unsuitable) - Number(b.unsuitable) ||
        a.tier - b.tier ||
        doubts(a) - doubts(b) ||
        a.body.load - b.body.load ||
        a.body.name.localeCompare(b.body.name),
    )

/** The reason as it goes on the path: what speaks for it, and what is known against it, without what is for staff only. */
export const reasonText = ({ reasons }: Candidate): string =>
  reasons
    .filter(({ internal, verdict }) => !internal && verdict !== 'no')
    .map(({ text }) => text)
    .join('；')
    .slice(0, 500)
