import { dateOf, type LegalDay } from '../calendar/days'
import { act, advance, type Sent } from '../dispute/advance.server'
import { newId } from '../id'
import { Refusal } from '../refusal'
import type { replyResults } from '../words/office'

export type Answer = {
  result: keyof typeof replyResults
  text: string
  papers?: string
  sentOn: LegalDay
  how: string
  happenedAt?: Date
}

/**
 * 回告: what the sender is told, dated (U3). A failed court case ends here with it and goes back to that court; every
 * other end only says so. Throws Refusal notNow where nobody entrusted it or the answer has been given.
 */
export const sendReply = (sent: Sent, { happenedAt, sentOn, ...answer }: Answer) =>
  act(sent, async (file) => {
    const entrustment = await file.tx.entrustment.findUnique({ where: { disputeId: file.id } })
    if (!entrustment) throw new Refusal('notNow', '这件不是别的单位委派、委托、移送来的，不用回告')
    if (entrustment.repliedAt) throw new Refusal('notNow', '已经回告过了')
    const id = newId()
    await file.tx.reply.create({
      data: {
        ...answer,
        id,
        disputeId: file.id,
        entrustmentId: entrustment.id,
        sentOn: dateOf(sentOn),
        sentById: file.actorId,
        recordedAt: file.now,
      },
    })
    await file.tx.entrustment.update({ where: { id: entrustment.id }, data: { repliedAt: happenedAt ?? file.now } })
    await advance(file, {
      event: { type: 'reply', replyId: id, result: answer.result },
      subjectId: id,
      happenedAt,
      texts: [{ kind: 'answer', audience: 'handlers', text: answer.text }],
    })
  })
