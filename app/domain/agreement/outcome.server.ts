import { act, advance, type Sent } from '../dispute/advance.server'
import type { Words } from '../dispute/record.server'
import type { Term } from './terms'
import { owingNow, writeAgreement } from './write.server'

export type Outcome = {
  result: 'settled' | 'decided' | 'handedBack'
  /** What the body's own paper obliges to; without a list what was in force stays. */
  terms?: Term[]
  form?: 'oral' | 'written'
  why?: string
  happenedAt?: Date
}

/** 办理结果: what the court or organ did: settled, decided or handed back. */
export const giveOutcome = (sent: Sent, { result, terms, form = 'written', why, happenedAt }: Outcome) =>
  act(sent, async (file) => {
    const at = happenedAt ?? file.now
    const texts: Words[] = [{ kind: 'answer', audience: 'path', text: why ?? '' }]
    if (result === 'handedBack' || !terms) {
      const owing = await owingNow(file.tx, file.id)
      return advance(file, { event: { type: 'outcome', result, owing }, happenedAt: at, texts })
    }
    const { id, owing } = await writeAgreement(file, { kind: 'outcome', form, terms, at })
    return advance(file, { event: { type: 'outcome', result, agreementId: id, owing }, subjectId: id, happenedAt: at, texts })
  })
