import { requestMachine } from '#machines/request.machine'
import { metaOf } from '#machines/step'
import { dayIn } from '../../calendar/days'
import { lateWords, stepWords } from '../../request/late-words'
import { isOpenRequest } from '../../request/lateness'
import { maySupervise } from '../../order/desks.server'
import { mayDo } from '../permissions'
import { shortDay } from './deadlines'
import type { RequestRow, SessionRow } from './file'
import type { DisputePage } from './open.server'
import { requestTitle, timesOf } from './request-times'

export type RequestWords = {
  id: string
  title: string
  state: string
  open: boolean
  /** Who was late at what. */
  late?: string
  lines: string[]
  links: { label: string; href: string }[]
}

function linksOf({ actor, dispute, sight }: DisputePage, { id, status, bodyId }: RequestRow): RequestWords['links'] {
  if (!isOpenRequest(status) || !sight.acts) return []
  const at = `/disputes/${dispute.id}`
  const links = [
    mayDo(actor, 'request', dispute.handling) && { label: '登记签收、到场、答复', href: `${at}/do/request?request=${id}` },
    bodyId !== null && mayDo(actor, 'urge', dispute.handling) && { label: '催办', href: `${at}/do/urge?request=${id}` },
    bodyId !== null && maySupervise(actor, dispute) && { label: '督办', href: `/orders/new?request=${id}` },
    bodyId === null && mayDo(actor, 'request', dispute.handling) && { label: '一次性链接', href: `${at}/guests` },
  ]
  return links.filter((link) => link !== false)
}

/** What is asked of others: what for, by when, how far it is, and who was late at which step. */
export const requestsOf = (page: DisputePage): RequestWords[] =>
  page.rows.requests.map((row) => {
    const { id, status, asked, answer, askedAt } = row
    const times = timesOf(row)
    const late = lateWords(times, page.now).join('，')
    return {
      id,
      title: requestTitle(row),
      state: metaOf(requestMachine, status).label,
      open: isOpenRequest(status),
      ...(late && { late }),
      lines: [
        [`${shortDay(dayIn(new Date(askedAt)), page.today)}提出`, ...stepWords(times, page.now)].join('，'),
        asked ?? '',
        answer ? `答复：${answer}` : '',
      ].filter(Boolean),
      links: linksOf(page, row),
    }
  })

/** Who mediated together in a session: asked for 联合调解 by then, and neither refused nor released before it began. */
export const jointBodies = ({ rows }: Pick<DisputePage, 'rows'>, session: Pick<SessionRow, 'startedAt'>): string[] => {
  const at = Date.parse(session.startedAt)
  const there = rows.requests.filter(
    ({ kind, status, askedAt, endedAt }) =>
      kind === 'joint' && status !== 'refused' && Date.parse(askedAt) <= at && (endedAt === null || Date.parse(endedAt) >= at),
  )
  return [...new Set(there.map(({ body }) => body))]
}
