import { literal, Prisma, read } from '#app/db/client.server'
import { roleLabels, type Person, type Role } from '../actor'
import { isId } from '../id'
import { phoneOf } from '../people/accounts.server'
import { accountPhoneHash } from '../privacy/hash.server'
import { maskPhone } from '../privacy/masking'
import { isMobile } from '../privacy/phone'
import { rolesOf } from './giving'
import { covered, covers, placed, reachOf, type Reach } from './reach.server'
import { postWords, type PostRow } from './words'

const pageSize = 50

export type PersonLine = { href: string; name: string; phone: string; posts: string[]; standing: string | null }
type Filter =
  | { kind: 'search'; name: string; label: string; value: string; placeholder: string }
  | { kind: 'select'; name: string; label: string; value: string; options: { value: string; label: string }[]; none: string }

export type PeoplePage = {
  rows: PersonLine[]
  total: number
  /** Nobody but administrators is there yet: what to do first. */
  firstDay: boolean
  filters: Filter[]
  filtered: boolean
  first: string | null
  next: string | null
}

type Row = { id: string; name: string; phoneCipher: string; stoppedAt: Date | null; waiting: boolean; posts: PostRow[] }

const isRole = (text: string): text is Role => Object.hasOwn(roleLabels, text)
const heldNow = (now: Date) => Prisma.sql`p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})`

function conditions(params: URLSearchParams, reach: Reach, now: Date): Prisma.Sql {
  const [text, role, area, standing] = ['q', 'role', 'area', 'standing'].map((name) => (params.get(name) ?? '').trim())
  const all = [covered(reach, now)]
  if (text)
    all.push(
      isMobile(text) ? Prisma.sql`a.phone_hash = ${accountPhoneHash(text)}` : Prisma.sql`position(${text.slice(0, 30)} in a.name) > 0`,
    )
  const post: Prisma.Sql[] = []
  if (role && isRole(role)) post.push(Prisma.sql`p.role = ${role}::"Role"`)
  if (area && isId(area)) post.push(covers({ whole: false, areaIds: [area] }, Prisma.sql`coalesce(r.path, o.path)`))
  if (post.length) all.push(Prisma.sql`exists (select 1 from post p ${placed} where p.account_id = a.id and ${Prisma.join(post, ' and ')})`)
  if (standing === 'stopped') all.push(Prisma.sql`a.stopped_at is not null`)
  else if (standing === 'left')
    all.push(
      Prisma.sql`a.stopped_at is null and not exists (select 1 from post p where p.account_id = a.id and (p.valid_to is null or p.valid_to > ${now}))`,
    )
  else if (standing === 'waiting') all.push(Prisma.sql`a.stopped_at is null and a.password_hash is null`)
  else if (!text) all.push(Prisma.sql`a.stopped_at is null`)
  return Prisma.join(all, ' and ')
}

const townships = (reach: Reach) => read<{ value: string; label: string }[]>`
  select o.id as value, o.name as label from area o where o.level in ('district', 'township') and o.valid_to is null
    and ${covers(reach, Prisma.sql`o.path`)} order by o.level desc, o.code`

const standings = [
  { value: 'waiting', label: '还没有登录过' },
  { value: 'left', label: '岗位已经到期' },
  { value: 'stopped', label: '已停用' },
]

function lineOf({ id, name, phoneCipher, stoppedAt, waiting, posts }: Row, now: Date): PersonLine {
  return {
    href: `/people/${id}`,
    name,
    phone: maskPhone(phoneOf({ id, phoneCipher })),
    posts: posts.map((post) => postWords(post, now)),
    standing: stoppedAt ? '已停用' : waiting ? '还没有登录过' : posts.length === 0 ? '岗位已经到期' : null,
  }
}

/** A page of `/people` for an address: whom an administrator looks after, by name. Throws Refusal forbidden for others. */
export async function peoplePage(actor: Person, params: URLSearchParams, now = new Date()): Promise<PeoplePage> {
  const reach = await reachOf(actor)
  const where = conditions(params, reach, now)
  const after = params.get('after') ?? ''
  const beyond = isId(after)
    ? Prisma.sql`(a.name, a.id) > (select x.name, x.id from account x where x.id = ${after}::uuid)`
    : Prisma.sql`true`
  const [rows, [count], areas] = await Promise.all([
    read<Row[]>`select a.id, a.name, a.phone_cipher as "phoneCipher", a.stopped_at as "stoppedAt", a.password_hash is null as waiting,
        coalesce((select json_agg(json_build_object('id', p.id, 'role', p.role, 'unit', p.unit, 'of', coalesce(b.name, r.name),
          'from', p.valid_from, 'to', p.valid_to) order by p.valid_from, p.id) from post p ${placed}
          where p.account_id = a.id and (p.valid_to is null or p.valid_to > ${now})), '[]') as posts
      from account a where ${where} and ${beyond} order by a.name, a.id limit ${literal(pageSize + 1)}`,
    read<[{ total: number; others: boolean }]>`select count(*)::int as total,
        exists (select 1 from post p where p.role <> 'admin' and ${heldNow(now)}) as others from account a where ${where}`,
    townships(reach),
  ])
  const shown = rows.slice(0, pageSize)
  const value = (name: string) => params.get(name) ?? ''
  const filtered = ['q', 'role', 'area', 'standing'].some((name) => value(name) !== '')
  const address = (at: string | null) => {
    const kept = [...params].filter(([name, text]) => name !== 'after' && text !== '')
    const query = new URLSearchParams([...kept, ...(at ? [['after', at]] : [])]).toString()
    return query ? `/people?${query}` : '/people'
  }
  const roles = rolesOf(reach.whole).map((role) => ({ value: role, label: roleLabels[role] }))
  const select = (name: string, label: string, options: { value: string; label: string }[], none: string): Filter => ({
    kind: 'select',
    name,
    label,
    value: value(name),
    options,
    none,
  })
  return {
    rows: shown.map((row) => lineOf(row, now)),
    total: count.total,
    firstDay: reach.whole && !count.others,
    filters: [
      { kind: 'search', name: 'q', label: '姓名或手机号', value: value('q'), placeholder: '手机号要写全' },
      select('role', '岗位', roles, '不限'),
      ...(areas.length > 1 ? [select('area', '地方', areas, '不限')] : []),
      select('standing', '状态', standings, '在用的'),
    ],
    filtered,
    first: isId(after) ? address(null) : null,
    next: rows.length > pageSize ? address(shown.at(-1)?.id ?? null) : null,
  }
}
