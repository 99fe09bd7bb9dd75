import { z } from 'zod'
import { inTransaction, reading, type Tx } from '#app/db/client.server'
import type { Person } from '../../actor'
import { dayIn, instantAfter, isLegalDay, type LegalDay } from '../../calendar/days'
import { firstTime } from '../../dispute/advance.server'
import { stopAccount } from '../../people/accounts.server'
import { recordPeopleAct } from '../../people/record.server'
import { Refusal, wrong } from '../../refusal'
import { hold, repeated, type PeopleSent } from '../acts.server'
import { reachOf } from '../reach.server'
import { showPerson } from '../show.server'
import { handCase, handShifts } from './hand-over.server'
import { orphanedBy, workOf, type Group } from './work.server'

export const leaveForm = z.object({
  how: z.enum(['leave', 'move'], { error: '请选离任还是调走' }),
  lastDay: z.string({ error: '请写最后一天' }).refine(isLegalDay, '日期要写成 2026-03-05 的样子'),
  /** Group by its key (`leg-<body>`, `keep-<township>` …) and who takes it; none: it stays for now. */
  to: z.record(z.string().max(60), z.string().max(60)).default({}),
})
export type Leaving = z.output<typeof leaveForm>

/** Numbers beside a group; a thousand of them are no list to read. */
const shownCases = 60

export type LeavePage = {
  name: string
  today: LegalDay
  groups: (Omit<Group, 'cases'> & { cases: { number: string; state: string }[]; more: number })[]
  orphans: string[]
  self: boolean
}

/** `/people/:accountId/leave`: counts by body and area, numbers and states; nothing else of a case. Throws Refusal notFound. */
export async function leavePage(actor: Person, accountId: string, now = new Date()): Promise<LeavePage> {
  const { name, self } = await showPerson(actor, accountId, now)
  const [groups, orphans] = await Promise.all([
    workOf(reading, accountId, actor.accountId, dayIn(now), now),
    orphanedBy(reading, accountId, now),
  ])
  const shown = groups.map(({ cases, ...group }) => ({
    ...group,
    cases: cases.slice(0, shownCases).map(({ number, state }) => ({ number, state })),
    more: Math.max(0, cases.length - shownCases),
  }))
  return { name, today: dayIn(now), groups: shown, orphans, self }
}

async function handGroup(tx: Tx, handing: Parameters<typeof handCase>[1], group: Group, today: LegalDay): Promise<string[]> {
  if (group.why === 'duty') {
    await handShifts(tx, handing, group.key.slice('duty-'.length), today)
    return []
  }
  const left: string[] = []
  for (const { id, number } of group.cases) if (!(await handCase(tx, handing, group.why, id))) left.push(number)
  return left
}

/** Posts end with the last day; those that would begin later never do. */
async function endPosts(tx: Tx, accountId: string, lastDay: LegalDay, now: Date): Promise<void> {
  const end = instantAfter(lastDay)
  const begun = await tx.post.count({ where: { accountId, validFrom: { gte: end, lte: now } } })
  if (begun) throw wrong('lastDay', '最后一天早于岗位的起期，请核对')
  await tx.$executeRaw`delete from post where account_id = ${accountId}::uuid and valid_from >= ${end}`
  await tx.$executeRaw`update post set valid_to = ${end} where account_id = ${accountId}::uuid and (valid_to is null or valid_to > ${end})`
}

/**
 * 离任 (the account stops) or 调走 (its posts end): what is chosen goes to the others, all in one transaction, each case with its
 * rows of mediators and sight, its event and audit. Answers the numbers that the chosen ones may not have; they stay for the
 * body's head. Throws Refusal: notFound, forbidden, or beside the field.
 */
export async function leave({ actor, key, now = new Date() }: PeopleSent, accountId: string, form: Leaving): Promise<{ left: string[] }> {
  const today = dayIn(now)
  if (form.lastDay > today) throw wrong('lastDay', '最后一天不能晚于今天，到那天再来办')
  return inTransaction(async (tx) => {
    await hold(tx, actor, await reachOf(actor, tx), accountId, now)
    if (!(await firstTime(tx, actor, key, `/people/${accountId}`, now))) throw repeated()
    const left: string[] = []
    for (const group of await workOf(tx, accountId, actor.accountId, today, now)) {
      const to = form.to[group.key]
      if (!to) continue
      if (!group.takers.some(({ value }) => value === to))
        throw new Refusal('invalid', '接手的人已经变了，请重新选', { [`to.${group.key}`]: '请从名单里选' })
      left.push(...(await handGroup(tx, { actor, from: accountId, to, now }, group, today)))
    }
    await endPosts(tx, accountId, form.lastDay, now)
    const by = { accountId: actor.accountId }
    await recordPeopleAct(tx, by, 'account.leave', accountId, { how: form.how, lastDay: form.lastDay, left: String(left.length) }, now)
    if (form.how === 'leave') await stopAccount(tx, accountId, by, now)
    return { left }
  })
}
