import { beforeAll, describe, expect, test } from 'vitest'
import { db, pool } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { messageText, textParties } from '#app/domain/notice/text-party.server'
import { gateway, type TextMessages } from '#app/services/sms.server'
import { aMediation, aReport, type FormInput } from '../../support/disputes'
import { people, type Part } from '../../support/people'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

const [noon, night] = [new Date('2026-03-02T04:00:00Z'), new Date('2026-03-02T15:00:00Z')]
const person = { kind: 'person', name: '木一' } as const
const sides = (one: object, other: object = {}): FormInput['parties'] => [
  { ...person, side: 'applicant', phone: '13900001111', ...one },
  { ...person, side: 'respondent', name: '木二', phone: '13900002222', ...other },
]

/** What the queue holds for an event: which task, not before when (UTC). */
const queued = (eventId: string) =>
  pool.query<{ task: string; at: string }>(
    `select t.identifier as task, to_char(j.run_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at
     from gucheng_jobs._private_jobs j join gucheng_jobs._private_tasks t on t.id = j.task_id where j.payload->>'eventId' = $1`,
    [eventId],
  )

/** A door that remembers what went through it. */
function listening() {
  const sent: [string, string][] = []
  const door: TextMessages = { send: (to, text) => Promise.resolve(void sent.push([to, text])) }
  return { sent, door }
}

async function texted(parties: FormInput['parties'], now = noon) {
  const story = await aReport({ parties })
  const payload = { disputeId: story.id, eventId: (await story.lastEvent()).id }
  const { sent, door } = listening()
  await textParties(payload, now, door)
  return { sent, door, payload }
}

describe('a text message (U35)', () => {
  test('reaches both sides once for each event, however often the job runs', async () => {
    const { sent, door, payload } = await texted(sides({}))
    expect(sent.map(([to]) => to)).toEqual(['13900001111', '13900002222'])
    expect(await textParties(payload, noon, door)).toBe(0)
  })

  test('says neither dispute, nor type, nor the other side', () => {
    const text = messageText('0888-5100000')
    expect(text).not.toMatch(/纠纷|调解|矛盾|法院|起诉|对方|木/)
    expect(text).toContain('0888-5100000')
  })

  test.each([
    ['who asked for none', { noSms: true }],
    ['who named a safer way', { safeContact: '白天打给姐姐' }],
    ['who is a child', { minor: true }],
    ['a landline', { phone: '0888-5123456' }],
  ])('never goes to %s', async (_, given) => {
    const { sent } = await texted(sides(given))
    expect(sent.map(([to]) => to)).toEqual(['13900002222'])
  })

  test('nor to one whose whereabouts are kept from the other side, nor to who has left', async () => {
    const story = await aReport({ parties: sides({}) })
    const [one, other] = await db.party.findMany({ where: { disputeId: story.id }, orderBy: { ordinal: 'asc' } })
    await db.party.update({ where: { id: one!.id }, data: { hidden: true } })
    await db.party.update({ where: { id: other!.id }, data: { leftAt: noon } })
    const { sent, door } = listening()
    expect(await textParties({ disputeId: story.id, eventId: (await story.lastEvent()).id }, noon, door)).toBe(0)
    expect(sent).toEqual([])
  })

  test('waits for the morning', async () => {
    const { sent, payload } = await texted(sides({}), night)
    expect(sent).toEqual([])
    const { rows } = await queued(payload.eventId)
    expect(rows).toEqual([{ task: 'textParties', at: '2026-03-03 00:00' }])
  })

  test('a gateway that refuses fails the job, and says neither number nor address', async () => {
    const story = await aMediation({ parties: sides({}) })
    const payload = { disputeId: story.id, eventId: (await story.lastEvent()).id }
    const door = gateway('http://127.0.0.1:9/secret', 'k')
    const failed = await textParties(payload, noon, door).catch((error: unknown) => String(error))
    expect(failed).not.toMatch(/13900|secret/)
    expect(await db.audit.count({ where: { disputeId: story.id, act: 'textMessage' } })).toBe(0)
  })
})

test('what the machine tells the parties goes out by text message, the rest as notices', async () => {
  const story = await aMediation({ parties: sides({}) })
  await story.does(cast.mediator, { type: 'fail', code: 'noAgreement' })
  const { rows } = await queued((await story.lastEvent()).id)
  expect(rows.map(({ task }) => task).sort()).toEqual(['tell', 'textParties'])
})
