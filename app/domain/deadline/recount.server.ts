import { z } from 'zod'
import { inTransaction, literal, read, type Tx } from '#app/db/client.server'
import { countPeriod } from '../calendar/count'
import type { LegalDay } from '../calendar/days'
import { ruleAt } from '../calendar/find-rule'
import type { PeriodUnit } from '../calendar/period-rule'
import { ruleBook, type RuleBook } from '../calendar/rule-book.server'
import { notify } from '../notice/notify.server'
import { nextReminder } from '../reminder/rules'

const asked = z.object({ year: z.number().int(), version: z.number().int() })
const batch = 200

type Row = {
  id: string
  disputeId: string
  period: string
  ruleCode: string
  ruleVersion: number
  countedFrom: Date
  lastDay: LegalDay
  firedAt: Date | null
  pauses: { from: LegalDay; to: LegalDay }[]
  extensions: { n: number; unit: PeriodUnit }[]
  receivers: string[]
}

/** Running periods that a year's table can touch and that were counted before it: 暂计 ones, and those that end in that year or after. */
const touched = (year: number, version: number) => read<{ disputeId: string }[]>`
  select distinct t.dispute_id as "disputeId" from deadline t where t.stopped_at is null and t.rule_code is not null
    and (t.calendar_version is null or t.calendar_version < ${version}) and (t.provisional or t.last_day >= ${`${year}-01-01`}::date)
  order by 1 limit ${literal(batch)}`

const take = (tx: Tx, ids: string[], version: number) => tx.$queryRaw<Row[]>`
  select t.id, t.dispute_id as "disputeId", t.period, t.rule_code as "ruleCode", t.rule_version as "ruleVersion", t.counted_from as "countedFrom",
    to_char(t.last_day, 'YYYY-MM-DD') as "lastDay", t.fired_at as "firedAt",
    coalesce((select json_agg(json_build_object('from', p.from_day, 'to', p.to_day)) from deadline_pause p where p.deadline_id = t.id and p.to_day is not null), '[]') as pauses,
    coalesce((select json_agg(json_build_object('n', x.length, 'unit', x.unit) order by x.recorded_at, x.id) from deadline_extension x where x.deadline_id = t.id), '[]') as extensions,
    array(select m.account_id from leg l join leg_mediator m on m.leg_id = l.id where l.dispute_id = d.id and l.ended_at is null and m.valid_to is null
      union select d.keeper_id where d.keeper_id is not null) as receivers
  from dispute d join deadline t on t.dispute_id = d.id
  where d.id = any(${ids}::uuid[]) and t.stopped_at is null and t.rule_code is not null and (t.calendar_version is null or t.calendar_version < ${version})`

function again(book: RuleBook, row: Row, now: Date) {
  const rule = ruleAt(book.rules, row.ruleCode, row.ruleVersion)
  if (!rule) return null
  const pauses = row.pauses.map(({ from, to }) => [from, to] as const)
  const { firstDay, rawEnd, lastDay, due, provisional } = countPeriod({
    rule,
    start: row.countedFrom,
    pauses,
    extensions: row.extensions,
    restDays: book.restDays,
  })
  const fired = row.firedAt && due <= now ? row.firedAt : null
  const remindAt = nextReminder(book, row.period, lastDay, now)
  return {
    id: row.id,
    first_day: firstDay,
    raw_end: rawEnd,
    last_day: lastDay,
    due_at: due,
    provisional,
    fired_at: fired,
    remind_at: remindAt,
  }
}

/** What the lists sort by follows its periods: the earliest that is not paused and not another desk's. */
const followRows = (tx: Tx, ids: string[]) => tx.$executeRaw`
  update dispute d set due_at = e.due_at, due_day = e.last_day, due_period = e.period
  from unnest(${ids}::uuid[]) x(id) left join lateral (select t.due_at, t.last_day, t.period from deadline t where t.dispute_id = x.id and t.stopped_at is null
    and t.paused_since is null and t.period <> 'answer' order by t.due_at limit 1) e on true where d.id = x.id`

async function recountSome(
  tx: Tx,
  ids: string[],
  { version }: z.output<typeof asked>,
  now: Date,
): Promise<{ held: number; moved: number }> {
  const held = await tx.$queryRaw<
    { id: string }[]
  >`select id from dispute where id = any(${ids}::uuid[]) order by id for update skip locked`
  const own = held.map(({ id }) => id)
  if (!own.length) return { held: 0, moved: 0 }
  const [book, rows] = [await ruleBook(tx, version), await take(tx, own, version)]
  const counted = rows.flatMap((row) => again(book, row, now) ?? [])
  await tx.$executeRaw`
    update deadline t set first_day = x.first_day, raw_end = x.raw_end, last_day = x.last_day, due_at = x.due_at, provisional = x.provisional,
      fired_at = x.fired_at, remind_at = x.remind_at, calendar_version = ${version}
    from json_to_recordset(${JSON.stringify(counted)}::json) as x(id uuid, first_day date, raw_end date, last_day date, due_at timestamptz,
      provisional boolean, fired_at timestamptz, remind_at timestamptz) where t.id = x.id`
  // A rule that is in no book any more cannot be counted again: it keeps its day, and is not looked for a second time.
  await tx.$executeRaw`update deadline set calendar_version = ${version} where dispute_id = any(${own}::uuid[]) and stopped_at is null and calendar_version < ${version}`
  await followRows(tx, own)
  const moved = rows.filter((row) => counted.some(({ id, last_day }) => id === row.id && last_day !== row.lastDay))
  for (const { id, disputeId, receivers } of moved)
    await notify(tx, { accounts: receivers, topic: 'recounted', subjectId: id, disputeId, occasion: String(version) }, now)
  return { held: own.length, moved: moved.length }
}

/**
 * 重新计算 after a year's holiday table was taken in: every running period that it can touch, by the rule it was counted by, with its
 * pauses and extensions. Who has the case is told where the last day moved. Run by the worker; it bears a repeat. Throws where an act
 * still holds a dispute after three rounds, and is tried again. Answers how many last days moved.
 */
export async function recountCalendar(payload: unknown, now = new Date()): Promise<number> {
  const job = asked.parse(payload)
  let [moved, idle] = [0, 0]
  for (;;) {
    const ids = (await touched(job.year, job.version)).map(({ disputeId }) => disputeId)
    if (!ids.length) return moved
    const round = await inTransaction((tx) => recountSome(tx, ids, job, now))
    moved += round.moved
    idle = round.held ? 0 : idle + 1
    if (idle >= 3) throw new Error('some disputes are held by other acts; the recount is tried again')
  }
}
