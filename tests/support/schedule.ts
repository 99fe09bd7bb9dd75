import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { dateOf } from '#app/domain/calendar/days'
import { newId } from '#app/domain/id'
import { time } from './clock'
import { aMediation, type Story } from './disputes'
import { bodyId, person } from './people'

/** A room of a body, 马锅头调解室's if nothing else is said. */
export async function aVenue(name = '一号调解室', of = 'room-maguotou', more: { validTo?: string } = {}): Promise<string> {
  const { id } = await db.venue.create({
    data: {
      id: newId(),
      bodyId: await bodyId(of),
      name,
      validFrom: dateOf('2020-01-01'),
      ...(more.validTo && { validTo: dateOf(more.validTo) }),
    },
  })
  return id
}

/** A dispute under mediation by one of 马锅头调解室's, with the mediator. */
export async function underMediation(by = 'mediator-room-maguotou-1'): Promise<{ story: Story; mediator: Person }> {
  const story = await aMediation()
  const mediator = await person(by)
  if (by !== 'mediator-room-maguotou-1') {
    await story.does(await person('head-room-maguotou'), { type: 'assign', mediatorIds: [mediator.accountId] })
  }
  return { story, mediator }
}

/** A sitting of two hours from an hour of a day. */
export const at = (day: string, hour: number, hours = 2) => ({ startsAt: time(day, hour), endsAt: time(day, hour + hours) })

/** Says that somebody is on leave between two days, as the register has it. */
export async function onLeave(accountId: string, fromDay: string, toDay: string): Promise<void> {
  const { name } = await db.account.findUniqueOrThrow({ where: { id: accountId } })
  const one = await db.registrant.findUnique({ where: { accountId } })
  const registrantId = one?.id ?? newId()
  if (!one)
    await db.registrant.create({
      data: {
        ...{ id: registrantId, accountId, name, soundKey: name, kind: 'mediator', qualifications: [], languages: [] },
        validFrom: dateOf('2020-01-01'),
        recordedAt: new Date(),
      },
    })
  await db.absence.create({
    data: { id: newId(), registrantId, fromDay: dateOf(fromDay), toDay: dateOf(toDay), why: '年休', recordedAt: new Date() },
  })
}

export const sittingsOf = (story: Story) =>
  db.sitting.findMany({ where: { disputeId: story.id }, orderBy: [{ startsAt: 'asc' }, { id: 'asc' }] })

/** Pairs of taken seats of one subject that overlap: there must never be any. */
export const doubleBooked = () => db.$queryRaw<unknown[]>`
  select a.id, b.id from sitting_seat a join sitting_seat b on a.subject_id = b.subject_id and a.id < b.id
    and a.released_at is null and b.released_at is null and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)`
