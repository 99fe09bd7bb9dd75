import type { ZodError } from 'zod'
import { dayIn } from '../calendar/days'
import { fenOf } from '../forms/money'
import { identityProblem, identityProblemText } from '../privacy/identity-number'
import { isPhone } from '../privacy/phone'
import { registrationForm, type Registration } from '../registration/form'
import { credentials } from '../words/parties'
import { sources } from '../words/sources'
import { isCode } from '../words/words'
import { settlementForm, type Settlement } from './settlement'
import { isValues, listAt, rowsAt, textAt, type Typed, type Values } from './values'

/** A draft as a registration; `errors` by the name of the field as the page has it. */
export type Read = { form: Registration | null; settlement: Settlement | null; errors: Record<string, string> }

/** Shanghai's clock, whatever the machine's. */
const moment = (text: string) => (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? `${text}:00+08:00` : text)
const given = (text: string) => text || undefined
const ticked = (text: string) => text !== ''

/** What the page fills in itself. */
const preset: readonly string[] = ['side', 'kind', 'idKind', 'rosterUnit']

/** Nothing but a side and a kind, which the page fills in itself: nobody is meant. */
export const isBlankParty = (party: Values): boolean =>
  !Object.entries(party).some(
    ([name, typed]) =>
      !(name === 'willing' && typed === 'notAsked') && !preset.includes(name) && !(name === 'helpers' && isBlankList(typed)),
  )
const isBlankHelper = (helper: Values) => !textAt(helper, 'name') && !textAt(helper, 'phone') && !textAt(helper, 'relation')
const isBlankList = (typed: Typed) => Array.isArray(typed) && typed.every((row) => isValues(row) && isBlankHelper(row))

/** Those who are meant, each with its place on the page. */
export const partiesOf = (values: Values): { at: number; party: Values }[] =>
  rowsAt(values, 'parties')
    .map((party, at) => ({ at, party }))
    .filter(({ party }) => !isBlankParty(party))

const partyInput = (party: Values) => {
  const { unknown: _unknown, ...typed } = party
  return {
    ...typed,
    side: textAt(party, 'side') || 'respondent',
    kind: textAt(party, 'kind') || 'person',
    name: textAt(party, 'name'),
    minor: ticked(textAt(party, 'minor')),
    noSms: ticked(textAt(party, 'noSms')),
    rosterEstimated: ticked(textAt(party, 'rosterEstimated')),
    languages: listAt(party, 'languages'),
    idKind: given(textAt(party, 'idKind')),
    helpers: rowsAt(party, 'helpers')
      .filter((helper) => !isBlankHelper(helper))
      .map((helper) => ({ ...helper, maySettle: ticked(textAt(helper, 'maySettle')) })),
  }
}

/** Asked only where the source is owed an answer; on another it is left alone. */
function entrustedInput(values: Values) {
  const source = textAt(values, 'source')
  if (!isCode(sources, source) || !sources[source].entrusted) return undefined
  const at = (name: string) => given(textAt(values, `entrusted.${name}`))
  const signed = at('signedForAt')
  return {
    kind: at('kind'),
    sender: at('sender'),
    number: at('number'),
    papers: at('papers'),
    procedure: at('procedure'),
    answerBy: at('answerBy'),
    signedForAt: signed && moment(signed),
  }
}

function inputOf(values: Values, parties: { at: number; party: Values }[]) {
  const amount = textAt(values, 'amount')
  const forParty = parties.findIndex(({ at }) => String(at) === textAt(values, 'forParty'))
  const { amount: _amount, settle: _settle, typeQuery: _query, forParty: _for, ...typed } = values
  return {
    ...typed,
    areaId: textAt(values, 'areaId'),
    typeCode: given(textAt(values, 'typeCode')),
    facts: textAt(values, 'facts'),
    askedAt: given(moment(textAt(values, 'askedAt'))),
    leavesAt: given(moment(textAt(values, 'leavesAt'))),
    entrusted: entrustedInput(values),
    happenedAt: given(moment(textAt(values, 'happenedAt'))),
    amountFen: amount ? (fenOf(amount) ?? 'x') : undefined,
    amountAbout: ticked(textAt(values, 'amountAbout')),
    urgent: ticked(textAt(values, 'urgent')),
    sealed: ticked(textAt(values, 'sealed')),
    dangerNotYet: ticked(textAt(values, 'dangerNotYet')),
    noticeTold: ticked(textAt(values, 'noticeTold')),
    noticeHow: given(textAt(values, 'noticeHow')),
    elsewhere: given(textAt(values, 'elsewhere')),
    elsewhereKind: given(textAt(values, 'elsewhereKind')),
    elsewhereStanding: given(textAt(values, 'elsewhereStanding')),
    languages: listAt(values, 'languages'),
    dangerSigns: listAt(values, 'dangerSigns'),
    parties: parties.map(({ party }) => partyInput(party)),
    duplicates: rowsAt(values, 'duplicates')
      .filter((one) => textAt(one, 'same'))
      .map((one) => ({ ...one, same: textAt(one, 'same') === 'yes' })),
    ...(forParty >= 0 && { forParty }),
  }
}

/** Where the page has it: the places of parties that are meant, yuan for fen. */
const nameOf = (path: readonly PropertyKey[], parties: { at: number }[]): string =>
  path.reduce<string>((name, part, depth) => {
    if (typeof part === 'number') return `${name}[${path[depth - 1] === 'parties' ? (parties[part]?.at ?? part) : part}]`
    const word = part === 'amountFen' ? 'amount' : String(part)
    return name ? `${name}.${word}` : word
  }, '')

/** The first sentence for each field. */
const said = (error: ZodError | undefined, parties: { at: number }[]): Record<string, string> =>
  Object.fromEntries((error?.issues ?? []).map(({ path, message }): [string, string] => [nameOf(path, parties), message]).reverse())

function wrongNumbers({ at, party }: { at: number; party: Values }, today: string): [string, string][] {
  const [number, kind] = [textAt(party, 'idNumber'), textAt(party, 'idKind')]
  const problem = number ? identityProblem(isCode(credentials, kind) ? kind : 'residentId', number, today) : null
  const phone = (name: string, of: Values): [string, string][] =>
    textAt(of, 'phone') && !isPhone(textAt(of, 'phone')) ? [[`${name}.phone`, '电话号码不对，请核对；固定电话写上区号']] : []
  return [
    ...phone(`parties[${at}]`, party),
    ...rowsAt(party, 'helpers').flatMap((helper, row) => phone(`parties[${at}].helpers[${row}]`, helper)),
    ...(problem ? [[`parties[${at}].idNumber`, identityProblemText[problem]] as [string, string]] : []),
  ]
}

/** Reads a draft. Nearly nothing is compulsory: where and what, and in danger who was told (U4, U7). */
export function readTyped(values: Values, now: Date): Read {
  const parties = partiesOf(values)
  const form = registrationForm.safeParse(inputOf(values, parties))
  const settle = isValues(values.settle) && ticked(textAt(values, 'settle.on')) ? values.settle : null
  const settlement = settle ? settlementForm.safeParse(settlementInput(settle)) : null
  const errors: Record<string, string> = {
    ...said(form.error, parties),
    ...Object.fromEntries(Object.entries(said(settlement?.error, [])).map(([name, say]) => [`settle.${name}`, say])),
    ...Object.fromEntries(parties.flatMap((one) => wrongNumbers(one, dayIn(now)))),
  }
  if (listAt(values, 'dangerSigns').length && !textAt(values, 'dangerTold'))
    errors.dangerTold ??= '有危险情形：请写已经告诉了谁、什么时候、由谁告诉；还没有告诉的，写明为什么'
  for (const name of ['askedAt', 'happenedAt'] as const) if (form.data?.[name] && form.data[name] > now) errors[name] = '时间不能晚于现在'
  return { form: form.data ?? null, settlement: settlement?.data ?? null, errors }
}

const settlementInput = (settle: Values) => ({
  ...settle,
  terms: rowsAt(settle, 'terms')
    .filter((term) => ['who', 'what', 'amount', 'dueDay'].some((name) => textAt(term, name)))
    .map((term) => {
      const { amount: _amount, ...rest } = term
      const amount = textAt(term, 'amount')
      return { ...rest, kind: amount ? 'pay' : 'do', ...(amount && { amountFen: fenOf(amount) ?? 'x' }) }
    }),
})
