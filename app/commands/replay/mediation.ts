import { agree, agreeInPart, amend } from '#app/domain/agreement/agree.server'
import { giveOutcome } from '#app/domain/agreement/outcome.server'
import { sign } from '#app/domain/agreement/sign.server'
import { advanceDispute } from '#app/domain/dispute/advance.server'
import { holdSession } from '#app/domain/mediation/hold-session.server'
import type { Act, CaseTerm } from './case'
import { attendanceOf, codes, extension, oralWhy, rightsTold, signaturesOf, suspendReason, waysTold } from './implied'
import { noted, partiesOf, partyMeant, sentBy, why, type Carry, type Replaying } from './replaying'
import { entered } from './terms'

type Agreeing = Act & { form: 'oral' | 'written'; terms: CaseTerm[] }

const agreed = (at: Replaying, { form, terms, note }: Agreeing) => ({
  form,
  terms: entered(terms, at.clock.dayOf(0)),
  content: note,
  oralWhy: form === 'oral' ? oralWhy : undefined,
})

const opposed = ({ stand, people }: Replaying, count: number, bodyId: string) => {
  const all = people.of('mediator', { bodyId }).map(({ accountId }) => accountId)
  const others = all.filter((id) => !stand.leg?.mediatorIds.includes(id))
  return stand.facts.objected && others.length >= count ? others : all
}

/** Reported cases name people by halves: who has the same name here is somebody else. */
const namesakes = { notSame: '回放的案例，姓名不是真名' }

/** What the body that has it does: its mediators at the table, the court or organ by its own way. */
export const mediation = {
  assign: async (at, act) => {
    const bodyId = at.stand.leg?.bodyId ?? ''
    await at.people.atLeast(act.mediators, 'mediator', bodyId)
    const mediatorIds = opposed(at, act.mediators, bodyId).slice(0, act.mediators)
    return advanceDispute(sentBy(at.who.speaker(), at), { event: { type: 'assign', mediatorIds }, answers: namesakes, texts: noted(act) })
  },
  object: async (at, act) => {
    const party = partyMeant(act.by, await partiesOf(at))
    const event = { type: 'object', ...(party && { partyId: party.id }) } as const
    return advanceDispute(sentBy(at.who.speaker(), at), {
      event,
      behalfPartyId: party?.id ?? null,
      texts: [...why(act.why), ...noted(act)],
    })
  },
  session: async (at, act) => {
    const host = at.who.mediator()
    const attendance = attendanceOf(act.kind, await partiesOf(at), host)
    return holdSession(sentBy(host, at), {
      kind: act.kind,
      count: act.count,
      startedAt: at.at,
      attendance,
      talks: act.note,
      told: rightsTold(act.kind, at.at),
    })
  },
  extend: (at, act) => advanceDispute(sentBy(at.who.mediator(), at), { event: { type: 'extend', ...extension }, texts: noted(act) }),
  suspend: (at, act) =>
    advanceDispute(sentBy(at.who.mediator(), at), {
      event: { type: 'suspend', reason: suspendReason(act.why) },
      texts: [...why(act.why), ...noted(act)],
    }),
  resume: (at, act) =>
    advanceDispute(sentBy(at.who.mediator(), at), { event: { type: 'resume' }, texts: [...why(act.why), ...noted(act)] }),
  agree: async (at, act) => {
    await agree(sentBy(at.who.mediator(), at), agreed(at, act))
    at.ledger.make(act.terms, { waits: act.form === 'written' })
  },
  partial: async (at, act) => {
    const { who, count, left } = act
    await agreeInPart(sentBy(at.who.mediator(), at), { ...agreed(at, act), who, count, left })
    at.ledger.make(act.terms, { waits: act.form === 'written', part: true })
  },
  amend: async (at, act) => {
    await amend(sentBy(at.who.onDesk(), at), { ...agreed(at, act), why: act.why })
    at.ledger.make(act.terms, { waits: act.form === 'written' })
  },
  sign: async (at) => {
    const keeper = at.who.keeper()
    const missing = await sign(sentBy(keeper, at), signaturesOf(await partiesOf(at), keeper, at.at))
    if (missing?.length) throw new Error(`还缺：${missing.join('、')}`)
    at.ledger.sign()
  },
  fail: (at, act) =>
    advanceDispute(sentBy(at.who.mediator(), at), {
      event: { type: 'fail', code: codes.fail },
      texts: [...why(act.why), { kind: 'ways', audience: 'path', text: act.told ?? waysTold }, ...noted(act)],
    }),
  outcome: async (at, act) => {
    const { result, form, terms, note } = act
    await giveOutcome(sentBy(at.who.speaker(), at), { result, form, why: note, ...(terms && { terms: entered(terms, at.clock.dayOf(0)) }) })
    if (terms && result !== 'handedBack') at.ledger.make(terms, { waits: false })
  },
} satisfies {
  [
    N in 'assign' | 'object' | 'session' | 'extend' | 'suspend' | 'resume' | 'agree' | 'partial' | 'amend' | 'sign' | 'fail' | 'outcome'
  ]: Carry<N>
}
