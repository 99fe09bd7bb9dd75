import { orderMachine } from '#machines/order.machine'
import { statesOnDesk } from '#machines/step'
import { Prisma } from '#app/db/client.server'
import { areasOf, bodiesOf, spokesmen, type Person } from '../actor'
import { spokenFor } from '../body/spoken-for.server'

const none = Prisma.sql`false`
const or = (ways: Prisma.Sql[]): Prisma.Sql => (ways.length ? Prisma.sql`(${Prisma.join(ways, ' or ')})` : none)

/** Whose desk an order lies on, as literals for its partial indexes and plans. */
export const waitsFor = (desk: 'receiver' | 'triage'): Prisma.Sql =>
  Prisma.raw(
    `o.status in (${statesOnDesk(orderMachine, desk)
      .map((status) => `'${status}'`)
      .join(', ')})`,
  )

/** Ways in which order `o` comes to somebody: to a body spoken for, to a triage post, or to a body of its area for which nobody has an account. */
export function receivedWays(actor: Person, now: Date): Prisma.Sql[] {
  const [bodies, triage] = [bodiesOf(actor, ...spokesmen), areasOf(actor, 'triage')]
  return [
    ...(bodies.length ? [Prisma.sql`o.to_body_id = any(${bodies}::uuid[])`] : []),
    ...(triage.length
      ? [
          Prisma.sql`o.to_area_id = any(${triage}::uuid[])`,
          Prisma.sql`o.to_body_id in (select b.id from area x join body b on b.area_id = x.id
            where (x.id = any(${triage}::uuid[]) or (x.parent_id = any(${triage}::uuid[]) and x.level = 'village')) and not ${spokenFor(now)})`,
        ]
      : []),
  ]
}

/** The desks that issue: the same post at the same area judges what a colleague sent out. */
export function issuedWays(actor: Person): Prisma.Sql[] {
  const roles = ['duty', 'bureau', 'triage'] as const
  return [
    Prisma.sql`o.issued_by_id = ${actor.accountId}::uuid`,
    ...roles.flatMap((role) => {
      const areas = areasOf(actor, role)
      return areas.length ? [Prisma.sql`(o.issued_role = ${role} and o.area_id = any(${areas}::uuid[]))`] : []
    }),
  ]
}

/** Duty officers and the bureau see every order of the district, a township's too. */
export function watchedWays(actor: Person): Prisma.Sql[] {
  const areas = areasOf(actor, 'duty', 'bureau')
  return areas.length
    ? [Prisma.sql`o.area_id in (select x.id from area x where x.id = any(${areas}::uuid[]) or x.parent_id = any(${areas}::uuid[]))`]
    : []
}

export const receives = (actor: Person, now: Date): Prisma.Sql => or(receivedWays(actor, now))
export const issues = (actor: Person): Prisma.Sql => or(issuedWays(actor))

/** Whether somebody sees order `o` at all; anything else is not found to them. */
export const seesOrder = (actor: Person, now: Date): Prisma.Sql =>
  or([...receivedWays(actor, now), ...issuedWays(actor), ...watchedWays(actor)])
