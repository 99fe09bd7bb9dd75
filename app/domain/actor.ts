/** What a person may hold from one date to another. Sight and acts come from posts, never from the person. */
export type Role = 'grid' | 'mediator' | 'head' | 'triage' | 'duty' | 'bureau' | 'court' | 'organ' | 'leader' | 'admin'

export type Post = {
  role: Role
  /** District, township or village of the post; null for a post of a body. */
  areaId: string | null
  bodyId: string | null
  /** What the post is called on a page: 束河街道分流岗, 马锅头调解室调解员 */
  title: string
}

export type Person = { kind: 'account'; accountId: string; name: string; posts: Post[] }
/** The sweep that fires deadlines. */
export type Clock = { kind: 'clock' }
/** Who opened a case with its number and code: nobody of ours, and nothing but that case. `partyId` as far as it is known. */
export type PartyActor = { kind: 'party'; disputeId: string; partyId: string | null }
/** Who was invited by a one-time link: nothing but that request. */
export type GuestActor = { kind: 'guest'; disputeId: string; requestId: string }
export type Actor = Person | Clock | PartyActor | GuestActor

export const clock: Clock = { kind: 'clock' }

export const roleLabels = {
  grid: '网格员',
  mediator: '调解员',
  head: '负责人',
  triage: '分流岗',
  duty: '值班',
  bureau: '区司法局',
  court: '法院联络',
  organ: '部门联络',
  leader: '挂包领导',
  admin: '管理员',
} as const satisfies Record<Role, string>

const people = (actor: Actor): Post[] => (actor.kind === 'account' ? actor.posts : [])

export const holds = (actor: Actor, ...roles: Role[]): boolean => people(actor).some((post) => roles.includes(post.role))

/** Areas in which somebody holds one of these roles. */
export const areasOf = (actor: Actor, ...roles: Role[]): string[] =>
  people(actor).flatMap((post) => (post.areaId && roles.includes(post.role) ? [post.areaId] : []))

/** Bodies for which somebody holds one of these roles. */
export const bodiesOf = (actor: Actor, ...roles: Role[]): string[] =>
  people(actor).flatMap((post) => (post.bodyId && roles.includes(post.role) ? [post.bodyId] : []))

/** Roles that speak for a body: what is offered to it lies on their desk. */
export const spokesmen = ['head', 'court', 'organ'] as const satisfies readonly Role[]
