import { standingAtDoor } from '../conflict/refuse.server'
import { advance } from '../dispute/advance.server'
import { refuseTie, tieWords, type Tie } from '../dispute/assign.server'
import type { CaseFile } from '../dispute/case-file.server'
import { noteOtherWay } from '../dispute/receive.server'
import { newId } from '../id'
import { Refusal } from '../refusal'
import type { Registration } from '../registration/form'
import { register, type Registered, type Registering } from '../registration/register.server'
import { recommended } from '../recommend/recommended.server'
import { againstOf } from '../recommend/words'
import { rulesOf } from '../types/type-rules'
import type { Verdict } from '../conflict/findings'
import { doorIds } from './doors.server'
import { onlyRegistered } from './words'

export type Taking = {
  /** The people's body that takes it. */
  bodyId: string
  /** Who registers it mediates it. */
  mediates: boolean
  /** What whoever mediates is to a party, told to both sides and accepted (U15). */
  tie?: Tie | undefined
  /** Tourism and consumer: told what our acceptance closes, and chose to stay (U5). */
  otherWayTold?: boolean | undefined
  /** When it was taken, where that was before it is written down. */
  happenedAt?: Date | undefined
}

/** What speaks against this body's taking it without the post: its scope, a side that is unwilling, the court's list, itself a party. */
async function outsideItsDoor({ tx, dispute, facts, now }: CaseFile, form: Registration, bodyId: string): Promise<string[]> {
  const found = await recommended(dispute.id, { now, from: tx, only: bodyId })
  const [body] = found.read.applicants
  if (!body) return ['不在本组织的受理范围']
  if (body.channel !== 'people') throw new Refusal('forbidden')
  // Who registers it may be the only one there, whoever else is away.
  const against = againstOf(found, bodyId, () => '有一方')
  if (body.near === 'elsewhere') return [...against, '发生地不在本组织的地域']
  const sought = rulesOf(form.typeCode).consentOfAll
  if (sought && form.source === 'ownInitiative') return [...against, `要当事人申请，不能主动调解（${sought.article ?? ''}）`]
  return against.length || facts.consented ? against : ['要各方都同意才能受理，还没有都同意']
}

/** Why it goes to the triage post after all, one sentence each; empty where the body may take it (U1, U10, U15). */
async function whyNot(file: CaseFile, form: Registration, bodyId: string, verdict: Verdict): Promise<string[]> {
  return [
    ...(file.dispute.risk === 'red' ? ['有危险情形，先由分流岗处理'] : []),
    ...(verdict === 'block' ? ['登记人和一方当事人有利害关系'] : []),
    ...(await outsideItsDoor(file, form, bodyId)),
  ]
}

/** The law lets a committee begin on application or by itself: which of the two stands on the path. */
const lawOf = ({ source }: Registration): string =>
  source === 'ownInitiative' ? '本组织主动调解，直接受理（人民调解法第17条）' : '到本组织申请，由本组织直接受理（人民调解法第17条）'

/**
 * The three acts of the own door on a dispute that was just registered in the same transaction; answers what
 * speaks against it, nothing where the body has taken it. Where it may not, the dispute stays on the triage desk and says why. Throws Refusal forbidden for a body of others.
 */
export async function takeWithin(
  file: CaseFile,
  form: Registration,
  { bodyId, mediates, tie, otherWayTold, happenedAt }: Taking,
): Promise<string[]> {
  const { actorId } = file
  const tied = mediates && tie && tie.kind !== 'none' ? tie : null
  if (tied) refuseTie(tied)
  if (!actorId || !doorIds(file.actor).includes(bodyId)) throw new Refusal('forbidden')
  const stands = await standingAtDoor(file, actorId, bodyId)
  if (!stands?.may) throw new Refusal('forbidden')
  const against = await whyNot(file, form, bodyId, stands.verdict)
  if (against.length) {
    const text = `${onlyRegistered}${against.join('；')}`
    await advance(file, { event: { type: 'note' }, subjectId: newId(), texts: [{ kind: 'why', audience: 'handlers', text }] })
    return against
  }
  file.ownDoor = bodyId
  await advance(file, {
    event: { type: 'offer', channel: 'people', bodyId, door: true },
    happenedAt,
    texts: [{ kind: 'why', audience: 'path', text: lawOf(form) }],
  })
  if (otherWayTold) await noteOtherWay(file, 'here', happenedAt ?? file.now)
  await advance(file, { event: { type: 'receive' }, happenedAt })
  // Any tie, a name alone too, is for the body's head to look into before anybody is named.
  if (mediates && stands.verdict === 'clear')
    await advance(file, { event: { type: 'assign', mediatorIds: [actorId] }, happenedAt, texts: tieWords(tied) })
  file.ownDoor = null
  return []
}

/**
 * 自己门口受理: registered, sent on, received and, if wished, assigned to who registers it, in one transaction and once for each
 * submission key (U1). Throws Refusal: forbidden, invalid.
 */
export const takeOwnDoor = (registering: Registering, taking: Taking): Promise<Registered> =>
  register(registering, async (file) => {
    await takeWithin(file, registering.form, taking)
  })
