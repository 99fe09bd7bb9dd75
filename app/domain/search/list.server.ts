import { literal, Prisma, read } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { dayIn } from '../calendar/days'
import { opened } from '../desk/opened.server'
import { byDue } from '../desk/states.server'
import { countLimit, countWord } from '../desk/due'
import { ofVillages, subjectsOf, visible } from '../dispute/sight.server'
import { cursorText, type Cursor, type ListQuery } from './query.server'
import { lineOf, listedColumns, listedJoins, pastColumn, sidesColumn, type DisputeLine, type Listed } from './rows.server'
import { needleTokens } from './tokens'
import { filters, matches } from './where.server'

export const pageLength = 20

type Order = { key: Prisma.Sql; down: Prisma.Sql; beyond: (after: Cursor) => Prisma.Sql }

const orders: Record<ListQuery['sort'], Order> = {
  due: {
    key: byDue,
    down: Prisma.sql`asc`,
    beyond: ({ at, id }) => Prisma.sql`(${byDue}, d.id) > (coalesce(${at}, timestamptz 'infinity'), ${id}::uuid)`,
  },
  new: {
    key: Prisma.sql`d.recorded_at`,
    down: Prisma.sql`desc`,
    beyond: ({ at, id }) => Prisma.sql`(d.recorded_at, d.id) < (${at ?? new Date()}, ${id}::uuid)`,
  },
}

/**
 * The ways in which somebody may come to see a dispute, each of which an index serves: by rows of sight, by township, by
 * district. Together they hold whatever `visible` holds, which is asked of every row all the same.
 */
function entrances(actor: Person): Prisma.Sql[] {
  const areas = [...new Set(areasOf(actor, 'triage', 'duty', 'bureau', 'leader'))]
  const bySight = Prisma.sql`d.id in (select s.dispute_id from sight s where s.subject_id = any(${subjectsOf(actor)}::uuid[]) and s.valid_to is null)`
  const leader = areasOf(actor, 'leader')
  const ofVillage = leader.length ? [ofVillages(leader)] : []
  return [
    bySight,
    ...ofVillage,
    ...areas.flatMap((id) => [Prisma.sql`d.township_id = ${id}::uuid`, Prisma.sql`d.district_id = ${id}::uuid`]),
  ]
}

const union = (parts: Prisma.Sql[]) =>
  Prisma.join(
    parts.map((part) => Prisma.sql`(${part})`),
    ' union ',
  )

/** Without text each entrance is walked in the list's own order; with text the hits are gathered first, they are few. */
function found(actor: Person, query: ListQuery, now: Date) {
  const { key, down, beyond } = orders[query.sort]
  const after = query.after ? beyond(query.after) : Prisma.sql`true`
  const asked = Prisma.sql`${visible(actor, now)} and ${opened(actor)} and ${filters(query, actor, now)}`
  if (needleTokens(query.text).length) {
    const hits = Prisma.sql`hits as materialized (select d.* from dispute d where ${matches(query.text)})`
    return {
      before: hits,
      page: Prisma.sql`select d.id from hits d where ${asked} and ${after} order by ${key} ${down}, d.id ${down} limit ${literal(pageLength + 1)}`,
      counted: Prisma.sql`select d.id from hits d where ${asked} limit ${literal(countLimit + 1)}`,
    }
  }
  const ways = entrances(actor)
  return {
    before: null,
    page: union(
      ways.map(
        (way) =>
          Prisma.sql`select d.id from dispute d where ${way} and ${asked} and ${after} order by ${key} ${down}, d.id ${down} limit ${literal(pageLength + 1)}`,
      ),
    ),
    counted: union(
      ways.map(
        (way) =>
          Prisma.sql`select d.id from dispute d where ${way} and ${asked} order by ${key} ${down}, d.id ${down} limit ${literal(countLimit + 1)}`,
      ),
    ),
  }
}

/** One page of disputes; `next` continues it by key, `total` stops at 1000+. */
export type DisputeList = { rows: DisputeLine[]; total: string; next: string | null }

/** Everything under somebody's own sight that the query asks for, in one statement. */
export async function listDisputes(actor: Person, query: ListQuery, now = new Date()): Promise<DisputeList> {
  if (query.text && !needleTokens(query.text).length) return { rows: [], total: '0', next: null }
  const { before, page, counted } = found(actor, query, now)
  const { key, down } = orders[query.sort]
  const rows = await read<(Listed & { total: number })[]>`
    with ${before ? Prisma.sql`${before},` : Prisma.empty} page as (${page}),
      counted as (select count(*)::int as n from (${counted}) x)
    select ${listedColumns}, ${pastColumn(actor)} as past, ${sidesColumn(actor)} as sides, (select n from counted) as total from page join dispute d on d.id = page.id ${listedJoins}
    order by ${key} ${down}, d.id ${down} limit ${literal(pageLength + 1)}`
  const shown = rows.slice(0, pageLength)
  const last = rows.length > pageLength ? shown.at(-1) : undefined
  const today = dayIn(now)
  return {
    rows: shown.map((row) => lineOf(row, today)),
    total: countWord(rows[0]?.total ?? 0),
    next: last ? cursorText({ at: query.sort === 'due' ? last.dueAt : last.recordedAt, id: last.id }) : null,
  }
}
