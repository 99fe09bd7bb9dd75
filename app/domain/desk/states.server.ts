import { disputeMachine } from '#machines/dispute.machine'
import type { Desk } from '#machines/state'
import { statesOnDesk } from '#machines/step'
import { Prisma } from '#app/db/client.server'

/** States whose desk is one of these, as literals: a partial index is only used where the condition names its states. */
export const onDesks = (...desks: Desk[]): Prisma.Sql =>
  Prisma.raw(
    `d.status in (${desks
      .flatMap((desk) => statesOnDesk(disputeMachine, desk))
      .map((status) => `'${status}'`)
      .join(', ')})`,
  )

/** The desks on which something is still to be done. */
export const working = ['triage', 'receiver', 'mediator', 'keeper', 'court', 'organ'] as const satisfies readonly Desk[]

/** Not ended. */
export const open = onDesks(...working)

/** Ended: nobody has anything to do. */
export const ended = onDesks('none')

/** The order of the desks' lists: by when it is due; what runs without a date comes last. */
export const byDue = Prisma.sql`coalesce(d.due_at, timestamptz 'infinity')`

/** A visitor who leaves moves the case up until somebody mediates it to an end (U2). */
export const pressing = Prisma.sql`least(d.due_at, case when ${onDesks('triage', 'receiver', 'mediator')} then d.leaves_at end, timestamptz 'infinity')`
