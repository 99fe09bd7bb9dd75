import { among, literal, read } from '#app/db/client.server'
import { bodiesOf, type Person } from '../actor'
import { dayIn, formatShortDay, type LegalDay } from '../calendar/days'
import { visible } from '../dispute/sight.server'
import { requestRoles } from '../words/body-kinds'
import { labelOf } from '../words/words'
import { dueWords } from './due'
import { placeWord } from './words'
import type { WorkLine, WorkSection } from './work.server'

type Row = {
  id: string
  disputeId: string
  title: string
  place: string
  role: string
  received: boolean
  askedAt: Date
  answerBy: LegalDay | null
  by: string | null
}

const shown = 20

const lineOf = ({ id, disputeId, title, place, role, received, askedAt, answerBy, by }: Row, today: LegalDay): WorkLine => {
  const href = `/disputes/${disputeId}/do/request?request=${id}`
  return {
    id,
    title,
    href,
    risk: 'green',
    about: [placeWord(place), ...(by ? [`${by}请求`] : []), `${formatShortDay(dayIn(askedAt))}`],
    todo: received ? `${labelOf(requestRoles, role)}：写答复，不能办的说明原因` : `${labelOf(requestRoles, role)}：先签收，再答复`,
    act: { label: received ? '答复' : '签收', href },
    ...(answerBy ? { due: dueWords(answerBy, today, '答复期限') } : {}),
  }
}

/** 协办: what other desks ask of the bodies somebody speaks for, by when it is to be answered. One statement; none for who speaks for none. */
export async function askedOf(actor: Person, now = new Date()): Promise<WorkSection | null> {
  const bodies = bodiesOf(actor, 'head', 'court', 'organ')
  if (!bodies.length) return null
  const today = dayIn(now)
  const rows = await read<Row[]>`
    select r.id, d.id as "disputeId", d.title, a.name as place, r.role_text as role, r.received_at is not null as received, r.asked_at as "askedAt",
      to_char(r.answer_by, 'YYYY-MM-DD') as "answerBy", c.name as by
    from request r join dispute d on d.id = r.dispute_id join area a on a.id = d.area_id left join account c on c.id = r.asked_by_id
    where ${among('r.body_id', bodies)} and r.status in ('asked', 'received') and ${visible(actor, now)}
    order by r.answer_by nulls last, r.asked_at limit ${literal(shown)}`
  return rows.length ? { heading: '协办请求', rows: rows.map((row) => lineOf(row, today)) } : null
}
