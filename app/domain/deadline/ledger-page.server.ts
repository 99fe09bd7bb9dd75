import { periods, type Period } from '#machines/periods'
import { read } from '#app/db/client.server'
import type { Person } from '../actor'
import { dayIn, formatDay, formatInstant, yearOf } from '../calendar/days'
import { confidenceLabels, lengthLabel, type PeriodRule } from '../calendar/period-rule'
import { describeRule } from '../calendar/find-rule'
import { demand, openPage } from '../dispute/show/open.server'
import { suspendReasons } from '../words/reasons'
import { labelOf } from '../words/words'
import { countEntry, ledgerOf, ruleOfEntry, type LedgerEntry, type LedgerMove } from './ledger'
import { actorOfStop } from './words'

type Row = {
  events: { version: number; recordedAt: string; moves: LedgerMove[] }[]
  deadlines: {
    id: string
    lastDay: string
    dueAt: string
    provisional: boolean
    pausedSince: string | null
    version: number | null
    firedAt: string | null
  }[]
  tables: { year: number; source: string; importedAt: string; sha256: string }[]
}

const readLedger = async (disputeId: string): Promise<Row> => {
  const [row] = await read<[Row]>`
    select coalesce((select json_agg(json_build_object('version', e.version, 'recordedAt', e.recorded_at, 'moves', e.ledger) order by e.version)
        from dispute_event e where e.dispute_id = ${disputeId}::uuid and e.ledger is not null), '[]') as events,
      coalesce((select json_agg(json_build_object('id', t.id, 'lastDay', t.last_day, 'dueAt', t.due_at, 'provisional', t.provisional,
        'pausedSince', t.paused_since, 'version', t.calendar_version, 'firedAt', t.fired_at)) from deadline t where t.dispute_id = ${disputeId}::uuid), '[]') as deadlines,
      coalesce((select json_agg(json_build_object('year', c.year, 'source', c.source, 'importedAt', c.imported_at, 'sha256', c.sha256) order by c.year)
        from (select distinct on (year) * from calendar_table order by year, imported_at desc) c), '[]') as tables`
  return row
}

/** One period of a dispute, with all that made its last day. */
export type LedgerLine = {
  id: string
  title: string
  /** 还在走, 停着, 已停, 已届满 */
  state: string
  running: boolean
  /** 人民调解期限（MED_GENERAL 第1版）：司法部令75第33条（待核），1个月 */
  rule: string
  confidence: string
  lastDay: string
  steps: string[]
  story: { version: number; when: string; what: string }[]
  /** The holiday tables that were looked at. */
  calendars: string[]
  /** Counted again from its events it comes out as its row says; null where there is nothing to hold it against. */
  same: boolean | null
}

const ruleWords = (rule: PeriodRule | null): string =>
  rule
    ? `${rule.name}（${rule.code} 第${rule.version}版）：${describeRule(rule)}，${lengthLabel({ n: rule.length, unit: rule.unit })}`
    : '按约定的日期，不按天数计算'

function moveWords(move: LedgerMove): string {
  switch (move.does) {
    case 'start':
      return `从${formatInstant(new Date(move.from))}起算${move.last ? `，约定到${formatDay(move.last)}` : ''}`
    case 'stop':
      return `停止：${actorOfStop(move.why)}`
    case 'pause':
      return `${formatDay(move.day)}起中止：${labelOf(suspendReasons, move.reason)}`
    case 'resume':
      return `${formatDay(move.day)}恢复计算`
    case 'extend':
      return `延长${lengthLabel({ n: move.n, unit: move.unit })}`
    case 'from':
      return `起算时间更正为${formatInstant(new Date(move.from))}`
    case 'rule':
      return `类型更正，改按 ${move.rule} 第${move.version}版计算，停过的日子照样不计`
    case 'runOn':
      return '接着计算，以前停过、延过的都在'
    case 'fire':
      return '届满，已通知'
  }
}

const stateOf = (entry: LedgerEntry, row: Row['deadlines'][number] | undefined): string => {
  if (entry.stopped) return '已停'
  if (row?.pausedSince) return '停着不计'
  return row?.firedAt ? '已届满' : '在计算'
}

/**
 * How every period of a dispute came to its last day: rule and version, article, holiday tables, pauses, extensions and moves, counted
 * again from the events while the page is made. For who sees the reasons of its path. Throws Refusal notFound.
 */
export async function ledgerPage(actor: Person, disputeId: string, now = new Date()) {
  const { sight, dispute, book } = await openPage(actor, disputeId, now)
  demand(sight.reasons && !sight.sealed)
  const { events, deadlines, tables } = await readLedger(disputeId)
  const lines = ledgerOf(events).map((entry): LedgerLine => {
    const rule = ruleOfEntry(book, entry)
    const counted = countEntry(book, entry)
    const row = deadlines.find(({ id }) => id === entry.id)
    const years = counted && !counted.standing && !entry.said ? [yearOf(counted.firstDay), yearOf(counted.lastDay)] : []
    const used = tables.filter(({ year }) => years.includes(year))
    const missing = [...new Set(years)].filter((year) => !book.restDays.hasTable(year))
    return {
      id: entry.id,
      title: rule?.name ?? periods[entry.period as Period],
      state: stateOf(entry, row),
      running: !entry.stopped,
      rule: ruleWords(rule),
      confidence: rule ? confidenceLabels[rule.confidence] : '',
      lastDay: counted && !counted.standing ? formatDay(counted.lastDay) : '停着，没有最后一天',
      steps: counted?.steps ?? [],
      story: entry.story.map(({ version, recordedAt, move }) => ({
        version,
        when: formatInstant(new Date(recordedAt)),
        what: moveWords(move),
      })),
      calendars: [
        ...used.map(({ year, source, importedAt }) => `${year}年：${source}，${formatDay(dayIn(new Date(importedAt)))}导入`),
        ...missing.map((year) => `${year}年：还没有公布的节假日表，按周末暂计`),
      ],
      same: !row || !counted || counted.standing ? null : counted.lastDay === row.lastDay,
    }
  })
  const running = lines.filter((line) => line.running)
  return {
    number: dispute.number,
    title: dispute.title,
    running,
    stopped: lines.filter((line) => !line.running),
    before: deadlines.length - lines.length,
  }
}
