import { Prisma, read } from '#app/db/client.server'
import { roleLabels, type Person } from '../actor'
import { dayIn, formatDate, type LegalDay } from '../calendar/days'
import { phoneOf } from '../people/accounts.server'
import { maskPhone } from '../privacy/masking'
import { rolesOf } from './giving'
import { covered, covers, placed, placesIn, reachOf, unknown, type PlaceGroup } from './reach.server'
import { spanOf, type PostRow } from './words'

type Option = { value: string; label: string }

/** What the form for a post offers. */
export type PostChoice = { roles: Option[]; places: PlaceGroup[]; today: LegalDay }

export type PersonPage = {
  id: string
  name: string
  phone: string
  standing: { tone: 'due' | 'danger' | 'done'; word: string }
  self: boolean
  stopped: boolean
  posts: { id: string; title: string; from: LegalDay; to: LegalDay | null; words: string; over: boolean; changeable: boolean }[]
  choice: PostChoice
}

/** What may be given, and where, for 新建 and 加岗位. Throws Refusal forbidden for who is no administrator. */
export async function postChoice(actor: Person, now = new Date()): Promise<PostChoice> {
  const reach = await reachOf(actor)
  return {
    roles: rolesOf(reach.whole).map((role) => ({ value: role, label: roleLabels[role] })),
    places: await placesIn(reach),
    today: dayIn(now),
  }
}

type Row = {
  id: string
  name: string
  phoneCipher: string
  stoppedAt: Date | null
  waiting: boolean
  posts: (PostRow & { mine: boolean })[]
}

/** `/people/:accountId`; throws Refusal notFound for who is unknown or another administrator's. */
export async function showPerson(actor: Person, accountId: string, now = new Date()): Promise<PersonPage> {
  const reach = await reachOf(actor)
  const mine = reach.whole ? Prisma.sql`true` : Prisma.sql`p.role <> 'admin' and ${covers(reach, Prisma.sql`coalesce(r.path, o.path)`)}`
  const [row] = await read<Row[]>`
    select a.id, a.name, a.phone_cipher as "phoneCipher", a.stopped_at as "stoppedAt", a.password_hash is null as waiting,
      coalesce((select json_agg(json_build_object('id', p.id, 'role', p.role, 'unit', p.unit, 'of', coalesce(b.name, r.name),
        'from', p.valid_from, 'to', p.valid_to, 'mine', ${mine}) order by p.valid_from desc, p.id) from post p ${placed} where p.account_id = a.id), '[]') as posts
    from account a where a.id = ${accountId}::uuid and ${covered(reach, now)}`
  if (!row) throw unknown()
  const posts = row.posts.map((post) => {
    const { from, to } = spanOf(post)
    return {
      id: post.id,
      title: `${post.unit && post.unit !== post.of ? `${post.unit}（${post.of ?? ''}）` : (post.of ?? '')}·${roleLabels[post.role]}`,
      from,
      to,
      words: `${formatDate(from)}起${to ? `，到${formatDate(to)}止` : '，没有定止期'}`,
      over: post.to !== null && new Date(post.to) <= now,
      changeable: post.mine && row.id !== actor.accountId,
    }
  })
  const held = posts.some(({ over }) => !over)
  return {
    id: row.id,
    name: row.name,
    phone: maskPhone(phoneOf(row)),
    standing: row.stoppedAt
      ? { tone: 'danger', word: `${formatDate(dayIn(row.stoppedAt))}停用` }
      : row.waiting
        ? { tone: 'due', word: '还没有登录过' }
        : held
          ? { tone: 'done', word: '在用' }
          : { tone: 'due', word: '岗位已经到期' },
    self: row.id === actor.accountId,
    stopped: row.stoppedAt !== null,
    posts,
    choice: await postChoice(actor, now),
  }
}
