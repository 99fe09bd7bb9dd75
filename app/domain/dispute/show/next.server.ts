import type { DisputeEventType } from '#machines/dispute.events'
import { dayIn } from '../../calendar/days'
import { mayAskWilling } from '../annotate.server'
import { isPossible, movesOf } from '../moves'
import { takenUp } from '../../words/agreements'
import { whoActsNext } from '../words'
import { actWords, doers, likely, type ActWords, type Doer } from './acts'
import { owesReply } from './beside'
import { nextDeadline, runningDeadlines, type DeadlineWords } from './deadlines'
import type { DisputePage } from './open.server'

/** One act as the corner shows it: with its form, or with why not. */
export type NextWords = {
  id: string
  label: string
  href?: string
  main?: boolean
  note?: string
  due?: DeadlineWords
  whyNot?: string
}
export type NextStepsWords = { desk: string; acts: NextWords[]; more: NextWords[] }

const words: Record<DisputeEventType, ActWords> = actWords
const open = ({ rows }: DisputePage) => rows.legs.find(({ endedAt }) => !endedAt)

/** What the machine would record anywhere, but means nothing here. */
function pointless(page: DisputePage, type: DisputeEventType): boolean {
  const { rows, dispute } = page
  const { facts } = dispute
  const pending = rows.confirmations.some(({ endedAt }) => !endedAt)
  const running = runningDeadlines(page).length && rows.deadlines.some(({ period, stoppedAt }) => period === 'confirmation' && !stoppedAt)
  const idle: Partial<Record<DisputeEventType, boolean>> = {
    perform: !facts.inForce || !facts.owing,
    breach: !facts.inForce,
    contest: !rows.agreements.some(({ binds }) => binds),
    confirmation: !pending && !running,
    reply: !owesReply(page),
  }
  return idle[type] ?? false
}

/** Between the state's candidates for the filled button, what this very dispute is waiting for. */
function isLikely({ dispute, rows, today }: DisputePage, type: DisputeEventType): boolean {
  const leg = rows.legs.find(({ endedAt }) => !endedAt)
  const held = rows.sessions.filter(({ legId }) => legId === leg?.id)
  const planned = rows.sittings.some(({ status, startsAt }) => status === 'planned' && dayIn(new Date(startsAt)) >= today)
  const waits: Partial<Record<DisputeEventType, boolean>> = {
    assign: dispute.facts.objected || !isPossible('session', dispute.status, dispute.facts),
    sign: dispute.facts.paper,
    session: held.length === 0 || planned,
    close: dispute.facts.kept || isPossible('offer', dispute.status, dispute.facts),
    perform: dispute.facts.owing,
  }
  return waits[type] ?? true
}

const periodOf: Partial<Record<DisputeEventType, string>> = {
  offer: 'triage',
  receive: 'receipt',
  assign: 'assignment',
  sign: 'signing',
  perform: 'performance',
  visit: 'returnVisit',
  close: 'returnVisit',
  confirmation: 'confirmation',
  agree: 'mediation',
  resume: 'lookAgain',
  outcome: 'lookAgain',
}

/** Settled without a committee: that either side may have one take it up is no rare act there (U6). */
const settledThemselves = ({ rows }: DisputePage) => rows.agreements.some(({ binds, effectRule }) => binds && effectRule === 'parties')

function wordsOf(page: DisputePage, type: DisputeEventType, main: boolean): NextWords {
  const { dispute, rows } = page
  const leg = open(page)
  const pending = rows.confirmations.some(({ endedAt }) => !endedAt)
  const asked = dispute.askedBodyIds.some((id) => page.sight.ownBodies.has(id))
  const said: Partial<Record<DisputeEventType, string>> = {
    receive: leg && leg.channel !== 'people' ? '接收' : words.receive.say,
    assign: dispute.handling.leg?.mediatorIds.length ? '重新指派调解员' : words.assign.say,
    confirmation: pending ? '登记司法确认结果' : words.confirmation.say,
    request: asked ? '办理协办' : words.request.say,
    amend: rows.agreements.some(({ id, binds }) => binds && !rows.terms.some(({ agreementId }) => agreementId === id))
      ? '补录条款'
      : words.amend.say,
  }
  if (type === 'contest' && settledThemselves(page)) said.contest = takenUp
  const period = periodOf[type]
  const row = rows.deadlines.find((one) => one.period === period && !one.stoppedAt)
  const due = row && runningDeadlines(page).find(({ id }) => id === row.id)
  const shown = main || type === 'confirmation' ? due : undefined
  const note = type === 'confirmation' && !pending ? '双方共同申请，一次说清确认哪几项' : words[type].hint
  return {
    id: type,
    label: said[type] ?? words[type].say,
    href: `/disputes/${dispute.id}/do/${type}`,
    ...(main && { main }),
    ...(note && { note }),
    ...(shown && { due: shown }),
  }
}

/** What one would look for here and why it is not there. */
function blocked({ dispute, rows }: DisputePage): NextWords[] {
  const { status, facts } = dispute
  const can = (type: DisputeEventType) => isPossible(type, status, facts)
  const medical = dispute.typeCode === '13'
  const unwilling = medical ? '医疗纠纷须各方都同意调解，还有当事人没有答复' : '有一方不愿意调解，不能受理（《人民调解法》第17条）'
  const owed = rows.terms.some(({ standing }) => standing) ? '全部履行并回访以后；长期的约定不挡办结' : '全部履行并回访以后'
  const say = (id: DisputeEventType, label: string, whyNot: string, when: boolean) => (when ? [{ id: `no-${id}`, label, whyNot }] : [])
  return [
    ...say('receive', '受理', unwilling, can('recall') && !can('receive') && !can('assign')),
    ...say('session', '记一次调解', '当事人申请更换调解员，要先重新指派', can('agree') && !can('session')),
    ...say('close', '办结', owed, can('perform') && can('handOn') && !can('close') && !can('talkAgain')),
    ...say('close', '办结', '回访确认已经履行以后', can('closeUnvisited') && !can('close')),
  ]
}

/** Where receipt waits for a side's answer, asking for it is what comes next. */
const askFirst = ({ actor, dispute }: DisputePage): NextWords[] => {
  const can = (type: DisputeEventType) => isPossible(type, dispute.status, dispute.facts)
  return can('recall') && !can('receive') && !can('assign') && mayAskWilling(actor, dispute.handling)
    ? [{ id: 'willing', label: '登记各方是否愿意调解', href: `/disputes/${dispute.id}/do/willing`, main: true }]
    : []
}

/** What others do from here, one line for each of them. */
function others(types: DisputeEventType[], page: DisputePage): NextWords[] {
  const by = new Map<Doer, string[]>()
  for (const type of types) {
    const { say, by: doer, rare } = words[type]
    if (!rare && type !== 'note' && type !== 'request') by.set(doer, [...(by.get(doer) ?? []), say.replace('…', '')])
  }
  const onDesk = whoActsNext(page.dispute.handling.desk, whoWords(page))
  return [...by].map(([doer, says]) => ({
    id: `by-${doer}`,
    label: says.join('、'),
    whyNot: `由${doers[doer]}办${onDesk && by.size === 1 ? `（${onDesk}）` : ''}`,
  }))
}

/** Names for `whoActsNext`. */
export function whoWords(page: DisputePage) {
  const leg = open(page)
  const { rows, dispute } = page
  return {
    level: dispute.facts.level,
    townshipName: rows.townshipNow,
    body: leg?.body ?? null,
    keeper: rows.keeper,
    mediators: leg?.mediators.filter(({ until }) => !until).map(({ name }) => name) ?? [],
  }
}

/** 下一步, always in the same corner: the likely act, the others, the rare ones folded; what is not open, with who may or why not. */
export function nextOf(page: DisputePage): NextStepsWords {
  const { actor, dispute, sight } = page
  const { status, facts, handling } = dispute
  const moves = movesOf(actor, status, facts, handling).filter(({ type }) => !pointless(page, type))
  const mine = sight.acts && !sight.sealed ? moves.filter(({ may }) => may).map(({ type }) => type) : []
  const main = likely[status].find((type) => mine.includes(type) && isLikely(page, type))
  const asked = dispute.askedBodyIds.some((id) => sight.ownBodies.has(id))
  /** Folded away, unless this state or this person waits for it. */
  const isRare = (type: DisputeEventType) =>
    (type === 'request' && asked) || (type === 'contest' && settledThemselves(page))
      ? false
      : words[type].rare || (type === 'visit' && !likely[status].includes(type))
  const usual = mine.filter((type) => type !== main && !isRare(type))
  const rest = moves.filter(({ may }) => !may).map(({ type }) => type)
  const who = whoActsNext(handling.desk, whoWords(page))
  const late = nextDeadline(page)
  const desk = main || mine.includes('return') ? '在您这里' : who ? `在${who}` : '没有要办的事'
  return {
    desk: late && late.words.daysLeft < 0 && who ? `${desk}，已超期` : desk,
    acts: [
      ...(sight.acts && !sight.sealed ? askFirst(page) : []),
      ...(main ? [wordsOf(page, main, true)] : []),
      ...usual.map((type) => wordsOf(page, type, false)),
      ...(sight.sealed ? [] : blocked(page)),
      ...others(rest, page),
    ],
    more: mine.filter((type) => type !== main && isRare(type)).map((type) => wordsOf(page, type, false)),
  }
}
