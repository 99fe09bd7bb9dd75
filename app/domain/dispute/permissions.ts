import type { Desk } from '#machines/state'
import type { LoggedType } from '#machines/dispute.events'
import { areasOf, bodiesOf, holds, type Actor } from '../actor'

/** What the rules below look at; read by one query at the start of an act. */
export type Handling = {
  desk: Desk
  level: 'township' | 'district'
  townshipId: string
  districtId: string
  registeredById: string | null
  keeperId: string | null
  leg: {
    bodyId: string
    channel: string
    mediatorIds: string[]
    /** Somebody with an account speaks for the body. */
    staffed: boolean
  } | null
  /** The body that had it last, whose volume it is once it is closed. */
  lastBodyId?: string | null
  /** Bodies with an open request on this dispute. */
  askedBodyIds: string[]
  /** The people's body that is taking it at its own door, only while that act runs (U1). */
  ownDoor?: string | null
  /** An administrator hands over what somebody had who leaves, only while that act runs: he sees nothing of it (U34). */
  handingOver?: boolean
  /** The post writes down what a body with an account said by word of mouth, only while that act runs: who said so is written with it. */
  phoned?: boolean
  /** An alarm called them, or they look after the district: only while the alarm is answered (alarm/permissions.ts). */
  called?: boolean
}

type Rule = (actor: Actor, of: Handling) => boolean

const accountOf = (actor: Actor) => (actor.kind === 'account' ? actor.accountId : null)
const is = (actor: Actor, id: string | null | undefined) => id != null && accountOf(actor) === id

/** The triage post of the level on which the desk is. */
const triage: Rule = (actor, of) => areasOf(actor, 'triage').includes(of.level === 'district' ? of.districtId : of.townshipId)
/** A triage post of the township or of the district, whatever the desk. */
const posts: Rule = (actor, of) => areasOf(actor, 'triage').some((id) => id === of.townshipId || id === of.districtId)
/** Head of the committee or room that has it. */
const head: Rule = (actor, { leg }) => leg !== null && bodiesOf(actor, 'head').includes(leg.bodyId)
/** Head of the committee or room whose volume it was. */
const lastHead: Rule = (actor, { lastBodyId }) => lastBodyId != null && bodiesOf(actor, 'head').includes(lastBodyId)
/** Liaison of the court or organ that has it. */
const liaison: Rule = (actor, { leg }) => leg !== null && bodiesOf(actor, 'court', 'organ').includes(leg.bodyId)
/** Triage writes it down for a body without an account. */
const onBehalf: Rule = (actor, of) => of.leg !== null && !of.leg.staffed && triage(actor, of)
/** … or for one that has one, by what it said on the telephone. */
const phoned: Rule = (actor, of) => of.phoned === true && of.leg !== null && triage(actor, of)
const mediator: Rule = (actor, { leg }) => leg !== null && leg.mediatorIds.some((id) => is(actor, id))
/** The open leg's mediator; failing one, who settled it or was handed it; failing that, the triage post. */
const keeper: Rule = (actor, of) => {
  if (of.leg?.mediatorIds.length) return mediator(actor, of)
  return of.keeperId ? is(actor, of.keeperId) : triage(actor, of)
}
const registrar: Rule = (actor, of) => is(actor, of.registeredById)
/** Who registers it and whose body takes it in the same form: nobody is asked first (People's Mediation Law 17; U1). */
const ownDoor: Rule = (actor, of) =>
  of.ownDoor != null &&
  registrar(actor, of) &&
  bodiesOf(actor, 'mediator', 'head').includes(of.ownDoor) &&
  (of.leg === null || of.leg.bodyId === of.ownDoor)
const leaving: Rule = (actor, of) => of.handingOver === true && holds(actor, 'admin')
const called: Rule = (_, of) => of.called === true
const clockOnly: Rule = (actor) => actor.kind === 'clock'
/** The case's own people, by its code: they add to it and answer what they are asked, and move nothing. */
const itsParty: Rule = (actor) => actor.kind === 'party'
/** Who was invited answers; which request is asserted where it is answered. */
const invited: Rule = (actor) => actor.kind === 'guest'
const either =
  (...rules: Rule[]): Rule =>
  (actor, of) =>
    rules.some((rule) => rule(actor, of))

const body = either(head, liaison, onBehalf)
const hands = either(mediator, head)
/** Whose desk it is on. */
const desks: Record<Desk, Rule> = {
  triage,
  receiver: body,
  mediator: hands,
  keeper,
  court: body,
  organ: body,
  none: either(keeper, triage),
}
const onDesk: Rule = (actor, of) => desks[of.desk](actor, of)
const own = either(registrar, onDesk)
const asked: Rule = (actor, of) => bodiesOf(actor, 'head', 'court', 'organ').some((id) => of.askedBodyIds.includes(id))
const danger: Rule = (actor, of) => areasOf(actor, 'duty').includes(of.districtId)
/** The bureau and the leaders of its area: what they know of it they may add (U27). Which of it they see, sight says. */
const watches: Rule = (actor, of) => areasOf(actor, 'bureau', 'leader').some((id) => id === of.districtId || id === of.townshipId)

/** Who may write a dispute down, before there is one. */
export const mayRegister = (actor: Actor): boolean => holds(actor, 'grid', 'mediator', 'head', 'triage', 'court', 'organ', 'duty')

/** Who may do what. When it may be done is the machine's business. */
export const rules: Record<LoggedType, Rule> = {
  register: mayRegister,
  offer: either(triage, ownDoor),
  recall: triage,
  decline: triage,
  transferOut: triage,
  escalate: triage,
  deescalate: triage,
  reopen: triage,
  handOn: either(triage, leaving),
  keptAfterAll: triage,
  ask: triage,
  receive: either(body, ownDoor, phoned),
  return: either(body, phoned),
  assign: either(body, ownDoor, leaving),
  session: either(hands, liaison, onBehalf),
  extend: hands,
  object: either(hands, body),
  suspend: hands,
  resume: hands,
  agree: hands,
  partial: hands,
  fail: either(hands, clockOnly),
  amend: either(hands, keeper),
  sign: either(hands, keeper),
  talkAgain: either(hands, keeper),
  outcome: either(liaison, onBehalf),
  confirmation: either(hands, keeper, asked, (actor) => holds(actor, 'court')),
  perform: either(keeper, onDesk),
  breach: either(keeper, hands),
  contest: either(keeper, hands, triage),
  visit: either(keeper, hands),
  close: onDesk,
  closeUnvisited: keeper,
  archive: either(head, lastHead, triage, keeper),
  settleOnSpot: own,
  prior: own,
  roster: own,
  link: own,
  withdraw: own,
  // Which record of it is theirs to put right is asserted where it is done (U26).
  correct: either(own, hands, keeper, lastHead),
  risk: either(own, danger, clockOnly),
  request: either(own, asked, invited, posts, danger),
  note: either(own, asked, danger, hands, keeper, triage, watches, itsParty),
  partyChange: either(own, hands),
  matter: either(own, asked, danger),
  danger: either(own, danger, called),
  question: either(onDesk, registrar, asked, itsParty),
  reply: either(onDesk, hands, keeper, triage),
  urge: either(triage, danger),
  sitting: either(hands, liaison, onBehalf),
  // Whose declaration it is, is asserted where it is made: a mediator's own, or the head's for one.
  declare: hands,
  merge: triage,
  split: posts,
  absorb: posts,
  // The clock raises it and rings higher; who takes or ends it, alarm/permissions.ts says. What was said of the danger elsewhere ends it too.
  alarm: either(clockOnly, called, own, danger),
  lapse: clockOnly,
}

/** 代为答复: the post of the level where the desk is, for whichever body it offered to. */
export const mayAnswerFor = (actor: Actor, of: Handling): boolean => phoned(actor, of)

/** 吹哨 is the township's and the district's: their triage posts, and who is on duty. */
export const mayWhistle = (actor: Actor, of: Handling): boolean => either(posts, danger)(actor, of)

/** Whether this actor may do such an act on a dispute so handled. The page asks and the act asserts by this. */
export const mayDo = (actor: Actor, type: LoggedType, of: Handling): boolean => rules[type](actor, of)

/** Who may, in the office's words: said where a button is missing. */
export const whoMay = {
  triage: '分流岗',
  receiver: '接收的组织',
  mediator: '承办调解员',
  keeper: '负责跟进履行的人',
  court: '法院',
  organ: '承办部门',
  none: '分流岗',
} as const satisfies Record<Desk, string>
