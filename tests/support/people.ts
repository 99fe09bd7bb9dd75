import { pool } from '#app/db/client.server'
import type { Person, Role } from '#app/domain/actor'
import { accountPhoneHash } from '#app/domain/privacy/hash.server'
import { accountByKey } from '../../prisma/district'

export const shuhe = '530702004000'
/** 龙泉社区, in 束河街道. */
export const longquan = '530702004001'
export const dayan = '530702002000'
export const district = '530702000000'

const known = new Map<string, Person>()

/** Somebody of the demo district, by the seed's key, with the posts held there. */
export async function person(key: string): Promise<Person> {
  const kept = known.get(key)
  if (kept) return kept
  const { rows } = await pool.query<{
    id: string
    name: string
    posts: { role: Role; areaId: string | null; bodyId: string | null }[]
  }>(
    `select a.id, a.name, json_agg(json_build_object('role', p.role, 'areaId', p.area_id, 'bodyId', p.body_id) order by p.id) as posts
     from account a join post p on p.account_id = a.id where a.phone_hash = $1 group by a.id`,
    [accountPhoneHash(accountByKey(key).phone)],
  )
  const [row] = rows
  if (!row) throw new Error(`the template has no ${key}`)
  const found: Person = {
    kind: 'account',
    accountId: row.id,
    name: row.name,
    posts: row.posts.map((post) => ({ ...post, title: key })),
  }
  known.set(key, found)
  return found
}

/** Who appears in most stories; 束河 is their township. */
const cast = {
  grid: `grid-${longquan}`,
  otherGrid: 'grid-530702004002',
  triage: `triage-${shuhe}-1`,
  otherTriage: `triage-${dayan}-1`,
  districtTriage: `triage-${district}-1`,
  head: 'head-room-maguotou',
  mediator: 'mediator-room-maguotou-1',
  secondMediator: 'mediator-room-maguotou-2',
  otherHead: 'head-room-pengrenjie',
  otherMediator: 'mediator-room-pengrenjie-1',
  villageHead: `head-village-${longquan}`,
  medicalHead: 'head-industry-medical',
  medicalMediator: 'mediator-industry-medical-1',
  court: 'liaison-court',
  organ: 'liaison-cultureTourism',
  police: `liaison-police-${shuhe}`,
  duty: 'duty-1',
  bureau: 'bureau-1',
  leader: `leader-${shuhe}`,
  otherLeader: `leader-${dayan}`,
  admin: 'admin',
} as const

export type Part = keyof typeof cast

/** Everybody of the cast, each a fixed person of the seed. */
export async function people(): Promise<Record<Part, Person>> {
  const found = await Promise.all(Object.entries(cast).map(async ([part, key]) => [part, await person(key)] as const))
  return Object.fromEntries(found) as Record<Part, Person>
}

async function idBy(statement: string, value: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(statement, [value])
  if (!rows[0]) throw new Error(`the template has no ${value}`)
  return rows[0].id
}

/** A body of the register by the seed's key. */
export const bodyId = (key: string) => idBy('select id from body where key = $1', key)
export const areaId = (code: string) => idBy('select id from area where code = $1', code)
