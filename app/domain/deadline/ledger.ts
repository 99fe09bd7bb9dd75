import { countPeriod } from '../calendar/count'
import type { Counted, Standing } from '../calendar/counted'
import { addDays, dayIn, instantAfter, type LegalDay } from '../calendar/days'
import { ruleAt } from '../calendar/find-rule'
import type { PeriodRule, PeriodUnit } from '../calendar/period-rule'
import type { RestDays } from '../calendar/rest-days'

/**
 * What an event did to one period. Written with the event and never again: the rows of `deadline` are what comes out of
 * these, the rules and the holiday tables, and can be counted again from them at any time.
 */
export type LedgerMove = { id: string } & (
  | {
      does: 'start'
      period: string
      kind: string
      subject: string
      rule: string | null
      version: number | null
      from: string
      last?: LegalDay
    }
  | { does: 'stop'; why: string; at: string }
  | { does: 'pause'; day: LegalDay; reason: string }
  | { does: 'resume'; day: LegalDay }
  | { does: 'extend'; n: number; unit: PeriodUnit }
  /** It began at another moment than was written down (更正). */
  | { does: 'from'; from: string }
  /** Another rule is the right one, by a type put right: what it has been through goes with it. */
  | { does: 'rule'; rule: string; version: number }
  /** It rested, with all it had, and runs on: split back, or an application taken back. */
  | { does: 'runOn' }
  | { does: 'fire'; at: string }
)

export type LoggedMove = { version: number; recordedAt: string; moves: readonly LedgerMove[] }

/** One period as its events say it went. */
export type LedgerEntry = {
  id: string
  period: string
  kind: string
  subject: string
  rule: string | null
  ruleVersion: number | null
  from: string
  /** A last day that was said rather than counted. */
  said: LegalDay | null
  pauses: { from: LegalDay; to: LegalDay | null; reason: string }[]
  extensions: { n: number; unit: PeriodUnit }[]
  stopped: { at: string; why: string } | null
  /** What happened to it, in order, with the event that did it. */
  story: { version: number; recordedAt: string; move: LedgerMove }[]
}

const begin = (move: Extract<LedgerMove, { does: 'start' }>): LedgerEntry => ({
  id: move.id,
  period: move.period,
  kind: move.kind,
  subject: move.subject,
  rule: move.rule,
  ruleVersion: move.version,
  from: move.from,
  said: move.last ?? null,
  pauses: [],
  extensions: [],
  stopped: null,
  story: [],
})

function apply(entry: LedgerEntry, move: LedgerMove): void {
  if (move.does === 'stop') entry.stopped = { at: move.at, why: move.why }
  if (move.does === 'runOn') entry.stopped = null
  if (move.does === 'from') entry.from = move.from
  if (move.does === 'extend') entry.extensions.push({ n: move.n, unit: move.unit })
  if (move.does === 'pause') entry.pauses.push({ from: move.day, to: null, reason: move.reason })
  if (move.does === 'resume') entry.pauses = entry.pauses.map((pause) => (pause.to === null ? { ...pause, to: move.day } : pause))
  if (move.does === 'rule') Object.assign(entry, { rule: move.rule, ruleVersion: move.version })
}

/** Every period of a dispute, from its events in order. A move about a period that no event began is left out. */
export function ledgerOf(events: readonly LoggedMove[]): LedgerEntry[] {
  const entries = new Map<string, LedgerEntry>()
  for (const { version, recordedAt, moves } of events)
    for (const move of moves) {
      if (move.does === 'start') entries.set(move.id, begin(move))
      const entry = entries.get(move.id)
      if (!entry) continue
      if (move.does !== 'start') apply(entry, move)
      entry.story.push({ version, recordedAt, move })
    }
  return [...entries.values()]
}

type Book = { rules: readonly PeriodRule[]; restDays: RestDays }

export const ruleOfEntry = ({ rules }: Book, { rule, ruleVersion }: Pick<LedgerEntry, 'rule' | 'ruleVersion'>): PeriodRule | null =>
  ruleAt(rules, rule, ruleVersion) ?? null

/** A period counted again from what happened to it; null where its rule is in no book any more. */
export function countEntry(book: Book, entry: LedgerEntry): Counted | Standing | null {
  if (entry.said !== null) {
    const [firstDay, lastDay] = [addDays(dayIn(new Date(entry.from)), 1), entry.said]
    return { standing: false, firstDay, rawEnd: lastDay, lastDay, due: instantAfter(lastDay), provisional: false, steps: [] }
  }
  const rule = ruleOfEntry(book, entry)
  if (!rule) return null
  const pauses = entry.pauses.map(({ from, to }) => [from, to] as const)
  return countPeriod({ rule, start: new Date(entry.from), pauses, extensions: entry.extensions, restDays: book.restDays })
}
