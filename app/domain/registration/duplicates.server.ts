import { Prisma, type Tx } from '#app/db/client.server'
import type { Actor } from '../actor'
import { dayIn, formatShortDay } from '../calendar/days'
import { visible } from '../dispute/sight.server'
import { identityHash } from '../privacy/hash.server'
import { placeWord } from './place.server'
import type { Registration } from './form'

/** A dispute that may be the same: number, place and day, no more; whether this person may open it. */
export type Candidate = { id: string; number: string; place: string; day: string; visible: boolean }

type Row = Omit<Candidate, 'day'> & { registeredAt: Date }
type About = Pick<Registration, 'areaId' | 'parties'>

/** The same two names in the same village count within so many days. */
const days = 30

/** Disputes with a party of the same identity number, or with two of the same names in the same village within 30 days. */
export async function possibleDuplicates(
  tx: Pick<Tx, '$queryRaw'>,
  actor: Actor,
  { areaId, parties }: About,
  now: Date,
): Promise<Candidate[]> {
  const hashes = parties.flatMap(({ idNumber }) => (idNumber ? [identityHash(idNumber)] : []))
  const names = [...new Set(parties.flatMap(({ name }) => (name ? [name] : [])))]
  if (hashes.length === 0 && names.length < 2) return []
  const since = new Date(now.getTime() - days * 86_400_000)
  const byName = Prisma.sql`select p.dispute_id from party p join dispute n on n.id = p.dispute_id
    where p.name = any(${names}) and n.area_id = any(array(select m.id from area m where m.id = ${areaId}::uuid or m.merged_into_id = ${areaId}::uuid)) and n.registered_at >= ${since} group by p.dispute_id having count(distinct p.name) >= 2`
  const rows = await tx.$queryRaw<Row[]>`
    select d.id, d.number, a.name as place, d.registered_at as "registeredAt", ${visible(actor, now)} as visible
    from dispute d join area a on a.id = d.area_id
    where d.id in (select p.dispute_id from party p where p.id_hash = any(${hashes}) union ${byName})
    order by d.registered_at desc limit 5`
  return rows.map(({ registeredAt, place, ...row }) => ({ ...row, place: placeWord(place), day: formatShortDay(dayIn(registeredAt)) }))
}
