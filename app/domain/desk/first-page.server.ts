import { areasOf, bodiesOf, holds, type Person } from '../actor'
import { answersEnquiries } from '../enquiries/places.server'
import { queueOf, type Queue } from '../triage/queue.server'
import { wallAreas } from '../wall/within.server'
import { askedOf } from './asked.server'
import { errandsOf } from './errands.server'
import { overviewOf, registerNumbers, type NumberLine, type Overview } from './overview.server'
import { registeredBy, registersInTheField, type Registered } from './registered.server'
import { workOf, type Work, type WorkSection } from './work.server'

/** 我的待办: whatever lies with somebody, under all the posts they hold. What a post does not bring is null. */
export type FirstPage = {
  title: string
  note: string | null
  field: Registered | null
  queue: { numbers: NumberLine[]; first: Queue['rows'] } | null
  work: Work | null
  asked: WorkSection | null
  overview: Overview | null
  register: NumberLine[] | null
  /** Orders, instructions, tasks and rounds that wait. */
  errands: NumberLine[]
  /** 督办、排查, for who has them nowhere in the bar. */
  supervised: boolean
  patrols: boolean
  bodies: { href: string }[]
  /** 简易快办, for who mediates. */
  quick: boolean
  /** 咨询, for who answers at a window. */
  enquiries: boolean
  /** 大屏, for whoever has one. */
  wall: boolean
  /** 警报, for who looks after an area. */
  alarms: boolean
}

const queueNumbers = ({ total, late, danger, back }: Queue): NumberLine[] => [
  { label: '待分流', value: total, href: '/triage' },
  { label: '红（高风险）', value: String(danger), href: '/triage', ...(danger ? { tone: 'late' as const } : {}) },
  { label: '逾期', value: String(late), href: '/triage', ...(late ? { tone: 'late' as const } : {}) },
  { label: '退回来的', value: String(back), href: '/triage' },
]

/** So many of the queue are named on the first page; the rest is on 分流台. */
const named = 5

/** The first page of anybody, in as few statements as the posts ask: one for each part that is there, two for the field. */
export async function firstPage(actor: Person, now = new Date()): Promise<FirstPage> {
  const field = registersInTheField(actor)
  const works = holds(actor, 'mediator', 'head', 'court', 'organ', 'triage', 'grid')
  const triages = areasOf(actor, 'triage').length > 0
  const [registered, queue, work, asked, overview, register, errands] = await Promise.all([
    field ? registeredBy(actor, now) : null,
    triages ? queueOf(actor, null, now) : null,
    works ? workOf(actor, now) : null,
    askedOf(actor, now),
    overviewOf(actor, now),
    registerNumbers(actor, now),
    errandsOf(actor, now),
  ])
  return {
    title: holds(actor, 'mediator') ? '我的案件' : '我的待办',
    note: queue ? `待分流 ${queue.total} 件` : (work?.note ?? null),
    field: registered,
    work,
    asked,
    overview,
    register,
    errands,
    supervised: holds(actor, 'triage', 'head', 'court', 'organ'),
    patrols: triages,
    queue: queue && { numbers: queueNumbers(queue), first: queue.rows.slice(0, named) },
    bodies: [...new Set(bodiesOf(actor, 'head', 'mediator', 'court', 'organ'))].map((id) => ({ href: `/bodies/${id}` })),
    quick: holds(actor, 'mediator', 'head'),
    enquiries: answersEnquiries(actor),
    wall: wallAreas(actor).length > 0,
    alarms: holds(actor, 'duty', 'bureau', 'leader'),
  }
}
