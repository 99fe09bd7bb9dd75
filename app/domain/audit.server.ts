import type { Tx } from '#app/db/client.server'
import type { Person } from './actor'
import { newId } from './id'

type Detail = Readonly<Record<string, string | number | boolean | null | string[]>>

/** What an act was done to, and its codes, counts and purpose; never anybody's words. */
export type Acted = { disputeId?: string; subject?: { kind: string; id: string }; detail: Detail }

/** One audit row of what somebody did, in the act's own transaction: no act without it, and it never without the act. */
export async function recordAct(
  tx: Tx,
  actor: Pick<Person, 'accountId'>,
  act: string,
  { disputeId, subject, detail }: Acted,
  now: Date,
): Promise<void> {
  const by = { actorKind: 'account', actorId: actor.accountId }
  const about = { ...(disputeId && { disputeId }), ...(subject && { subjectKind: subject.kind, subjectId: subject.id }) }
  await tx.audit.create({ data: { id: newId(), recordedAt: now, ...by, act, ...about, detail } })
}
