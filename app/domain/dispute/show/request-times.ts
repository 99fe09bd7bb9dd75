import type { Timed } from '../../request/lateness'
import { requestRoles } from '../../words/body-kinds'
import { requestKinds } from '../../words/requests'
import { labelOf } from '../../words/words'
import type { RequestRow } from './file'

const instant = (iso: string | null) => (iso === null ? null : new Date(iso))

/** A request's times as lateness is counted. */
export const timesOf = ({ status, askedAt, arriveBy, answerBy, receivedAt, arrivedAt, endedAt }: RequestRow): Timed => ({
  status,
  askedAt: new Date(askedAt),
  arriveBy: instant(arriveBy),
  answerBy,
  receivedAt: instant(receivedAt),
  arrivedAt: instant(arrivedAt),
  endedAt: instant(endedAt),
})

/** 古城区住建局·吹哨·到场处置 */
export const requestTitle = ({ body, kind, role }: Pick<RequestRow, 'body' | 'kind' | 'role'>): string =>
  [body, ...(kind === 'help' || kind === role ? [] : [labelOf(requestKinds, kind)]), labelOf(requestRoles, role)].join('·')
