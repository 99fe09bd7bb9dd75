import { Prisma, type Reading } from '#app/db/client.server'
import { dateOf, dayIn, formatDate, type LegalDay } from '../calendar/days'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import { change, type Setting } from '../settings/act.server'
import { advising } from '../words/roll'
import type { AbsenceForm } from './forms'
import { holdRegistrant } from './subject.server'
import { loopOf, standInOn, type Leave } from './substitutes'

/** Leaves that touch a stretch of days and were not cancelled. */
const leavesWithin = (from: Reading, first: LegalDay, last: LegalDay) => from.$queryRaw<Leave[]>`
  select a.registrant_id as who, to_char(a.from_day, 'YYYY-MM-DD') as from, to_char(a.to_day, 'YYYY-MM-DD') as to, a.substitute_id as substitute
  from absence a where a.cancelled_at is null and a.from_day <= ${last}::date and a.to_day >= ${first}::date`

/** Who may stand in for somebody: colleagues of the same body, advisers of the same township. */
const colleague = (id: string) => Prisma.sql`r.id <> ${id}::uuid and r.valid_to is null and (exists (select 1 from appointment p
    join appointment q on q.body_id = p.body_id and q.ended_on is null and q.registrant_id = ${id}::uuid where p.registrant_id = r.id and p.ended_on is null)
  or exists (select 1 from registrant x join area o on o.id = x.area_id join area n on n.id = r.area_id
    where x.id = ${id}::uuid and x.kind = any(${[...advising]}::text[]) and r.kind = any(${[...advising]}::text[])
      and split_part(o.path, '/', 3) = split_part(n.path, '/', 3)))`

export const substitutesFor = (from: Reading, id: string) => from.$queryRaw<{ value: string; label: string }[]>`
  select r.id as value, r.name as label from registrant r where ${colleague(id)} order by r.sound_key, r.id limit 300`

/**
 * 请假, with who stands in. One that would close a loop of substitutes on any day is refused beside its field; two written at the same
 * moment are checked one after the other. Throws Refusal: notFound, forbidden, or beside its field.
 */
export const writeAbsence = (setting: Setting, registrantId: string, form: AbsenceForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    // Whose leave could close a loop with whose is not known before all are read: leaves are few, one at a time is enough.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('absence', 0))`
    const who = await holdRegistrant(tx, actor, 'leave', registrantId)
    const { fromDay: from, toDay: to, why, substituteId } = form
    if (to < from) throw wrong('toDay', '最后一天不能早于第一天')
    if (to < dayIn(now)) throw wrong('toDay', '这段假已经过去了，不用再登记')
    const leaves = await leavesWithin(tx, from, to)
    const own = leaves.find((leave) => leave.who === who.id)
    if (own) throw wrong('fromDay', `${formatDate(own.from)}到${formatDate(own.to)}已经请了假，先取消那一段`)
    if (substituteId) {
      const [known] = await tx.$queryRaw<{ name: string }[]>`
        select r.name from registrant r where r.id = ${substituteId}::uuid and ${colleague(who.id)}`
      if (!known) throw wrong('substituteId', '请从名单里选一个同组织的人')
      const loop = loopOf(leaves, { who: who.id, from, to, substitute: substituteId })
      if (loop) throw wrong('substituteId', `${formatDate(loop.day)}${known.name}也请了假，转来转去又轮到本人顶，请另选一个人`)
    }
    const id = newId()
    const days = { fromDay: dateOf(from), toDay: dateOf(to) }
    const row = { id, registrantId, ...days, why, substituteId: substituteId ?? null, recordedById: actor.accountId, recordedAt: now }
    await tx.absence.create({ data: row })
    await record('registrant.leave', { kind: 'registrant', id: registrantId }, { from, to, substituteId: substituteId ?? null })
    return id
  })

/** 销假: a leave that was written is cancelled, or ends with yesterday where it has begun. Throws Refusal notFound, forbidden, notNow. */
export const cancelAbsence = (setting: Setting, registrantId: string, absenceId: string) =>
  change(setting, async ({ tx, actor, now, record }) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('absence', 0))`
    await holdRegistrant(tx, actor, 'leave', registrantId)
    const today = dayIn(now)
    const open = await tx.absence.findFirst({
      where: { id: absenceId, registrantId, cancelledAt: null, toDay: { gte: dateOf(today) } },
      select: { id: true, fromDay: true },
    })
    if (!open) throw new Refusal('notNow', '这段假已经取消或者过完了')
    const begun = open.fromDay < dateOf(today)
    const yesterday = new Date(dateOf(today).getTime() - 86_400_000)
    await tx.absence.update({ where: { id: open.id }, data: begun ? { toDay: yesterday } : { cancelledAt: now } })
    await record('registrant.back', { kind: 'registrant', id: registrantId }, { absenceId })
  })

export type Deputised = { id: string | null; name: string | null; accountId: string | null; through: string[] }

/** Who stands in for somebody of the register on a day, by the names of everybody asked on the way; nobody left is null. */
export async function standInFor(from: Reading, registrantId: string, day: LegalDay): Promise<Deputised> {
  const { id, through } = standInOn(await leavesWithin(from, day, day), registrantId, day)
  const rows = await from.$queryRaw<{ id: string; name: string; accountId: string | null }[]>`
    select r.id, r.name, r.account_id as "accountId" from registrant r where r.id = any(${[...through, ...(id ? [id] : [])]}::uuid[])`
  const by = new Map(rows.map((row) => [row.id, row]))
  const found = id ? by.get(id) : undefined
  return { id, name: found?.name ?? null, accountId: found?.accountId ?? null, through: through.flatMap((one) => by.get(one)?.name ?? []) }
}
