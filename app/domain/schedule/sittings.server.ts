import type { Tx } from '#app/db/client.server'
import { act, advance, type Sent } from '../dispute/advance.server'
import type { CaseFile } from '../dispute/case-file.server'
import { newId } from '../id'
import { Refusal, wrong } from '../refusal'
import type { SessionKind } from '../words/sessions'

/** When and where the sides will sit together; `endsAt` is not part of it. */
export type Planned = {
  kind: SessionKind
  startsAt: Date
  endsAt: Date
  venueId?: string
  placeText?: string
  note?: string
}

/** The name of the constraint that makes a double booking impossible: see the migration. */
const once = 'sitting_seat_once'

type Seat = { kind: 'venue' | 'account'; id: string }

/** What a sitting of this case takes: the room, and each mediator who has it. */
const seatsOf = (file: CaseFile, venueId: string | undefined): Seat[] => [
  ...(venueId ? [{ kind: 'venue' as const, id: venueId }] : []),
  ...(file.leg?.mediatorIds ?? []).map((id) => ({ kind: 'account' as const, id })),
]

const said = (error: unknown): string => (error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : String(error))

/** Takes the seats, or says whose time is taken. The database decides, also between two who write at once. */
async function takeSeats(tx: Tx, sittingId: string, seats: Seat[], { startsAt, endsAt }: Planned): Promise<void> {
  for (const { kind, id } of seats) {
    try {
      await tx.$executeRaw`insert into sitting_seat (id, sitting_id, subject_kind, subject_id, starts_at, ends_at)
        values (${newId()}::uuid, ${sittingId}::uuid, ${kind}, ${id}::uuid, ${startsAt}, ${endsAt})`
    } catch (error) {
      if (!said(error).includes(once)) throw error
      throw kind === 'venue'
        ? wrong('venueId', '这个场所这段时间已经约了别的调解，请换一个时间或者场所')
        : wrong('startsAt', '承办的调解员这段时间已经约了别的调解，请换一个时间')
    }
  }
}

const checkTimes = ({ startsAt, endsAt }: Planned) => {
  if (endsAt <= startsAt) throw wrong('endsAt', '结束的时间要晚于开始的时间')
}

const noted = (note: string | undefined) => [{ kind: 'note' as const, audience: 'handlers' as const, text: note ?? '' }]

/** Within an act: one more sitting is agreed. Answers its id. Throws Refusal invalid beside `startsAt`, `endsAt` or `venueId`. */
export async function planSittingWithin(file: CaseFile, planned: Planned): Promise<string> {
  checkTimes(planned)
  const { note, venueId, ...row } = planned
  const id = newId()
  await file.tx.sitting.create({
    data: {
      ...row,
      id,
      venueId,
      disputeId: file.id,
      legId: file.leg?.id,
      status: 'planned',
      plannedById: file.actorId,
      recordedAt: file.now,
    },
  })
  await takeSeats(file.tx, id, seatsOf(file, venueId), planned)
  await advance(file, { event: { type: 'sitting', sittingId: id, step: 'planned' }, subjectId: id, texts: noted(note) })
  return id
}
export const planSitting = (sent: Sent, planned: Planned) => act(sent, (file) => planSittingWithin(file, planned))

const plannedOne = async ({ tx, id: disputeId }: CaseFile, sittingId: string) => {
  const row = await tx.sitting.findFirst({ where: { id: sittingId, disputeId } })
  if (!row) throw new Refusal('notFound', '没有这次约定')
  if (row.status !== 'planned') throw new Refusal('notNow', '这次约定已经办过或者取消了')
  return row
}

const release = (tx: Tx, sittingId: string, at: Date) =>
  tx.$executeRaw`update sitting_seat set released_at = ${at} where sitting_id = ${sittingId}::uuid and released_at is null`

/** 改期: another time or place; what was taken is given back first. */
export const moveSitting = (sent: Sent, sittingId: string, planned: Planned) =>
  act(sent, async (file) => {
    checkTimes(planned)
    await plannedOne(file, sittingId)
    const { note, venueId = null, placeText = null, ...row } = planned
    await release(file.tx, sittingId, file.now)
    await file.tx.sitting.update({ where: { id: sittingId }, data: { ...row, venueId, placeText } })
    await takeSeats(file.tx, sittingId, seatsOf(file, planned.venueId), planned)
    await advance(file, { event: { type: 'sitting', sittingId, step: 'moved' }, subjectId: sittingId, texts: noted(note) })
  })

/** 取消约定: the time is free again. */
export const cancelSitting = (sent: Sent, sittingId: string, note?: string) =>
  act(sent, async (file) => {
    await plannedOne(file, sittingId)
    await release(file.tx, sittingId, file.now)
    await file.tx.sitting.update({ where: { id: sittingId }, data: { status: 'cancelled', endedAt: file.now } })
    await advance(file, { event: { type: 'sitting', sittingId, step: 'cancelled' }, subjectId: sittingId, texts: noted(note) })
  })
