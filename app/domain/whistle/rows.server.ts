import { literal, Prisma, read } from '#app/db/client.server'
import { holds, type Person } from '../actor'
import { addMonths, dayIn, instantOf, type LegalDay } from '../calendar/days'
import { timedColumns } from '../desk/asked.server'
import { visible } from '../dispute/sight.server'
import { Refusal } from '../refusal'
import type { Timed } from '../request/lateness'

/** One department that was whistled for in one dispute. */
export type WhistleRow = Timed & {
  id: string
  disputeId: string
  number: string
  title: string
  township: string
  unitId: string
  unit: string
  asked: string | null
}

/** More than so many of a month are not counted: the page says so. */
export const mostWhistles = 2000

/** Who follows the whistles: the triage posts, the duty officers, the bureau. Throws Refusal notFound for anybody else. */
export function demandWatcher(actor: Person): void {
  if (!holds(actor, 'triage', 'duty', 'bureau')) throw new Refusal('notFound')
}

/** The first day of the month an address names; this month where it names none. */
export const monthOf = (text: string | null, today: LegalDay): LegalDay =>
  text && /^20\d{2}-(0[1-9]|1[0-2])$/.test(text) ? `${text}-01` : `${today.slice(0, 7)}-01`

/** The whistles of a month under somebody's own sight, the newest first; this month's page shows older ones too as long as they run. One statement. */
export function readWhistles(actor: Person, month: LegalDay, now: Date): Promise<WhistleRow[]> {
  const today = dayIn(now)
  const within = Prisma.sql`(r.asked_at >= ${instantOf(month)} and r.asked_at < ${instantOf(addMonths(month, 1))})`
  const running = month === monthOf(null, today) ? Prisma.sql` or r.status in ('asked', 'received')` : Prisma.empty
  return read<WhistleRow[]>`
    select r.id, d.id as "disputeId", d.number, d.title, t.name as township, b.id as "unitId", b.name as unit, r.asked_text as asked, ${timedColumns}
    from request r join dispute d on d.id = r.dispute_id join area t on t.id = d.township_id join body b on b.id = r.body_id
    where r.kind = 'whistle' and (${within}${running}) and ${visible(actor, now)}
    order by r.asked_at desc, r.id desc limit ${literal(mostWhistles)}`
}
