import { act, advance, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { mayAnswerFor } from '../dispute/permissions'
import type { Words } from '../dispute/record.server'
import { Refusal, wrong } from '../refusal'
import { returnReasons, type ReturnReason } from '../words/reasons'

/** What somebody at the body said, to whom the post spoke: by telephone, or at the counter. */
export type SaidThere = { who: string; how: keyof typeof saidHow; happenedAt?: Date } & (
  { answer: 'receive' } | { answer: 'return'; reason: ReturnReason; done?: string; why?: string }
)

export const saidHow = { phone: { label: '电话里' }, inPerson: { label: '当面' } } as const

/** Whoever reads the path is told that it was written down for the body, and by whose word. */
const saidBy = ({ who, how, answer }: SaidThere): Words => ({
  kind: 'answer',
  audience: 'path',
  text: `${saidHow[how].label}答复：${who}说${answer === 'receive' ? '接收' : '退回'}，由分流岗代为登记`,
})

const gone = '现在不在等这个组织接收，不用代为答复'

function refuse(file: CaseFile, { who }: SaidThere): void {
  if (!who.trim()) throw wrong('who', '请写清是谁答复的')
  if (!mayAnswerFor(file.actor, file.handling)) throw new Refusal('forbidden')
  if (file.handling.desk !== 'receiver' || !file.leg) throw new Refusal('notNow', gone)
}

/**
 * 代为答复: a body that has an account answered by word of mouth, and the post that offered it writes that down, with the name of
 * who said so; the event is the body's (代…). Throws Refusal forbidden for any other post, unwilling as 受理 does.
 */
export const answerFor = (sent: Sent, said: SaidThere) =>
  act(sent, async (file) => {
    file.phoned = true
    refuse(file, said)
    const { happenedAt } = said
    const behalfBodyId = file.leg?.bodyId ?? null
    if (said.answer === 'receive') return advance(file, { event: { type: 'receive' }, happenedAt, behalfBodyId, texts: [saidBy(said)] })
    const { reason, done, why } = said
    await advance(file, {
      event: { type: 'return', reason },
      happenedAt,
      behalfBodyId,
      texts: [
        { kind: 'told', audience: 'path', text: returnReasons[reason].told },
        saidBy(said),
        { kind: 'note', audience: 'path', text: done ?? '' },
        { kind: 'why', audience: 'handlers', text: why ?? '' },
      ],
    })
  })
