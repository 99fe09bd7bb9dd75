import { statusLabel } from '#machines/dispute.labels'
import { read } from '#app/db/client.server'
import { bodiesOf, type Person } from '../actor'
import { dayIn } from '../calendar/days'
import { Refusal } from '../refusal'
import type { ListQuery } from '../search/query.server'
import { typeLabel } from '../types/dispute-types'
import { riskLevels } from '../words/danger-signs'
import { deskNames } from '../words/desks'
import { optionsOf } from '../words/words'
import { askedOf, layouts, periods } from './asked'
import { mayExport, refusals } from './export.server'

type Option = { value: string; label: string; hint?: string }

/** What is asked before a table is taken out, in words; `kept` goes along as it came from the list. */
export type ExportPage = {
  /** The list's own conditions, in words; none: everything one may see. */
  conditions: string[]
  kept: Record<string, string>
  layout: string
  layouts: Option[]
  state: string
  states: Option[]
  by: string
  periods: Option[]
  from: string
  to: string
  body: string
  bodies: Option[]
  problem: { text: string; field: string } | null
  back: string
}

const whole = ['open', 'late', 'ended', 'all'] as const
const stateWords = { open: '在办的', late: '已逾期的', ended: '办完的', all: '全部' } as const

/** Committees and rooms in force, one's own first. */
const bodiesFor = (actor: Person, today: string) => read<Option[]>`
  select b.id as value, b.name as label from body b join area a on a.id = b.area_id
  where b.channel = 'people' and b.valid_from <= ${today}::date and (b.valid_to is null or b.valid_to >= ${today}::date)
  order by b.id = any(${bodiesOf(actor, 'head', 'mediator')}::uuid[]) desc, b.kind, a.code nulls last, b.id limit 1000`

const townshipName = async (id: string | null) =>
  id ? ((await read<{ name: string }[]>`select name from area where id = ${id}::uuid`)[0]?.name ?? '') : ''

const conditionsOf = async ({ text, type, townshipId, risk, desk, mine, unentered }: ListQuery): Promise<string[]> =>
  [
    text && `查“${text}”`,
    type && typeLabel(type.slice(0, 2), type),
    await townshipName(townshipId),
    risk && riskLevels[risk].label,
    desk && `在${deskNames[desk]}那里`,
    mine && '我登记、经手的',
    unentered && '还没录省系统的',
  ].filter((words): words is string => Boolean(words))

/** The page before the file. Two statements. Throws Refusal forbidden for who has no lists. */
export async function exportPage(actor: Person, params: URLSearchParams, now = new Date()): Promise<ExportPage> {
  if (!mayExport(actor)) throw new Refusal('forbidden', '管理员看不到纠纷，没有可以导出的')
  const asked = askedOf(params)
  const { query } = asked
  const [bodies, conditions] = await Promise.all([bodiesFor(actor, dayIn(now)), conditionsOf(query)])
  const state = query.overdue ? 'late' : params.get('state') ? query.state : 'all'
  const field = params.get('wrong') ?? ''
  const kept = ['q', 'type', 'township', 'risk', 'desk', 'mine', 'province'].flatMap((name) => {
    const value = params.get(name)
    return value ? [[name, value]] : []
  })
  const back = new URLSearchParams(kept)
  return {
    conditions,
    kept: Object.fromEntries(kept) as Record<string, string>,
    layout: asked.layout,
    layouts: Object.entries(layouts).map(([value, { label, hint }]) => ({ value, label, hint })),
    state,
    states: [
      ...whole.map((value) => ({ value, label: stateWords[value] })),
      ...(query.state !== 'all' && query.state !== 'open' && query.state !== 'ended'
        ? [{ value: query.state, label: statusLabel(query.state) }]
        : []),
    ],
    by: asked.by,
    periods: optionsOf(periods),
    from: asked.from ?? '',
    to: asked.to ?? '',
    body: asked.bodyId ?? '',
    bodies,
    problem: field === 'from' || field === 'to' ? { text: refusals[field], field } : null,
    back: `/disputes${kept.length ? `?${back}` : ''}`,
  }
}
