import type { Answers } from '../conflict/answers'
import { Refusal } from '../refusal'
import { act, advance, type Sent } from './advance.server'
import { giveSight } from './sight-rows.server'

/** 移交办理人: what is left to look after goes to somebody of the area, who sees the dispute from now on. */
export const handOn = (
  sent: Sent,
  { accountId, why, answers, happenedAt }: { accountId: string; why: string; answers?: Answers; happenedAt?: Date },
) =>
  act(sent, async (file) => {
    if (file.leg?.mediatorIds.length) throw new Refusal('notNow', '现在由承办调解员跟进，不用移交')
    await advance(file, {
      event: { type: 'handOn', accountId },
      happenedAt,
      keeperId: accountId,
      answers,
      texts: [{ kind: 'why', audience: 'path', text: why }],
    })
    await file.tx.$executeRaw(giveSight({ disputeId: file.id, to: 'account', ids: [accountId], why: 'keeper', at: file.now }))
  })
