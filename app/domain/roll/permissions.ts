import { areasOf, bodiesOf, holds, type Person } from '../actor'
import { Refusal } from '../refusal'

/** Somebody of the register as the permissions ask. */
export type Subject = {
  accountId: string | null
  /** Path of the area in which they serve or are registered, and of the bodies in which they hold an office now. */
  path: string
  bodyPaths: readonly string[]
  bodies: readonly string[]
  /** Of a 法律明白人 or adviser: the people's committees of the same village. */
  localBodies: readonly string[]
}

const administers = (actor: Person, subject: Subject): boolean => {
  const own = areasOf(actor, 'admin')
  return [subject.path, ...subject.bodyPaths].some((path) => own.some((id) => path.includes(`/${id}/`)))
}
const heads = (actor: Person, bodies: readonly string[]): boolean => bodiesOf(actor, 'head').some((id) => bodies.includes(id))
const isSelf = (actor: Person, { accountId }: Subject): boolean => accountId !== null && actor.accountId === accountId

/**
 * Who does what in the register: administrators of the area write; bureau and triage read everybody, since a case may go to any
 * body; a head reads and sends on leave the own people, and asks the advisers of the own village; everybody has the own card.
 */
export const rollRules = {
  read: (actor: Person, who: Subject) =>
    administers(actor, who) || holds(actor, 'bureau', 'triage') || heads(actor, [...who.bodies, ...who.localBodies]) || isSelf(actor, who),
  write: administers,
  leave: (actor: Person, who: Subject) => administers(actor, who) || heads(actor, who.bodies) || isSelf(actor, who),
  consult: (actor: Person, who: Subject) => administers(actor, who) || heads(actor, who.localBodies) || isSelf(actor, who),
} as const satisfies Record<string, (actor: Person, who: Subject) => boolean>

export type RollAct = keyof typeof rollRules

export const mayRoll = (actor: Person, act: RollAct, who: Subject): boolean => rollRules[act](actor, who)

/** Who has a register to look into at all: the others have no such page. */
export const hasRoll = (actor: Person): boolean => holds(actor, 'admin', 'bureau', 'triage', 'head', 'mediator')

export const unknownRegistrant = () => new Refusal('notFound', '名册里没有这个人，或者不归您管')

/** Throws Refusal notFound where the actor does not even see them, forbidden where seeing is all. */
export function demandRoll(actor: Person, act: RollAct, who: Subject | null | undefined): asserts who is Subject {
  if (!who || !mayRoll(actor, 'read', who)) throw unknownRegistrant()
  if (!mayRoll(actor, act, who)) throw new Refusal('forbidden', '名册由本地域的管理员登记')
}
