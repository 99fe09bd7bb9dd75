import type { RequestStatus } from '#machines/request.machine'
import { among, literal, Prisma, read } from '#app/db/client.server'
import { bodiesOf, spokesmen, type Person } from '../actor'
import { dayIn, formatShortDay, formatTime, type LegalDay } from '../calendar/days'
import { visible } from '../dispute/sight.server'
import type { Timed } from '../request/lateness'
import { lateWords, nextWords } from '../request/late-words'
import { requestRoles } from '../words/body-kinds'
import { requestKinds } from '../words/requests'
import { labelOf } from '../words/words'
import { placeWord } from './words'
import type { WorkLine, WorkSection } from './work.server'

type Row = Timed & {
  id: string
  disputeId: string
  title: string
  place: string
  kind: string
  role: string
  asked: string | null
  by: string | null
}

const shown = 20
/** Words of what is asked, as far as a line of the desk holds them. */
const longest = 60
const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

/** What is to be done now, and the steps as buttons: the likely one first, each a form with nothing else to choose. */
function stepsOf({ disputeId, id, receivedAt, arriveBy, arrivedAt, kind }: Row) {
  const step = (name: string, label: string) => ({ label, href: `/disputes/${disputeId}/do/request?request=${id}&step=${name}` })
  const comes = (arriveBy !== null || kind === 'whistle') && arrivedAt === null
  const all = [
    ...(receivedAt === null ? [step('receive', '签收')] : []),
    ...(comes ? [step('arrive', '到场')] : []),
    step('answer', '答复'),
    step('refuse', '不能办…'),
  ]
  const todo =
    receivedAt === null ? (comes ? '先签收，再到场' : '先签收，再答复') : comes ? '到场，到了登记一下' : '写答复，不能办的说明原因'
  return { todo, act: all[0], others: all.slice(1) }
}

function lineOf(row: Row, now: Date, today: LegalDay): WorkLine {
  const { id, disputeId, title, place, kind, role, asked, askedAt, by } = row
  const { todo, act, others } = stepsOf(row)
  const due = nextWords(row, now, today)
  const what =
    kind === 'help' || kind === role ? labelOf(requestRoles, role) : `${labelOf(requestKinds, kind)}，${labelOf(requestRoles, role)}`
  return {
    id,
    title,
    href: `/disputes/${disputeId}`,
    risk: 'green',
    about: [
      ...lateWords(row, now),
      placeWord(place),
      ...(by ? [`${by}请求`] : []),
      `${formatShortDay(dayIn(askedAt))} ${formatTime(askedAt)}`,
      ...(asked ? [cut(asked)] : []),
    ],
    todo: `${what}：${todo}`,
    ...(act && { act }),
    others,
    ...(due ? { due } : {}),
  }
}

/** A request's times over `r`, as `Timed` names them. */
export const timedColumns = Prisma.sql`r.status, r.asked_at as "askedAt", r.arrive_by as "arriveBy", to_char(r.answer_by, 'YYYY-MM-DD') as "answerBy",
  r.received_at as "receivedAt", r.arrived_at as "arrivedAt", r.ended_at as "endedAt"`

const open = ['asked', 'received'] as const satisfies readonly RequestStatus[]

/** 协办: what other desks ask of the bodies somebody speaks for, what is waited for first on top. One statement; none for who speaks for none. */
export async function askedOf(actor: Person, now = new Date()): Promise<WorkSection | null> {
  const bodies = bodiesOf(actor, ...spokesmen)
  if (!bodies.length) return null
  const today = dayIn(now)
  const due = Prisma.sql`least(case when r.arrived_at is null then r.arrive_by end, (r.answer_by + 1)::timestamp at time zone 'Asia/Shanghai')`
  const rows = await read<Row[]>`
    select r.id, d.id as "disputeId", d.title, a.name as place, r.kind, r.role_text as role, r.asked_text as asked, ${timedColumns}, c.name as by
    from request r join dispute d on d.id = r.dispute_id join area a on a.id = d.area_id left join account c on c.id = r.asked_by_id
    where ${among('r.body_id', bodies)} and r.status::text = any(${open}) and ${visible(actor, now)}
    order by ${due} nulls last, r.asked_at limit ${literal(shown)}`
  return rows.length ? { heading: '协办请求', rows: rows.map((row) => lineOf(row, now, today)) } : null
}
