import { advanceDispute } from '#app/domain/dispute/advance.server'
import { askWilling, filePrior, fileRoster, linkDispute, setRisk } from '#app/domain/dispute/annotate.server'
import { settleOnSpot } from '#app/domain/agreement/agree.server'
import { ask } from '#app/domain/request/requests.server'
import { askedBody, bodyFor, findByKind } from './bodies'
import type { ActOf } from './case'
import { codes, declineAdvice, oralWhy, partyAsked, willingOf } from './implied'
import { sideOf } from './registration'
import { noted, partiesOf, partyMeant, sentBy, why, type Carry, type Replaying } from './replaying'
import { entered } from './terms'

const move = (at: Replaying, act: ActOf<'escalate'> | ActOf<'deescalate'>) => {
  const { act: type, to, why: reason } = act
  return advanceDispute(sentBy(at.who.triage(), at), { event: { type, to }, texts: [...why(reason), ...noted(act)] })
}

/** What the triage post does, what is recorded beside the way, and what a body says to an offer. */
export const triage = {
  prior: (at, act) => {
    const { what, by, on, force, kept, terms, note } = act
    const prior = { what, by, force, kept, note, onText: on ?? undefined, ...(terms && { terms: entered(terms, at.clock.dayOf(0)) }) }
    return filePrior(sentBy(at.who.registrar(), at), prior)
  },
  roster: async (at, act) => {
    const { side, count, unit, estimated, representatives, note } = act
    const parties = await partiesOf(at)
    const party = partyMeant(side, parties, true)
    const whose = party ? { partyId: party.id, side: party.side } : { side: sideOf(side, false), name: side }
    return fileRoster(sentBy(at.who.registrar(), at), { ...whose, count, unit, estimated, representatives, note })
  },
  risk: (at, act) => setRisk(sentBy(at.who.registrar(), at), { level: act.level, why: [act.why, act.note].filter(Boolean).join('\n') }),
  link: (at, act) => {
    const otherId = at.carried.get(act.to)
    const reason = [act.why, act.note].filter(Boolean).join('\n')
    return linkDispute(sentBy(at.who.registrar(), at), { ...(otherId ? { otherId } : { otherText: act.to }), why: reason })
  },
  invite: async (at, act) => {
    const body = await askedBody(act, at.place)
    const whom = body ? { bodyId: body.id } : { outsideName: act.name ?? act.to, outsideKind: act.to }
    return ask(sentBy(at.who.onDesk(), at), { ...whom, role: act.role, asked: act.note })
  },
  escalate: move,
  deescalate: move,
  settleOnSpot: async (at, act) => {
    const committee = await findByKind('townshipCommittee', at.place)
    const mediator = at.people.first('mediator', { bodyId: committee?.id })
    const { form, terms, note } = act
    const settled = {
      form,
      terms: entered(terms, at.clock.dayOf(0)),
      mediatorId: mediator.accountId,
      oralWhy: form === 'oral' ? oralWhy : undefined,
    }
    await settleOnSpot(sentBy(at.who.registrar(), at), { ...settled, content: note })
    at.ledger.make(terms, { waits: form === 'written' })
  },
  offer: async (at, act) => {
    const { channel } = act
    const body = await bodyFor(act, channel, at.place, at.people)
    const event = { type: 'offer', channel, bodyId: body.id } as const
    return advanceDispute(sentBy(at.who.triage(), at), { event, partyAsked: partyAsked(channel), texts: noted(act) })
  },
  recall: (at, act) => advanceDispute(sentBy(at.who.triage(), at), { event: { type: 'recall' }, texts: [...why(act.why), ...noted(act)] }),
  return: (at, act) =>
    advanceDispute(sentBy(at.who.speaker(), at), {
      event: { type: 'return', reason: codes.return },
      texts: [...why(act.why), ...noted(act)],
    }),
  receive: async (at, act) => {
    const sent = sentBy(at.who.speaker(), at)
    await askWilling(sent, willingOf(await partiesOf(at), at.at))
    return advanceDispute(sent, { event: { type: 'receive' }, texts: noted(act) })
  },
  decline: (at, act) =>
    advanceDispute(sentBy(at.who.triage(), at), {
      event: { type: 'decline', ground: codes.decline },
      texts: [...why(act.why), { kind: 'advice', audience: 'path', text: declineAdvice }, ...noted(act)],
    }),
  withdraw: async (at, act) => {
    const applicant = (await partiesOf(at)).find(({ side }) => side === 'applicant')
    const event = { type: 'withdraw', ...(applicant && { partyId: applicant.id }) } as const
    return advanceDispute(sentBy(at.who.registrar(), at), {
      event,
      behalfPartyId: applicant?.id ?? null,
      texts: [...why(act.why), ...noted(act)],
    })
  },
  transferOut: (at, act) =>
    advanceDispute(sentBy(at.who.triage(), at), {
      event: { type: 'transferOut', reason: codes.transferOut },
      texts: [...why(act.why), ...noted(act)],
    }),
  reopen: (at, act) => advanceDispute(sentBy(at.who.triage(), at), { event: { type: 'reopen' }, texts: [...why(act.why), ...noted(act)] }),
} satisfies {
  [
    N in
      | 'prior'
      | 'roster'
      | 'risk'
      | 'link'
      | 'invite'
      | 'escalate'
      | 'deescalate'
      | 'settleOnSpot'
      | 'offer'
      | 'recall'
      | 'return'
      | 'receive'
      | 'decline'
      | 'withdraw'
      | 'transferOut'
      | 'reopen'
  ]: Carry<N>
}
