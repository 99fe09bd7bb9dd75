import type { Word } from './words'

/** Which side. Found by the committee itself there is no applicant: 甲、乙 (`neutral`). */
export const sides = {
  applicant: { label: '申请人', neutral: '当事人甲' },
  respondent: { label: '被申请人', neutral: '当事人乙' },
  third: { label: '第三人', neutral: '相关方' },
} as const satisfies Record<string, Word & { neutral: string }>

export type Side = keyof typeof sides

export const partyKinds = {
  person: { label: '个人' },
  organisation: { label: '单位' },
  household: { label: '户' },
  roster: { label: '多人（名册）' },
} as const satisfies Record<string, Word>

export type PartyKind = keyof typeof partyKinds

/** A roster's heads are persons or households, and the two are never added together. */
export const rosterUnits = {
  person: { label: '人' },
  household: { label: '户' },
} as const satisfies Record<string, Word>

/** Who stands for a party. `paper`: without it on file, a signature for the party does not count (U14). */
export const representatives = {
  agent: { label: '委托代理人', paper: '授权委托书（写明可以和解）' },
  guardian: { label: '监护人', paper: null },
  legalRepresentative: { label: '法定代表人（负责人）', paper: '单位证明' },
  elected: { label: '推选的代表人', paper: '推选书（写明可以和解）' },
} as const satisfies Record<string, Word & { paper: string | null }>

export type Representative = keyof typeof representatives

export const isRepresentative = (code: string): code is Representative => Object.hasOwn(representatives, code)

/** What somebody is to a party. */
export const relations = {
  spouse: { label: '配偶' },
  parent: { label: '父母' },
  child: { label: '子女' },
  sibling: { label: '兄弟姐妹' },
  otherRelative: { label: '其他亲属' },
  colleague: { label: '同事' },
  neighbour: { label: '邻居' },
  lawyer: { label: '律师' },
  legalWorker: { label: '基层法律服务工作者' },
  villageCadre: { label: '村（社区）干部' },
  other: { label: '其他' },
} as const satisfies Record<string, Word>

/** 证件种类 (U4). */
export const credentials = {
  residentId: { label: '居民身份证' },
  passport: { label: '护照' },
  hongKongMacaoTaiwan: { label: '港澳台证件' },
  foreignPermanentResident: { label: '外国人永久居留证' },
  none: { label: '无' },
} as const satisfies Record<string, Word>

export type Credential = keyof typeof credentials

export const languages = {
  chinese: { label: '汉语' },
  naxi: { label: '纳西语' },
  bai: { label: '白语' },
  yi: { label: '彝语' },
  lisu: { label: '傈僳语' },
  english: { label: '英语' },
  sign: { label: '手语' },
  other: { label: '其他语言' },
} as const satisfies Record<string, Word>

export type Language = keyof typeof languages

/** Each side's answer to mediation (U10): only a clear no blocks 受理. */
export const willingness = {
  notAsked: { label: '还没问' },
  willing: { label: '愿意' },
  unwilling: { label: '不愿意' },
  undecided: { label: '再考虑' },
} as const satisfies Record<string, Word>

export type Willingness = keyof typeof willingness

/** How somebody was asked or told. */
export const tellings = {
  inPerson: { label: '当面' },
  phone: { label: '电话' },
  message: { label: '短信、微信' },
  paper: { label: '书面' },
} as const satisfies Record<string, Word>

/** How the notice of what is collected was given (U11). */
export const noticeHows = {
  read: { label: '读给他听' },
  shown: { label: '给他看了' },
  self: { label: '登记人自己是当事人' },
} as const satisfies Record<string, Word>
