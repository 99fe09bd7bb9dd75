import { addDays, daysBetween, formatDate, yearOf, type LegalDay } from '../calendar/days'
import type { BodyKind } from '../words/body-kinds'
import { educations, offices, type Education, type Office } from '../words/roll'

/** Somebody who holds an office in a body today. */
export type Officer = {
  office: Office
  sex: string | null
  ethnicity: string | null
  birthYear: number | null
  education: string | null
}

export type Committee = {
  kind: BodyKind
  /** A room uses the seal of its committee, which is composed, not the room. */
  ownSeal: boolean
  medical: boolean
  officers: readonly Officer[]
  /** Last day of the last term; null: none is recorded. */
  termEnds: LegalDay | null
  filedOn: LegalDay | null
  /** Last day to file a medical committee with the bureau; null: older than the law knows. */
  fileBy: LegalDay | null
}

/** text: the article was read; frag: read in a fragment, 待核. */
export type Confidence = 'text' | 'frag'
export type Finding = { code: string; sentence: string; article: string; confidence: Confidence }

const art8 = { article: '《人民调解法》第8条', confidence: 'text' } as const
const art9 = { article: '《人民调解法》第9条', confidence: 'text' } as const
const art14 = { article: '《人民调解法》第14条', confidence: 'text' } as const
const rules75 = { article: '司法部令75第13—15条（待核）', confidence: 'frag' } as const
const medical32 = { article: '《医疗纠纷预防和处理条例》第32条', confidence: 'text' } as const

/** A term is spoken of so many days before it ends. */
export const termWarnDays = 60

const committees: readonly BodyKind[] = ['villageCommittee', 'townshipCommittee', 'industryCommittee', 'jointCommittee']

/** Whether the law says how a body is composed: a committee, not a room that works under one. */
export const isComposed = ({ kind, ownSeal }: Pick<Committee, 'kind' | 'ownSeal'>): boolean => ownSeal && committees.includes(kind)

function seats(members: readonly Officer[]): Finding[] {
  const found: Finding[] = []
  const n = members.length
  const directors = members.filter(({ office }) => office === 'director').length
  if (n < 3) found.push({ code: 'few', sentence: `委员 ${n} 人，应当有三至九人`, ...art8 })
  if (n > 9) found.push({ code: 'many', sentence: `委员 ${n} 人，应当有三至九人`, ...art8 })
  if (directors !== 1) found.push({ code: 'director', sentence: directors ? `主任 ${directors} 人，设一人` : '没有主任，设一人', ...art8 })
  return found
}

/** A woman; and in a district of several peoples not all of one: the smaller ones have their member. What is unknown is not held against it. */
function mixed(members: readonly Officer[]): Finding[] {
  const found: Finding[] = []
  if (!members.length) return found
  const unknown = members.filter(({ sex, ethnicity }) => !sex || !ethnicity).length
  if (members.every(({ sex }) => sex === 'male')) found.push({ code: 'woman', sentence: '没有妇女成员，应当有', ...art8 })
  const peoples = new Set(members.map(({ ethnicity }) => ethnicity))
  if (peoples.size === 1 && !peoples.has(null))
    found.push({ code: 'people', sentence: '委员都是同一个民族；多民族居住的地区应当有人数较少民族的成员', ...art8 })
  if (unknown) found.push({ code: 'unknown', sentence: `${unknown} 名委员没有登记性别或者民族，这两项核不了，请补`, ...art8 })
  return found
}

function fit(officers: readonly Officer[], kind: BodyKind, today: LegalDay): Finding[] {
  const found: Finding[] = []
  const young = officers.filter(({ birthYear }) => birthYear !== null && yearOf(today) - birthYear < 18).length
  if (young) found.push({ code: 'adult', sentence: `${young} 人登记的出生年份不满十八岁，调解员应当是成年公民`, ...art14 })
  if (kind !== 'townshipCommittee') return found
  const least = educations.seniorSecondary.rank
  const below = officers.filter(
    ({ education }) => education !== null && isEducation(education) && educations[education].rank < least,
  ).length
  const unsaid = officers.filter(({ education }) => education === null).length
  if (below) found.push({ code: 'education', sentence: `${below} 人不到高中文化程度，乡镇（街道）调委会的调解员应当有`, ...rules75 })
  if (unsaid) found.push({ code: 'educationUnknown', sentence: `${unsaid} 人没有登记文化程度，乡镇（街道）要求高中以上，请补`, ...rules75 })
  return found
}

const isEducation = (code: string): code is Education => Object.hasOwn(educations, code)

function terms(termEnds: LegalDay | null, today: LegalDay): Finding[] {
  if (!termEnds) return [{ code: 'noTerm', sentence: '没有登记本届从哪天起；每届任期三年', ...art9 }]
  if (termEnds < today) return [{ code: 'termOver', sentence: `本届任期${formatDate(termEnds)}届满，应当改选、改聘`, ...art9 }]
  if (termEnds > addDays(today, termWarnDays)) return []
  const left = daysBetween(today, termEnds)
  return [{ code: 'termEnding', sentence: `本届任期${formatDate(termEnds)}届满，还剩 ${left} 天，请准备改选、改聘`, ...art9 }]
}

function filing({ medical, filedOn, fileBy }: Committee, today: LegalDay): Finding[] {
  if (!medical || !fileBy) return []
  if (filedOn)
    return filedOn <= fileBy
      ? []
      : [{ code: 'filedLate', sentence: `${formatDate(filedOn)}才备案，应当在${formatDate(fileBy)}前`, ...medical32 }]
  const late = fileBy < today ? `，${formatDate(fileBy)}已经到期` : `，最晚${formatDate(fileBy)}`
  return [{ code: 'notFiled', sentence: `没有登记备案；设立后三十个工作日内向司法行政部门备案${late}`, ...medical32 }]
}

/**
 * How a committee is composed against the law (People's Mediation Law 8, 9, 13, 14; law.md 3): each finding a sentence, its article and how
 * sure that is. Advice for the bureau, never a lock. Rooms have none of their own.
 */
export function findingsOf(committee: Committee, today: LegalDay): Finding[] {
  if (!isComposed(committee)) return []
  const members = committee.officers.filter(({ office }) => offices[office].sits)
  const nobody = { code: 'empty', sentence: '名册里还没有登记这个组织的人，组成核不了', ...art8 }
  if (!committee.officers.length) return [nobody, ...terms(committee.termEnds, today), ...filing(committee, today)]
  return [
    ...seats(members),
    ...mixed(members),
    ...fit(committee.officers, committee.kind, today),
    ...terms(committee.termEnds, today),
    ...filing(committee, today),
  ]
}
