import { inTransaction, literal, Prisma, read } from '#app/db/client.server'
import { writeTable } from '#app/services/xlsx.server'
import { holds, type Person } from '../actor'
import { recordAct } from '../audit.server'
import { dayIn } from '../calendar/days'
import { opened } from '../desk/opened.server'
import { visible } from '../dispute/sight.server'
import { Refusal, wrong } from '../refusal'
import { needleTokens } from '../search/tokens'
import { filters, matches } from '../search/where.server'
import { layouts, spanOf, type Asked } from './asked'
import { provinceColumns } from './columns'
import { listHeadings, listRows } from './list-rows.server'
import { provinceRows } from './province-rows.server'
import { countsFor } from './row-leg.server'

/** As many rows as one file may have: a township's year many times over, a district's in a few files. */
export const mostRows = 20_000
const batch = 500

const columnOf = {
  registered: Prisma.sql`d.registered_at`,
  received: Prisma.sql`d.first_received_at`,
  closed: Prisma.sql`d.closed_at`,
} as const

/** Why there is no file, beside the field of the export page that is to be changed. */
export const refusals = {
  from: `超过 ${mostRows} 件，没有导出。请缩短时间段，或者选一个调解组织，分几次导出`,
  to: '结束日期不能早于开始日期',
} as const

/** Ids of what the list shows under somebody's own sight, within the period and the body; sealed ones only for who may open them. */
async function found(actor: Person, { query, by, bodyId, ...period }: Asked, now: Date, most: number): Promise<string[]> {
  if (query.text && !needleTokens(query.text).length) return []
  const { since, until } = spanOf(period)
  const at = columnOf[by]
  const asked = [
    visible(actor, now),
    opened(actor),
    filters(query, actor, now),
    // One quarrel is one case: what rests in another file counts there (U31).
    Prisma.sql`d.merged_into_id is null`,
    ...(query.text ? [matches(query.text)] : []),
    ...(since ? [Prisma.sql`${at} >= ${since}`] : []),
    ...(until ? [Prisma.sql`${at} < ${until}`] : []),
    ...(by === 'registered' || since || until ? [] : [Prisma.sql`${at} is not null`]),
    ...(bodyId ? [countsFor(bodyId)] : []),
  ]
  const rows = await read<{ id: string }[]>`
    select d.id from dispute d where ${Prisma.join(asked, ' and ')} order by d.recorded_at, d.id limit ${literal(most)}`
  return rows.map(({ id }) => id)
}

async function* inBatches(ids: readonly string[], rowsOf: (part: string[]) => Promise<string[][]>): AsyncGenerator<string[]> {
  for (let at = 0; at < ids.length; at += batch) yield* await rowsOf(ids.slice(at, at + batch))
}

/** Only codes and days: what was searched for may be a name. */
const detailOf = ({ query, layout, by, from, to, bodyId }: Asked, rows: number) => {
  const { text, after: _, ...filter } = query
  return { layout, by, from, to, bodyId, ...filter, text: text !== '', rows }
}

/** Whether somebody has lists of disputes at all; an administrator has none. */
export const mayExport = (actor: Person): boolean =>
  holds(actor, 'grid', 'mediator', 'head', 'triage', 'duty', 'bureau', 'court', 'organ', 'leader')

export type Exported = { bytes: Uint8Array; name: string; rows: number }

/**
 * 导出: what a list shows, as .xlsx, for a body and a period, under the viewer's rights; who took what, and how much, stays on
 * record before the file is given out. Read in batches and packed as it comes. Throws Refusal: forbidden, invalid.
 */
export async function exportDisputes(actor: Person, asked: Asked, now = new Date()): Promise<Exported> {
  if (!mayExport(actor)) throw new Refusal('forbidden')
  const { layout, from, to } = asked
  if (from && to && from > to) throw wrong('to', refusals.to)
  const ids = await found(actor, asked, now, mostRows + 1)
  if (ids.length > mostRows) throw wrong('from', refusals.from)
  await inTransaction((tx) => recordAct(tx, actor, 'export', { detail: detailOf(asked, ids.length) }, now))
  const rowsOf =
    layout === 'province'
      ? async (part: string[]) => (await provinceRows(actor, part)).map((row) => provinceColumns.map(({ value }) => value(row)))
      : (part: string[]) => listRows(actor, part, now)
  const headings = layout === 'province' ? provinceColumns.map(({ heading }) => heading) : listHeadings
  const bytes = await writeTable(layouts[layout].label, headings, inBatches(ids, rowsOf))
  return { bytes, name: `${layout === 'province' ? '省系统25列' : '纠纷清单'}_${dayIn(now)}.xlsx`, rows: ids.length }
}
