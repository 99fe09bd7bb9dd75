import { sessionKinds } from '../words/sessions'
import { labelOf } from '../words/words'
import type { DisputePage } from '../dispute/show/open.server'
import { endingOf } from './letters'
import { mayPrint } from './paper.server'
import { sidesOf } from './parties.server'
import { dayOf, legOf } from './words'

/** A paper to print: `note` says what it holds, or what is still missing and is left for the hand. */
export type PrintWords = { label: string; href: string; there: boolean; note: string }
type Given = Omit<PrintWords, 'href'> & { paper: string; query?: string }

const sessionsIn = ({ rows }: DisputePage): Given[] => {
  const paper = 'session'
  const label = '调解记录'
  if (!rows.sessions.length) return [{ paper, label, there: false, note: '还没有调解，打出来是空表' }]
  return rows.sessions.map(({ id, kind, startedAt, result }) => ({
    paper,
    label,
    query: `session=${id}`,
    there: true,
    note: `${dayOf(startedAt)}，${labelOf(sessionKinds, kind)}${result ? '' : '，还缺本次结果'}`,
  }))
}

/** More than so many have their copies from the list of parties by hand. */
const mostCopies = 20

/** Of several who agreed on different things, each is given a copy with the own part alone. */
function copiesOf(page: DisputePage, id: string, label: string): Given[] {
  const parties = sidesOf(page)
  if (parties.length <= 2 || parties.length > mostCopies) return []
  return parties.map((party) => ({
    paper: 'agreement',
    label: `${label}（给${party.name}的一份）`,
    query: `agreement=${id}&party=${party.id}`,
    there: true,
    note: '只写本人的内容',
  }))
}

const agreementsIn = (page: DisputePage): Given[] =>
  page.rows.agreements
    .filter(({ effectRule }) => effectRule !== 'official')
    .flatMap(({ id, form, number, effectiveAt }) => {
      const label = form === 'oral' ? '口头协议登记表' : '人民调解协议书'
      const note = [number, effectiveAt ? `${dayOf(effectiveAt)}生效` : '还缺签字盖章'].filter(Boolean).join('，')
      return [{ paper: 'agreement', label, query: `agreement=${id}`, there: true, note }, ...copiesOf(page, id, label)]
    })

const visitsIn = ({ rows }: DisputePage): Given[] => {
  const visits = rows.events.filter(({ type }) => type === 'visit')
  const paper = 'visit'
  const label = '回访记录'
  if (!visits.length) return [{ paper, label, there: false, note: '还没有回访，打出来是空表' }]
  return visits.map(({ id, happenedAt }) => ({ paper, label, query: `visit=${id}`, there: true, note: dayOf(happenedAt) }))
}

/** The papers that this person may print, with what is there and what is missing (U29, U32). */
export function printsOf(page: DisputePage): PrintWords[] {
  const leg = legOf(page)
  const ending = leg && endingOf(page, leg.id)
  const [sender] = page.rows.entrustments
  const told = dayOf(leg?.rightsToldAt)
  const all: Given[] = [
    {
      paper: 'registration',
      label: '受理登记表',
      there: Boolean(leg),
      note: leg ? (leg.volume ?? '还缺卷号') : '还没有受理，调委会、卷号空着',
    },
    { paper: 'rights', label: '权利义务告知书', there: Boolean(told), note: told ? `${told}告知` : '还缺告知的时间' },
    ...sessionsIn(page),
    ...agreementsIn(page),
    {
      paper: 'ending',
      label: '终止调解告知书',
      there: Boolean(ending),
      note: ending ? dayOf(ending.happenedAt) : '没有终止，打出来是空表',
    },
    {
      paper: 'referral',
      label: '移送（回告）函',
      there: Boolean(sender?.repliedAt),
      note: !sender ? '收函的单位空着时手写' : sender.repliedAt ? `${dayOf(sender.repliedAt)}回告` : `还没有回告${sender.senderName}`,
    },
    ...visitsIn(page),
  ]
  const at = `/disputes/${page.dispute.id}/papers`
  return all
    .filter(({ paper }) => mayPrint(page, paper))
    .map(({ paper, query, ...given }) => ({ ...given, href: `${at}/${paper}/print${query ? `?${query}` : ''}` }))
}
