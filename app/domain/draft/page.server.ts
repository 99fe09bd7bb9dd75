import { db } from '#app/db/client.server'
import { bodiesOf, type Person } from '../actor'
import { formatTime } from '../calendar/days'
import { dutyWho } from '../duty/words'
import { isId } from '../id'
import { elsewhereWords } from '../matter/elsewhere'
import { doorChoice } from '../own-door/doors.server'
import type { Candidate } from '../duplicates/find.server'
import { possibleDuplicates } from '../duplicates/form.server'
import { placeWord } from '../registration/place.server'
import { choiceOf, mostUsed } from '../types/dispute-types'
import { searchTypes } from '../types/search-types'
import { agreementForms } from '../words/agreements'
import { dangerSigns } from '../words/danger-signs'
import { entrustKinds } from '../words/office'
import {
  credentials,
  languages,
  noticeHows,
  partyKinds,
  relations,
  representatives,
  rosterUnits,
  tellings,
  willingness,
} from '../words/parties'
import { courtProcedures, intakeChannels, sources, type Source } from '../words/sources'
import { optionsOf } from '../words/words'
import { areaChoice } from './areas.server'
import type { Draft } from './drafts.server'
import { helpersNear } from './on-the-spot.server'
import { photosOf } from './photos.server'
import { soFarOf } from './so-far'
import { cameBy } from './preset'
import { partiesOf, readTyped } from './read'
import { settledBy } from './settlement'
import { stepTitles, type Step } from './steps'
import { summaryOf } from './summary'
import { rowsAt, textAt, type Values } from './values'

type Option = { value: string; label: string }

/** The two whom most disputes have, until somebody says otherwise. */
const firstParties: Values[] = [
  { side: 'applicant', kind: 'person' },
  { side: 'respondent', kind: 'person' },
]
export const shownParties = (values: Values): Values[] => (rowsAt(values, 'parties').length ? rowsAt(values, 'parties') : firstParties)

/** Sides as one asks them at a door: nobody says 被申请人 there. */
const plainSides: Option[] = [
  { value: 'applicant', label: '提出来的一方' },
  { value: 'respondent', label: '对方' },
  { value: 'third', label: '有关的人' },
]

/** Types as buttons: the six most used, what a search found, and what was chosen. */
export function typeOptions(values: Values): { usual: Option[]; found: Option[] | null; chosen: string } {
  const option = (code: string): Option[] => {
    const choice = choiceOf(code)
    return choice ? [{ value: code, label: choice.label }] : []
  }
  const [chosen, query] = [textAt(values, 'typeCode'), textAt(values, 'typeQuery')]
  const usual = mostUsed.flatMap(option)
  const extra = usual.some(({ value }) => value === chosen) ? [] : option(chosen)
  return {
    usual: [...usual, ...extra],
    found: query ? searchTypes(query).map(({ code, label }) => ({ value: code, label })) : null,
    chosen,
  }
}

const where = async (actor: Person, values: Values) => ({ areas: await areaChoice(actor), types: typeOptions(values) })

const parties = {
  sides: plainSides,
  kinds: optionsOf(partyKinds),
  credentials: optionsOf(credentials),
  languages: optionsOf(languages),
  tellings: optionsOf(tellings),
  willingness: optionsOf(willingness),
  representatives: optionsOf(representatives),
  relations: Object.values(relations).map(({ label }) => label),
  rosterUnits: optionsOf(rosterUnits),
}

async function facts(actor: Person, draft: Draft | null, values: Values) {
  const [{ settlers, station, duty }, photos] = await Promise.all([helpersNear(textAt(values, 'areaId')), draft ? photosOf(draft.id) : []])
  const signs = Object.entries(dangerSigns).map(([value, { label, call, article }]) => ({
    value,
    label,
    article,
    call: [
      ...call.map(({ who, phone }) => (who === '辖区派出所' && station ? { who: station.name, phone: station.phone } : { who, phone })),
      ...duty.map((one) => ({ who: dutyWho(one), phone: one.phone })),
    ],
  }))
  const names = partiesOf(values).flatMap(({ party }) => textAt(party, 'name') || [])
  return {
    signs,
    settlers,
    photos,
    names,
    languages: optionsOf(languages),
    forms: optionsOf(agreementForms),
    me: actor.accountId,
    settledBy: Object.entries(settledBy).map(([value, words]) => ({ value, ...words })),
  }
}

/** Who may have handed it over, by name; whose liaison registers it is that unit. */
async function entrusting(actor: Person, source: Source) {
  const bodies = await db.body.findMany({
    where: { validTo: null, channel: { not: 'people' } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
    take: 500,
  })
  const [own] = bodiesOf(actor, 'court', 'organ')
  const kind: keyof typeof entrustKinds | null = sources[source].entrusted ? (source === 'court' ? 'delegated' : 'transferred') : null
  return {
    kinds: optionsOf(entrustKinds),
    procedures: optionsOf(courtProcedures).filter(({ value }) => value !== 'prefiling'),
    senders: bodies.map(({ name }) => name),
    kind: kind ?? '',
    sender: bodies.find(({ id }) => id === own)?.name ?? '',
    meant: kind !== null,
  }
}

async function review(actor: Person, draft: Draft | null, values: Values, now: Date) {
  const { form, settlement, errors } = readTyped(values, now)
  const area = form && (await db.area.findUnique({ where: { id: form.areaId }, select: { name: true } }))
  const came = cameBy(actor, values)
  const asked = partiesOf(values).find(({ party }) => textAt(party, 'side') === 'applicant')
  const meant = partiesOf(values).map(({ at, party }) => ({ value: String(at), label: textAt(party, 'name') || '姓名不详' }))
  return {
    sections: form ? summaryOf(form, settlement, area ? placeWord(area.name) : '', form.typeCode) : [],
    errors,
    came: { ...came, forParty: came.source === 'applied' && asked ? String(asked.at) : 'none' },
    parties: meant,
    sources: optionsOf(sources),
    entrusted: await entrusting(actor, came.source),
    intakes: optionsOf(intakeChannels),
    photos: draft ? (await photosOf(draft.id)).length : 0,
    elsewhere: elsewhereWords(),
    noticeHows: optionsOf(noticeHows),
    doors: settlement ? null : await doorChoice(actor, form),
  }
}

async function sameOnes(actor: Person, values: Values, now: Date): Promise<Candidate[]> {
  const { form } = readTyped({ ...values, facts: textAt(values, 'facts') || '。' }, now)
  return form ? possibleDuplicates(db, actor, form, now) : []
}

/** The village that was chosen, by name; nothing before. */
async function placeNamed(values: Values): Promise<string> {
  const id = textAt(values, 'areaId')
  const area = isId(id) ? await db.area.findUnique({ where: { id }, select: { name: true } }) : null
  return area ? placeWord(area.name) : ''
}

/** One page of a registration: what was typed, what may be chosen, and what may be the same dispute. */
export async function stepPage(actor: Person, id: string, draft: Draft | null, step: Step, now = new Date()) {
  const kept = draft?.values ?? {}
  const [asksSame, one, three, four, place] = await Promise.all([
    step === 2 || step === 4 ? sameOnes(actor, kept, now) : [],
    step === 1 ? where(actor, kept) : null,
    step === 3 ? facts(actor, draft, kept) : null,
    step === 4 ? review(actor, draft, kept, now) : null,
    step === 2 || step === 3 ? placeNamed(kept) : '',
  ])
  const values: Values = step === 2 ? { ...kept, parties: shownParties(kept) } : kept
  return {
    id,
    step,
    title: stepTitles[step],
    values,
    reached: draft?.step ?? 1,
    soFar: soFarOf(kept, place),
    saved: draft ? `${formatTime(draft.updatedAt)} 已存到系统` : null,
    same: asksSame,
    one,
    two: step === 2 ? parties : null,
    three,
    four,
  }
}

export type StepPage = Awaited<ReturnType<typeof stepPage>>
