import { disputeMachine } from '#machines/dispute.machine'
import { statusLabel } from '#machines/dispute.labels'
import { statesOf } from '#machines/step'
import { db } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { mayImportCodes } from '../province/import.server'
import { allChoices } from '../types/dispute-types'
import { riskLevels } from '../words/danger-signs'
import { deskNames } from '../words/desks'
import { optionsOf } from '../words/words'
import { listDisputes, type DisputeList } from './list.server'
import { byDate, listQueryOf, type ListQuery } from './query.server'
import { listSealed, type SealedList } from './sealed.server'

type Option = { value: string; label: string }
type Filter =
  | { kind: 'search'; name: string; label: string; value: string; placeholder: string }
  | { kind: 'select'; name: string; label: string; value: string; options: Option[]; none: string }

/** The list of disputes with its filters, in words; addresses carry everything, so that each can be sent and kept. */
export type ListPage = {
  list: DisputeList
  sealed: (SealedList & { alone: boolean }) | null
  filters: Filter[]
  filtered: boolean
  first: string | null
  next: string | null
  sealedHref: string
  /** Where what is listed is taken out as a table. */
  exportHref: string
  /** Where numbers of the province's system are written back, beside what has none yet. */
  codesHref: string | null
  searched: string
}

const address = (params: URLSearchParams, change: Record<string, string | null>) => {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.delete(name)
    else next.set(name, value)
  }
  for (const [name, value] of [...next]) if (value === '') next.delete(name)
  const query = next.toString()
  return `/disputes${query ? `?${query}` : ''}`
}

const townships = () =>
  db.area.findMany({ where: { level: 'township', validTo: null }, select: { id: true, name: true }, orderBy: { code: 'asc' } })

const stateOptions: Option[] = [
  { value: 'open', label: '在办的' },
  { value: 'late', label: '已逾期的' },
  { value: 'all', label: '全部' },
  { value: 'ended', label: '办完的' },
  ...statesOf(disputeMachine).map((value) => ({ value, label: statusLabel(value) })),
]
const deskOptions: Option[] = Object.entries(deskNames).map(([value, label]) => ({ value, label }))
const typeOptions: Option[] = allChoices.map(({ code, label, subtype }) => ({ value: code, label: subtype ? `　${label}` : label }))
const yes = (label: string): Option[] => [{ value: '1', label }]

/** The same question, for a table: what the list leaves unsaid, as in 在办的, is said. */
function exportAddress(params: URLSearchParams, { state, overdue, unentered }: ListQuery): string {
  const next = new URLSearchParams(params)
  for (const name of ['after', 'sealed', 'sort']) next.delete(name)
  next.set('state', overdue ? 'late' : state)
  if (unentered) next.set('layout', 'province')
  for (const [name, value] of [...next]) if (value === '') next.delete(name)
  return `/disputes/export?${next}`
}

/** A page of `/disputes` for an address. Two statements, or three where sealed ones may be among what is asked. */
export async function listPage(actor: Person, params: URLSearchParams, now = new Date()): Promise<ListPage> {
  const query = listQueryOf(params)
  const alone = params.get('sealed') !== null && params.get('sealed') !== ''
  const wide = query.text !== '' || query.unentered
  const byNumber = /\d{3}/.test(query.text) && !query.type && !query.mine && !query.overdue
  const [list, sealed, places] = await Promise.all([
    alone ? { rows: [], total: '0', next: null } : listDisputes(actor, query, now),
    alone || (byNumber && !query.after) ? listSealed(actor, query, now) : null,
    areasOf(actor, 'triage', 'duty', 'bureau', 'leader').length ? townships() : [],
  ])
  const select = (name: string, label: string, options: Option[], none: string, value = params.get(name) ?? ''): Filter => ({
    kind: 'select',
    name,
    label,
    value,
    options,
    none,
  })
  const next = alone ? (sealed?.next ?? null) : list.next
  return {
    list,
    sealed: sealed && { ...sealed, alone },
    filters: [
      { kind: 'search', name: 'q', label: '编号、当事人、地点', value: query.text, placeholder: '两个字就能查' },
      select(
        'state',
        '状态',
        stateOptions.filter(({ value }) => value !== 'open' || wide),
        wide ? '不限' : '在办的',
        query.overdue ? 'late' : (params.get('state') ?? ''),
      ),
      select('type', '类型', typeOptions, '不限', query.type ?? ''),
      ...(places.length > 1
        ? [
            select(
              'township',
              '乡镇（街道）',
              places.map(({ id, name }) => ({ value: id, label: name })),
              '不限',
              query.townshipId ?? '',
            ),
          ]
        : []),
      select('risk', '风险', optionsOf(riskLevels), '不限', query.risk ?? ''),
      ...(query.desk ? [select('desk', '在谁那里', deskOptions, '不限', query.desk)] : []),
      select('mine', '和我的关系', yes('我登记、经手的'), '不限', query.mine ? '1' : ''),
      ...(mayImportCodes(actor) ? [select('province', '省系统', yes('还没录的'), '不限', query.unentered ? '1' : '')] : []),
      ...(byDate(query)
        ? [select('sort', '次序', [{ value: 'new', label: '新登记的在前' }], '先到期的在前', query.sort === 'new' ? 'new' : '')]
        : []),
    ],
    filtered: ['q', 'state', 'type', 'township', 'at', 'risk', 'desk', 'overdue', 'mine', 'province', 'sort', 'sealed'].some((name) =>
      params.get(name),
    ),
    first: query.after ? address(params, { after: null }) : null,
    next: next ? address(params, { after: next }) : null,
    sealedHref: '/disputes?sealed=1',
    exportHref: exportAddress(params, query),
    codesHref: query.unentered && mayImportCodes(actor) ? '/disputes/province' : null,
    searched: query.text,
  }
}
