import { breach, contest, perform } from '#app/domain/agreement/perform.server'
import { bodiesOf } from '#app/domain/actor'
import { confirm } from '#app/domain/confirmation/confirm.server'
import { advanceDispute } from '#app/domain/dispute/advance.server'
import { disputeMachine } from '#machines/dispute.machine'
import { can } from '#machines/step'
import { db } from '#app/db/client.server'
import { findByKind } from './bodies'
import { confirmingCourt } from './implied'
import { noted, partiesOf, partyMeant, sentBy, why, type Carry, type Replaying } from './replaying'
import { inForce } from './terms'

/** The obligation at a place of the list in force. */
async function obligation({ disputeId }: Replaying, place: number): Promise<string> {
  const item = (await inForce(disputeId))[place]
  if (!item) throw new Error(`生效的条款里没有第 ${place} 条`)
  return item.id
}

/** The court that was asked; where it has nobody who sees the dispute, the court's word is written down by who asked. */
async function court(at: Replaying, fallback: ReturnType<Replaying['who']['keeper']>) {
  const open = await db.confirmation.findFirst({ where: { disputeId: at.disputeId, status: 'applied' }, orderBy: { id: 'desc' } })
  const [liaison] = open?.courtId ? at.people.of('court', { bodyId: open.courtId }) : []
  const seen =
    liaison &&
    (await db.sight.findFirst({ where: { disputeId: at.disputeId, validTo: null, subjectId: { in: bodiesOf(liaison, 'court') } } }))
  return seen ? liaison : fallback
}

const byCourt = { apply: false, granted: true, refused: true, withdrawn: false } as const

/** What the keeper does until it is closed, and what may bring it back. */
export const keeping = {
  perform: async (at, act) => {
    const { term, amountFen, proof, note } = act
    const done = {
      obligationId: await obligation(at, term),
      proof: proof ?? note,
      ...(amountFen !== undefined && { amountFen: BigInt(amountFen) }),
    }
    return perform(sentBy(at.who.keeper(), at), done)
  },
  breach: async (at, act) => {
    const reason = [act.why, act.note].filter(Boolean).join('\n')
    return breach(sentBy(at.who.keeper(), at), { obligationId: await obligation(at, act.term), why: reason })
  },
  contest: async (at, act) => {
    const party = partyMeant(act.by, await partiesOf(at))
    const reason = [party ? '' : `${act.by}：`, act.why, act.note && `\n${act.note}`].filter(Boolean).join('')
    return contest(sentBy(at.who.keeper(), at), { partyId: party?.id, why: reason })
  },
  confirm: async (at, act) => {
    const asker = at.who.onDesk()
    const list = await inForce(at.disputeId)
    const covers = act.covers?.map((place) => list[place]?.id ?? '')
    const courtId = act.step === 'apply' ? (await findByKind(confirmingCourt, at.place))?.id : undefined
    const actor = byCourt[act.step] ? await court(at, asker) : asker
    return confirm(sentBy(actor, at), { step: act.step, covers, courtId, why: act.note })
  },
  visit: (at, act) => advanceDispute(sentBy(at.who.keeper(), at), { event: { type: 'visit', result: act.result }, texts: noted(act) }),
  close: (at, act) => {
    const { status, facts } = at.stand
    const unvisited = act.withoutVisit !== undefined && can(disputeMachine, status, facts, { type: 'closeUnvisited' })
    const event = unvisited ? ({ type: 'closeUnvisited' } as const) : ({ type: 'close', result: act.result } as const)
    return advanceDispute(sentBy(at.who.onDesk(), at), { event, texts: [...why(act.withoutVisit), ...noted(act)] })
  },
} satisfies { [N in 'perform' | 'breach' | 'contest' | 'confirm' | 'visit' | 'close']: Carry<N> }
