import { read, reading } from '#app/db/client.server'
import type { Person } from '../actor'
import { formatShortDay } from '../calendar/days'
import { placeWord } from '../registration/place.server'
import { findSame, toldOf } from './find.server'

/** One that may be the same as a registered dispute: what is known of it, what was decided, and where both stand side by side. */
export type SameLine = { id: string; words: string; note?: string; href?: string }

type Decided = {
  id: string
  otherId: string
  number: string
  place: string
  day: string
  same: boolean
  why: string | null
  later: boolean
}

/** Decisions either way: at registration or beside each other. Number, place and day only. */
const decisionsOf = (disputeId: string) => read<Decided[]>`
  select x.id, o.id as "otherId", o.number, a.name as place, to_char(o.registered_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, x.same, x.why,
    x.decided_at is not null as later
  from duplicate_decision x join dispute o on o.id = case when x.dispute_id = ${disputeId}::uuid then x.other_id else x.dispute_id end
    join area a on a.id = case when o.sealed then o.township_id else o.area_id end
  where x.dispute_id = ${disputeId}::uuid or x.other_id = ${disputeId}::uuid order by x.id desc limit 20`

/** Linked or merged: nobody is asked again. */
const settledWith = (disputeId: string) => read<{ id: string }[]>`
  select other_id as id from dispute_link where dispute_id = ${disputeId}::uuid and other_id is not null
  union select dispute_id from dispute_link where other_id = ${disputeId}::uuid
  union select id from dispute where merged_into_id = ${disputeId}::uuid`

const besideEachOther = (id: string, otherId: string) => `/triage/${id}/same/${otherId}`

const decidedWords = ({ same, why, later }: Decided) =>
  `${later ? '' : '登记时'}${same ? '认为是同一件' : '确认不是同一件'}${why ? `：${why}` : ''}`

/** What may be the same as this dispute: what was decided about some, then what is found and was not decided yet. Four statements. */
export async function sameLines(actor: Person, disputeId: string, { seek, now }: { seek: boolean; now: Date }): Promise<SameLine[]> {
  const decided = await decisionsOf(disputeId)
  const lines = decided.map((one) => ({
    id: one.id,
    words: `${formatShortDay(one.day)}　${placeWord(one.place)}　${one.number}`,
    note: decidedWords(one),
    ...(one.same && { href: besideEachOther(disputeId, one.otherId) }),
  }))
  if (!seek) return lines
  const told = (await toldOf(reading, [disputeId])).get(disputeId)
  const [found, settled] = await Promise.all([told ? findSame(reading, actor, told, now) : [], settledWith(disputeId)])
  const known = new Set([...settled.map(({ id }) => id), ...decided.map(({ otherId }) => otherId)])
  const open = found.filter(({ id }) => !known.has(id))
  return [
    ...open.map(({ id, number, place, day, reasons }) => ({
      id,
      words: `${day}　${place}　${number}`,
      note: ['可能是同一件', reasons.slice(0, 3).join('，')].filter(Boolean).join('：'),
      href: besideEachOther(disputeId, id),
    })),
    ...lines,
  ]
}
