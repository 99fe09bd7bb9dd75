import { languageWordsOf } from '../body/list.server'
import { decryptUnderRing } from '../privacy/cipher.server'
import { maskAddress, maskIdentityNumber, maskPhone } from '../privacy/masking'
import { formatDate, type LegalDay } from '../calendar/days'
import { advising, educations, ethnicities, qualifications, registrantKinds, sexes, type RegistrantKind } from '../words/roll'
import { labelOf } from '../words/words'
import { secretPlace } from './registrants.server'

/** What a card says of a person. */
export type CardRow = {
  id: string
  name: string
  kind: RegistrantKind
  sex: string | null
  ethnicity: string | null
  birthYear: number | null
  education: string | null
  profession: string | null
  qualifications: string[]
  languages: string[]
  employer: string | null
  salaried: boolean
  phoneCipher: string | null
  idCipher: string | null
  homeCipher: string | null
  cap: number | null
  provinceCode: string | null
  note: string | null
  demo: boolean
  from: LegalDay
  to: LegalDay | null
  area: string | null
  load: number
}

export const isAdviser = (kind: RegistrantKind): boolean => advising.some((one) => one === kind)

const opened = (row: { id: string }, column: Parameters<typeof secretPlace>[0], cipher: string | null, mask: (text: string) => string) =>
  cipher ? mask(decryptUnderRing(cipher, secretPlace(column, row.id))) : null

const word = (words: Parameters<typeof labelOf>[0], code: string | null) => (code ? labelOf(words, code) : null)

type Ciphers = Pick<CardRow, 'id' | 'phoneCipher' | 'idCipher' | 'homeCipher'>

/** Telephone, identity number and address, masked. */
export const maskedOf = (row: Ciphers) => ({
  phone: opened(row, 'phone_cipher', row.phoneCipher, maskPhone),
  identityNumber: opened(row, 'id_cipher', row.idCipher, maskIdentityNumber),
  home: opened(row, 'home_cipher', row.homeCipher, maskAddress),
})

/** The facts of a card, masked; identity number, address and notes only for who keeps it and the person. */
export function factsOf(row: CardRow, near: boolean) {
  const masked = maskedOf(row)
  const person = [word(sexes, row.sex), word(ethnicities, row.ethnicity), row.birthYear ? `${row.birthYear}年生` : null]
  const facts = [
    { label: '本人', value: person.filter(Boolean).join('，') },
    { label: '文化程度', value: word(educations, row.education) },
    { label: '职业', value: [row.profession, row.employer].filter(Boolean).join('，') },
    { label: '财政供养', value: row.salaried ? '领取固定工资' : null },
    { label: '资格', value: row.qualifications.map((code) => labelOf(qualifications, code)).join('、') },
    { label: '语言', value: languageWordsOf(row.languages) },
    { label: '地域', value: row.area },
    { label: '电话', value: masked.phone },
    { label: '身份证号', value: near ? masked.identityNumber : null },
    { label: '住址', value: near ? masked.home : null },
    { label: '省系统编码', value: near ? row.provinceCode : null },
    { label: '入册', value: formatDate(row.from) },
    { label: '备注', value: near ? row.note : null },
  ]
  return {
    kind: labelOf(registrantKinds, row.kind),
    rules: registrantKinds[row.kind].rules,
    adviser: isAdviser(row.kind),
    facts: facts.flatMap(({ label, value }) => (value ? [{ label, value }] : [])),
    load: isAdviser(row.kind) ? null : { now: row.load, cap: row.cap },
  }
}

/** What may be done on a card, the likely first. */
export function actsOn({ id, kind }: CardRow, may: { writes: boolean; leaves: boolean; consults: boolean }) {
  const act = (name: string, label: string, if_: boolean) => (if_ ? [{ label, href: `/roll/${id}/${name}` }] : [])
  return [
    ...act('consult', '记一次咨询', may.consults && isAdviser(kind)),
    ...act('appoint', '推选、聘任', may.writes),
    ...act('leave', '请假', may.leaves),
    ...act('train', '登记培训', may.writes),
    ...act('kin', '登记近亲属', may.writes),
    ...act('change', '改动', may.writes),
  ]
}
