import type { DisputeStatus } from '#machines/dispute.machine'
import { statusLabel } from '#machines/dispute.labels'
import { Prisma, read } from '#app/db/client.server'
import type { Person } from '../actor'
import { dayIn, formatDay, formatInstant, formatLeft } from '../calendar/days'
import { visible } from '../dispute/sight.server'
import { openDataKey } from '../privacy/data-key.server'
import { plainStates } from '../party-page/words'
import { formatQueryCode, queryCodeOf } from '../query-code'
import { onlyRegistered } from '../own-door/words'
import { areaNameAt } from '../area/name.server'
import { Refusal } from '../refusal'
import { placeWord } from './place.server'
import { typeLabel } from '../types/dispute-types'

type Row = {
  number: string
  title: string
  status: DisputeStatus
  dataKey: string
  mine: boolean
  typeCode: string
  subtypeCode: string | null
  area: string
  township: string
  body: string | null
  received: boolean
  registeredAt: Date
  recordedAt: Date
  askedAt: Date | null
  dueDay: string | null
  notTaken: string | null
}

/** The receipt is a paper: it keeps the names of its day. */
const nameAt = (area: string) => Prisma.raw(areaNameAt(area, 'd.registered_at'))

/**
 * What the applicant takes along. The query code is made from the case's own key when it is asked for, and only for who
 * registered it. Throws Refusal notFound.
 */
export async function receiptOf(actor: Person, disputeId: string, now = new Date()) {
  const [row] = await read<Row[]>`
    select d.number, d.title, d.status, d.data_key as "dataKey", coalesce(d.registered_by_id = ${actor.accountId}::uuid, false) as mine,
      d.type_code as "typeCode", d.subtype_code as "subtypeCode", ${nameAt('d.area_id')} as area, ${nameAt('d.township_id')} as township,
      (select b.name from leg l join body b on b.id = l.body_id where l.dispute_id = d.id and l.ended_at is null) as body,
      exists (select 1 from leg l where l.dispute_id = d.id and l.ended_at is null and l.received_at is not null and l.channel = 'people') as received,
      d.registered_at as "registeredAt", d.recorded_at as "recordedAt", d.asked_at as "askedAt", to_char(d.due_day, 'YYYY-MM-DD') as "dueDay",
      (select x.text from dispute_event e join event_text x on x.event_id = e.id where e.dispute_id = d.id and e.version = 2
        and e.type = 'note' and x.kind = 'why' and x.erased_at is null and x.text like ${`${onlyRegistered}%`}) as "notTaken"
    from dispute d
    where d.id = ${disputeId}::uuid and ${visible(actor, now)}`
  if (!row) throw new Refusal('notFound')
  const { next, doer } = plainStates[row.status]
  const later = row.recordedAt.getTime() - row.registeredAt.getTime() >= 60_000
  const who = { post: `${row.township}分流岗`, body: row.body ?? '调解组织', parties: '双方', nobody: '' }[doer]
  return {
    id: disputeId,
    number: row.number,
    title: row.title,
    status: statusLabel(row.status),
    code: row.mine ? formatQueryCode(queryCodeOf(openDataKey(row.dataKey, disputeId).bytes)) : null,
    notTaken: row.mine ? row.notTaken : null,
    add: row.mine ? `/disputes/${disputeId}/do/note` : null,
    rows: [
      { label: '事情', value: row.title },
      { label: '地点', value: row.area === row.township ? row.township : `${row.township}${placeWord(row.area)}` },
      { label: '类型', value: typeLabel(row.typeCode, row.subtypeCode) },
      { label: later ? '处理时间' : '登记时间', value: formatInstant(row.registeredAt) },
      ...(later ? [{ label: '补登时间', value: formatInstant(row.recordedAt) }] : []),
      ...(row.askedAt ? [{ label: '申请时间', value: formatInstant(row.askedAt) }] : []),
      ...(row.received && row.body ? [{ label: '受理', value: row.body }] : []),
      { label: '登记人', value: row.mine ? `${actor.posts[0]?.title ?? ''} ${actor.name}`.trim() : '' },
    ],
    next: next
      ? {
          who,
          what: next.replace('{body}', row.body ?? '调解组织'),
          until: row.dueDay && { day: formatDay(row.dueDay), left: formatLeft(row.dueDay, dayIn(now)) },
        }
      : null,
  }
}
