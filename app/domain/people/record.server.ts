import type { Tx } from '#app/db/client.server'
import { newId } from '../id'

/** Who did something to an account: a person, or the operator at the server's own console. */
export type By = { accountId: string } | 'operator'

type Act =
  | 'account.create'
  | 'account.password'
  | 'account.reset'
  | 'account.stop'
  | 'account.restore'
  | 'account.correct'
  | 'account.leave'
  | 'post.give'
  | 'post.change'
  | 'people.import'
  | 'people.passwords'
  | 'link.make'
  | 'session.begin'
  | 'session.end'

/** One audit row about an account, in the act's transaction; codes and ids only. */
export async function recordPeopleAct(
  tx: Tx,
  by: By,
  act: Act,
  accountId: string | null,
  detail: Record<string, string | string[]>,
  now: Date,
): Promise<void> {
  const actor = by === 'operator' ? { actorKind: 'operator' } : { actorKind: 'account', actorId: by.accountId }
  const data = { ...actor, act, subjectKind: 'account', subjectId: accountId, detail, recordedAt: now, id: newId() }
  await tx.audit.create({ data })
}
