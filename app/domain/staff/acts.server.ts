import { inTransaction, Prisma, type Tx } from '#app/db/client.server'
import type { Person } from '../actor'
import { instantAfter, instantOf } from '../calendar/days'
import { firstTime } from '../dispute/advance.server'
import * as accounts from '../people/accounts.server'
import { giveOneTimePassword } from '../people/one-time-password.server'
import { recordPeopleAct } from '../people/record.server'
import { Refusal, wrong } from '../refusal'
import type { NewPerson, PersonAct, PostForm } from './forms'
import { misplaced, rolesOf } from './giving'
import { covered, covers, placed, placeIn, reachOf, unknown, type Reach } from './reach.server'

/** Who sent a form about people, and under which key: a form posted twice is done once. */
export type PeopleSent = { actor: Person; key: string; now?: Date }

export const repeated = () => new Refusal('notNow', '这个表单已经办过了。要再办一次，请重新打开页面')
const ownself = () => new Refusal('forbidden', '自己的岗位、停用和密码，要由另一位管理员来办')

/** Takes hold of an account in reach that is not one's own, or refuses: notFound, forbidden. */
export async function hold(tx: Tx, actor: Person, reach: Reach, accountId: string, now: Date) {
  await tx.$executeRaw`select 1 from account where id = ${accountId}::uuid for update`
  const [account] = await tx.$queryRaw<{ id: string; name: string; stoppedAt: Date | null }[]>`
    select a.id, a.name, a.stopped_at as "stoppedAt" from account a where a.id = ${accountId}::uuid and ${covered(reach, now)}`
  if (!account) throw unknown()
  if (account.id === actor.accountId) throw ownself()
  return account
}

/** The post that a form asks for, where this administrator may give it; refused beside role, place or to. */
export async function grantable(tx: Tx, reach: Reach, { role, place, unit, from, to }: PostForm): Promise<accounts.NewPost> {
  if (!rolesOf(reach.whole).includes(role)) throw wrong('role', '这个岗位由区级管理员给')
  const at = await placeIn(tx, reach, place)
  if (!at) throw wrong('place', '这个地方或组织不归您管')
  const problem = misplaced(role, at)
  if (problem) throw wrong('place', problem)
  return {
    role,
    ...(at.kind === 'area' ? { areaId: at.id } : { bodyId: at.id }),
    ...(unit && { unit }),
    from: instantOf(from),
    ...(to && { to: instantAfter(to) }),
  }
}

/** 新建人员: the account, its post and a one-time password, which is shown once. Throws Refusal beside the field. */
export async function createPerson({ actor, key, now = new Date() }: PeopleSent, { name, phone, ...post }: NewPerson) {
  return inTransaction(async (tx) => {
    if (!(await firstTime(tx, actor, key, '/people', now))) throw repeated()
    const reach = await reachOf(actor, tx)
    const by = { accountId: actor.accountId }
    const id = await accounts.createAccount(tx, { name, phone, posts: [await grantable(tx, reach, post)] }, by, now)
    return { id, password: await giveOneTimePassword(tx, id, by, now) }
  })
}

async function give(tx: Tx, reach: Reach, accountId: string, form: PostForm, by: { accountId: string }, now: Date) {
  const post = await grantable(tx, reach, form)
  const where = post.areaId ? Prisma.sql`p.area_id = ${post.areaId}::uuid` : Prisma.sql`p.body_id = ${post.bodyId}::uuid`
  const [same] = await tx.$queryRaw<
    unknown[]
  >`select 1 from post p where p.account_id = ${accountId}::uuid and p.role = ${post.role}::"Role"
    and ${where} and p.valid_from < coalesce(${post.to ?? null}::timestamptz, 'infinity') and coalesce(p.valid_to, timestamptz 'infinity') > ${post.from}`
  if (same) throw wrong('role', '这段时间已经有同样的岗位了，可以改那一个的起止日期')
  await accounts.givePost(tx, accountId, post, by, now)
}

async function change(
  tx: Tx,
  reach: Reach,
  accountId: string,
  form: Extract<PersonAct, { act: 'change' }>,
  now: Date,
  by: { accountId: string },
) {
  const [from, to] = [instantOf(form.from), form.to ? instantAfter(form.to) : null]
  if (to && to <= from) throw wrong('to', '止期不能早于起期')
  const mine = reach.whole ? Prisma.sql`true` : Prisma.sql`p.role <> 'admin' and ${covers(reach, Prisma.sql`coalesce(r.path, o.path)`)}`
  const [post] = await tx.$queryRaw<{ id: string }[]>`
    select p.id from post p ${placed} where p.id = ${form.postId}::uuid and p.account_id = ${accountId}::uuid and ${mine}`
  if (!post) throw unknown()
  await tx.post.update({ where: { id: post.id }, data: { validFrom: from, validTo: to } })
  await recordPeopleAct(tx, by, 'post.change', accountId, { postId: post.id, from: form.from, to: form.to ?? '' }, now)
}

/** What one form on somebody's page did; a one-time password is shown once and kept nowhere. */
export type Done = { act: PersonAct['act']; password?: string }

/** 加岗位, 改岗位, 改姓名和手机号, 停用, 恢复, 重设密码. Throws Refusal: notFound (unknown or another's), forbidden (oneself), or beside the field. */
export async function changePerson({ actor, key, now = new Date() }: PeopleSent, accountId: string, form: PersonAct): Promise<Done> {
  return inTransaction(async (tx) => {
    const reach = await reachOf(actor, tx)
    const account = await hold(tx, actor, reach, accountId, now)
    if (!(await firstTime(tx, actor, key, `/people/${accountId}`, now))) throw repeated()
    const by = { accountId: actor.accountId }
    if (form.act === 'give') await give(tx, reach, accountId, form, by, now)
    else if (form.act === 'change') await change(tx, reach, accountId, form, now, by)
    else if (form.act === 'correct') await accounts.correctAccount(tx, accountId, form, by, now)
    else if (form.act === 'stop') await accounts.stopAccount(tx, accountId, by, now)
    else if (form.act === 'restore') await accounts.restoreAccount(tx, accountId, by, now)
    else {
      if (account.stoppedAt) throw new Refusal('notNow', '这个账号停用了，请先恢复')
      await accounts.forgetPassword(tx, accountId, by, now)
      return { act: form.act, password: await giveOneTimePassword(tx, accountId, by, now) }
    }
    return { act: form.act }
  })
}
