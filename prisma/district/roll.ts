import type { RegistrantKind, Office } from '../../app/domain/words/roll'
import { addDays, addMonths, type LegalDay } from '../../app/domain/calendar/days'
import { accounts } from './accounts'
import { languagesOf, townshipWord, townships, villages } from './areas'
import { bodies, type BodySeed } from './bodies'
import { inventedName } from './names'

/** Somebody of the demo's register; `accountKey` where they sign in. All of it is invented. */
export type RegistrantSeed = {
  name: string
  kind: RegistrantKind
  areaCode: string
  accountKey: string | null
  phone: string
  sex: 'female' | 'male'
  ethnicity: string
  birthYear: number
  education: string
  qualifications: readonly string[]
  languages: readonly string[]
  employer: string | null
  salaried: boolean
  cap: number | null
  held: { bodyKey: string; office: Office; how: 'elected' | 'engaged'; paper: string; from: LegalDay; to: LegalDay | null }[]
}

const peoples = ['naxi', 'han', 'naxi', 'bai', 'yi', 'lisu']
const schools = ['bachelor', 'college', 'seniorSecondary', 'college']

/** Committees that the demo shows as lacking something: members, a woman, another people, a term. */
const lacks = (body: BodySeed, n: number): 'members' | 'woman' | 'people' | 'term' | 'ending' | 'schooling' | null =>
  body.kind === 'villageCommittee'
    ? n % 19 === 7
      ? 'members'
      : n % 23 === 11
        ? 'woman'
        : n % 29 === 13
          ? 'term'
          : n % 31 === 17
            ? 'ending'
            : null
    : body.key === `township-${townships.at(-1)!.code}`
      ? 'schooling'
      : body.key === 'industry-property'
        ? 'people'
        : null

const people = bodies.filter(({ channel }) => channel === 'people')
const isRoom = ({ sealOfKey }: BodySeed) => sealOfKey !== null

/** When the present term of a committee began, seen from the day of the seed: half-way through, but for a few. */
const electedOn = (body: BodySeed, n: number, today: LegalDay): LegalDay => {
  const lack = lacks(body, n)
  return addDays(addMonths(`${today.slice(0, 7)}-01`, lack === 'term' ? -38 : lack === 'ending' ? -35 : -17), n % 25)
}
const termEnd = (elected: LegalDay) => addDays(addMonths(elected, 36), -1)

/** Terms of the committees: who elected them, and from when to when. */
export const termSeeds = (today: LegalDay) =>
  people.flatMap((body, n) =>
    isRoom(body)
      ? []
      : [
          {
            bodyKey: body.key,
            electedOn: electedOn(body, n, today),
            endsOn: termEnd(electedOn(body, n, today)),
            how: body.kind === 'villageCommittee' ? 'villagers' : 'appointed',
          },
        ],
  )

const kindOf = ({ kind }: BodySeed, i: number): RegistrantKind =>
  kind === 'industryCommittee' ? 'sector' : kind === 'villageCommittee' ? 'mediator' : i === 1 ? 'fullTime' : 'mediator'

let counted = 0
const phoneOf = (n: number) => `13800531${String(n).padStart(3, '0')}`

/** Those who work in a body: its accounts, and in a village members without one. */
function staffOf(body: BodySeed, n: number, today: LegalDay): RegistrantSeed[] {
  const [lack, from] = [lacks(body, n), electedOn(body, n, today)]
  const own = accounts.filter(({ posts }) => posts.some(({ bodyKey }) => bodyKey === body.key))
  const others = body.kind !== 'villageCommittee' || lack === 'members' ? 0 : 2
  const all = [
    ...own.map(({ key, name, phone, languages }) => ({ key, name, phone, languages })),
    ...Array.from({ length: others }, () => null),
  ]
  return all.map((account, i): RegistrantSeed => {
    const m = n + i * 5
    const office: Office = isRoom(body) ? (i === 0 ? 'host' : 'mediator') : i === 0 ? 'director' : 'member'
    const how = isRoom(body) || body.kind === 'industryCommittee' ? 'engaged' : 'elected'
    return {
      name: account?.name ?? inventedName(400 + counted),
      kind: kindOf(body, i),
      areaCode: body.areaCode,
      accountKey: account?.key ?? null,
      phone: account?.phone ?? phoneOf(counted++),
      sex: lack === 'woman' ? 'male' : i % 2 === 1 ? 'female' : 'male',
      ethnicity:
        lack === 'people'
          ? 'naxi'
          : peoples[(n + i) % peoples.length] === peoples[n % peoples.length]
            ? 'bai'
            : peoples[(n + i) % peoples.length]!,
      birthYear: 1962 + (m % 34),
      education: lack === 'schooling' && i === 2 ? 'juniorSecondary' : schools[m % schools.length]!,
      qualifications:
        body.key === 'industry-medical' && i > 0 ? ['doctor'] : i === 1 && body.kind !== 'villageCommittee' ? ['legalWorker'] : [],
      languages: account?.languages ?? languagesOf(body.areaCode).slice(0, 2),
      employer: null,
      salaried: false,
      cap: kindOf(body, i) === 'fullTime' ? 12 : null,
      held: [
        { bodyKey: body.key, office, how, paper: `演示聘〔${from.slice(0, 4)}〕${n + 1}号`, from, to: isRoom(body) ? null : termEnd(from) },
      ],
    }
  })
}

const readers = 2

/** One legal adviser and a few 法律明白人 a village. */
function adviceOf({ code, name, parentCode }: (typeof villages)[number], n: number): RegistrantSeed[] {
  const town = townshipWord(townships.find((one) => one.code === parentCode)?.name ?? name)
  return Array.from({ length: 1 + readers }, (_, i): RegistrantSeed => ({
    name: inventedName(400 + counted),
    kind: i === 0 ? 'adviser' : 'lawReader',
    areaCode: code,
    accountKey: null,
    phone: phoneOf(counted++),
    sex: (n + i) % 2 ? 'female' : 'male',
    ethnicity: peoples[(n + i) % peoples.length]!,
    birthYear: 1968 + ((n * 3 + i) % 28),
    education: i === 0 ? 'bachelor' : 'seniorSecondary',
    qualifications: i === 0 ? ['lawyer'] : [],
    languages: i === 0 ? ['chinese'] : languagesOf(code).slice(0, 2),
    employer: i === 0 ? `${town}演示律师事务所` : null,
    salaried: false,
    cap: null,
    held: [],
  }))
}

/** The demo's register, the same on every day but for the terms, which stand about `today`. */
export function rollSeeds(today: LegalDay): RegistrantSeed[] {
  counted = 0
  return [...people.flatMap((body, n) => staffOf(body, n, today)), ...villages.flatMap(adviceOf)]
}
