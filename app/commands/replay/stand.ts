import { inTransaction } from '#app/db/client.server'
import { clock, type Person } from '#app/domain/actor'
import { loadDispute, type Loaded } from '#app/domain/dispute/load.server'
import { disputeMachine } from '#machines/dispute.machine'
import { deskOf } from '#machines/step'
import { speakerRole } from './bodies'
import type { People } from './people'

/** Everything that happened before counts as seen. */
const everything = 1_000_000

/** Where a dispute stands, for whoever acts next. */
export async function standOf(disputeId: string, now: Date): Promise<Loaded> {
  const loaded = await inTransaction((tx) => loadDispute(tx, { actor: clock, disputeId, seen: everything, now }))
  if (!loaded) throw new Error('没有这件纠纷')
  return loaded
}

/** Who would do an act, as design.md section 3 has them: each answers with the one person whose business it is. */
export function whoDoes(at: Loaded, people: People) {
  const triage = (): Person => people.first('triage', { areaId: at.facts.level === 'district' ? at.districtId : at.townshipId })
  const registrar = (): Person => (at.registeredById ? people.byId(at.registeredById) : triage())
  const speaker = (): Person => {
    if (!at.leg) return triage()
    return people.first(speakerRole(at.leg.channel), { bodyId: at.leg.bodyId })
  }
  /** The open leg's mediator; failing one, who settled it on the spot; failing that, the triage post. */
  const keeper = (): Person => {
    const id = at.leg?.mediatorIds[0] ?? at.keeperId
    return id ? people.byId(id) : triage()
  }
  /** The leg's mediator, or who speaks for the body that has it. */
  const mediator = (): Person => (at.leg?.mediatorIds[0] ? people.byId(at.leg.mediatorIds[0]) : speaker())
  const desks = { triage, receiver: speaker, mediator, keeper, court: speaker, organ: speaker, none: keeper }
  const onDesk = (): Person => desks[deskOf(disputeMachine, at.status)]()
  return { triage, registrar, speaker, keeper, mediator, onDesk }
}
