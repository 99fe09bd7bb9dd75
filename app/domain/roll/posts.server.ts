import { instantAfter, instantOf, type LegalDay } from '../calendar/days'
import { givePost } from '../people/accounts.server'
import { recordPeopleAct } from '../people/record.server'
import { Refusal } from '../refusal'
import type { Change } from '../settings/act.server'
import { offices, type Office } from '../words/roll'

type Held = { accountId: string; bodyId: string; office: Office; from: LegalDay; roles: string[] }

/** Every office that somebody holds gives the account its post, where it is missing. Nobody gives a post to himself (forbidden). */
export async function givePosts({ tx, actor, now }: Change, registrantId: string): Promise<void> {
  const held = await tx.$queryRaw<Held[]>`
    select r.account_id as "accountId", p.body_id as "bodyId", p.office, to_char(max(p.valid_from), 'YYYY-MM-DD') as from,
      array(select x.role::text from post x where x.account_id = r.account_id and x.body_id = p.body_id
        and (x.valid_to is null or x.valid_to > ${now})) as roles
    from registrant r join appointment p on p.registrant_id = r.id and p.ended_on is null
    where r.id = ${registrantId}::uuid and r.account_id is not null group by r.account_id, p.body_id, p.office`
  const missing = held.filter(({ office, roles }) => !roles.includes(offices[office].post))
  if (missing.some(({ accountId }) => accountId === actor.accountId)) throw new Refusal('forbidden', '自己的任职，要由另一位管理员来办')
  const given = new Set<string>()
  for (const { accountId, bodyId, office, from } of missing) {
    const { post: role } = offices[office]
    if (given.has(bodyId + role)) continue
    given.add(bodyId + role)
    await givePost(tx, accountId, { role, bodyId, from: instantOf(from) }, { accountId: actor.accountId }, now)
  }
}

/** The post that no other office in the body gives ends with the last day. */
export async function endPost({ tx, actor, now }: Change, accountId: string, bodyId: string, office: Office, lastDay: LegalDay) {
  const { post: role } = offices[office]
  const others = await tx.$queryRaw<{ office: Office }[]>`select p.office from appointment p join registrant r on r.id = p.registrant_id
    where r.account_id = ${accountId}::uuid and p.body_id = ${bodyId}::uuid and p.ended_on is null`
  if (others.some((other) => offices[other.office].post === role)) return
  const end = instantAfter(lastDay)
  const ended = await tx.$queryRaw<{ id: string }[]>`update post set valid_to = greatest(${end}::timestamptz, valid_from)
    where account_id = ${accountId}::uuid and body_id = ${bodyId}::uuid and role = ${role}::"Role" and (valid_to is null or valid_to > ${end}) returning id`
  for (const { id } of ended)
    await recordPeopleAct(tx, { accountId: actor.accountId }, 'post.change', accountId, { postId: id, from: '', to: lastDay }, now)
}
