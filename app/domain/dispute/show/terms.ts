import { dayIn, daysBetween, type LegalDay } from '../../calendar/days'
import { yuanOf } from '../../forms/money'
import { performanceProofs } from '../../words/agreements'
import { labelOf } from '../../words/words'
import { dayWords, shortDay } from './deadlines'
import type { PerformanceRow, TermRow } from './file'
import type { DisputePage } from './open.server'

export type TermWords = {
  id: string
  no: number
  who: string
  to?: string
  what: string
  amount?: string
  when: string
  left?: { daysLeft: number; lastDay: string }
  progress: string
  done: boolean
  notes: string[]
  /** 11月21日付 300.00 元，收条 */
  performed: string[]
}

const yuan = (fen: number) => `${yuanOf(BigInt(fen))} 元`
const sum = (done: readonly PerformanceRow[]) => done.reduce((total, { amountFen }) => total + (amountFen ?? 0), 0)

/** P2M is every two months. */
const units = { Y: '年', M: '个月', W: '周', D: '天' } as const
const everyWords = (every: string) =>
  `每 ${[...every.matchAll(/(\d+)([YMWD])/g)].map(([, n, unit]) => `${n === '1' && unit !== 'M' ? '' : `${n} `}${units[unit as keyof typeof units]}`).join('')}`
    .replace('每 年', '每年')
    .replace('每 周', '每周')
    .replace('每 天', '每天')

/** 3 人每人 300.00 元，6 期，共 5,400.00 元 */
function amountWords({ kind, amountFen, amountText, formula, heads, times, every, owed }: TermRow): string | undefined {
  if (kind !== 'pay') return undefined
  const how = formula ? `按约定计算：${formula}` : (amountText ?? undefined)
  if (amountFen === null) return how ?? '金额以后才知道'
  const each = [heads && `${heads} 份，每份`, every && '每次', yuan(amountFen)].filter(Boolean).join(' ')
  const several = (heads ?? 1) > 1 || (times ?? 1) > 1
  const whole = several && owed !== null ? `${each}，共 ${yuan(owed)}` : each
  return amountText ? `${whole}（${amountText}）` : whole
}

function whenWords({ standing, every, times, until, dueDay, dueText }: TermRow, today: LegalDay): string {
  const day = dueDay ? `${shortDay(dueDay, today)}${every ? '起' : '前'}` : null
  const round = every ? [everyWords(every), times ? `共 ${times} 次` : '', until ? `到${until}` : ''].filter(Boolean).join('，') : null
  const words = [day, dueText && !dueText.includes('不详') ? dueText : null, round, !every && until ? `到${until}` : null]
    .filter(Boolean)
    .join('，')
  return words || (standing ? '长期' : '没有约定日期')
}

function progressWords({ kind, standing, finished, owed, done, times, every }: TermRow, overdue: boolean): string {
  const paid = sum(done)
  if (finished && !standing) return kind !== 'pay' ? '已履行' : owed === null && !paid ? '已付清' : `已付清 ${yuan(owed ?? paid)}`
  if (standing) return '长期约定，不挡办结'
  if (kind === 'pay' && paid) return owed === null ? `已付 ${yuan(paid)}` : `已付 ${yuan(paid)}，还差 ${yuan(owed - paid)}`
  if (every && done.length) return times ? `已做 ${done.length} 次，共 ${times} 次` : `已做 ${done.length} 次`
  return overdue ? '到期没有履行' : '未履行'
}

function notesOf(term: TermRow, own: readonly TermRow[], numbers: ReadonlyMap<string, number>): string[] {
  const others = term.dependsOn.flatMap((position) => own.find((one) => one.position === position) ?? [])
  const named = (terms: readonly TermRow[]) => terms.map(({ id }) => `第 ${numbers.get(id)} 项`).join('、')
  const mutual = others.filter(({ dependsOn }) => dependsOn.includes(term.position))
  const before = others.filter((other) => !mutual.includes(other))
  return [
    term.condition ? `条件：${term.condition}` : '',
    mutual.length ? `与${named(mutual)}互为条件` : '',
    before.length ? `以${named(before)}为条件` : '',
    term.note ?? '',
  ].filter(Boolean)
}

const performedWords = (done: PerformanceRow, today: LegalDay) =>
  [
    `${shortDay(dayIn(new Date(done.happenedAt)), today)}${done.amountFen ? `付 ${yuan(done.amountFen)}` : '履行'}`,
    done.byText && `由${done.byText}代为履行`,
    done.proof && labelOf(performanceProofs, done.proof),
    done.receivedOn && `${shortDay(done.receivedOn, today)}收讫`,
  ]
    .filter(Boolean)
    .join('，')

/** One agreed duty in words. Overdue and near is said only while it binds. */
export function termWords(page: Pick<DisputePage, 'rows' | 'known' | 'today'>, term: TermRow): TermWords {
  const { rows, known, today } = page
  const own = rows.terms.filter(({ agreementId }) => agreementId === term.agreementId)
  const binds = rows.agreements.some(({ id, binds: now }) => now && id === term.agreementId)
  const next = binds && !term.finished ? term.nextDay : null
  const amount = amountWords(term)
  const overdue = next !== null && next < today
  return {
    id: term.id,
    no: known.numbers.get(term.id) ?? term.position + 1,
    who: term.who,
    ...(term.to && { to: term.to }),
    what: term.what,
    ...(amount && { amount }),
    when: whenWords(term, today),
    ...(next && { left: { daysLeft: daysBetween(today, next), lastDay: dayWords(next, today) } }),
    progress: progressWords(term, overdue),
    done: term.finished && !term.standing,
    notes: notesOf(term, own, known.numbers),
    performed: term.done.map((done) => performedWords(done, today)),
  }
}
