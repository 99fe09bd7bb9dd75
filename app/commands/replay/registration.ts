import { db } from '#app/db/client.server'
import type { BodyKind } from '#app/domain/words/body-kinds'
import type { Person } from '#app/domain/actor'
import { registrationForm, type Registration } from '#app/domain/registration/form'
import { guessType } from '#app/domain/types/guess-type'
import { knownKinds, typeOfKind } from '../../../tests/support/kinds'
import { knownSources, sourceByWords, sourceOfText } from '../../../tests/support/sources'
import { bodyFor, findByKind, speakerRole, type Place } from './bodies'
import type { ActOf, CaseFile, CaseParty } from './case'
import { intakeOf } from './implied'
import type { People } from './people'

/** Where a case from elsewhere is carried: a township of the seed. */
const fallback = '束河街道'

/** The village or township of the report where the district has one of that name, else the fallback. */
export async function placeOfCase({ place }: CaseFile): Promise<Place> {
  const names = [place.village, place.township, fallback].filter((name) => name != null)
  const areas = await db.area.findMany({
    where: { name: { in: names }, level: { in: ['township', 'village'] }, validTo: null },
    include: { parent: true },
  })
  const area = names.map((name) => areas.find((one) => one.name === name)).find((one) => one !== undefined)
  if (!area?.parentId) throw new Error(`没有 ${fallback}`)
  if (area.level === 'township') return { id: area.id, name: area.name, townshipId: area.id, districtId: area.parentId }
  if (!area.parent?.parentId) throw new Error(`${area.name} 不属于任何区`)
  return { id: area.id, name: area.name, townshipId: area.parentId, districtId: area.parent.parentId }
}

/** A village of the township where a case from elsewhere is placed, standing for the report's own. */
const someVillage = '龙泉社区居委会'

/**
 * Where a desk would have placed it: in its village where the report names one, in the township where it names that or two villages, else at
 * the district. For recommending: who is near is half of the answer.
 */
export async function placedWell(file: CaseFile): Promise<Place> {
  const { village, township } = file.place
  const several = /[/、和]/u.test([village, township].filter(Boolean).join(''))
  const own = await placeOfCase(file)
  if (own.name !== fallback || village === fallback || township === fallback) return own
  if (village && !several) {
    const area = await db.area.findFirst({ where: { name: someVillage, validTo: null } })
    if (area) return { ...own, id: area.id, name: area.name }
  }
  return own
}

const unitWords: readonly (readonly [RegExp, BodyKind])[] = [
  [/市场监管|工商|12315/u, 'marketSupervision'],
  [/人社|劳动监察|劳动保障/u, 'labour'],
  [/林业|自然资源|国土/u, 'naturalResources'],
  [/卫健|卫生/u, 'health'],
  [/文旅|旅游局|旅游质监/u, 'cultureTourism'],
  [/环保|生态环境/u, 'ecology'],
  [/住建|房管/u, 'housing'],
  [/司法所|镇调委|乡调委|街道/u, 'townshipCommittee'],
  [/村委|村调委|社区|居委/u, 'villageCommittee'],
]

/** Who registers it, as far as the report's words at registration say; what it was offered to afterwards is not looked at. */
export async function registrarByWords(file: CaseFile, { by, source }: ActOf<'register'>, place: Place, people: People): Promise<Person> {
  if (by !== 'body' && by !== 'mediator') return registrarOf(file, by, place, people)
  const kind = unitWords.find(([words]) => words.test(source))?.[1]
  const body = kind && (await findByKind(kind, place))
  const unit = body ? { bodyId: body.id } : { areaId: place.townshipId }
  const [first] = (['head', 'organ', 'mediator', 'triage'] as const).flatMap((role) => people.of(role, unit))
  return first ?? people.first('triage', { areaId: place.townshipId })
}

/** What the words of a report say where its exact words are in no list: the type by what it is about, the source by who handed it over. */
export function guessed(file: CaseFile, { by, source }: ActOf<'register'>, form: Registration): Registration {
  const known = knownKinds.includes(file.kind)
  const type = known ? null : guessType(file.kind, file.summary)
  const from = knownSources.includes(source) ? null : sourceByWords(`${source}${by === 'court' ? '法院' : by === 'police' ? '派出所' : ''}`)
  return { ...form, ...(type && { typeCode: type.code }), ...(from && { source: from.source, intake: from.channel ?? form.intake }) }
}

/** A side by the report's word for it; a word that says neither is the first party's or everybody else's. */
export function sideOf(role: string, first: boolean): 'applicant' | 'respondent' | 'third' {
  if (/第三|相关|案外|担保|其他/u.test(role)) return 'third'
  if (/被(?:申请|告|投诉|反映|执行|上诉)|乙方|答辩|对方/u.test(role)) return 'respondent'
  return first || /申请|原告|甲方|上访|投诉|反映/u.test(role) ? 'applicant' : 'respondent'
}

function partyOf({ role, name, kind, count, note }: CaseParty, place: number) {
  const several = kind === 'group' || (kind === 'person' && count > 1)
  const side = sideOf(role, place === 0)
  const unit = /户/u.test(name) ? 'household' : 'person'
  return {
    side,
    roleText: role,
    name,
    note: note ?? undefined,
    kind: several ? 'roster' : kind === 'org' ? 'organisation' : 'person',
    ...(several && { rosterCount: count, rosterUnit: unit }),
  }
}

/** Somebody asks or is asked: where the report names nobody of either side, it is whoever it names first. */
const sided = (parties: ReturnType<typeof partyOf>[]) =>
  parties.some(({ side }) => side !== 'third')
    ? parties
    : parties.map((party, place) => (place === 0 ? { ...party, side: 'applicant' as const } : party))

/** The place in the report's own words, where the register of areas does not say it already. */
function placeWords({ place }: CaseFile, { name }: Place): string | undefined {
  const words = Object.values(place).filter((word) => word != null && word !== '')
  return words.at(-1) === name ? undefined : words.join('') || undefined
}

/** What the form of registration would hold. */
export function formOf(file: CaseFile, { by, source, urgent, note }: ActOf<'register'>, place: Place, happenedAt: Date): Registration {
  const { type, subtype } = typeOfKind(file.kind)
  const from = sourceOfText(source)
  const parties = sided(file.parties.map(partyOf))
  return registrationForm.parse({
    areaId: place.id,
    placeText: placeWords(file, place),
    typeCode: subtype ?? type,
    typeText: file.kind,
    source: from.source,
    sourceText: source,
    intake: from.channel ?? intakeOf[by],
    facts: [file.summary, note].filter(Boolean).join('\n'),
    occurredOn: file.occurredOn ?? undefined,
    happenedAt,
    askedAt: by === 'party' ? happenedAt : undefined,
    urgent: urgent ?? false,
    amountFen: file.amountInDispute === null ? undefined : Math.round(file.amountInDispute * 100),
    amountNote: file.amountNote ?? undefined,
    amountAbout: /[约余近多]|左右/u.test(file.amountNote ?? ''),
    peopleCount: file.peopleAffected ?? undefined,
    parties,
    ...(by === 'party' && {
      forParty: Math.max(
        0,
        parties.findIndex(({ side }) => side === 'applicant'),
      ),
    }),
  })
}

/** Who writes it down. What a party brings is written down by the post; what a body found, by the body that it goes to. */
export async function registrarOf(file: CaseFile, by: ActOf<'register'>['by'], place: Place, people: People): Promise<Person> {
  const here = { areaId: place.townshipId }
  const committee = async (kind: string) => (await findByKind(kind, place))?.id ?? ''
  if (by === 'grid') {
    const villages = await db.area.findMany({ where: { parentId: place.townshipId }, orderBy: { code: 'asc' } })
    const workers = [place.id, ...villages.map(({ id }) => id)].flatMap((areaId) => people.of('grid', { areaId }))
    return workers[0] ?? people.first('triage', here)
  }
  if (by === 'mediator') return people.first('mediator', { bodyId: await committee('townshipCommittee') })
  if (by === 'court') return people.first('court', { bodyId: await committee('court') })
  if (by === 'police') return people.first('organ', { bodyId: await committee('police') })
  if (by === 'body') {
    const offer = file.acts.find((act) => act.act === 'offer')
    if (!offer) return people.first('head', { bodyId: await committee('townshipCommittee') })
    const body = await bodyFor(offer, offer.channel, place, people)
    return people.first(speakerRole(offer.channel), { bodyId: body.id })
  }
  return people.first('triage', here)
}
