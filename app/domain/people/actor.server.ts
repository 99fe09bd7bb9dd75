import { pool } from '#app/db/client.server'
import { roleLabels, type Person, type Post, type Role } from '../actor'
import { hashOfToken } from './secret-token.server'

/** What a session is for the edge: who it is, the token that its forms carry, and whether all this is a demo. */
export type SignedIn = { actor: Person; csrf: string; demo: boolean }

type Row = {
  account_id: string
  name: string
  demo: boolean
  csrf: string
  posts: { role: Role; areaId: string | null; bodyId: string | null; unit: string | null; of: string | null }[]
}

// Before every page: one statement by primary key, in plain SQL.
const statement = `
  select s.account_id, a.name, a.demo, s.csrf,
    coalesce((
      select json_agg(json_build_object(
        'role', p.role, 'areaId', p.area_id, 'bodyId', p.body_id, 'unit', p.unit, 'of', coalesce(b.name, r.name)
      ) order by p.valid_from, p.id)
      from post p left join body b on b.id = p.body_id left join area r on r.id = p.area_id
      where p.account_id = a.id and p.valid_from <= $2 and (p.valid_to is null or p.valid_to > $2)
    ), '[]') as posts
  from session s join account a on a.id = s.account_id
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > $2 and a.stopped_at is null`

/** 束河街道综治中心 is a unit, 分流岗 what it does; nothing is said twice: 古城区人民法院 and 法院联络 are 古城区人民法院联络. */
function postOf({ role, areaId, bodyId, unit, of }: Row['posts'][number]): Post {
  const [place, label] = [unit ?? of ?? '', roleLabels[role]]
  const said = [...label].findLastIndex((_, at) => place.endsWith(label.slice(0, at + 1))) + 1
  return { role, areaId, bodyId, title: place + label.slice(said) }
}

/** Who has this session now, with the posts held at this moment; null when it has ended or never was. One statement. */
export async function actorOfSession(token: string, now = new Date()): Promise<SignedIn | null> {
  const tokenHash = hashOfToken(token)
  if (!tokenHash) return null
  const { rows } = await pool.query<Row>({
    name: 'actor_of_session',
    text: statement,
    values: [Buffer.from(tokenHash), now],
  })
  const row = rows[0]
  if (!row) return null
  const actor: Person = { kind: 'account', accountId: row.account_id, name: row.name, posts: row.posts.map(postOf) }
  return { actor, csrf: row.csrf, demo: row.demo }
}
