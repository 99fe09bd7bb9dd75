import { read } from '#app/db/client.server'
import type { Person } from '../actor'
import { addDays, dayIn, formatInstant, formatShortDay } from '../calendar/days'
import { mayDo } from '../dispute/permissions'
import { openDispute } from '../dispute/read.server'
import { Refusal } from '../refusal'
import { inviting } from '../request/requests.server'
import { requestRoles } from '../words/body-kinds'
import { labelOf } from '../words/words'

type Row = { id: string; name: string; role: string; consents: number; openedAt: Date | null; expiresAt: Date | null; live: boolean }

/** Who was invited from outside and has not answered, with what became of the link. Throws Refusal: notFound, forbidden. */
export async function invitedTo(actor: Person, disputeId: string, now = new Date()) {
  const dispute = await openDispute(actor, disputeId, now)
  if (!mayDo(actor, 'request', dispute.handling)) throw new Refusal('forbidden')
  const rows = await read<Row[]>`
    select r.id, r.outside_name as name, r.role_text as role, g.opened_at as "openedAt", g.expires_at as "expiresAt",
      coalesce(g.ended_at is null and g.expires_at > ${now}, false) as live,
      (select count(*)::int from data_consent c join dispute_event e on e.id = c.event_id where e.dispute_id = r.dispute_id and e.subject_id = r.id
        and ${inviting} = any(c.kinds)) as consents
    from request r left join lateral (select * from guest_link k where k.request_id = r.id order by k.created_at desc limit 1) g on true
    where r.dispute_id = ${disputeId}::uuid and r.body_id is null and r.ended_at is null order by r.asked_at, r.id`
  const today = dayIn(now)
  const stateOf = ({ live, openedAt, expiresAt }: Row) => {
    if (!expiresAt) return '还没有发链接'
    if (!live) return '链接已经停用或者过期'
    const until = `到${formatShortDay(dayIn(expiresAt))}为止`
    return openedAt ? `对方 ${formatInstant(openedAt)} 打开了，${until}` : `已经生成，对方还没有打开，${until}`
  }
  return {
    head: { number: dispute.number, title: dispute.title, href: `/disputes/${disputeId}` },
    seen: dispute.version,
    until: addDays(today, 7),
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      role: labelOf(requestRoles, row.role),
      state: stateOf(row),
      live: row.live,
      agreed: row.consents > 0,
      answer: `/disputes/${disputeId}/do/request?request=${row.id}`,
    })),
  }
}
