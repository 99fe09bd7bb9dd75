import { Prisma, type Reading } from '#app/db/client.server'
import type { Actor } from '../actor'
import { dayIn, formatShortDay } from '../calendar/days'
import { visible } from '../dispute/sight.server'
import { placeWord } from '../registration/place.server'
import { unknownName } from '../search/index-dispute.server'
import { soundKey } from '../search/tokens'
import { nearPatterns } from './near-names'
import { scoreOf, type Reason, type Score, type Someone, type Told } from './score'

/**
 * A dispute that may be the same: number, place and day, no more; what agrees only for who may see that dispute. Of one that is
 * not public to this person the place is its township.
 */
export type Candidate = { id: string; number: string; place: string; day: string; visible: boolean; reasons: string[] }

export type Found = Candidate & { score: Score }

/** A registration as it is compared: a village instead of its township where that has still to be looked up. */
export type About = Omit<Told, 'townshipId'> & { townshipId?: string; id?: string; registrarId?: string }

type Row = {
  id: string
  number: string
  village: string
  township: string
  sealed: boolean
  villageId: string
  townshipId: string
  ownTownshipId: string
  type: string
  subtype: string | null
  at: Date
  visible: boolean
  people: Someone[]
}

/** How far back names alone are looked for, in days; numbers and telephones as far as the score goes. */
const namesWithin = 60
const longest = 400
const mostFound = 5

const daysBefore = (at: Date, days: number) => new Date(at.getTime() - days * 86_400_000)

/** Where the village lies, or the village that took it in (U34). */
const villages = (id: string) =>
  Prisma.sql`select m.id, m.path from area a join area m on m.id = a.id or m.id = a.merged_into_id or m.merged_into_id = a.id where a.id = ${id}::uuid`

/** What it says of one reason: 姓名同音（木德胜、木得胜） */
const wordsOf = ({ say, about }: Reason): string => (about ? `${say}（${about}）` : say)
export const reasonsOf = ({ reasons }: Score): string[] => reasons.filter(({ weight }) => weight > 0).map(wordsOf)

/** Of dispute `d`: who is in it, by name and hashes. */
export const peopleOf = Prisma.sql`(select json_agg(json_build_object('name', case when p.name = ${unknownName} then '' else p.name end, 'idHash', p.id_hash,
  'phoneHashes', array_remove(array[p.phone_hash] || array(select h.phone_hash from party_helper h where h.party_id = p.id), null),
  'addressHash', p.address_hash) order by p.ordinal) from party p where p.dispute_id = d.id and p.left_at is null)`

/** Two that are registered already, as they are compared; by their ids. */
export async function toldOf(tx: Reading, ids: readonly string[]): Promise<Map<string, Told & { id: string }>> {
  const rows = await tx.$queryRaw<(Told & { id: string })[]>`
    select d.id, coalesce(a.merged_into_id, d.area_id) as "villageId", d.township_id as "townshipId", d.type_code as type, d.subtype_code as subtype,
      d.registered_at as at, coalesce(${peopleOf}, '[]') as people
    from dispute d join area a on a.id = d.area_id where d.id = any(${[...ids]}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

/** Every dispute worth comparing, by one statement: each way in has its index (`offset 0` keeps the planner to it), the nearest by name only among the latest of the township. */
export function worthComparing(actor: Actor, about: About, now: Date) {
  const names = [...new Set(about.people.flatMap(({ name }) => (name ? [name] : [])))]
  const { like, sounds } = nearPatterns(names)
  const one = (pick: (someone: Someone) => readonly (string | null)[]) => about.people.flatMap(pick).filter((hash) => hash !== null)
  const [ids, phones, addresses] = [one((p) => [p.idHash]), one((p) => p.phoneHashes), one((p) => [p.addressHash])]
  const since = daysBefore(about.at, namesWithin)
  return Prisma.sql`
    with own as materialized (${villages(about.villageId)}),
    township as materialized (select t.id from own join area t on t.id = any (string_to_array(trim(both '/' from own.path), '/')::uuid[])
      where t.level in ('township', 'district') order by length(t.path) desc limit 1),
    near as materialized (select d.id from dispute d where d.township_id = (select id from township) and d.recorded_at >= ${since}
      order by d.recorded_at desc limit 500),
    hit as (
      select p.dispute_id from party p where p.id_hash = any(${ids})
      union select p.dispute_id from party p where p.phone_hash = any(${phones})
      union select p.dispute_id from party p where p.address_hash = any(${addresses})
      union (select p.dispute_id from party p where p.sound_key = any(${names.map(soundKey)}) order by p.dispute_id desc limit 200)
      union (select p.dispute_id from party p where p.name = any(${names}) order by p.dispute_id desc limit 200)
      union select p.dispute_id from near n cross join lateral (select q.* from party q where q.dispute_id = n.id offset 0) p where p.name like any(${like}) or p.sound_key ~ any(${sounds})
    )
    select d.id, d.number, a.name as village, t.name as township, d.sealed, d.township_id as "townshipId", (select id from township) as "ownTownshipId",
      case when d.area_id in (select id from own) then ${about.villageId}::uuid else d.area_id end as "villageId",
      d.type_code as type, d.subtype_code as subtype, d.registered_at as at, ${visible(actor, now)} as visible,
      ${peopleOf} as people
    from hit cross join lateral (select x.* from dispute x where x.id = hit.dispute_id offset 0) d join area a on a.id = d.area_id join area t on t.id = d.township_id
    where d.id is distinct from ${about.id ?? null}::uuid and d.merged_into_id is null
      and d.registered_at >= ${daysBefore(about.at, longest)}
    order by d.registered_at desc limit 300`
}

/** The best of them, the likeliest first. One statement; nothing of it is written anywhere. */
export async function findSame(tx: Reading, actor: Actor, about: About, now: Date): Promise<Found[]> {
  if (!about.people.some(({ name, idHash, phoneHashes, addressHash }) => name || idHash || phoneHashes.length || addressHash)) return []
  const rows = await tx.$queryRaw<Row[]>(worthComparing(actor, about, now))
  const scored = rows.flatMap((row) => {
    const score = scoreOf({ ...about, townshipId: row.ownTownshipId }, { ...row, people: row.people ?? [] })
    return score?.asks ? [{ row, score }] : []
  })
  return scored
    .sort((a, b) => b.score.total - a.score.total || b.row.at.getTime() - a.row.at.getTime())
    .slice(0, mostFound)
    .map(({ row, score }) => ({
      id: row.id,
      number: row.number,
      place: placeWord(row.sealed && !row.visible ? row.township : row.village),
      day: formatShortDay(dayIn(row.at)),
      visible: row.visible,
      reasons: row.visible ? reasonsOf(score) : [],
      score,
    }))
}
