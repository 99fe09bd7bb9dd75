import { asksFrom, between, mostOfOne, peopleFrom, rules, type Rule } from './rules'
import { namesAgree } from './near-names'

/** Somebody in a registration, as far as two can be held against each other: a name and keyed hashes, no numbers. */
export type Someone = {
  /** Empty: 姓名不详. */
  name: string
  idHash: string | null
  /** Of the own telephone and of those who act for them. */
  phoneHashes: readonly string[]
  addressHash: string | null
}

export type Told = {
  villageId: string
  townshipId: string
  type: string
  subtype: string | null
  at: Date
  people: readonly Someone[]
}

export type Reason = { rule: Rule; weight: number; say: string; about?: string }
export type Score = { total: number; reasons: Reason[]; asks: boolean }

const because = (rule: Rule, about?: string): Reason => ({ rule, ...rules[rule], ...(about && { about }) })

/** What agrees of two people; nothing where they have nothing in common. */
function agreesOf(one: Someone, other: Someone): Reason[] {
  const name = namesAgree(one.name, other.name)
  const names = one.name === other.name ? one.name : `${one.name}、${other.name}`
  return [
    one.idHash && one.idHash === other.idHash ? because('sameIdentity', one.name) : null,
    one.phoneHashes.some((hash) => other.phoneHashes.includes(hash)) ? because('samePhone', one.name) : null,
    name ? because(name, names) : null,
    one.addressHash && one.addressHash === other.addressHash ? because('sameAddress', one.name) : null,
  ].filter((reason) => reason !== null)
}

const weightOf = (reasons: readonly Reason[]) =>
  Math.min(
    mostOfOne,
    reasons.reduce((sum, { weight }) => sum + weight, 0),
  )

/** Each person of one goes with at most one of the other, the best pairs first. */
function pairs(one: readonly Someone[], other: readonly Someone[]): Reason[][] {
  const all = one
    .flatMap((a, at) => other.map((b, place) => ({ at, place, reasons: agreesOf(a, b) })))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => weightOf(b.reasons) - weightOf(a.reasons))
  const taken = { one: new Set<number>(), other: new Set<number>() }
  return all.flatMap(({ at, place, reasons }) => {
    if (taken.one.has(at) || taken.other.has(place)) return []
    taken.one.add(at)
    taken.other.add(place)
    return [reasons]
  })
}

/** No type was chosen yet, or none fits: it says nothing. */
const unsaid = '99'

function aboutTypes(a: Told, b: Told): Rule | null {
  if (a.type === unsaid || b.type === unsaid) return null
  if (a.type !== b.type) return 'otherType'
  return a.subtype === b.subtype ? 'sameSubtype' : 'sameType'
}

const aboutPlaces = (a: Told, b: Told): Rule =>
  a.villageId === b.villageId ? 'sameVillage' : a.townshipId === b.townshipId ? 'sameTownship' : 'otherTownship'

const aboutTimes = (a: Told, b: Told): Rule => {
  const days = Math.abs(a.at.getTime() - b.at.getTime()) / 86_400_000
  return between.find(([most]) => days < most)?.[1] ?? 'longAgo'
}

/** Whether two registrations may be one quarrel, and why; null where they have nobody in common. The same input, the same answer. */
export function scoreOf(a: Told, b: Told): Score | null {
  const met = pairs(a.people, b.people)
  if (met.length === 0) return null
  const named = Math.min(...[a, b].map(({ people }) => people.filter(({ name }) => name).length))
  const rest = [aboutTypes(a, b), aboutPlaces(a, b), aboutTimes(a, b), met.length < named ? ('otherPeople' as const) : null]
  const reasons = [...met.flat(), ...rest.flatMap((rule) => (rule ? [because(rule)] : []))]
  const people = met.reduce((sum, one) => sum + weightOf(one), 0)
  const total = rest.reduce((sum, rule) => sum + (rule ? rules[rule].weight : 0), people)
  return { total, reasons: reasons.sort((x, y) => y.weight - x.weight), asks: people >= peopleFrom && total >= asksFrom }
}

/** How much speaks for two being one person; nothing where their identity numbers differ. */
export const personWeight = (one: Someone, other: Someone): number =>
  one.idHash && other.idHash && one.idHash !== other.idHash ? 0 : weightOf(agreesOf(one, other))
