import { Prisma, type Tx } from '#app/db/client.server'
import type { Person } from '../actor'
import { dateOf, dayIn, instantAfter, yearOf } from '../calendar/days'
import { visible } from '../dispute/sight.server'
import { newId } from '../id'
import { notify } from '../notice/notify.server'
import { textAccounts } from '../notice/texts.server'
import { Refusal, wrong } from '../refusal'
import { change, type Setting } from '../settings/act.server'
import { demandDesk, receiversOf, type IssuingDesk } from './desks.server'
import type { IssueForm } from './form'
import { orderPeople } from './told.server'

/** What an order is about: a dispute, a request of one, a body, or (nothing said) whom it is sent to. */
export type Subject = { disputeId?: string; requestId?: string; bodyId?: string }
/** The same as it is kept, with what the form says of it. */
export type About = { disputeId: string | null; requestId: string | null; aboutBodyId: string | null; words: string; prefer: string | null }

/** What an order may be about for this person. Throws Refusal notFound: only who sees a dispute may supervise it. */
export async function subjectOf(
  from: Pick<Tx, '$queryRaw'>,
  actor: Person,
  { disputeId, requestId, bodyId }: Subject,
  now: Date,
): Promise<About> {
  const missing = new Refusal('notFound')
  if (disputeId || requestId) {
    const which = requestId ? Prisma.sql`q.id = ${requestId}::uuid` : Prisma.sql`d.id = ${disputeId}::uuid`
    const [row] = await from.$queryRaw<
      { id: string; number: string; title: string; unit: string | null; bodyId: string | null; holder: string | null }[]
    >`
      select d.id, d.number, d.title, ${requestId ? Prisma.sql`coalesce(b.name, q.outside_name)` : Prisma.sql`null`} as unit,
        ${requestId ? Prisma.sql`q.body_id` : Prisma.sql`null::uuid`} as "bodyId",
        (select l.body_id from leg l where l.dispute_id = d.id and l.ended_at is null limit 1) as holder
      from dispute d ${requestId ? Prisma.sql`join request q on q.dispute_id = d.id left join body b on b.id = q.body_id` : Prisma.empty}
      where ${which} and ${visible(actor, now)}`
    if (!row) throw missing
    const body = requestId ? row.bodyId : row.holder
    const words = [`${row.number} ${row.title}`, ...(requestId ? [`请${row.unit ?? '协办单位'}协办的事`] : [])].join('，')
    return { disputeId: row.id, requestId: requestId ?? null, aboutBodyId: null, words, prefer: body && `body:${body}` }
  }
  if (!bodyId) return { disputeId: null, requestId: null, aboutBodyId: null, words: '', prefer: null }
  const [body] = await from.$queryRaw<{ name: string }[]>`select name from body where id = ${bodyId}::uuid`
  if (!body) throw missing
  return { disputeId: null, requestId: null, aboutBodyId: bodyId, words: body.name, prefer: `body:${bodyId}` }
}

/** 督办〔2026〕第12号: a year's numbers of the district without gaps. */
async function nextNumber(tx: Tx, { districtId }: IssuingDesk, now: Date): Promise<string> {
  const year = yearOf(dayIn(now))
  const [row] = await tx.$queryRaw<{ value: number }[]>`
    insert into counter (body_id, year, kind, value) values (${districtId}::uuid, ${year}, 'order', 1)
    on conflict (body_id, year, kind) do update set value = counter.value + 1 returning value`
  return `督办〔${year}〕第${row!.value}号`
}

/**
 * 发出督办单: numbered, logged, its receiver told in the inbox and by text message; no dispute is touched. Throws Refusal: notFound for
 * who may not or sees nothing of it, invalid beside its field. Answers the order's id; undefined where the form was answered before.
 */
export const issueOrder = (setting: Setting, subject: Subject, { to, why, asked, answerBy }: IssueForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    const desk = await demandDesk(tx, actor)
    const about = await subjectOf(tx, actor, subject, now)
    if (answerBy < dayIn(now)) throw wrong('answerBy', '回复日期不能早于今天')
    const there = await receiversOf(tx, actor, desk, about.disputeId, now)
    if (!there.some(({ value }) => value === to)) throw wrong('to', '不能发给它，请从名单里选')
    const [kind, receiverId] = to.split(':') as ['body' | 'area', string]
    const id = newId()
    await tx.supervisionOrder.create({
      data: {
        id,
        number: await nextNumber(tx, desk, now),
        status: 'issued',
        version: 1,
        areaId: desk.areaId,
        issuedById: actor.accountId,
        issuedRole: desk.role,
        issuedAt: now,
        toBodyId: kind === 'body' ? receiverId : null,
        toAreaId: kind === 'area' ? receiverId : null,
        disputeId: about.disputeId,
        requestId: about.requestId,
        aboutBodyId: about.aboutBodyId,
        why,
        asked,
        answerBy: dateOf(answerBy),
        dueAt: instantAfter(answerBy),
      },
    })
    await tx.supervisionStep.create({
      data: { id: newId(), orderId: id, version: 1, step: 'issue', byId: actor.accountId, at: now, day: dateOf(answerBy) },
    })
    await record('order.issue', { kind: 'order', id }, { why, to, dispute: about.disputeId })
    const { receivers: accounts } = await orderPeople(tx, id, now)
    await notify(tx, { accounts, topic: 'order', subjectId: id, occasion: '1' }, now)
    await textAccounts(tx, { accounts, template: 'order', occasion: `order ${id}` }, now)
    return id
  })
