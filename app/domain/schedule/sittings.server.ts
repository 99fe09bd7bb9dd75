import type { Tx } from '#app/db/client.server'
import { addMonths, dayIn } from '../calendar/days'
import { ruleBook } from '../calendar/rule-book.server'
import { act, advance, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import type { SessionKind } from '../words/sessions'
import { obstaclesOf, refuseObstacles, usualFields, type Beside } from './obstacles.server'
import { holdSeats, takeSeats, type Seat } from './seats.server'

/** When and where the sides will sit together; `endsAt` is not part of it. */
export type Planned = {
  kind: SessionKind
  startsAt: Date
  endsAt: Date
  venueId?: string
  placeText?: string
  note?: string
  /** Why on a day on which a party cannot come. */
  why?: string
  /** A rest day, or an hour at which nobody is usually asked, and meant so. */
  anyway?: boolean
  /** The session in which it was agreed. */
  plannedInId?: string
}

/** What a sitting of this case takes: the room, and each mediator who has it. */
const seatsOf = (file: CaseFile, venueId: string | undefined): Seat[] => [
  ...(venueId ? [{ kind: 'venue' as const, id: venueId }] : []),
  ...(file.leg?.mediatorIds ?? []).map((id) => ({ kind: 'account' as const, id })),
]

/** Longer is not one sitting, in hours. */
const longest = 12

function checkTimes({ startsAt, endsAt }: Planned, now: Date, beside: Beside): void {
  if (startsAt <= now) throw wrong(beside.startsAt, '这个时间已经过了；开过的会，请写调解记录')
  if (dayIn(startsAt) > addMonths(dayIn(now), 12)) throw wrong(beside.startsAt, '最多约一年以内的时间')
  if (endsAt <= startsAt) throw wrong(beside.endsAt, '结束的时间要晚于开始的时间')
  if (endsAt.getTime() - startsAt.getTime() > longest * 3_600_000) throw wrong(beside.endsAt, `一次最多 ${longest} 个小时，请分开约`)
}

/** Holds what the sitting takes and refuses what stands in its way, each beside its field. */
async function demandFree(file: CaseFile, planned: Planned, seats: Seat[], except: string | null, beside: Beside): Promise<void> {
  const { venueId } = planned
  checkTimes(planned, file.now, beside)
  await holdSeats(file.tx, seats)
  const { restDays } = await ruleBook(file.tx, file.dispute.rulesVersion)
  const found = await obstaclesOf(file.tx, { disputeId: file.id, leg: file.leg, seats, venueId, span: planned, except })
  refuseObstacles(found, planned, restDays, beside)
}

async function seat(tx: Tx, sittingId: string, seats: Seat[], planned: Planned, beside: Beside): Promise<void> {
  const taken = await takeSeats(tx, sittingId, seats, planned)
  if (taken.length === seats.length) return
  const room = seats.find(({ kind, id }) => kind === 'venue' && !taken.includes(id))
  throw room
    ? wrong(beside.venueId, '这个场所这段时间刚刚约了别的调解，请换一个时间或者场所')
    : wrong(beside.startsAt, '承办的调解员这段时间刚刚约了别的调解，请换一个时间')
}

const said = ({ note, why }: Pick<Planned, 'note' | 'why'>) => [
  { kind: 'note' as const, audience: 'handlers' as const, text: note ?? '' },
  { kind: 'why' as const, audience: 'handlers' as const, text: why ?? '' },
]

const placeOf = ({ venueId, placeText }: Planned) => ({ venueId: venueId ?? null, placeText: venueId ? null : (placeText ?? null) })

/**
 * Within an act: one more sitting is agreed. Answers its id. Throws Refusal invalid beside the field that is in the way: a time that is
 * over, a room or a mediator that is taken or away, a day on which a party cannot come, an hour that nobody meant.
 */
export async function planSittingWithin(file: CaseFile, planned: Planned, beside = usualFields): Promise<string> {
  const { kind, startsAt, endsAt, plannedInId } = planned
  const seats = seatsOf(file, planned.venueId)
  await demandFree(file, planned, seats, null, beside)
  const id = newId()
  const { venueId, placeText } = placeOf(planned)
  await file.tx
    .$executeRaw`insert into sitting (id, dispute_id, leg_id, kind, starts_at, ends_at, venue_id, place_text, status, planned_by_id, planned_in_id, recorded_at)
    values (${id}::uuid, ${file.id}::uuid, ${file.leg?.id ?? null}::uuid, ${kind}, ${startsAt}, ${endsAt}, ${venueId}::uuid, ${placeText}, 'planned',
      ${file.actorId}::uuid, ${plannedInId ?? null}::uuid, ${file.now})`
  await seat(file.tx, id, seats, planned, beside)
  const event = { type: 'sitting' as const, sittingId: id, step: 'planned' as const, startsAt: startsAt.toISOString() }
  await advance(file, { event, subjectId: id, texts: said(planned) })
  return id
}
export const planSitting = (sent: Sent, planned: Planned) => act(sent, (file) => planSittingWithin(file, planned))

const plannedOne = async ({ tx, id: disputeId }: CaseFile, sittingId: string) => {
  const [row] = await tx.$queryRaw<{ status: string }[]>`
    select status from sitting where id = ${sittingId}::uuid and dispute_id = ${disputeId}::uuid`
  if (!row) throw new Refusal('notFound', '没有这次约定')
  if (row.status !== 'planned') throw new Refusal('notNow', '这次约定已经办过或者取消了')
}

/** 改期: another time or place; what was taken is given back first, and if the new time is not free, nothing happened. */
export const moveSitting = (sent: Sent, sittingId: string, planned: Planned) =>
  act(sent, async (file) => {
    await plannedOne(file, sittingId)
    const { kind, startsAt, endsAt } = planned
    const seats = seatsOf(file, planned.venueId)
    await demandFree(file, planned, seats, sittingId, usualFields)
    const { venueId, placeText } = placeOf(planned)
    await file.tx
      .$executeRaw`with freed as (update sitting_seat set released_at = ${file.now} where sitting_id = ${sittingId}::uuid and released_at is null)
      update sitting set kind = ${kind}, starts_at = ${startsAt}, ends_at = ${endsAt}, venue_id = ${venueId}::uuid, place_text = ${placeText},
        leg_id = ${file.leg?.id ?? null}::uuid, must_move_since = null, sequence = sequence + 1, changed_at = ${file.now} where id = ${sittingId}::uuid`
    await seat(file.tx, sittingId, seats, planned, usualFields)
    const event = { type: 'sitting' as const, sittingId, step: 'moved' as const, startsAt: startsAt.toISOString() }
    await advance(file, { event, subjectId: sittingId, texts: said(planned) })
  })

/** 取消约定: the time is free again. */
export const cancelSitting = (sent: Sent, sittingId: string, note?: string) =>
  act(sent, async (file) => {
    await plannedOne(file, sittingId)
    await file.tx
      .$executeRaw`with freed as (update sitting_seat set released_at = ${file.now} where sitting_id = ${sittingId}::uuid and released_at is null)
      update sitting set status = 'cancelled', ended_at = ${file.now}, sequence = sequence + 1, changed_at = ${file.now} where id = ${sittingId}::uuid`
    await advance(file, { event: { type: 'sitting', sittingId, step: 'cancelled' }, subjectId: sittingId, texts: said({ note }) })
  })
