import type { Tx } from '#app/db/client.server'
import { addDays, dateOf, dayIn, formatDate, instantOf, type LegalDay } from '../calendar/days'
import { newId } from '../id'
import { givePost } from '../people/accounts.server'
import { Refusal, wrong } from '../refusal'
import type { Adding, AreaForm, Merging, Renaming } from './area-form'
import { areaState } from './area-page.server'
import { areaRow, type AreaRow } from './areas-rows.server'
import { change, demandFresh, type Change, type Setting } from './act.server'
import { demandAdministrator, demandSetting } from './permissions'

/** Changes of areas are rare and touch one another: one at a time. */
const oneAtATime = (tx: Tx) => tx.$executeRaw`select pg_advisory_xact_lock(hashtext('areas'))`

function demandPast(field: string, from: LegalDay, now: Date) {
  if (from > dayIn(now)) throw wrong(field, '不能晚于今天，到那天再来办')
}

async function demandFreeName(tx: Tx, field: string, name: string, parentId: string | null, self: string | null) {
  const same = await tx.area.findFirst({
    where: { name, parentId, validTo: null, ...(self && { id: { not: self } }) },
    select: { id: true },
  })
  if (same) throw wrong(field, '同一个上级下面已经有叫这个名称的')
}

/** A new name from a day on; the old one goes to the names of before, and what was registered before keeps it. */
async function rename({ tx, now, record }: Change, area: AreaRow, { newName, renameFrom }: Renaming) {
  demandPast('renameFrom', renameFrom, now)
  const { since } = await areaState(tx, area.id)
  if (newName === area.name) throw wrong('newName', '和现在的名称一样')
  if (renameFrom <= since) throw wrong('renameFrom', `现在的名称从${formatDate(since)}起用，新名称要晚于这一天`)
  await demandFreeName(tx, 'newName', newName, area.parentId, area.id)
  await tx.areaName.create({
    data: { areaId: area.id, name: area.name, validFrom: dateOf(since), validTo: dateOf(addDays(renameFrom, -1)) },
  })
  await tx.area.update({ where: { id: area.id }, data: { name: newName } })
  await record('area.rename', { kind: 'area', id: area.id }, { was: area.name, is: newName, from: renameFrom })
}

/** A village of a township, or a grid of a village. */
async function add({ tx, now, record }: Change, parent: AreaRow, { childName, childFrom, childCode }: Adding) {
  demandPast('childFrom', childFrom, now)
  await demandFreeName(tx, 'childName', childName, parent.id, null)
  if (childCode && (await tx.area.findUnique({ where: { code: childCode }, select: { id: true } })))
    throw wrong('childCode', '这个代码已经有了')
  const id = newId()
  const level = parent.level === 'township' ? 'village' : 'grid'
  await tx.area.create({
    data: {
      id,
      name: childName,
      level,
      parentId: parent.id,
      path: `${parent.path}${id}/`,
      validFrom: dateOf(childFrom),
      ...(childCode && { code: childCode }),
    },
  })
  await record('area.add', { kind: 'area', id }, { name: childName, parent: parent.id })
}

/** People whose post lay in the merged area get the same one in the absorbing area from that day, unless they hold it there already. */
async function movePosts({ tx, actor, now }: Change, area: AreaRow, into: AreaRow, from: LegalDay): Promise<number> {
  const at = instantOf(from)
  const posts = await tx.post.findMany({ where: { areaId: area.id, OR: [{ validTo: null }, { validTo: { gt: at } }] } })
  const there = await tx.post.findMany({ where: { areaId: into.id, OR: [{ validTo: null }, { validTo: { gt: at } }] } })
  for (const post of posts) {
    const begins = post.validFrom > at ? post.validFrom : at
    const held = there.some(({ accountId, role, validTo }) => accountId === post.accountId && role === post.role && !validTo)
    const unit = post.unit === area.name ? into.name : post.unit
    if (!held)
      await givePost(
        tx,
        post.accountId,
        { role: post.role, areaId: into.id, from: begins, ...(unit && { unit }), ...(post.validTo && { to: post.validTo }) },
        actor,
        now,
      )
    await tx.post.update({ where: { id: post.id }, data: { validTo: begins } })
  }
  return posts.length
}

/** Closed from a day on and taken in by a sibling, with its grids, bodies and posts. Disputes keep the area they were registered in. */
async function merge(all: Change, area: AreaRow, { intoId, mergeFrom }: Merging) {
  const { tx, now, record } = all
  demandPast('mergeFrom', mergeFrom, now)
  const into = await areaRow(tx, intoId)
  if (!into || into.ended || into.id === area.id || into.parentId !== area.parentId || into.level !== area.level)
    throw wrong('intoId', '只能并入同一个上级下面、还在用的地方')
  const { validFrom } = await tx.area.findUniqueOrThrow({ where: { id: area.id }, select: { validFrom: true } })
  if (dateOf(mergeFrom) <= validFrom) throw wrong('mergeFrom', '不能早于这个地方开始的一天')
  await tx.area.update({ where: { id: area.id }, data: { validTo: dateOf(addDays(mergeFrom, -1)), mergedIntoId: into.id } })
  await tx.area.updateMany({ where: { mergedIntoId: area.id }, data: { mergedIntoId: into.id } })
  const open = await tx.area.findMany({ where: { parentId: area.id, validTo: null }, select: { id: true, path: true } })
  for (const { id } of open) await tx.area.update({ where: { id }, data: { parentId: into.id, path: `${into.path}${id}/` } })
  const bodies = await tx.body.updateMany({ where: { areaId: area.id }, data: { areaId: into.id } })
  const posts = await movePosts(all, area, into, mergeFrom)
  await record(
    'area.merge',
    { kind: 'area', id: area.id },
    { into: into.id, from: mergeFrom, grids: open.length, bodies: bodies.count, posts },
  )
}

/**
 * One form of an area's page. Throws Refusal: notFound where the area or the act is not the actor's, stale, notNow for a closed
 * area, invalid beside its field.
 */
export const changeArea = (setting: Setting, areaId: string, form: AreaForm) =>
  change(setting, async (all) => {
    const { tx, actor } = all
    demandAdministrator(actor)
    await oneAtATime(tx)
    const area = await areaRow(tx, areaId)
    demandSetting(actor, form.act === 'add' ? 'addUnder' : form.act, area)
    if (!area) return
    if (area.ended) throw new Refusal('notNow', '这个地方已经并入别处，不能再改')
    demandFresh(setting.seen, (await areaState(tx, areaId)).print)
    if (form.act === 'rename') await rename(all, area, form)
    else if (form.act === 'add') await add(all, area, form)
    else await merge(all, area, form)
  })
