import { z } from 'zod'
import { Refusal } from '../refusal'
import { termForm, type Term } from '../agreement/terms'
import type { TypeRules } from '../types/type-rules'
import { obligationKinds } from '../words/agreements'
import { optionsOf } from '../words/words'
import { termKeys, type FormField, type Option, type TermWords } from './field-data'
import { fenOf, typedYuan } from './money'

const most = 60
const cell = z.string({ error: '没有填对' }).max(2000, '太长了').optional()
const typedRow = z.object(Object.fromEntries(termKeys.map((key) => [key, cell])) as Record<(typeof termKeys)[number], typeof cell>)

/** `place`: which row of the form each term stood in, so that what is wrong is said beside it. */
export type TypedTerms = { terms: Term[]; places: number[] }

/** A field of the domain's term, as the form calls it. */
const fieldOf: Readonly<Record<string, string>> = { amountFen: 'amountYuan', dueDay: 'dueDate' }

/** 1、3 as places in the list from 0; null where it is no list of numbers. */
function dependencies(text: string | undefined, places: number[]): number[] | null {
  const parts = (text ?? '')
    .normalize('NFKC')
    .split(/[\s、,;；和]+/)
    .filter(Boolean)
  const found = parts.map((part) => (/^\d{1,3}$/.test(part) ? places.indexOf(Number(part) - 1) : -1))
  return found.includes(-1) ? null : found
}

const isFilled = (row: TermWords | undefined): row is TermWords => row !== undefined && termKeys.some((key) => row[key]?.trim())

/** The rows of the term editor, empty ones left out, as the domain's terms. */
export const termRows = z
  .array(typedRow.optional())
  .max(200, '条款太多了')
  .default([])
  .transform((rows, context): TypedTerms => {
    const places = rows.flatMap((row, place) => (isFilled(row) ? [place] : []))
    const say = (place: number, field: string, message: string) => context.addIssue({ code: 'custom', path: [place, field], message })
    if (places.length > most) context.addIssue({ code: 'custom', path: [], message: '条款太多了' })
    const terms = places.flatMap((place) => {
      const { amountYuan, dueDate, dependsOn, standing, ...row } = rows[place] ?? {}
      const fen = amountYuan?.trim() ? fenOf(amountYuan) : undefined
      if (fen === null) say(place, 'amountYuan', '金额没有填对，如 1200 或 1200.50')
      if (dueDate && (dueDate < '1900-01-01' || dueDate > '2199-12-31')) say(place, 'dueDate', '日期没有填对')
      const together = dependencies(dependsOn, places)
      if (!together || together.includes(places.indexOf(place))) say(place, 'dependsOn', '写另外几项的项号，如：1、3')
      const parsed = termForm.safeParse({
        ...row,
        heads: row.heads || undefined,
        times: row.times || undefined,
        every: row.every || undefined,
        kind: row.kind || undefined,
        who: row.who ?? '',
        what: row.what ?? '',
        amountFen: fen ?? undefined,
        dueDay: dueDate || undefined,
        standing: Boolean(standing),
        dependsOn: together ?? [],
      })
      if (parsed.success) return [parsed.data]
      for (const { path, message } of parsed.error.issues) {
        const field = String(path[0] ?? 'what')
        if (!(field === 'amountFen' && fen === null)) say(place, fieldOf[field] ?? field, message)
      }
      return []
    })
    return { terms, places }
  })

const rounds: Option[] = [
  ['P1M', '每月'],
  ['P2M', '每两个月'],
  ['P3M', '每季度'],
  ['P6M', '每半年'],
  ['P1Y', '每年'],
  ['P7D', '每周'],
  ['P1D', '每天'],
].map(([value = '', label = '']) => ({ value, label }))

/** The editor of an agreement's terms, with what they are now where they are changed. */
export const termsField = (people: string[], rows: TermWords[] = [], label = '约定的义务'): FormField => {
  const known = new Set(rounds.map(({ value }) => value))
  const others = rows.flatMap(({ every }) => (every && !known.has(every) ? [{ value: every, label: every }] : []))
  return {
    kind: 'terms',
    name: 'terms',
    label,
    rows,
    people,
    kinds: optionsOf(obligationKinds),
    rounds: [...rounds, ...others],
  }
}

/** A term as its row keeps it. */
type Stored = Record<Exclude<keyof Term, 'amountFen' | 'dueDay' | 'dependsOn'>, string | number | boolean | null> & {
  amountFen: bigint | null
  dueDay: Date | null
  dependsOn: number[]
}
const words = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined)

/** A term as the editor shows it. */
export const typedTerm = (term: Stored): TermWords => ({
  who: words(term.who),
  to: words(term.to),
  what: words(term.what),
  kind: words(term.kind),
  formula: words(term.formula),
  amountText: words(term.amountText),
  heads: words(term.heads),
  dueText: words(term.dueText),
  every: words(term.every),
  times: words(term.times),
  until: words(term.until),
  condition: words(term.condition),
  note: words(term.note),
  amountYuan: term.amountFen !== null ? typedYuan(term.amountFen) : undefined,
  dueDate: term.dueDay?.toISOString().slice(0, 10),
  standing: term.standing ? 'on' : undefined,
  dependsOn: term.dependsOn.length ? term.dependsOn.map((place) => place + 1).join('、') : undefined,
})

const owner =
  /(所有权|使用权|产权)[^，。；]{0,8}(归|属)|(土地|林地|宅基地|房屋|山林|林木|[地林山])[^，。；款费]{0,8}(归|属)[^，。；]{0,12}(所有|使用)|确权/u
const status = /离婚|解除婚姻|婚姻(有效|无效)|亲子关系|(解除|建立)收养|断绝(父子|母子|父母|亲属)?关系/u

/** Clauses that no court will confirm, each with what can be agreed instead (U23; MSSF interpretation 355). */
export function unconfirmable({ terms, places }: TypedTerms, rules: TypeRules): { field: string; text: string }[] {
  return terms.flatMap(({ what }, at) => {
    const found = owner.test(what)
      ? `谁所有、谁使用，调解协议定不了${rules.ownershipNotConfirmable?.article ? `（${rules.ownershipNotConfirmable.article}）` : ''}。可以改写成：双方以丈量插桩为界，各自耕种、使用；或者写怎样使用、付多少钱`
      : status.test(what)
        ? '身份关系的条款法院不予确认。可以删去，另行办理；财产、抚养、赡养分开写'
        : null
    return found ? [{ field: `terms[${places[at] ?? at}].what`, text: found }] : []
  })
}

/** A refusal of the domain names the place in its own list and its own fields: said again as the form has them. */
export function asTyped(refusal: unknown, { places }: TypedTerms): unknown {
  if (!(refusal instanceof Refusal)) return refusal
  const renamed = Object.entries(refusal.fields).map(([name, text]) => {
    const found = /^terms\[(\d+)\]\.(\w+)$/.exec(name)
    if (!found) return [name, text]
    const field = found[2] ?? ''
    return [`terms[${places[Number(found[1])] ?? found[1]}].${fieldOf[field] ?? field}`, text]
  })
  return new Refusal(refusal.code, refusal.message, Object.fromEntries(renamed) as Record<string, string>)
}
