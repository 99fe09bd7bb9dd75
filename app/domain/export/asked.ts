import { instantAfter, instantOf, isLegalDay, type LegalDay } from '../calendar/days'
import { isId } from '../id'
import { listQueryOf, type ListQuery } from '../search/query.server'
import type { Word } from '../words/words'
import { isCode } from '../words/words'

export const layouts = {
  list: { label: '本页清单', hint: '和名单一样的几栏' },
  province: { label: '省系统25列', hint: '录省系统用；每件纠纷一行，算在办结的调委会' },
} as const satisfies Record<string, Word & { hint: string }>

/** By which date a period is meant. */
export const periods = {
  registered: { label: '登记' },
  received: { label: '受理' },
  closed: { label: '办结' },
} as const satisfies Record<string, Word>

export type Asked = {
  query: ListQuery
  layout: keyof typeof layouts
  by: keyof typeof periods
  from: LegalDay | null
  to: LegalDay | null
  bodyId: string | null
}

const dayOf = (text: string | null): LegalDay | null => (text && isLegalDay(text) ? text : null)

/** Reads an address or a form of the export page; what it does not understand is left out. */
export function askedOf(params: URLSearchParams): Asked {
  const [layout, by, body] = [params.get('layout') ?? '', params.get('by') ?? '', params.get('body') ?? '']
  const query = listQueryOf(params)
  return {
    query: { ...query, after: null },
    layout: isCode(layouts, layout) ? layout : 'list',
    by: isCode(periods, by) ? by : 'registered',
    from: dayOf(params.get('from')),
    to: dayOf(params.get('to')),
    bodyId: isId(body) ? body : null,
  }
}

/** The instants that a period of days means; null where it is open. */
export const spanOf = ({ from, to }: Pick<Asked, 'from' | 'to'>) => ({ since: from && instantOf(from), until: to && instantAfter(to) })
