import { Prisma, type Reading } from '#app/db/client.server'
import { bodiesOf, areasOf, type Actor } from '../actor'
import { binding } from '../agreement/owed.server'
import { typedMoment } from '../forms/common'
import { typedYuan } from '../forms/money'

/** What a slip may be put right in, and what follows from it. The applicant's time of asking is not among them (U26). */
export type Field =
  'typeCode' | 'receivedAt' | 'startedAt' | 'what' | 'amount' | 'dueDay' | 'signedOn' | 'performedAt' | 'performedAmount' | 'signedForAt'

/** One value as it stands, with the event that wrote it and the row that holds it. `name` is the field's name in the form. */
export type Item = {
  name: string
  field: Field
  rowId: string
  eventId: string
  version: number
  label: string
  kind: 'moment' | 'day' | 'money' | 'text' | 'type'
  value: string
}

type Row = {
  field: Field
  rowId: string
  eventId: string
  version: number
  label: string
  at: Date | null
  day: string | null
  fen: string | null
  text: string | null
}

const none = { at: Prisma.sql`null::timestamptz`, day: Prisma.sql`null::text`, fen: Prisma.sql`null::text`, text: Prisma.sql`null::text` }
const columns = (given: Partial<typeof none>) => {
  const { at, day, fen, text } = { ...none, ...given }
  return Prisma.sql`${at} as at, ${day} as day, ${fen} as fen, ${text} as text`
}

/** The last event of such a type about this row. */
const wrote = (types: string[], subject: Prisma.Sql, disputeId: string) => Prisma.sql`join lateral (
  select e.id, e.version, e.happened_at from dispute_event e where e.dispute_id = ${disputeId}::uuid and ${subject} and e.type = any(${types})
  order by e.version desc limit 1) e on true`

const agreeing = ['agree', 'partial', 'amend', 'settleOnSpot', 'outcome']
const terms = (field: Field, label: string, of: string, given: Partial<typeof none>, when: Prisma.Sql) => Prisma.sql`
  select ${field} as field, o.id as "rowId", e.id as "eventId", e.version, '第 ' || (o.position + 1) || ' 项' || ${label} as label, ${columns(given)}
  from agreement a join obligation o on o.agreement_id = a.id ${wrote(agreeing, Prisma.sql`e.subject_id = a.id`, of)}
  where a.dispute_id = ${of}::uuid and (${binding} or a.status = 'drafted') and ${when}`

const rowsOf = (of: string) => Prisma.sql`
  select 'typeCode' as field, d.id as "rowId", e.id as "eventId", e.version, '纠纷类型' as label, ${columns({ text: Prisma.sql`coalesce(d.subtype_code, d.type_code)` })}
    from dispute d join dispute_event e on e.dispute_id = d.id and e.version = 1 where d.id = ${of}::uuid
  union all select 'receivedAt' as field, l.id as "rowId", e.id as "eventId", e.version, '受理时间' as label, ${columns({ at: Prisma.sql`l.received_at` })}
    from leg l ${wrote(['receive'], Prisma.sql`e.leg_id = l.id`, of)} where l.dispute_id = ${of}::uuid and l.received_at is not null
  union all select 'startedAt', m.id, e.id, e.version, '这次调解开始的时间', ${columns({ at: Prisma.sql`m.started_at` })}
    from mediation m ${wrote(['session'], Prisma.sql`e.subject_id = m.id`, of)} where m.dispute_id = ${of}::uuid
  union all ${terms('what', '做什么', of, { text: Prisma.sql`o.what` }, Prisma.sql`true`)}
  union all ${terms('amount', '金额', of, { fen: Prisma.sql`o.amount_fen::text` }, Prisma.sql`o.amount_fen is not null`)}
  union all ${terms('dueDay', '到期日', of, { day: Prisma.sql`to_char(o.due_day, 'YYYY-MM-DD')` }, Prisma.sql`o.due_day is not null`)}
  union all select 'signedOn', s.id, e.id, e.version, s.name || '签字（盖章）的日子', ${columns({ day: Prisma.sql`to_char(s.signed_on, 'YYYY-MM-DD')` })}
    from agreement a join signature s on s.agreement_id = a.id ${wrote(['sign'], Prisma.sql`e.subject_id = a.id`, of)}
    where a.dispute_id = ${of}::uuid and ${binding}
  union all select 'performedAt', f.id, e.id, e.version, '第 ' || (o.position + 1) || ' 项履行的时间', ${columns({ at: Prisma.sql`f.happened_at` })}
    from agreement a join obligation o on o.agreement_id = a.id join performance f on f.obligation_id = o.id
    ${wrote(['perform'], Prisma.sql`e.subject_id = o.id and e.happened_at = f.happened_at`, of)} where a.dispute_id = ${of}::uuid and ${binding}
  union all select 'performedAmount', f.id, e.id, e.version, '第 ' || (o.position + 1) || ' 项履行的金额', ${columns({ fen: Prisma.sql`f.amount_fen::text` })}
    from agreement a join obligation o on o.agreement_id = a.id join performance f on f.obligation_id = o.id
    ${wrote(['perform'], Prisma.sql`e.subject_id = o.id and e.happened_at = f.happened_at`, of)}
    where a.dispute_id = ${of}::uuid and ${binding} and f.amount_fen is not null
  union all select 'signedForAt', x.id, e.id, e.version, '签收委托材料的时间', ${columns({ at: Prisma.sql`x.signed_for_at` })}
    from entrustment x ${wrote(['register'], Prisma.sql`e.version = 1`, of)} where x.dispute_id = ${of}::uuid`

function itemOf({ field, rowId, eventId, version, label, at, day, fen, text }: Row): Item {
  const common = { name: `${field}-${rowId}`, field, rowId, eventId, version, label }
  if (field === 'typeCode') return { ...common, kind: 'type', value: text ?? '' }
  if (at) return { ...common, kind: 'moment', value: typedMoment(new Date(at)) }
  if (fen !== null) return { ...common, kind: 'money', value: typedYuan(BigInt(fen)) }
  return day === null ? { ...common, kind: 'text', value: text ?? '' } : { ...common, kind: 'day', value: day }
}

/** Everything that may be put right in a dispute, in the order in which it was written. Days on Shanghai's calendar. */
export async function itemsOf(reading: Reading, disputeId: string): Promise<Item[]> {
  const rows = await reading.$queryRaw<Row[]>`${rowsOf(disputeId)} order by version, "rowId", field`
  return rows.map(itemOf)
}

type Writer = {
  id: string
  actorId: string | null
  actorBodyId: string | null
  actorAreaId: string | null
  legBodyId: string | null
  movedOn: boolean
}

/** Acts that stand beside the case and are nobody's turn. */
const beside = ['note', 'correct', 'risk', 'link', 'question', 'matter', 'danger', 'prior', 'roster', 'partyChange', 'lapse']

const writers = (reading: Reading, disputeId: string) => reading.$queryRaw<Writer[]>`
  select e.id, e.actor_id as "actorId", e.actor_body_id as "actorBodyId", e.actor_area_id as "actorAreaId", l.body_id as "legBodyId",
    exists (select 1 from dispute_event n where n.dispute_id = e.dispute_id and n.version > e.version and not n.type = any(${beside})
      and (n.actor_body_id is distinct from e.actor_body_id or n.actor_area_id is distinct from e.actor_area_id)) as "movedOn"
  from dispute_event e left join leg l on l.id = e.leg_id where e.dispute_id = ${disputeId}::uuid`

/** Whoever wrote it, until the next act by another desk; afterwards the head of the body, or the post's own people (U26). */
const may = (actor: Actor, { actorId, actorBodyId, actorAreaId, legBodyId, movedOn }: Writer): boolean => {
  if (actor.kind === 'account' && actorId === actor.accountId && !movedOn) return true
  const bodyId = actorBodyId ?? legBodyId
  if (bodyId && bodiesOf(actor, 'head', 'court', 'organ').includes(bodyId)) return true
  return !actorBodyId && actorAreaId !== null && areasOf(actor, 'triage').includes(actorAreaId)
}

type Having = { townshipId: string; districtId: string; leg: { bodyId: string } | null }

/** What kind of dispute it is, whoever has it knows better than who first heard of it: the posts of its areas, and the body that has it. */
export const mayRetype = (actor: Actor, { townshipId, districtId, leg }: Having): boolean =>
  areasOf(actor, 'triage').some((id) => id === townshipId || id === districtId) ||
  (leg !== null && bodiesOf(actor, 'head', 'mediator').includes(leg.bodyId))

/** The events of a dispute that this person may put right. */
export async function mayCorrect(reading: Reading, actor: Actor, disputeId: string): Promise<Set<string>> {
  const rows = await writers(reading, disputeId)
  return new Set(rows.filter((row) => may(actor, row)).map(({ id }) => id))
}
