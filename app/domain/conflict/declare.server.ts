import { act, advance, type Sent } from '../dispute/advance.server'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import { ties, type TieKind } from '../words/ties'

export type Declared = {
  /** Whose tie: one of the mediators who have it. */
  accountId: string
  kind: Exclude<TieKind, 'none'>
  /** Who, and how: staff's word. */
  what: string
  happenedAt?: Date
}

/**
 * 申报利害关系: a mediator's own word on this dispute, or the head's for one of theirs (U15). What bars stops the sessions until another
 * is named. Throws Refusal invalid beside `accountId` for somebody who does not have it.
 */
export const declareTie = (sent: Sent, { accountId, kind, what, happenedAt }: Declared) =>
  act(sent, async (file) => {
    if (!file.leg) throw new Refusal('notNow')
    if (!file.leg.mediatorIds.includes(accountId) && file.actorId !== accountId) throw wrong('accountId', '请选承办这件的调解员')
    const id = newId()
    const { bars } = ties[kind]
    await file.tx.tieDeclaration.create({
      data: { id, disputeId: file.id, accountId, kind, bars, declaredAt: happenedAt ?? file.now },
    })
    await advance(file, {
      event: { type: 'declare', declarationId: id, kind, bars: bars && file.leg.mediatorIds.includes(accountId) },
      subjectId: id,
      happenedAt,
      texts: [{ kind: 'why', audience: 'handlers', text: what }],
    })
  })
