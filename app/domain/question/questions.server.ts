import { dateOf, type LegalDay } from '../calendar/days'
import { act, advance, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'

export type Asked = { of: 'registrar' | 'party'; partyId?: string; text: string; answerBy?: LegalDay; happenedAt?: Date }

/** Who is asked belongs to this dispute and has not left it; nobody asks another case's people. */
async function demandParty({ tx, id }: CaseFile, partyId: string | undefined) {
  if (!partyId) throw wrong('partyId', '请选请哪一位当事人补充')
  if (!(await tx.party.count({ where: { id: partyId, disputeId: id, leftAt: null } }))) throw wrong('partyId', '没有这个当事人，请重新选')
}

/** 请补充: a desk asks the registrar or a party for named facts; the clock goes on (U27). */
export const askFacts = (sent: Sent, { of, partyId, text, answerBy, happenedAt }: Asked) =>
  act(sent, async (file) => {
    if (file.actor.kind !== 'account') throw new Refusal('forbidden')
    if (of === 'party') await demandParty(file, partyId)
    const id = newId()
    await file.tx.question.create({
      data: {
        id,
        disputeId: file.id,
        askedOf: of,
        partyId: of === 'party' ? partyId : null,
        text,
        askedById: file.actorId,
        askedAt: happenedAt ?? file.now,
        answerBy: answerBy ? dateOf(answerBy) : null,
      },
    })
    await advance(file, { event: { type: 'question', questionId: id, step: 'asked' }, subjectId: id, happenedAt })
  })

/** The answer, or that none is needed any more. Throws Refusal notNow where it was answered before. */
export const settleQuestion = (
  sent: Sent,
  { questionId, answer, happenedAt }: { questionId: string; answer?: string; happenedAt?: Date },
) =>
  act(sent, async (file) => {
    const at = happenedAt ?? file.now
    // A party answers what that party was asked, and takes nothing back.
    const own = file.actor.kind === 'party' ? { askedOf: 'party', partyId: file.actor.partyId } : {}
    if (file.actor.kind === 'party' && (!answer || !file.actor.partyId)) throw new Refusal('forbidden')
    const { count } = await file.tx.question.updateMany({
      where: { id: questionId, disputeId: file.id, answeredAt: null, withdrawnAt: null, ...own },
      data: answer ? { answer, answeredAt: at } : { withdrawnAt: at },
    })
    if (!count) throw new Refusal('notNow', '这一项已经答复过了，请刷新看看')
    await advance(file, {
      event: { type: 'question', questionId, step: answer ? 'answered' : 'withdrawn' },
      subjectId: questionId,
      happenedAt,
      // It comes back marked to whose desk it is on.
      ...(answer && { effects: [{ type: 'tell', to: 'desk' }], texts: [{ kind: 'answer', audience: 'handlers', text: answer }] }),
    })
  })
