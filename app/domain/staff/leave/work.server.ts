import { statusLabel } from '#machines/dispute.labels'
import type { DisputeStatus } from '#machines/dispute.machine'
import { Prisma, type Reading } from '#app/db/client.server'
import { roleLabels, type Role } from '../../actor'
import { onDesks, open } from '../../desk/states.server'
import type { LegalDay } from '../../calendar/days'

/** Why a case is somebody's: mediates it in a body, keeps what is left of it, registered it, or is on duty on a day to come. */
export type Why = 'leg' | 'keep' | 'registered' | 'duty'

/** What an administrator is told of a case: its number and its state; no title, no party, no type. */
export type OpenCase = { id: string; number: string; state: string }
export type Group = {
  key: string
  why: Why
  where: string
  label: string
  cases: OpenCase[]
  count: number
  takers: { value: string; label: string }[]
}

type Row = { id: string; number: string; status: DisputeStatus; at: string; where: string }

const mediating = (accountId: string) => Prisma.sql`exists (select 1 from leg_mediator m join leg x on x.id = m.leg_id
  where x.dispute_id = d.id and x.ended_at is null and m.account_id = ${accountId}::uuid and m.valid_to is null)`

/** The open cases of somebody, by why and where they are theirs. Three statements. */
async function casesOf(from: Reading, accountId: string): Promise<Record<Exclude<Why, 'duty'>, Row[]>> {
  const me = Prisma.sql`${accountId}::uuid`
  const leg = await from.$queryRaw<Row[]>`select d.id, d.number, d.status, l.body_id as at, b.name as where from leg_mediator m
    join leg l on l.id = m.leg_id and l.ended_at is null join dispute d on d.id = l.dispute_id join body b on b.id = l.body_id
    where m.account_id = ${me} and m.valid_to is null order by d.number`
  const keep = await from.$queryRaw<Row[]>`select d.id, d.number, d.status, d.township_id as at, t.name as where from dispute d
    join area t on t.id = d.township_id where d.keeper_id = ${me} and ${onDesks('keeper')} and not ${mediating(accountId)} order by d.number`
  const registered = await from.$queryRaw<Row[]>`select d.id, d.number, d.status, d.township_id as at, t.name as where from sight s
    join dispute d on d.id = s.dispute_id join area t on t.id = d.township_id
    where s.subject_id = ${me} and s.why = 'registered' and s.valid_to is null and ${open} order by d.number`
  return { leg, keep, registered }
}

type Taker = { id: string; name: string; title: string }

/** Who may take a group: not who leaves, and never the administrator: nobody gives himself sight. */
async function takersOf(from: Reading, why: Why, at: string, not: string[], now: Date): Promise<Group['takers']> {
  const post: Record<Why, Prisma.Sql> = {
    leg: Prisma.sql`p.role in ('mediator', 'head') and p.body_id = ${at}::uuid`,
    keep: Prisma.sql`((p.role in ('mediator', 'head') and b.channel = 'people' and o.path like '%/' || ${at} || '/%')
      or (p.role = 'triage' and p.area_id = ${at}::uuid))`,
    registered: Prisma.sql`p.role in ('grid', 'triage') and r.path like '%/' || ${at} || '/%'`,
    duty: Prisma.sql`p.role = 'duty' and p.area_id = ${at}::uuid`,
  }
  const rows = await from.$queryRaw<
    Taker[]
  >`select a.id, a.name, min(coalesce(p.unit, b.name, r.name) || ${'·'}::text || p.role::text) as title
    from account a join post p on p.account_id = a.id left join area r on r.id = p.area_id left join body b on b.id = p.body_id
      left join area o on o.id = b.area_id
    where a.stopped_at is null and a.id <> all(${not}::uuid[]) and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now}) and ${post[why]}
    group by a.id order by title, a.name limit 300`
  const worded = (title: string) => title.replace(/·(\w+)$/, (_, role: Role) => `·${roleLabels[role]}`)
  return rows.map(({ id, name, title }) => ({ value: id, label: `${name}（${worded(title)}）` }))
}

const labels: Record<Why, string> = { leg: '正在调解', keep: '跟进履行、回访', registered: '登记后还没办完', duty: '排了值班' }

type Shift = { at: string; where: string; days: number }

/** What somebody has in hand, with who may take it; `actorId` is the administrator who asks. */
export async function workOf(from: Reading, accountId: string, actorId: string, today: LegalDay, now: Date): Promise<Group[]> {
  const cases = await casesOf(from, accountId)
  const shifts = await from.$queryRaw<Shift[]>`select s.area_id as at, r.name as where, count(*)::int as days from duty_shift s
    join area r on r.id = s.area_id where s.account_id = ${accountId}::uuid and s.day >= ${today}::date group by s.area_id, r.name`
  const groups: Group[] = []
  for (const why of ['leg', 'keep', 'registered'] as const)
    for (const at of new Set(cases[why].map((row) => row.at))) {
      const rows = cases[why].filter((row) => row.at === at)
      const shown = rows.map(({ id, number, status }) => ({ id, number, state: statusLabel(status) }))
      const takers = await takersOf(from, why, at, [accountId, actorId], now)
      groups.push({ key: `${why}-${at}`, why, where: rows[0]?.where ?? '', label: labels[why], cases: shown, count: rows.length, takers })
    }
  for (const { at, where, days } of shifts) {
    const takers = await takersOf(from, 'duty', at, [accountId, actorId], now)
    groups.push({ key: `duty-${at}`, why: 'duty', where, label: labels.duty, cases: [], count: days, takers })
  }
  return groups
}

/** Bodies that nobody would speak for any more once somebody has left. */
export const orphanedBy = async (from: Reading, accountId: string, now: Date): Promise<string[]> => {
  const held = Prisma.sql`p.role in ('head', 'court', 'organ') and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})`
  const rows = await from.$queryRaw<{ name: string }[]>`select b.name from body b
    where exists (select 1 from post p where p.body_id = b.id and p.account_id = ${accountId}::uuid and ${held})
      and not exists (select 1 from post p join account a on a.id = p.account_id and a.stopped_at is null
        where p.body_id = b.id and p.account_id <> ${accountId}::uuid and ${held}) order by b.name`
  return rows.map(({ name }) => name)
}
