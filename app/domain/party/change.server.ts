import { act, advance, type Sent } from '../dispute/advance.server'
import { newId } from '../id'
import { Refusal } from '../refusal'
import { indexDispute } from '../search/index-dispute.server'
import { soundKey } from '../search/tokens'
import type { partyKinds, sides } from '../words/parties'

export type Change =
  | { step: 'joined'; side: keyof typeof sides; kind: keyof typeof partyKinds; name: string }
  | { step: 'changed' | 'left'; partyId: string; name?: string }

/** 当事人追加、变更、退出, dated, in any live state (U14). One of many who leaves does not withdraw the dispute. */
export const changeParty = (sent: Sent, change: Change, { why, happenedAt }: { why: string; happenedAt?: Date }) =>
  act(sent, async (file) => {
    const at = happenedAt ?? file.now
    const id = change.step === 'joined' ? newId() : change.partyId
    if (change.step === 'joined') {
      const { side, kind, name } = change
      const ordinal = (await file.tx.party.count({ where: { disputeId: file.id } })) + 1
      await file.tx.party.create({ data: { id, disputeId: file.id, ordinal, side, kind, name, soundKey: soundKey(name), joinedAt: at } })
    } else {
      const { count } = await file.tx.party.updateMany({
        where: { id, disputeId: file.id, leftAt: null },
        data: change.step === 'left' ? { leftAt: at } : { name: change.name, ...(change.name && { soundKey: soundKey(change.name) }) },
      })
      if (!count) throw new Refusal('notFound')
    }
    await indexDispute(file.tx, file.id)
    await advance(file, {
      event: { type: 'partyChange', partyId: id, step: change.step },
      subjectId: id,
      happenedAt,
      texts: [{ kind: 'why', audience: 'path', text: why }],
    })
  })
