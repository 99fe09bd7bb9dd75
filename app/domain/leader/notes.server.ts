import { Prisma, type Tx } from '#app/db/client.server'
import type { Person } from '../actor'
import { dateOf, dayIn } from '../calendar/days'
import { opened } from '../desk/opened.server'
import { visible } from '../dispute/sight.server'
import { newId } from '../id'
import { notify } from '../notice/notify.server'
import { Refusal, wrong } from '../refusal'
import { change, type Setting } from '../settings/act.server'
import type { AnswerForm, NoteForm } from './form'
import { demandLeader, onDeskOf } from './sight.server'

const held = (now: Date) => Prisma.sql`p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})`

/** Whom an instruction goes to: the triage post of the place; of a dispute also who mediates, else who keeps it. One statement. */
async function addressees(tx: Tx, { areaId, disputeId }: { areaId: string; disputeId: string | null }, now: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select p.account_id as id from post p join area x on x.id = ${areaId}::uuid left join dispute d on d.id = ${disputeId}::uuid
      where p.role = 'triage' and ${held(now)} and p.area_id = case when d.id is null then case x.level when 'village' then x.parent_id else x.id end
        when d.level = 'district' then d.district_id else d.township_id end
    union select m.account_id from leg l join leg_mediator m on m.leg_id = l.id and m.valid_to is null where l.dispute_id = ${disputeId}::uuid and l.ended_at is null
    union select d.keeper_id from dispute d where d.id = ${disputeId}::uuid and d.keeper_id is not null`
  return rows.map(({ id }) => id)
}

/** A dispute that a leader sees, in the place named. Throws Refusal notFound. */
async function demandDispute(tx: Tx, actor: Person, disputeId: string, areaId: string, now: Date): Promise<void> {
  const [row] = await tx.$queryRaw<unknown[]>`select 1 from dispute d join area a on a.id = d.area_id
    where d.id = ${disputeId}::uuid and a.path like '%/' || ${areaId} || '/%' and ${visible(actor, now)} and ${opened(actor)}`
  if (!row) throw new Refusal('notFound')
}

/**
 * 走访、批示: written down by a leader for a place of his, or one dispute there that he sees; an instruction is told to whose desk it is.
 * No dispute is touched. Throws Refusal: notFound, invalid. Answers the note's id; undefined where the form was answered before.
 */
export const writeNote = (setting: Setting, { kind, happenedOn, text, areaId }: NoteForm, disputeId: string | null = null) =>
  change(setting, async ({ tx, actor, now, record }) => {
    if (!demandLeader(actor).includes(areaId)) throw new Refusal('notFound', '没有这个地方，或者不归您挂包')
    if (happenedOn > dayIn(now)) throw wrong('happenedOn', '日期不能晚于今天')
    if (disputeId) await demandDispute(tx, actor, disputeId, areaId, now)
    const id = newId()
    const about = { areaId, disputeId }
    await tx.leaderNote.create({
      data: { id, accountId: actor.accountId, ...about, kind, happenedOn: dateOf(happenedOn), text, recordedAt: now },
    })
    await record(`leader.${kind}`, { kind: 'leaderNote', id }, { dispute: disputeId })
    if (kind === 'instruction')
      await notify(tx, { accounts: await addressees(tx, about, now), topic: 'instruction', subjectId: id, disputeId }, now)
    return id
  })

/** What came of an instruction, by whose desk it is on. Throws Refusal: notFound, notNow. */
export const answerNote = (setting: Setting, { noteId, answer }: AnswerForm) =>
  change(setting, async ({ tx, actor, now, record }) => {
    const [note] = await tx.$queryRaw<{ accountId: string; disputeId: string | null; answered: boolean }[]>`
      select n.account_id as "accountId", n.dispute_id as "disputeId", n.answered_at is not null as answered
      from leader_note n left join dispute d on d.id = n.dispute_id where n.id = ${noteId}::uuid and ${onDeskOf(actor)} for update of n`
    if (!note) throw new Refusal('notFound', '没有这条批示，或者不归您办')
    if (note.answered) throw new Refusal('notNow', '这条批示已经有人答复了')
    await tx.leaderNote.update({ where: { id: noteId }, data: { answeredAt: now, answeredById: actor.accountId, answer } })
    await record('leader.answer', { kind: 'leaderNote', id: noteId }, { dispute: note.disputeId })
    const told = {
      accounts: [note.accountId],
      topic: 'instruction',
      subjectId: noteId,
      disputeId: note.disputeId,
      occasion: 'answered',
    } as const
    await notify(tx, told, now)
    return noteId
  })
