import { Prisma } from '#app/db/client.server'
import type { Handling } from './permissions'

/** A mediator's or head's post `p` in body `b`, held now. */
export const mediates = (now: Date) =>
  Prisma.sql`p.role in ('mediator', 'head') and p.valid_from <= ${now} and (p.valid_to is null or p.valid_to > ${now})`

/** Whose people may mediate in a leg: the body that has it, those asked to help meanwhile, and before a court those the court invited. */
const fromBodies = ({ leg, askedBodyIds }: Pick<Handling, 'leg' | 'askedBodyIds'>) =>
  Prisma.sql`(b.id = any(${[...(leg ? [leg.bodyId] : []), ...askedBodyIds]}::uuid[]) or (${leg?.channel === 'judicial'} and b.court_invited))`

/** The condition on post `p` in body `b` under which its holder may be named in this leg. */
export const mayBeNamed = (of: Pick<Handling, 'leg' | 'askedBodyIds'>, now: Date): Prisma.Sql =>
  Prisma.sql`${mediates(now)} and ${fromBodies(of)}`
