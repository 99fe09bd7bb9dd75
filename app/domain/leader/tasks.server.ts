import { Prisma, type Tx } from '#app/db/client.server'
import { dateOf, dayIn } from '../calendar/days'
import { newId } from '../id'
import { notify } from '../notice/notify.server'
import { Refusal, wrong } from '../refusal'
import { change, type Setting } from '../settings/act.server'
import { usualTasks } from '../words/leaders'
import type { TaskActForm, TaskForm } from './form'
import { demandSetter, ownTask, setTask } from './sight.server'

const held = (now: Date) => Prisma.sql`p.role = 'leader' and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})`

type Place = { areaId: string; accountId: string | null }

/** The places that a task is for: every township, one place, or the place of one leader's post. */
async function placesOf(tx: Tx, path: string, to: string, now: Date): Promise<Place[]> {
  const [kind, id] = to.split(':')
  if (kind === 'post')
    return tx.$queryRaw<Place[]>`select p.area_id as "areaId", p.account_id as "accountId" from post p join area x on x.id = p.area_id
      where p.id = ${id}::uuid and x.path like ${path} || '%' and ${held(now)}`
  const which = kind === 'all' ? Prisma.sql`x.level = 'township'` : Prisma.sql`x.id = ${id}::uuid and x.level in ('township', 'village')`
  return tx.$queryRaw<
    Place[]
  >`select x.id as "areaId", null as "accountId" from area x where x.path like ${path} || '%' and x.valid_to is null and ${which}`
}

/** Sets a task for the leaders of some places; each is told. Throws Refusal: notFound, invalid. Answers how many places. */
export const setLeaderTask = (setting: Setting, { to, usual, text, dueOn }: TaskForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    const district = await demandSetter(tx, actor)
    if (dueOn && dueOn < dayIn(now)) throw wrong('dueOn', '日期不能早于今天')
    const places = await placesOf(tx, district.path, to, now)
    if (!places.length) throw wrong('to', '请从名单里选')
    const title = usual === 'other' ? (text ?? '').slice(0, 60) : usualTasks[usual].label
    const rows = places.map(({ areaId, accountId }) => ({
      id: newId(),
      areaId,
      accountId,
      title,
      text: text ?? null,
      dueOn: dueOn ? dateOf(dueOn) : null,
      createdById: actor.accountId,
      createdAt: now,
    }))
    await tx.leaderTask.createMany({ data: rows })
    const leaders = await tx.$queryRaw<{ areaId: string; accountId: string }[]>`
      select p.area_id as "areaId", p.account_id as "accountId" from post p where p.area_id = any(${places.map(({ areaId }) => areaId)}::uuid[]) and ${held(now)}`
    const [first] = rows
    const accounts = leaders
      .filter(({ areaId, accountId }) => rows.some((task) => task.areaId === areaId && (!task.accountId || task.accountId === accountId)))
      .map(({ accountId }) => accountId)
    await notify(tx, { accounts, topic: 'task', subjectId: first!.id }, now)
    await record('leader.task', { kind: 'leaderTask', id: first!.id }, { places: rows.length, usual })
    return rows.length
  })

/** A task is done by a leader of its place, or taken back by who sets them. Throws Refusal: notFound, forbidden, notNow. */
export const actOnTask = (setting: Setting, id: string, form: TaskActForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    const [task] = await tx.$queryRaw<{ mine: boolean; set: boolean; ended: boolean }[]>`
      select ${ownTask(actor)} as mine, ${setTask(actor)} as set, t.done_at is not null or t.withdrawn_at is not null as ended
      from leader_task t where t.id = ${id}::uuid for update`
    if (!task || (!task.mine && !task.set)) throw new Refusal('notFound', '没有这项任务，或者您不能查看')
    if (form.act === 'done' ? !task.mine : !task.set) throw new Refusal('forbidden')
    if (task.ended) throw new Refusal('notNow', '这项任务已经结束')
    const data = form.act === 'done' ? { doneAt: now, doneById: actor.accountId, doneText: form.doneText } : { withdrawnAt: now }
    await tx.leaderTask.update({ where: { id }, data })
    await record(`leader.${form.act}`, { kind: 'leaderTask', id }, {})
    return id
  })
