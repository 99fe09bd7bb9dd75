import { act, advance, type Sent } from './advance.server'

export type Received = {
  /** The court's or organ's own number, as given. */
  otherNumber?: string
  /** The party asked that body itself (U23). */
  partyAsked?: boolean
  happenedAt?: Date
}

/** 受理, 接收: the body takes what was offered; a court or organ may say its own number. Throws Refusal unwilling (People's Mediation Law 17). */
export const receive = (sent: Sent, { otherNumber, partyAsked, happenedAt }: Received) =>
  act(sent, async (file) => {
    await advance(file, { event: { type: 'receive' }, happenedAt })
    if (file.leg && (otherNumber || partyAsked))
      await file.tx.leg.update({
        where: { id: file.leg.id },
        data: { ...(otherNumber && { otherNumber }), ...(partyAsked && { partyAsked }) },
      })
  })
