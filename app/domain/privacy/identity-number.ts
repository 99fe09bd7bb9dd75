import { isLegalDay } from '../calendar/days'
import type { Credential } from '../words/parties'

/** 证件种类: resident card, passport, papers of Hong Kong, Macau and Taiwan, permanent residence of foreigners, none. */
export type IdentityKind = Credential

/** What is wrong with a number, for a sentence beside the field. */
export type IdentityProblem = 'shape' | 'date' | 'checksum'

/** Full-width, spaces, hyphens and a small x do not make another number. */
export function normaliseIdentityNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}·.]/gu, '')
    .toUpperCase()
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** The eighteenth character for seventeen digits (GB 11643, ISO 7064 MOD 11-2). */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return CHECKS.charAt(sum % 11)
}

const EIGHTEEN = /^\d{17}[\dX]$/

/** The birthday of an 18-character number as YYYY-MM-DD, null where it holds none. */
export function birthdayOf(typed: string): string | null {
  const number = normaliseIdentityNumber(typed)
  if (!EIGHTEEN.test(number)) return null
  const day = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  return day >= '1900-01-01' && isLegalDay(day) ? day : null
}

/** The sex that an 18-character number states, null where it states none. */
export function sexOf(typed: string): 'male' | 'female' | null {
  const number = normaliseIdentityNumber(typed)
  if (!EIGHTEEN.test(number)) return null
  return Number(number[16]) % 2 === 1 ? 'male' : 'female'
}

/** Full years on a day (周岁), both YYYY-MM-DD; reached on the birthday, for 29 February on 1 March. */
export function ageOn(birthday: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthday.slice(0, 4))
  return day.slice(5) < birthday.slice(5) ? years - 1 : years
}

function eighteenProblem(number: string, begins: RegExp, today: string): IdentityProblem | null {
  if (!EIGHTEEN.test(number) || !begins.test(number)) return 'shape'
  const birthday = birthdayOf(number)
  if (!birthday || birthday > today) return 'date'
  return checkCharacter(number) === number[17] ? null : 'checksum'
}

const shapeOf = (number: string, shape: RegExp): IdentityProblem | null => (shape.test(number) ? null : 'shape')

const rules: Record<IdentityKind, (number: string, today: string) => IdentityProblem | null> = {
  // The first digit is one of the regions 1 to 8; 81 to 83 are residence permits with a number of the same make.
  residentId: (number, today) => eighteenProblem(number, /^[1-8]/, today),
  passport: (number) => shapeOf(number, /^(?=.*\d)[A-Z\d]{5,15}$/),
  hongKongMacaoTaiwan: (number, today) =>
    number.length === 18 ? eighteenProblem(number, /^8[123]0000/, today) : shapeOf(number, /^([HM]\d{8}|[HM]\d{10}|\d{8}|\d{10}[A-Z\d]?)$/),
  // Cards since 2023 have 18 characters and begin with 9; older ones three letters and twelve digits.
  foreignPermanentResident: (number, today) =>
    number.length === 18 ? eighteenProblem(number, /^9/, today) : shapeOf(number, /^[A-Z]{3}\d{12}$/),
  none: (number) => (number === '' ? null : 'shape'),
}

/** What is wrong with a number of this kind on a day (YYYY-MM-DD), null when it may be right. */
export function identityProblem(kind: IdentityKind, typed: string, today: string): IdentityProblem | null {
  return rules[kind](normaliseIdentityNumber(typed), today)
}

/** The sentence beside the field. */
export const identityProblemText: Record<IdentityProblem, string> = {
  shape: '证件号码的位数或字符不对，请对照证件再核对一遍',
  date: '证件号码里的出生日期不对，请对照证件再核对一遍',
  checksum: '证件号码校验不通过，多半有一位输错，请对照证件再核对一遍',
}
