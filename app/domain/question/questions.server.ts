import { dateOf, type LegalDay } from '../calendar/days'
import { act, advance, type Sent } from '../dispute/advance.server'
import { newId } from '../id'
import { Refusal } from '../refusal'

export type Asked = { of: 'registrar' | 'party'; partyId?: string; text: string; answerBy?: LegalDay; happenedAt?: Date }

/** 请补充: a desk asks the registrar or a party for named facts; the clock goes on (U27). */
export const askFacts = (sent: Sent, { of, partyId, text, answerBy, happenedAt }: Asked) =>
  act(sent, async (file) => {
    const id = newId()
    await file.tx.question.create({
      data: {
        id,
        disputeId: file.id,
        askedOf: of,
        partyId,
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
    const { count } = await file.tx.question.updateMany({
      where: { id: questionId, disputeId: file.id, answeredAt: null, withdrawnAt: null },
      data: answer ? { answer, answeredAt: at } : { withdrawnAt: at },
    })
    if (!count) throw new Refusal('notNow', '这一项已经答复过了，请刷新看看')
    await advance(file, {
      event: { type: 'question', questionId, step: answer ? 'answered' : 'withdrawn' },
      subjectId: questionId,
      happenedAt,
    })
  })
