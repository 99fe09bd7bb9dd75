import { newId } from '../id'
import { Refusal } from '../refusal'
import { act, advance, type Sent } from './advance.server'

/** 移交办理人: what is left to look after goes to somebody of the area, who sees the dispute from now on. */
export const handOn = (sent: Sent, { accountId, why, happenedAt }: { accountId: string; why: string; happenedAt?: Date }) =>
  act(sent, async (file) => {
    if (file.leg?.mediatorIds.length) throw new Refusal('notNow', '现在由承办调解员跟进，不用移交')
    await advance(file, {
      event: { type: 'handOn', accountId },
      happenedAt,
      keeperId: accountId,
      texts: [{ kind: 'why', audience: 'path', text: why }],
    })
    await file.tx.$executeRaw`insert into sight (id, dispute_id, subject_kind, subject_id, why, valid_from)
      select ${newId()}::uuid, ${file.id}::uuid, 'account', ${accountId}::uuid, 'keeper', ${file.now}
      where not exists (select 1 from sight where dispute_id = ${file.id}::uuid and subject_id = ${accountId}::uuid and why = 'keeper' and valid_to is null)`
  })
