import { z } from 'zod'
import { countPeriod } from './count'
import { dayIn, isLegalDay, shanghaiIso, yearOf, type LegalDay } from './days'
import { describeRule } from './find-rule'
import { confidenceLabels, lengthLabel, mayExtendLabels, type PeriodRule } from './period-rule'
import type { RestDays } from './rest-days'

type Book = { rules: readonly PeriodRule[]; restDays: RestDays }

/** One question of `npm run deadlines`. */
const day = z.string().refine(isLegalDay, '日期不对')
const unit = z.enum(['h', 'd', 'wd', 'month', 'year'])
const question = z.object({
  rule: z.string().min(1),
  start: z.union([day, z.iso.datetime({ offset: true })], { error: 'start 要是 YYYY-MM-DD，或者带时区的时刻' }),
  pauses: z.array(z.tuple([day, day])).default([]),
  extensions: z.array(z.object({ n: z.number().int().positive(), unit })).default([]),
})
type Question = z.output<typeof question>

export type Answered = {
  rule: string
  first: LegalDay
  raw: LegalDay
  last: LegalDay
  /** Exclusive: 2026-03-06T00:00:00+08:00 after the last day; for hours the instant itself. */
  due: string
  steps: string[]
}
export type Answer = Answered | { rule: string | null; refused: string }

/** Codes of law.md section 1 that have no length, and why. */
const withoutLength: Readonly<Record<string, string>> = {
  AGREEMENT_EFFECT_WRITTEN: '签字盖章齐全的那一刻生效，不是一段期限',
  AGREEMENT_EFFECT_ORAL: '达成协议的那一刻生效，不是一段期限',
  FOLLOW_UP: '法律没有规定督促履行的天数',
  RETURN_VISIT: '法律只说“适时”回访，没有天数；本区设定的是 returnVisit',
  LIMITATION_STOP: '诉讼时效中断，重新计算，不是一段期限',
  COURT_NOTICE_OF_COMMITTEES: '法律只说“及时”，没有天数',
  COURT_APPRAISAL: '鉴定期间不计入，不是一段期限',
  POLICE_CASE_CLOCK: '公安办案期限从此起算，另有规定',
  TRAFFIC_NOTICE: '从调解会往前数的日子，不是从起点往后数的期限',
}

/** `COURT_PREFILING (委派)` and `MARKET_ACCEPT` alike: what stands in brackets is not part of the code. */
const plainCode = (text: string): string => text.replace(/[(（].*$/u, '').trim()

/** law.md names the parts of one line by their ends (`LABOUR_SUE / SET_ASIDE`): such an end stands for the only code that has it. */
function codeMeant(rules: readonly PeriodRule[], code: string): string {
  if (rules.some((rule) => rule.code === code)) return code
  const ending = [...new Set(rules.map((rule) => rule.code).filter((one) => one.endsWith(`_${code}`)))]
  return ending.length === 1 && ending[0] ? ending[0] : code
}

/** The version in force on the start's day; the first version holds backwards, as everywhere. A setting may be named by its name. */
function ruleNamed(rules: readonly PeriodRule[], text: string, on: LegalDay): PeriodRule | undefined {
  const code = codeMeant(rules, plainCode(text))
  const versions = rules
    .filter((rule) => rule.code === code || (rule.confidence === 'setting' && rule.name === text.trim()))
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom) || a.version - b.version)
  return versions.filter(({ validFrom }) => validFrom <= on).at(-1) ?? versions[0]
}

/** What the rule itself says to the pauses and extensions that were given: they are counted as given, and this stands beside. */
function remarks(rule: PeriodRule, { pauses, extensions }: Question): string[] {
  const said: string[] = []
  if (pauses.length && !rule.pauses.length) said.push('这个期限没有规定可以停的理由，停的日子按所给的算')
  if (extensions.length && rule.extends === 'none') said.push(`这个期限${mayExtendLabels.none}，延长按所给的算`)
  if (rule.confidence !== 'text' && rule.confidence !== 'setting') said.push(`依据${confidenceLabels[rule.confidence]}`)
  return said
}

const basis = (rule: PeriodRule): string =>
  `${rule.name}：${describeRule(rule)}，${lengthLabel({ n: rule.length, unit: rule.unit })}（第${rule.version}版）`

function countOne(book: Book, asked: Question): Answer {
  const { rule: named, start, pauses, extensions } = asked
  const from = isLegalDay(start) ? start : new Date(start)
  const rule = ruleNamed(book.rules, named, typeof from === 'string' ? from : dayIn(from))
  if (!rule) return { rule: named, refused: withoutLength[plainCode(named)] ?? '没有这个期限' }
  const counted = countPeriod({ rule, start: from, pauses, extensions, restDays: book.restDays })
  if (counted.provisional) {
    const years = [yearOf(counted.firstDay), yearOf(counted.lastDay)].filter((year) => !book.restDays.hasTable(year))
    return { rule: named, refused: `${years.at(-1) ?? yearOf(counted.lastDay)}年没有节假日表，不能算` }
  }
  const { firstDay: first, rawEnd: raw, lastDay: last, due, steps } = counted
  return { rule: named, first, raw, last, due: shanghaiIso(due), steps: [basis(rule), ...steps, ...remarks(rule, asked)] }
}

/**
 * Answers one JSON line: the period counted by law.md 13 with every step in words, or why it is refused. Here, and only here, a year
 * without a holiday table is refused. Never throws.
 */
export function answerLine(book: Book, line: string): Answer {
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch {
    return { rule: null, refused: '这一行不是 JSON' }
  }
  const asked = question.safeParse(given)
  if (!asked.success) {
    const named = given !== null && typeof given === 'object' && 'rule' in given && typeof given.rule === 'string' ? given.rule : null
    return { rule: named, refused: `问题没有写对：${asked.error.issues.map((one) => `${one.path.join('.')} ${one.message}`).join('；')}` }
  }
  try {
    return countOne(book, asked.data)
  } catch (error) {
    if (error instanceof RangeError) return { rule: asked.data.rule, refused: error.message }
    throw error
  }
}
