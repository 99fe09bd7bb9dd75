import { Prisma } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { subjectsOf } from '../dispute/sight.server'
import { onDesks } from './states.server'

/**
 * Whether more than number, area and level of dispute `d` may be shown: of a sealed one only to whoever handles it and the
 * duty officer. Who wrote it down, or handed it over, knows that it is there and no more. Stands beside `visible`.
 */
export function opened(actor: Person): Prisma.Sql {
  const [duty, triage] = [areasOf(actor, 'duty'), areasOf(actor, 'triage')]
  const within = (ids: string[]) => Prisma.sql`(d.township_id = any(${ids}::uuid[]) or d.district_id = any(${ids}::uuid[]))`
  const ways = [
    Prisma.sql`not d.sealed`,
    ...(duty.length ? [within(duty)] : []),
    ...(triage.length ? [Prisma.sql`(${within(triage)} and ${onDesks('triage')})`] : []),
    Prisma.sql`exists (select 1 from sight h where h.dispute_id = d.id and h.subject_id = any(${subjectsOf(actor)}::uuid[]) and h.valid_to is null and h.why <> 'registered')`,
  ]
  return Prisma.sql`(${Prisma.join(ways, ' or ')})`
}
