import { isPossible } from '../moves'
import { dayIn, daysBetween, formatDay, formatShortDay, yearOf, type LegalDay } from '../../calendar/days'
import { describeRule, ruleByCode } from '../../calendar/find-rule'
import { countPeriod } from '../../calendar/count'
import { lengthLabel, mayExtendLabels, type PeriodRule } from '../../calendar/period-rule'
import { suspendReasons } from '../../words/reasons'
import { labelOf } from '../../words/words'
import type { DeadlineRow } from './file'
import { periodName, ruleOf } from './known'
import type { DisputePage } from './open.server'

/** A running period in words and numbers, ready for a page. */
export type DeadlineWords = {
  id: string
  label: string
  daysLeft: number
  /** 12月16日（周三） */
  lastDay: string
  basis?: string
  /** What pauses it and who may extend it (U18). */
  terms?: string
  provisional?: boolean
  paused?: string
  note?: string
}

/** 11月26日（周四）; with its year where that is not this one. */
export const dayWords = (day: LegalDay, today: LegalDay): string => {
  const whole = formatDay(day)
  return yearOf(day) === yearOf(today) ? whole.slice(whole.indexOf('年') + 1) : whole
}
/** 11月26日; with its year where that is not this one. */
export const shortDay = (day: LegalDay, today: LegalDay): string =>
  yearOf(day) === yearOf(today) ? formatShortDay(day) : `${yearOf(day)}年${formatShortDay(day)}`

const agreedOn: Record<string, string> = { performance: '按约定', answer: '协办要求', lookAgain: '双方约定' }

const basisOf = (rule: PeriodRule | null, period: string) =>
  rule ? `${describeRule(rule)}，${lengthLabel({ n: rule.length, unit: rule.unit })}` : (agreedOn[period] ?? '本区设定')

/** A period of the law says for what it stands still and who may lengthen it; the district's own is moved by the district. */
function termsOf(rule: PeriodRule | null): string | undefined {
  if (!rule || rule.confidence === 'setting') return undefined
  const stops = rule.pauses.map(({ label, article }) => `${label}不计（${article}）`).join('、') || '中途不停'
  return `${stops}，${mayExtendLabels[rule.extends]}`
}

/** 第 2 项到期 where a term is what falls due on that day. */
export function dueTerm({ rows, known }: DisputePage, day: LegalDay): string | null {
  const term = rows.terms.find((one) => one.nextDay === day && !one.finished && known.numbers.has(one.id))
  return term ? `第 ${known.numbers.get(term.id)} 项` : null
}

/** A suspension or an extension for which the rule has no ground moves only the date to look again: the clock goes on (U18). */
function clockGoesOn({ dispute, rows, book }: DisputePage, row: DeadlineRow): string | undefined {
  if (row.period !== 'mediation' || row.pausedSince) return undefined
  const since = rows.events.filter(({ happenedAt }) => happenedAt >= row.countedFrom)
  if (isPossible('resume', dispute.status, dispute.facts)) {
    const reason = since.findLast(({ type }) => type === 'suspend')?.detail.reason
    return `现在中止（${labelOf(suspendReasons, typeof reason === 'string' ? reason : 'other')}），但这种原因没有停止计算期限的依据，期限照走`
  }
  const extended = since.some(({ type }) => type === 'extend')
  if (!extended || row.extensions) return undefined
  return ruleOf(book, row)?.extends === 'none' ? '双方同意延期，但没有延长期限的依据，期限照走，只改了复看日期' : undefined
}

function wordsOf(page: DisputePage, row: DeadlineRow): DeadlineWords {
  const { book, today } = page
  const rule = ruleOf(book, row)
  const term = row.period === 'performance' ? dueTerm(page, row.lastDay) : null
  const label = term ? `${term}履行` : row.period === 'performance' ? (rule?.name ?? '履行') : periodName(book, row)
  const note = clockGoesOn(page, row)
  const terms = termsOf(rule)
  return {
    id: row.id,
    label,
    daysLeft: daysBetween(today, row.lastDay),
    lastDay: dayWords(row.lastDay, today),
    basis: basisOf(rule, row.period),
    ...(row.provisional && { provisional: true }),
    ...(row.pausedSince && { paused: `${shortDay(row.pausedSince, today)}起，${labelOf(suspendReasons, row.pauseReason ?? '')}` }),
    ...(terms && { terms }),
    ...(note && { note }),
  }
}

export const runningRows = ({ rows }: DisputePage): DeadlineRow[] => rows.deadlines.filter(({ stoppedAt }) => !stoppedAt)

/** Every running period, the earliest first. */
export const runningDeadlines = (page: DisputePage): DeadlineWords[] => runningRows(page).map((row) => wordsOf(page, row))

/** What the lists sort by too: the earliest that is neither paused nor on another desk; else one that stands still. */
export function nextDeadline(page: DisputePage): { row: DeadlineRow; words: DeadlineWords } | null {
  const own = runningRows(page).filter(({ period }) => period !== 'answer')
  const row = own.find(({ pausedSince }) => !pausedSince) ?? own[0]
  return row ? { row, words: wordsOf(page, row) } : null
}

export type Expected = { label: string; until: string; basis: string }

/** Whose clock starts when: at the asking, or once the body has received it. */
type Clocks = { asked?: string[]; received?: string[] }
const clocks: Record<string, Clocks> = {
  court: { asked: ['COURT_FILE'] },
  labourArbitration: { asked: ['LABOUR_ARB_ACCEPT'], received: ['LABOUR_ARB_AWARD'] },
  landArbitration: { asked: ['RURAL_LAND_ARB_ACCEPT'], received: ['RURAL_LAND_ARB_AWARD'] },
  administrativeReconsideration: { asked: ['RECON_REVIEW'], received: ['RECON_DECIDE'] },
  health: { asked: ['HEALTH_ADMIN_ACCEPT'], received: ['HEALTH_ADMIN_MED'] },
  marketSupervision: { asked: ['MARKET_ACCEPT'], received: ['MARKET_MED_END'] },
  cultureTourism: { asked: ['TOURISM_ACCEPT'], received: ['TOURISM_MED'] },
}

/** The court's and the organs' own clocks: said as 预计, never ours to watch. A rule nobody answers for is not shown (U18). */
export function expectedClocks({ rows, book, today }: DisputePage): Expected[] {
  const leg = rows.legs.find(({ endedAt }) => !endedAt)
  const of = leg ? clocks[leg.bodyKind] : undefined
  const pending = rows.confirmations.filter(({ endedAt }) => !endedAt)
  const begun = [
    ...(leg?.receivedAt
      ? (of?.received ?? []).map((code) => ({ code, from: leg.receivedAt ?? '' }))
      : (of?.asked ?? []).map((code) => ({ code, from: leg?.offeredAt ?? '' }))),
    ...pending.flatMap(({ appliedAt: from }) => [
      { code: 'CONFIRM_ACCEPT', from },
      { code: 'CONFIRM_DECIDE_MSSF', from },
    ]),
  ]
  return begun.flatMap(({ code, from }) => {
    const start = new Date(from)
    const rule = ruleByCode(book.rules, code, dayIn(start))
    if (!rule || (rule.owner === null && rule.confidence !== 'text' && rule.confidence !== 'frag')) return []
    const { lastDay, provisional } = countPeriod({ rule, start, pauses: [] as [LegalDay, LegalDay][], restDays: book.restDays })
    return [{ label: rule.name, until: `${dayWords(lastDay, today)}前`, basis: `${describeRule(rule)}${provisional ? '，暂计' : ''}` }]
  })
}
