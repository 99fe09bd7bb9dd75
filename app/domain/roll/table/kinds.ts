import type { LegalDay } from '../../calendar/days'
import { single, type Column } from '../../table/batch/column'
import { codesTyped, codeTyped, dayTyped } from '../../table/cells'
import type { AreaAt } from '../../table/places'
import { labelOf, type Words } from '../../words/words'

/** Somebody of the register as a row of the table has them; numbers and address in full. */
export type PersonRecord = {
  name: string
  kind: string
  sex: string | null
  ethnicity: string | null
  birthYear: number | null
  phone: string | null
  identityNumber: string | null
  home: string | null
  areaId: string
  education: string | null
  profession: string | null
  employer: string | null
  salaried: boolean
  qualifications: string[]
  languages: string[]
  cap: number | null
  provinceCode: string | null
  note: string | null
  validFrom: LegalDay
}

/** An office in a body; which body and which office say which row it is. */
export type OfficeRecord = { how: string; paper: string | null; validFrom: LegalDay; validTo: LegalDay | null }

/** `whole`: numbers and address are shown in full, for a purpose that is on record. */
export type RollWorld = { areas: ReadonlyMap<string, AreaAt>; choosable: readonly AreaAt[]; today: LegalDay; whole: boolean }

export type P = Column<PersonRecord, RollWorld>
export const one = single<PersonRecord, RollWorld>
export const orNull = (text: string) => text.trim() || null
/** A day as people write it, or the sentence. */
export const dayOf = (text: string): LegalDay | { problem: string } =>
  dayTyped(text) ?? { problem: text ? `日期不对：${text.slice(0, 20)}，要写成 2026-03-05` : '不能清空' }
export const noSuch = (text: string) => ({ problem: `没有“${text.slice(0, 20)}”，照模板里“可以填的词”写` })

/** A word of a glossary, or nothing. */
const wordOf = (words: Words, text: string): { code: string | null } | { problem: string } => {
  if (!text) return { code: null }
  const code = codeTyped(words, text)
  return code ? { code } : noSuch(text)
}
const whole = (text: string): { value: number | null } | { problem: string } => {
  const plain = text.normalize('NFKC').trim()
  if (!plain) return { value: null }
  return /^\d{1,4}$/.test(plain) ? { value: Number(plain) } : { problem: '要填整数' }
}
const starred = (text: string) => (text.includes('*') ? { problem: '带星号的和名册里的不一样；不改就照原样或者空着，要改写完整的' } : null)

/** A column of one word of a glossary, and one of free words. */
export const word = (
  heading: string,
  field: keyof PersonRecord,
  words: Words,
  get: (record: PersonRecord) => string | null,
  set: (code: string | null) => Partial<PersonRecord>,
): P =>
  one(
    heading,
    field,
    (record) => labelOf(words, get(record) ?? ''),
    (text) => {
      const read = wordOf(words, text)
      return 'problem' in read ? read : set(read.code)
    },
  )
export const free = (
  heading: string,
  field: keyof PersonRecord,
  get: (record: PersonRecord) => string | null,
  set: (text: string | null) => Partial<PersonRecord>,
): P =>
  one(
    heading,
    field,
    (record) => get(record) ?? '',
    (text) => set(orNull(text)),
  )
export const several = (
  heading: string,
  field: keyof PersonRecord,
  words: Words,
  get: (record: PersonRecord) => string[],
  set: (codes: string[]) => Partial<PersonRecord>,
): P =>
  one(
    heading,
    field,
    (record) =>
      get(record)
        .map((code) => labelOf(words, code))
        .join('；'),
    (text) => {
      const read = codesTyped(text, (typed) => codeTyped(words, typed))
      return 'problem' in read ? read : set(read.codes)
    },
  )
export const number = (
  heading: string,
  field: keyof PersonRecord,
  get: (record: PersonRecord) => number | null,
  set: (value: number | null) => Partial<PersonRecord>,
): P =>
  one(
    heading,
    field,
    (record) => String(get(record) ?? ''),
    (text) => {
      const read = whole(text.replace(/年$/, ''))
      return 'problem' in read ? read : set(read.value)
    },
  )
export const masked = (
  heading: string,
  field: keyof PersonRecord,
  get: (record: PersonRecord) => string | null,
  mask: (text: string) => string,
  take: P['take'] extends (texts: readonly string[], world: RollWorld, now: PersonRecord | null) => infer T
    ? (text: string, world: RollWorld) => T
    : never,
): P =>
  one(
    heading,
    field,
    (record, world) => (world.whole ? (get(record) ?? '') : mask(get(record) ?? '')),
    (text, world) => starred(text) ?? take(text, world),
  )
