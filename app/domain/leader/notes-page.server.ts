import { literal, Prisma, read, reading } from '#app/db/client.server'
import { areasOf, type Person } from '../actor'
import { dayIn, formatDay, formatShortDay, type LegalDay } from '../calendar/days'
import { opened } from '../desk/opened.server'
import type { DisputePage } from '../dispute/show/open.server'
import { visible } from '../dispute/sight.server'
import { isId } from '../id'
import { Refusal } from '../refusal'
import { day, hidden, long, select, type FormField, type SettingForm } from '../settings/fields'
import { noteKinds } from '../words/leaders'
import { isCode, labelOf } from '../words/words'
import { demandLeader, onDeskOf } from './sight.server'

type Row = {
  id: string
  kind: string
  place: string
  by: string
  unit: string | null
  happenedOn: LegalDay
  text: string
  disputeId: string | null
  number: string | null
  title: string | null
  answeredAt: Date | null
  answeredBy: string | null
  answer: string | null
  mine: boolean
  toMe: boolean
}

export type NoteLine = {
  id: string
  kind: string
  who: string
  place: string
  on: string
  text: string
  dispute?: { label: string; href?: string }
  answer: string
  open: boolean
  /** Where it is answered, for whose desk it is on. */
  href?: string
}

const columns = (
  actor: Person,
  now: Date,
) => Prisma.sql`n.id, n.kind, x.name as place, a.name as by, (select p.unit from post p where p.account_id = n.account_id
    and p.area_id = n.area_id and p.role = 'leader' order by p.id limit 1) as unit, to_char(n.happened_on, 'YYYY-MM-DD') as "happenedOn", n.text,
  n.dispute_id as "disputeId", d.number, case when d.id is not null and ${visible(actor, now)} and ${opened(actor)} then d.title end as title,
  n.answered_at as "answeredAt", w.name as "answeredBy", n.answer, n.account_id = ${actor.accountId}::uuid as mine, ${onDeskOf(actor)} as "toMe"`
const joins = Prisma.sql`join area x on x.id = n.area_id join account a on a.id = n.account_id left join account w on w.id = n.answered_by_id
  left join dispute d on d.id = n.dispute_id`

function lineOf(row: Row): NoteLine {
  const open = row.kind === 'instruction' && !row.answeredAt
  return {
    id: row.id,
    kind: labelOf(noteKinds, row.kind),
    who: `${row.unit ?? ''} ${row.by}`.trim(),
    place: row.place,
    on: formatDay(row.happenedOn),
    text: row.text,
    ...(row.number && {
      dispute: {
        label: row.title ? `${row.title}（${row.number}）` : row.number,
        ...(row.title && { href: `/disputes/${row.disputeId}` }),
      },
    }),
    answer: row.answeredAt ? `${formatShortDay(dayIn(row.answeredAt))} ${row.answeredBy ?? ''}：${row.answer ?? ''}` : '',
    open,
    ...(open && row.toMe && { href: `/leader/notes?note=${row.id}#do-answer` }),
  }
}

/** What a leader wrote last of the places he answers for. One statement. */
export async function ownNotes(actor: Person, now: Date): Promise<NoteLine[]> {
  const rows = await read<Row[]>`select ${columns(actor, now)} from leader_note n ${joins}
    where n.area_id = any(${areasOf(actor, 'leader')}::uuid[]) and n.account_id = ${actor.accountId}::uuid order by n.recorded_at desc, n.id limit ${literal(20)}`
  return rows.map(lineOf)
}

/** Ways in which instructions come to a desk: by place, by the post of a dispute, to who mediates or keeps one. */
function entrances(actor: Person): Prisma.Sql[] {
  const triage = areasOf(actor, 'triage')
  const me = Prisma.sql`${actor.accountId}::uuid`
  return [
    Prisma.sql`select n.id from leader_note n where n.account_id = ${me}`,
    Prisma.sql`select n.id from leg_mediator m join leg l on l.id = m.leg_id and l.ended_at is null join leader_note n on n.dispute_id = l.dispute_id
      where m.account_id = ${me} and m.valid_to is null`,
    Prisma.sql`select n.id from leader_note n join dispute d on d.id = n.dispute_id where d.keeper_id = ${me}`,
    ...(triage.length
      ? [
          Prisma.sql`select n.id from area o join area x on x.path like o.path || '%' join leader_note n on n.area_id = x.id
            where o.id = any(${triage}::uuid[])`,
        ]
      : []),
  ]
}

/** 批示: those that lie on somebody's desk and those one wrote, open first; with the form to answer one. One statement. */
export async function notesPage(actor: Person, asked: string | null, now = new Date()) {
  const rows = await read<Row[]>`
    select ${columns(actor, now)} from (${Prisma.join(entrances(actor), ' union ')}) f join leader_note n on n.id = f.id ${joins}
    where n.kind = 'instruction' and (n.account_id = ${actor.accountId}::uuid or ${onDeskOf(actor)})
    order by n.answered_at nulls first, n.recorded_at desc, n.id limit ${literal(60)}`
  const open = rows.filter((row) => row.toMe && !row.answeredAt)
  const chosen = (isId(asked ?? undefined) ? open.find(({ id }) => id === asked) : undefined) ?? open[0]
  const form: SettingForm | null = chosen
    ? {
        act: 'answer',
        title: '答复这条批示',
        note: `${lineOf(chosen).who}：${chosen.text}`,
        fields: [hidden('noteId', chosen.id), long('answer', '办得怎样')],
        submit: '答复',
      }
    : null
  return { notes: rows.map(lineOf), form }
}

/** What leaders wrote of one dispute, for who handles it and the leaders themselves. One statement, none for others. */
export async function notesOn({ actor, dispute, sight, now }: DisputePage): Promise<{ notes: NoteLine[]; write: string | null }> {
  const leads = sight.viewers.includes('leader')
  if (!sight.staffNotes && !leads) return { notes: [], write: null }
  const rows = await read<Row[]>`
    select ${columns(actor, now)} from leader_note n ${joins} where n.dispute_id = ${dispute.id}::uuid order by n.recorded_at desc, n.id limit ${literal(20)}`
  return { notes: rows.map(lineOf), write: leads ? `/leader/note?dispute=${dispute.id}` : null }
}

/** 走访、批示: the form, prefilled so that two taps are enough. One statement. Throws Refusal notFound. */
export async function notePage(actor: Person, query: URLSearchParams, now = new Date()) {
  const areas = demandLeader(actor)
  const [kind, asked] = [query.get('kind') ?? '', query.get('dispute')]
  if (asked !== null && !isId(asked)) throw new Refusal('notFound')
  const places = await reading.$queryRaw<{ value: string; label: string; title: string | null }[]>`
    select x.id as value, x.name as label, d.title from area x left join dispute d on d.id = ${asked}::uuid and ${visible(actor, now)} and ${opened(actor)}
      and exists (select 1 from area g where g.id = d.area_id and g.path like x.path || '%')
    where x.id = any(${areas}::uuid[]) order by length(x.path) desc`
  const there = asked ? places.filter(({ title }) => title !== null) : places
  const [first] = there
  if (!first) throw new Refusal('notFound')
  const options = there.map(({ value, label }) => ({ value, label }))
  const place: FormField = options.length > 1 ? select('areaId', '哪里', options, { value: first.value }) : hidden('areaId', first.value)
  const form: SettingForm = {
    act: 'note',
    title: isCode(noteKinds, kind) ? labelOf(noteKinds, kind) : '走访、批示',
    fields: [
      isCode(noteKinds, kind)
        ? hidden('kind', kind)
        : select('kind', '写什么', [
            { value: 'visit', label: '走访：去看了' },
            { value: 'instruction', label: '批示：要求办' },
          ]),
      place,
      long('text', kind === 'instruction' ? '要求做什么' : '看到什么、说了什么'),
      day('happenedOn', '哪天', { value: dayIn(now) }),
    ],
    submit: '记下',
  }
  return {
    place: first.label,
    dispute: asked ? (first.title ?? '') : '',
    back: asked ? `/disputes/${asked}` : '/leader',
    disputeId: asked,
    form,
  }
}
