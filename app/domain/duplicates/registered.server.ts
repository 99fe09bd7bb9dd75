import { read, reading } from '#app/db/client.server'
import type { Person } from '../actor'
import { formatShortDay } from '../calendar/days'
import { placeWord } from '../registration/place.server'
import { findSame, peopleOf } from './find.server'
import type { Told } from './score'

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

type Known = { decided: Decided[]; settled: string[]; told: Omit<Told, 'at'> & { id: string; at: string } }

/**
 * The dispute as it is compared, what was decided of it either way (at registration or beside each other; number, place and day
 * only), and with which it is linked or merged, so that nobody is asked again. One statement.
 */
const knownOf = (disputeId: string) => read<Known[]>`
  select json_build_object('id', d.id, 'villageId', coalesce(v.merged_into_id, d.area_id), 'townshipId', d.township_id, 'type', d.type_code,
      'subtype', d.subtype_code, 'at', d.registered_at, 'people', coalesce(${peopleOf}, '[]')) as told,
    array(select other_id from dispute_link where dispute_id = d.id and other_id is not null
      union select dispute_id from dispute_link where other_id = d.id union select id from dispute where merged_into_id = d.id) as settled,
    coalesce((select json_agg(t) from (
      select x.id, o.id as "otherId", o.number, a.name as place, to_char(o.registered_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, x.same, x.why,
        x.decided_at is not null as later
      from duplicate_decision x join dispute o on o.id = case when x.dispute_id = d.id then x.other_id else x.dispute_id end
        join area a on a.id = case when o.sealed then o.township_id else o.area_id end
      where x.dispute_id = d.id or x.other_id = d.id order by x.id desc limit 20) t), '[]') as decided
  from dispute d join area v on v.id = d.area_id where d.id = ${disputeId}::uuid`

const besideEachOther = (id: string, otherId: string) => `/triage/${id}/same/${otherId}`

const decidedWords = ({ same, why, later }: Decided) =>
  `${later ? '' : '登记时'}${same ? '认为是同一件' : '确认不是同一件'}${why ? `：${why}` : ''}`

/** What may be the same as this dispute: what is found and was not decided yet, then what was decided about others. Two statements. */
export async function sameLines(actor: Person, disputeId: string, { seek, now }: { seek: boolean; now: Date }): Promise<SameLine[]> {
  const [known] = await knownOf(disputeId)
  if (!known) return []
  const lines = known.decided.map((one) => ({
    id: one.id,
    words: `${formatShortDay(one.day)}　${placeWord(one.place)}　${one.number}`,
    note: decidedWords(one),
    ...(one.same && { href: besideEachOther(disputeId, one.otherId) }),
  }))
  if (!seek) return lines
  const found = await findSame(reading, actor, { ...known.told, at: new Date(known.told.at) }, now)
  const asked = new Set([...known.settled, ...known.decided.map(({ otherId }) => otherId)])
  const open = found.filter(({ id }) => !asked.has(id))
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
