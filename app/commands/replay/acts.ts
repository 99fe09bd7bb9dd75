import type { Act, ActName } from './case'
import { keeping } from './keeping'
import { mediation } from './mediation'
import type { Carry, Replaying } from './replaying'
import { triage } from './triage'

/** Every act of a case and how the product does it. A new one does not compile until it is here. */
const carries: { [N in Exclude<ActName, 'register'>]: Carry<N> } = { ...triage, ...mediation, ...keeping }

/** Does one act of a case through the domain; throws what the domain refuses. */
export function carryAct<A extends Exclude<Act, { act: 'register' }>>(replaying: Replaying, act: A): Promise<unknown> {
  const carry = carries[act.act] as (replaying: Replaying, act: A) => Promise<unknown>
  return carry(replaying, act)
}
