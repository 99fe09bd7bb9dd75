import { Prisma } from '#app/db/client.server'
import { newId } from '../id'

/** Why somebody sees a dispute; `past` is written only where another reason has ended. */
export type SightWhy = 'registered' | 'body' | 'mediator' | 'request' | 'confirmation' | 'keeper'

type Given = {
  disputeId: string
  to: 'account' | 'body'
  ids: readonly string[]
  why: SightWhy
  at: Date
}

/**
 * Gives sight unless it is there already: one open row a dispute, subject and reason (sight_open_key). A statement of its
 * own, or the last part of one that begins with `with`.
 */
export function giveSight({ disputeId, to, ids, why, at }: Given): Prisma.Sql {
  const rows = ids.map(
    (id) => Prisma.sql`(${newId()}::uuid, ${disputeId}::uuid, ${to}::text, ${id}::uuid, ${why}::text, ${at}::timestamptz)`,
  )
  return Prisma.sql`insert into sight (id, dispute_id, subject_kind, subject_id, why, valid_from) values ${Prisma.join(rows)}
    on conflict (dispute_id, subject_id, why) where valid_to is null do nothing`
}
