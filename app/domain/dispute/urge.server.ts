import { dayIn, instantOf } from '../calendar/days'
import { Refusal } from '../refusal'
import { isOpenRequest } from '../request/lateness'
import { act, advance, type Sent } from './advance.server'
import type { CaseFile } from './case-file.server'
import { mayDo } from './permissions'

type Urged = { text: string; happenedAt?: Date }

/** Once a day for a desk, and once for each request; who may not urge is not told whether somebody did. */
async function refuseSecond(file: CaseFile, subjectId: string | null): Promise<void> {
  if (!mayDo(file.actor, 'urge', file.handling)) throw new Refusal('forbidden')
  const today = instantOf(dayIn(file.now))
  const urged = await file.tx.disputeEvent.count({ where: { disputeId: file.id, type: 'urge', subjectId, recordedAt: { gte: today } } })
  if (urged) throw new Refusal('notNow', '今天已经催过一次了；急的请直接打电话')
}

/** 催办: whoever has it on the desk is told once more, at most once a day; the clock is the same. Throws Refusal notNow for the second of a day. */
export const urge = (sent: Sent, { text, happenedAt }: Urged) =>
  act(sent, async (file) => {
    await refuseSecond(file, null)
    await advance(file, { event: { type: 'urge' }, happenedAt, texts: [{ kind: 'ask', audience: 'path', text }] })
  })

/** The unit that was asked to help is told once more, at most once a day. Throws Refusal notFound, notNow where it has answered or was urged today. */
export const urgeAsked = (sent: Sent, { requestId, text, happenedAt }: Urged & { requestId: string }) =>
  act(sent, async (file) => {
    const asked = await file.tx.request.findFirst({ where: { id: requestId, disputeId: file.id }, select: { status: true } })
    if (!asked) throw new Refusal('notFound')
    if (!isOpenRequest(asked.status)) throw new Refusal('notNow', '这项协办已经办结，不用再催')
    await refuseSecond(file, requestId)
    await advance(file, {
      event: { type: 'urge', requestId },
      subjectId: requestId,
      happenedAt,
      effects: [{ type: 'tell', to: 'asked' }],
      texts: [{ kind: 'ask', audience: 'handlers', text }],
    })
  })
