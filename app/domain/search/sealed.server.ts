import { literal, Prisma, read } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { opened } from '../desk/opened.server'
import type { Level } from '../desk/words'
import { ofVillages, visible } from '../dispute/sight.server'
import { cursorText, type ListQuery } from './query.server'
import { likePatterns, needlesOf } from './tokens'

const length = 20

/** What others than its handlers may know of a sealed dispute: number, area, level. */
export type SealedLine = { number: string; township: string; level: Level }
export type SealedList = { rows: SealedLine[]; next: string | null }

const within = (ids: string[]) => Prisma.sql`(d.township_id = any(${ids}::uuid[]) or d.district_id = any(${ids}::uuid[]))`

/** Of somebody's area, or seen by a row of sight, but not opened to them. */
const known = (actor: Person, now: Date) => {
  const whole = areasOf(actor, 'triage', 'bureau')
  const risky = areasOf(actor, 'leader')
  const parts = [
    visible(actor, now),
    ...(whole.length ? [within(whole)] : []),
    ...(risky.length ? [Prisma.sql`((${within(risky)} or ${ofVillages(risky)}) and d.risk in ('yellow', 'red'))`] : []),
  ]
  return Prisma.sql`d.sealed and (${Prisma.join(parts, ' or ')}) and not ${opened(actor)}`
}

/** Found by number only: a name that finds a sealed dispute would have told whose it is. */
const numberIs = (text: string) =>
  needlesOf(text).length ? Prisma.sql`split_part(d.search_text, ' ', 1) like all (${likePatterns(text)})` : Prisma.sql`true`

/** Sealed disputes of somebody's area, the newest first, as far as they may be known. Township and danger are the only filters. */
export async function listSealed(actor: Person, { text, townshipId, risk, after }: ListQuery, now = new Date()): Promise<SealedList> {
  if (text && !needlesOf(text).length) return { rows: [], next: null }
  const rows = await read<(SealedLine & { id: string; recordedAt: Date })[]>`
    select d.id, d.number, t.name as township, d.risk::text as level, d.recorded_at as "recordedAt"
    from dispute d join area t on t.id = d.township_id
    where ${known(actor, now)} and ${numberIs(text)}
      and ${townshipId ? Prisma.sql`d.township_id = ${townshipId}::uuid` : Prisma.sql`true`}
      and ${risk ? Prisma.raw(`d.risk = '${risk}'`) : Prisma.sql`true`}
      and ${after?.at ? Prisma.sql`(d.recorded_at, d.id) < (${after.at}, ${after.id}::uuid)` : Prisma.sql`true`}
    order by d.recorded_at desc, d.id desc limit ${literal(length + 1)}`
  const shown = rows.slice(0, length)
  const last = rows.length > length ? shown.at(-1) : undefined
  return {
    rows: shown.map(({ number, township, level }) => ({ number, township, level })),
    next: last ? cursorText({ at: last.recordedAt, id: last.id }) : null,
  }
}
