import { literal, Prisma, read } from '#app/db/client.server'
import { areasOf, bodiesOf, holds, type Person } from '../actor'
import { languageWordsOf } from '../body/list.server'
import { addDays, dayIn, formatDate, type LegalDay } from '../calendar/days'
import { isId } from '../id'
import { Refusal } from '../refusal'
import { nameKey } from '../search/tokens'
import { languages } from '../words/parties'
import { advising, offices, registrantKinds, type Office, type RegistrantKind } from '../words/roll'
import { isCode, labelOf, optionsOf } from '../words/words'
import { termWarnDays } from './composition'
import { hasRoll } from './permissions'

const pageSize = 50

/** Whom of the register somebody reads: `rollRules.read` as a condition on registrant `r`. */
export function readable(actor: Person): Prisma.Sql {
  if (holds(actor, 'bureau', 'triage')) return Prisma.sql`true`
  const [areas, bodies] = [areasOf(actor, 'admin'), bodiesOf(actor, 'head')]
  const within = (path: Prisma.Sql) => Prisma.sql`${path} like any(${areas.map((id) => `%/${id}/%`)}::text[])`
  const own = Prisma.sql`r.account_id = ${actor.accountId}::uuid`
  const held = (
    which: Prisma.Sql,
  ) => Prisma.sql`exists (select 1 from appointment p join body b on b.id = p.body_id join area o on o.id = b.area_id
    where p.registrant_id = r.id and p.ended_on is null and ${which})`
  const administered = Prisma.sql`exists (select 1 from area o where o.id = r.area_id and ${within(Prisma.sql`o.path`)})`
  const local = Prisma.sql`(r.kind = any(${[...advising]}::text[]) and exists (select 1 from body b
    where b.id = any(${bodies}::uuid[]) and b.area_id = r.area_id and b.channel = 'people' and b.valid_to is null))`
  return Prisma.join(
    [
      own,
      ...(areas.length ? [administered, held(within(Prisma.sql`o.path`))] : []),
      ...(bodies.length ? [held(Prisma.sql`p.body_id = any(${bodies}::uuid[])`), local] : []),
    ],
    ' or ',
    '(',
    ')',
  )
}

const standings = [
  { value: 'away', label: '今天请假的' },
  { value: 'ending', label: '任期快满、已满的' },
  { value: 'free', label: '没有任职的' },
  { value: 'left', label: '已经撤下的' },
]

const covers = (today: LegalDay) =>
  Prisma.sql`exists (select 1 from absence x where x.registrant_id = r.id and x.cancelled_at is null and x.from_day <= ${today}::date and x.to_day >= ${today}::date)`
const current = (more: Prisma.Sql) =>
  Prisma.sql`exists (select 1 from appointment p where p.registrant_id = r.id and p.ended_on is null and ${more})`

function conditions(params: URLSearchParams, today: LegalDay): Prisma.Sql[] {
  const of = (name: string) => (params.get(name) ?? '').trim().slice(0, 60)
  const [standing, area, body] = [of('standing'), of('area'), of('body')]
  return [
    standing === 'left' ? Prisma.sql`r.valid_to < ${today}::date` : Prisma.sql`(r.valid_to is null or r.valid_to >= ${today}::date)`,
    ...(of('q') ? [Prisma.sql`position(${nameKey(of('q'))} in r.name) > 0`] : []),
    ...(isCode(registrantKinds, of('kind')) ? [Prisma.sql`r.kind = ${of('kind')}`] : []),
    ...(isCode(languages, of('language')) ? [Prisma.sql`${of('language')} = any(r.languages)`] : []),
    ...(isId(area)
      ? [
          Prisma.sql`exists (select 1 from area o where (o.id = r.area_id or o.id in (select b.area_id from appointment p join body b on b.id = p.body_id
          where p.registrant_id = r.id and p.ended_on is null)) and o.path like ${`%/${area}/%`})`,
        ]
      : []),
    ...(isId(body) ? [current(Prisma.sql`p.body_id = ${body}::uuid`)] : []),
    ...(standing === 'away' ? [covers(today)] : []),
    ...(standing === 'ending' ? [current(Prisma.sql`p.valid_to <= ${addDays(today, termWarnDays)}::date`)] : []),
    ...(standing === 'free' ? [Prisma.sql`not ${current(Prisma.sql`true`)}`] : []),
  ]
}

type Held = { office: Office; body: string; to: LegalDay | null }
type Row = {
  id: string
  name: string
  kind: RegistrantKind
  languages: string[]
  area: string | null
  away: boolean
  cap: number | null
  load: number
  held: Held[]
  demo: boolean
}

export type RollLine = {
  id: string
  href: string
  name: string
  kind: string
  offices: string[]
  languages: string
  load: string
  notes: string[]
}

function lineOf(row: Row, today: LegalDay): RollLine {
  const ends = row.held.flatMap(({ to }) => (to && to <= addDays(today, termWarnDays) ? to : [])).sort()[0]
  return {
    id: row.id,
    href: `/roll/${row.id}`,
    name: row.name,
    kind: labelOf(registrantKinds, row.kind),
    offices: row.held.length ? row.held.map(({ body, office }) => `${body}·${labelOf(offices, office)}`) : row.area ? [row.area] : [],
    languages: languageWordsOf(row.languages),
    load: isAdvising(row.kind) ? '' : `在办 ${row.load} 件${row.cap === null ? '' : `，上限 ${row.cap} 件`}`,
    notes: [...(row.away ? ['请假'] : []), ...(ends ? [ends < today ? '任期已满' : `任期${formatDate(ends)}满`] : [])],
  }
}

const isAdvising = (kind: RegistrantKind) => advising.some((one) => one === kind)

const options = (actor: Person) => read<{ kind: string; value: string; label: string }[]>`
  select 'area' as kind, a.id as value, a.name as label, a.code as by from area a where a.level = 'township' and a.valid_to is null
  union all select 'body', b.id, b.name, b.name from body b where b.channel = 'people' and b.valid_to is null
    and exists (select 1 from appointment p join registrant r on r.id = p.registrant_id where p.body_id = b.id and p.ended_on is null and ${readable(actor)})
  order by 1, 4 limit 1000`

/** A page of 名册 for an address: whom the actor reads, by sound. Throws Refusal notFound for who has none. Three statements. */
export async function rollPage(actor: Person, params: URLSearchParams, now = new Date()) {
  if (!hasRoll(actor)) throw new Refusal('notFound', '没有这一页')
  const today = dayIn(now)
  const where = Prisma.join([readable(actor), ...conditions(params, today)], ' and ')
  const after = params.get('after') ?? ''
  const beyond = isId(after)
    ? Prisma.sql`(r.sound_key, r.id) > (select x.sound_key, x.id from registrant x where x.id = ${after}::uuid)`
    : Prisma.sql`true`
  const [rows, [count], choices] = await Promise.all([
    read<
      Row[]
    >`select r.id, r.name, r.kind, r.languages, r.cap, r.demo, ${covers(today)} as away, (select o.name from area o where o.id = r.area_id) as area,
        (select count(*)::int from leg_mediator m join leg l on l.id = m.leg_id where m.account_id = r.account_id and m.valid_to is null and l.ended_at is null) as load,
        coalesce((select json_agg(json_build_object('office', p.office, 'body', b.name, 'to', to_char(p.valid_to, 'YYYY-MM-DD')) order by p.valid_from, p.id)
          from appointment p join body b on b.id = p.body_id where p.registrant_id = r.id and p.ended_on is null), '[]') as held
      from registrant r where ${where} and ${beyond} order by r.sound_key, r.id limit ${literal(pageSize + 1)}`,
    read<[{ total: number }]>`select count(*)::int as total from registrant r where ${where}`,
    options(actor),
  ])
  const shown = rows.slice(0, pageSize)
  const value = (name: string) => params.get(name) ?? ''
  const address = (at: string | null) => {
    const kept = [...params].filter(([name, text]) => name !== 'after' && text !== '')
    const query = new URLSearchParams([...kept, ...(at ? [['after', at]] : [])]).toString()
    return query ? `/roll?${query}` : '/roll'
  }
  const select = (name: string, label: string, list: { value: string; label: string }[]) =>
    ({ kind: 'select', name, label, value: value(name), options: list, none: '不限' }) as const
  const of = (kind: string) => choices.filter((one) => one.kind === kind)
  const named = ['q', 'kind', 'area', 'body', 'language', 'standing']
  return {
    rows: shown.map((row) => lineOf(row, today)),
    total: count.total,
    demo: shown.some(({ demo }) => demo),
    writes: holds(actor, 'admin'),
    findings: holds(actor, 'admin', 'bureau'),
    filters: [
      { kind: 'search', name: 'q', label: '姓名', value: value('q') } as const,
      select('kind', '类别', optionsOf(registrantKinds)),
      select('area', '乡镇（街道）', of('area')),
      ...(of('body').length > 1 || value('body') ? [select('body', '组织', of('body'))] : []),
      select('language', '语言', optionsOf(languages)),
      select('standing', '情况', standings),
    ],
    filtered: named.some((name) => value(name) !== ''),
    first: isId(after) ? address(null) : null,
    next: rows.length > pageSize ? address(shown.at(-1)?.id ?? null) : null,
  }
}
