import { inTransaction, Prisma, read } from '#app/db/client.server'
import { dateOf, dayIn, formatTime } from '../calendar/days'
import { newId } from '../id'
import { notify } from '../notice/notify.server'
import { Refusal, wrong } from '../refusal'
import { change, type Setting } from '../settings/act.server'
import type { RoundForm } from './form'
import { asksPlace, openingAreas, readRound, walker } from './sight.server'

/** 排查开始: a round for every grid below an area; its grid workers are told. Throws Refusal: notFound, invalid. Answers its id. */
export const openRound = (setting: Setting, { areaId, kind, title, asked, fromDay, toDay }: RoundForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    const [area] = await tx.$queryRaw<unknown[]>`select 1 from area x where x.id = ${areaId}::uuid and x.valid_to is null
      and exists (select 1 from area o where o.id = any(${openingAreas(actor)}::uuid[]) and x.path like o.path || '%') and x.level in ('district', 'township')`
    if (!area) throw new Refusal('notFound', '没有这个地方，或者不归您排查')
    if (toDay < dayIn(now)) throw wrong('toDay', '最后一天不能早于今天')
    const id = newId()
    const days = { fromDay: dateOf(fromDay), toDay: dateOf(toDay) }
    await tx.patrolRound.create({
      data: { id, areaId, kind, title, asked: asked ?? null, ...days, createdById: actor.accountId, createdAt: now },
    })
    await record('patrol.open', { kind: 'patrolRound', id }, { area: areaId, kind })
    const walkers = await tx.$queryRaw<{ id: string }[]>`
      select distinct p.account_id as id from area ra join area x on ${asksPlace} join post p on ${walker(now)} where ra.id = ${areaId}::uuid`
    await notify(tx, { accounts: walkers.map((one) => one.id), topic: 'round', subjectId: id }, now)
    return id
  })

/** Closes a round: nothing more is reported. Throws Refusal: notFound, forbidden, notNow. */
export const closeRound = (setting: Setting, id: string) =>
  change(setting, async ({ tx, actor, now, record }) => {
    const round = await readRound(tx, actor, id)
    if (!openingAreas(actor).includes(round.areaId)) throw new Refusal('forbidden')
    const closed = await tx.$executeRaw`update patrol_round set closed_at = ${now} where id = ${id}::uuid and closed_at is null`
    if (!closed) throw new Refusal('notNow', '这一轮已经结束')
    await record('patrol.close', { kind: 'patrolRound', id }, {})
    return id
  })

/** Nobody is told in the night. */
const morning = '08:00'

/** On the last day, who has not reported is reminded, once. Several workers may do it at once. Answers how many people. */
export async function remindRounds(now = new Date()): Promise<number> {
  if (formatTime(now) < morning) return 0
  const due = await read<{ id: string; accounts: string[] }[]>`
    select r.id, array_agg(distinct p.account_id) as accounts
    from patrol_round r join area ra on ra.id = r.area_id join area x on ${asksPlace} join post p on ${walker(now)}
    where r.to_day = ${dayIn(now)}::date and r.closed_at is null
      and not exists (select 1 from patrol_report t where t.round_id = r.id and t.area_id = x.id and t.replaced_at is null)
      and not exists (select 1 from notice n where n.account_id = p.account_id and n.subject_id = r.id and n.topic = 'roundDue' and n.occasion = '')
    group by r.id`
  let told = 0
  for (const { id, accounts } of due) told += await inTransaction((tx) => notify(tx, { accounts, topic: 'roundDue', subjectId: id }, now))
  return told
}

/** The areas for which somebody may open a round. */
export const roundPlaces = (areas: string[]) =>
  read<{ value: string; label: string }[]>(Prisma.sql`
  select x.id as value, x.name as label from area x where x.level in ('district', 'township') and x.valid_to is null
    and exists (select 1 from area o where o.id = any(${areas}::uuid[]) and x.path like o.path || '%') order by x.level, x.code nulls last`)
