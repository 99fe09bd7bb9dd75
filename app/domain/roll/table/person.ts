import type { LegalDay } from '../../calendar/days'
import { birthdayOf, sexOf } from '../../privacy/identity-number'
import type { PersonRecord } from './kinds'

/** Somebody of whom nothing is said yet. */
export const blankPerson = (today: LegalDay): PersonRecord => ({
  name: '',
  kind: '',
  sex: null,
  ethnicity: null,
  birthYear: null,
  phone: null,
  identityNumber: null,
  home: null,
  areaId: '',
  education: null,
  profession: null,
  employer: null,
  salaried: false,
  qualifications: [],
  languages: [],
  cap: null,
  provinceCode: null,
  note: null,
  validFrom: today,
})

/** Sex and year of birth by the identity number where they are left open; a sentence where they differ. */
export function byNumber(record: PersonRecord): { record: PersonRecord; problems: string[] } {
  const number = record.identityNumber
  if (!number) return { record, problems: [] }
  const [sex, year] = [sexOf(number), Number(birthdayOf(number)?.slice(0, 4)) || null]
  const problems = [
    ...(record.sex && sex && record.sex !== sex ? ['性别：和身份证号上的不一致，请核对'] : []),
    ...(record.birthYear && year && record.birthYear !== year ? ['出生年份：和身份证号上的不一致，请核对'] : []),
  ]
  return { record: { ...record, sex: record.sex ?? sex, birthYear: record.birthYear ?? year }, problems }
}
