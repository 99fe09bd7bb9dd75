import { literal, read, reading } from '#app/db/client.server'
import { writeTable } from '#app/services/xlsx.server'
import { areasOf, type Person } from '../actor'
import { addDays, dayIn, formatShortDay } from '../calendar/days'
import { dueWords, type DueWords } from '../desk/due'
import { Refusal } from '../refusal'
import { day, hidden, long, row, select, text, type SettingForm } from '../settings/fields'
import { findingOutcomes, patrolKinds } from '../words/patrols'
import { labelOf, optionsOf } from '../words/words'
import { roundPlaces } from './rounds.server'
import { countOf, placeLine, readPlaces, type PlaceRow } from './rows.server'
import {
  asksPlace,
  openingAreas,
  patrolAreas,
  readRound,
  roundColumns,
  roundJoins,
  seesPlace,
  seesRound,
  walksPlace,
  type Round,
} from './sight.server'

export type RoundLine = {
  id: string
  href: string
  title: string
  about: string[]
  state: string
  tone?: 'due' | 'done'
  counts: string
  due?: DueWords
  todo: { label: string; href: string }[]
}

type Listed = Round & { asks: number; reported: number; missing: { id: string; name: string }[] }

function lineOf(row: Listed, today: string): RoundLine {
  const open = !row.closedAt
  const begun = row.fromDay <= today
  return {
    id: row.id,
    href: `/patrol/${row.id}`,
    title: row.title,
    about: [row.area, labelOf(patrolKinds, row.kind), `${formatShortDay(row.fromDay)}到${formatShortDay(row.toDay)}`],
    state: !open ? '已结束' : begun ? '进行中' : '还没开始',
    ...(!open ? { tone: 'done' as const } : begun ? { tone: 'due' as const } : {}),
    counts: `${row.reported} / ${row.asks} 处已报`,
    ...(open && begun && { due: dueWords(row.toDay, today, '上报') }),
    todo: open && begun ? row.missing.map(({ id, name }) => ({ label: name, href: `/patrol/${row.id}/report?area=${id}` })) : [],
  }
}

/** Rounds of one's area, the open ones first, with what oneself has still to report. One statement, one more for who opens them. Throws Refusal notFound. */
export async function patrolList(actor: Person, now = new Date()) {
  if (!patrolAreas(actor).length) throw new Refusal('notFound', '没有这一页')
  const today = dayIn(now)
  const [rows, places] = await Promise.all([
    read<Listed[]>`
      select ${roundColumns}, n.asks, n.reported, n.missing from patrol_round r ${roundJoins} cross join lateral (
        select count(*)::int as asks, count(t.id)::int as reported,
          coalesce(json_agg(json_build_object('id', x.id, 'name', x.name) order by x.path) filter (where t.id is null and ${walksPlace(actor)}), '[]') as missing
        from area x left join patrol_report t on t.round_id = r.id and t.area_id = x.id and t.replaced_at is null where ${asksPlace} and ${seesPlace(actor)}) n
      where ${seesRound(actor)} order by (r.closed_at is not null), r.to_day desc, r.id limit ${literal(40)}`,
    openingAreas(actor).length ? roundPlaces(openingAreas(actor)) : [],
  ])
  const form: SettingForm | null = places.length
    ? {
        act: 'open',
        title: '开始一轮排查',
        note: '下面的网格员都会收到消息；没有发现也要报。',
        fields: [
          places.length > 1 ? select('areaId', '在哪里', places, { none: '请选' }) : hidden('areaId', places[0]!.value),
          select('kind', '哪一种', optionsOf(patrolKinds), { value: 'regular' }),
          text('title', '排查什么'),
          long('asked', '要留意什么', { later: '可以不写' }),
          row(day('fromDay', '从哪天', { value: today }), day('toDay', '到哪天', { value: addDays(today, 6) })),
        ],
        submit: '开始',
      }
    : null
  return { rounds: rows.map((one) => lineOf(one, today)), form }
}

const sum = (rows: PlaceRow[], of: (row: PlaceRow) => number | null) => String(rows.reduce((all, one) => all + (of(one) ?? 0), 0))

/** 排查次数 and 排查发现 stand apart: they are two numbers (U31). */
const totalsOf = (rows: PlaceRow[]) => [
  { label: '排查次数', value: sum(rows, ({ rounds }) => rounds) },
  { label: '排查发现', value: sum(rows, ({ found }) => found) },
  { label: '已报', value: `${rows.filter(({ reportId }) => reportId).length} / ${rows.length} 处` },
]

/** One round: each grid, whether it reported, and what came of what was found. Two statements. Throws Refusal notFound. */
export async function roundPage(actor: Person, id: string, now = new Date()) {
  const [round, rows] = await Promise.all([readRound(reading, actor, id), readPlaces(actor, id, now)])
  const open = !round.closedAt && round.fromDay <= dayIn(now)
  const closes: SettingForm[] =
    !round.closedAt && openingAreas(actor).includes(round.areaId)
      ? [{ act: 'close', title: '结束这一轮', note: '结束以后不能再报；没有报的会留着“未报”。', fields: [], submit: '结束', grave: true }]
      : []
  return {
    title: round.title,
    state: round.closedAt ? '已结束' : open ? '进行中' : '还没开始',
    facts: [
      { label: '地方', value: round.area },
      { label: '种类', value: labelOf(patrolKinds, round.kind) },
      { label: '时间', value: `${formatShortDay(round.fromDay)}到${formatShortDay(round.toDay)}` },
      { label: '要留意', value: round.asked ?? '' },
      { label: '布置', value: round.by },
    ],
    totals: totalsOf(rows),
    places: rows.map((one) => placeLine(actor, one, id, open)),
    table: openingAreas(actor).length ? `/patrol/${id}/table` : null,
    forms: closes,
  }
}

/** The last round of a leader's places, in numbers and missing places. Two statements. */
export async function latestRound(actor: Person, now: Date) {
  const [round] = await read<Round[]>`
    select ${roundColumns} from patrol_round r ${roundJoins} where r.from_day <= ${dayIn(now)}::date
      and exists (select 1 from area o where o.id = any(${areasOf(actor, 'leader')}::uuid[]) and (o.path like ra.path || '%' or ra.path like o.path || '%'))
    order by (r.closed_at is not null), r.to_day desc, r.id desc limit 1`
  if (!round) return null
  const rows = await readPlaces(actor, round.id, now)
  const missing = rows.filter(({ reportId }) => !reportId).map(({ name }) => name)
  return { title: round.title, href: `/patrol/${round.id}`, totals: totalsOf(rows), missing }
}

const headings = [
  '乡镇（街道）',
  '村（社区）',
  '网格',
  '上报日期',
  '排查次数',
  '排查发现',
  ...Object.values(findingOutcomes).map(({ label }) => label),
  '备注',
]

/** The same places as a table, for who opens rounds; no names of people. Two statements. Throws Refusal notFound. */
export async function roundTable(actor: Person, id: string, now = new Date()): Promise<Uint8Array> {
  if (!openingAreas(actor).length) throw new Refusal('notFound')
  const [, rows] = await Promise.all([readRound(reading, actor, id), readPlaces(actor, id, now)])
  return writeTable(
    '排查',
    headings,
    rows.map((one) => [
      one.township ?? '',
      one.village ?? one.name,
      one.village ? one.name : '',
      one.on ?? '未报',
      one.rounds === null ? '' : String(one.rounds),
      one.found === null ? '' : String(one.found),
      ...(Object.keys(findingOutcomes) as (keyof typeof findingOutcomes)[]).map((outcome) => String(countOf(one, outcome))),
      one.note ?? '',
    ]),
  )
}
