import { read } from '#app/db/client.server'
import type { Person } from '../actor'
import { failureLimit } from '../people/failures.server'
import { hashOfToken, newToken } from '../people/secret-token.server'
import { keyedHash } from '../privacy/hash.server'
import { Refusal } from '../refusal'
import { change, type Setting } from '../settings/act.server'
import { calendarOf, type FeedEvent } from './ics'

/** What was called off stays in the calendar as such for so many days; what was held, and what is to come. */
const [calledOff, back, ahead] = [30, 30, 400]
const most = 1000
const dayMs = 86_400_000

/** An unknown address is asked for no oftener than this from one place in a quarter of an hour. */
const unknown = failureLimit('calendar', { near: 30, far: 3000 })

const subject = ({ accountId }: Person) => ({ kind: 'account', id: accountId })

/** A new address for the own calendar, shown this once and kept as a hash; an older one ends. Undefined where the form was answered before. */
export const renewFeed = (setting: Setting): Promise<string | undefined> =>
  change(setting, async ({ tx, actor, now, record }) => {
    const token = newToken()
    const tokenHash = hashOfToken(token)
    if (!tokenHash) throw new TypeError('a new token has the shape of a token')
    const { accountId } = actor
    const data = { tokenHash, createdAt: now }
    await tx.calendarFeed.upsert({ where: { accountId }, create: { accountId, ...data }, update: data })
    await record('calendar.renew', subject(actor), {})
    return token
  })

/** The address opens nothing from now on. */
export const endFeed = (setting: Setting): Promise<void> =>
  change(setting, async ({ tx, actor, record }) => {
    const { count } = await tx.calendarFeed.deleteMany({ where: { accountId: actor.accountId } })
    if (!count) throw new Refusal('notNow', '没有可以停用的订阅地址')
    await record('calendar.end', subject(actor), {})
  })

/** Since when somebody has an address; null where there is none. */
export async function feedSince({ accountId }: Person): Promise<Date | null> {
  const [row] = await read<{ at: Date }[]>`select f.created_at as at from calendar_feed f where f.account_id = ${accountId}::uuid`
  return row?.at ?? null
}

type Row = FeedEvent & { none: boolean }

const days = (from: Date, n: number) => new Date(from.getTime() + n * dayMs)

/** The sittings of who has the address: one statement, which reads times and ids alone. Null where nobody has it, or no longer works here. */
async function sittingsFor(tokenHash: Uint8Array, now: Date): Promise<Row[]> {
  return read<Row[]>`
    select coalesce(t.id, f.account_id) as id, t.starts_at as "startsAt", t.ends_at as "endsAt", t.sequence, coalesce(t.changed_at, t.recorded_at) as "changedAt",
      coalesce(t.status = 'cancelled' or t.status = 'planned' and not t.mine, false) as cancelled, t.id is null as none
    from calendar_feed f join account a on a.id = f.account_id and a.stopped_at is null
      left join lateral (select s.*, bool_or(x.released_at is null) as mine from sitting_seat x join sitting s on s.id = x.sitting_id
        where x.subject_id = f.account_id and s.starts_at > ${days(now, -back)} and s.starts_at < ${days(now, ahead)} group by s.id
        having s.status = 'held' or bool_or(x.released_at is null) or max(x.released_at) > ${days(now, -calledOff)}
        order by s.starts_at limit ${most}) t on true
    where f.token_hash = ${Buffer.from(tokenHash)} order by t.starts_at, t.id`
}

/** The calendar at an address. Throws Refusal notFound for an address that opens nothing, tooMany where many such are tried. */
export async function calendarAt(address: string, from: string, now = new Date()): Promise<string> {
  const tokenHash = hashOfToken(address.replace(/\.ics$/, ''))
  const rows = tokenHash ? await sittingsFor(tokenHash, now) : []
  if (rows.length) return calendarOf(rows.filter(({ none }) => !none))
  const waits = await unknown.take({ what: keyedHash('queryCode', 'calendar'), from })
  if (waits > 0) throw new Refusal('tooMany')
  throw new Refusal('notFound', '没有这个日历')
}
