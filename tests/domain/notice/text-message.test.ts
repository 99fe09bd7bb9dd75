import { beforeAll, describe, expect, test } from 'vitest'
import { db, inTransaction, pool } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { recordReceipt } from '#app/domain/notice/receipts.server'
import { sendText } from '#app/domain/notice/send-text.server'
import { textParties } from '#app/domain/notice/text-party.server'
import { textAccounts, type Texting } from '#app/domain/notice/texts.server'
import { newId } from '#app/domain/id'
import { signed } from '#app/services/signature.server'
import { TextRefused, type TextMessages, type TextToSend } from '#app/services/sms.server'
import { aMediation, aReport, type FormInput } from '../../support/disputes'
import { people, type Part } from '../../support/people'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

// A Monday; the Friday before it; a Saturday.
const [noon, night, friday, saturday] = ['2026-03-02T04:00Z', '2026-03-02T15:00Z', '2026-03-06T15:00Z', '2026-03-07T04:00Z'].map(
  (at) => new Date(at),
) as [Date, Date, Date, Date]
const person = { kind: 'person', name: '木一' } as const
const sides = (one: object, other: object = {}): FormInput['parties'] => [
  { ...person, side: 'applicant', phone: '13900001111', ...one },
  { ...person, side: 'respondent', name: '木二', phone: '13900002222', ...other },
]

/** The jobs about a message or an event: which task, not before when (UTC). */
const queued = (id: string) =>
  pool
    .query<{ task: string; at: string }>(
      `select t.identifier as task, to_char(j.run_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at
       from gucheng_jobs._private_jobs j join gucheng_jobs._private_tasks t on t.id = j.task_id
       where j.payload->>'eventId' = $1 or j.payload->>'id' = $1 order by j.id`,
      [id],
    )
    .then(({ rows }) => rows)

/** A door that remembers what went through it. */
function listening() {
  const sent: TextToSend[] = []
  const door: TextMessages = {
    send: (message) => {
      sent.push(message)
      return Promise.resolve(`g-${message.id}`)
    },
  }
  return { sent, door }
}
const broken = (error: Error): TextMessages => ({ send: () => Promise.reject(error) })

const messagesOf = (occasion: string) => db.textMessage.findMany({ where: { occasion }, orderBy: { id: 'asc' } })
const sendAll = async (occasion: string, door: TextMessages, now = noon) => {
  for (const { id } of await messagesOf(occasion)) await sendText({ id }, { now, door })
}

async function told(parties: FormInput['parties']) {
  const story = await aReport({ parties })
  const payload = { disputeId: story.id, eventId: (await story.lastEvent()).id }
  await textParties(payload, noon)
  return payload
}
async function texted(parties: FormInput['parties']) {
  const payload = await told(parties)
  const { sent, door } = listening()
  await sendAll(payload.eventId, door)
  return { sent, door, payload }
}

/** One message to the head of the room, queued now. */
async function toHead(more: Partial<Texting> = {}) {
  const occasion = newId()
  const texting: Texting = { accounts: [cast.head.accountId], template: 'due', occasion, ...more }
  await inTransaction((tx) => textAccounts(tx, texting, noon))
  const [message] = await messagesOf(occasion)
  return { id: message!.id, occasion, texting, row: () => db.textMessage.findUniqueOrThrow({ where: { id: message!.id } }) }
}

describe('the parties (U13, U35)', () => {
  test('are told once for each event, both sides, however often the jobs run', async () => {
    const { sent, door, payload } = await texted(sides({}))
    expect(sent.map(({ phone }) => phone)).toEqual(['13900001111', '13900002222'])
    expect(await textParties(payload, noon)).toBe(0)
    await sendAll(payload.eventId, door)
    expect(sent).toHaveLength(2)
    expect((await messagesOf(payload.eventId)).map(({ status, gatewayId, id }) => [status, gatewayId === `g-${id}`])).toEqual([
      ['sent', true],
      ['sent', true],
    ])
  })

  test('read neither dispute, nor type, nor the other side, and the telephone of the office where there is one', async () => {
    const { sent } = await texted(sides({}))
    for (const { text } of sent) expect(text).not.toMatch(/纠纷|调解|矛盾|法院|起诉|对方|木|[{}]/)
    const story = await aMediation({ parties: sides({}) })
    const { bodyId } = await story.lastLeg()
    await db.body.update({ where: { id: bodyId }, data: { phone: '0888-5100000' } })
    const { id: eventId } = await story.lastEvent()
    await textParties({ disputeId: story.id, eventId }, noon)
    const { sent: later, door } = listening()
    await sendAll(eventId, door)
    expect(later[0]?.text).toContain('0888-5100000')
    expect((await messagesOf(eventId))[0]?.text).toBe(later[0]?.text)
  })

  test.each([
    ['who asked for none', { noSms: true }],
    ['who named a safer way', { safeContact: '白天打给姐姐' }],
    ['who is a child', { minor: true }],
    ['a landline', { phone: '0888-5123456' }],
  ])('never: %s', async (_, given) => {
    const { sent } = await texted(sides(given))
    expect(sent.map(({ phone }) => phone)).toEqual(['13900002222'])
  })

  test.each([
    ['whose whereabouts are kept from the other side', { hidden: true }],
    ['who has left', { leftAt: noon }],
    ['who asked for none after it was queued', { noSms: true }],
  ])('never one %s, asked again when it is sent', async (_, data) => {
    const payload = await told(sides({}))
    const one = await db.party.findFirstOrThrow({ where: { disputeId: payload.disputeId }, orderBy: { ordinal: 'asc' } })
    await db.party.update({ where: { id: one.id }, data })
    const { sent, door } = listening()
    await sendAll(payload.eventId, door)
    expect(sent.map(({ phone }) => phone)).toEqual(['13900002222'])
    expect(await db.textMessage.findFirst({ where: { partyId: one.id } })).toMatchObject({ status: 'failed', failure: 'unwanted' })
  })

  test('of an event of another dispute are not told', async () => {
    const [one, other] = [await told(sides({})), await told(sides({}))]
    expect(await textParties({ disputeId: one.disputeId, eventId: other.eventId }, noon)).toBe(0)
  })
})

describe('a message that can wait', () => {
  test('to a party waits for the morning, on any day of the week', async () => {
    const { eventId } = await told(sides({}))
    const { sent, door } = listening()
    await sendAll(eventId, door, night)
    await sendAll(eventId, door, night)
    expect(sent).toEqual([])
    for (const { id } of await messagesOf(eventId)) expect((await queued(id)).at(-1)).toEqual({ task: 'sendText', at: '2026-03-03 00:00' })
    await sendAll(eventId, door, saturday)
    expect(sent).toHaveLength(2)
  })

  test.each([
    ['on Friday night until Monday morning', friday, '2026-03-09 00:00'],
    ['on Saturday until Monday morning', saturday, '2026-03-09 00:00'],
    ['in a holiday until its first working day', new Date('2026-10-01T04:00Z'), '2026-10-08 00:00'],
    ['before eight until eight', new Date('2026-03-02T23:30Z'), '2026-03-03 00:00'],
  ])('to somebody of the office waits %s', async (_, now, at) => {
    const { id } = await toHead()
    const { sent, door } = listening()
    await sendText({ id }, { now, door })
    await sendText({ id }, { now, door })
    expect(sent).toEqual([])
    expect((await queued(id)).slice(1)).toEqual([{ task: 'sendText', at }])
  })

  test('waits for who is on leave until they are back', async () => {
    const registrant = await db.registrant.findFirstOrThrow({ where: { accountId: { not: null } } })
    const { id } = await toHead({ accounts: [registrant.accountId!] })
    const leave = { registrantId: registrant.id, why: 'sick', recordedAt: noon }
    const days = { fromDay: new Date('2026-03-02'), toDay: new Date('2026-03-04') }
    const { id: absenceId } = await db.absence.create({ data: { id: newId(), ...leave, ...days } })
    const { sent, door } = listening()
    await sendText({ id }, { now: noon, door })
    expect((await queued(id)).at(-1)?.at).toBe('2026-03-05 00:00')
    await db.absence.update({ where: { id: absenceId }, data: { cancelledAt: noon } })
    await sendText({ id }, { now: noon, door })
    expect(sent).toHaveLength(1)
  })

  test('danger rings at night and on a Saturday', async () => {
    const { sent, door } = listening()
    for (const now of [night, saturday]) await sendText({ id: (await toHead({ template: 'alarm', urgent: true })).id }, { now, door })
    expect(sent).toHaveLength(2)
    expect(sent[0]?.text).toContain('10分钟')
  })
})

describe('what goes wrong', () => {
  test('a gateway that is not there fails the job until the last attempt, which says so on the message; by hand it goes again', async () => {
    const { id, row } = await toHead()
    const door = broken(new Error('down'))
    await expect(sendText({ id }, { now: noon, door })).rejects.toThrow('down')
    expect(await row()).toMatchObject({ status: 'queued', failure: null })
    await expect(sendText({ id }, { now: noon, door, last: true })).rejects.toThrow('down')
    expect(await row()).toMatchObject({ status: 'failed', failure: 'gaveUp' })
    const { sent, door: well } = listening()
    await sendText({ id }, { now: noon, door: well })
    expect(sent.map((one) => one.id)).toEqual([id])
    expect(await row()).toMatchObject({ status: 'sent', failure: null })
  })

  test('what the gateway refuses is failed, and not tried again', async () => {
    const { id, row } = await toHead()
    await sendText({ id }, { now: noon, door: broken(new TextRefused('no')) })
    expect(await row()).toMatchObject({ status: 'failed', failure: 'refused' })
  })

  test('who has been stopped is not texted; once for each occasion', async () => {
    const { id, texting, row } = await toHead({ accounts: [cast.otherMediator.accountId] })
    expect(await inTransaction((tx) => textAccounts(tx, texting, noon))).toBe(0)
    await db.account.update({ where: { id: cast.otherMediator.accountId }, data: { stoppedAt: noon } })
    const { sent, door } = listening()
    await sendText({ id }, { now: noon, door })
    expect(sent).toEqual([])
    expect(await row()).toMatchObject({ status: 'failed', failure: 'left' })
    expect(await inTransaction((tx) => textAccounts(tx, { ...texting, occasion: newId() }, noon))).toBe(0)
  })
})

describe('a receipt', () => {
  const key = 'shared-secret'
  const post = (said: unknown, now = noon, secret = key) => {
    const body = typeof said === 'string' ? said : JSON.stringify(said)
    return recordReceipt(body, signed(secret, body, now), noon, key)
  }

  test.each([
    ['delivered', { status: 'delivered' }, { status: 'delivered', failure: null }],
    ['failed, with its reason', { status: 'failed', reason: 'off' }, { status: 'failed', failure: 'off' }],
    ['failed for a reason of its own', { status: 'failed', reason: 'E1042' }, { status: 'failed', failure: 'other' }],
  ])('says %s; the first word stands', async (_, said, expected) => {
    const { id, row } = await toHead()
    await sendText({ id }, { now: noon, door: listening().door })
    expect(await post({ id, ...said })).toBe(204)
    expect(await row()).toMatchObject({ ...expected, receiptAt: noon })
    expect(await post({ id, status: 'delivered' })).toBe(204)
    expect(await row()).toMatchObject(expected)
  })

  test('that comes before its message was written down as sent is kept', async () => {
    const { id, row } = await toHead()
    const quick: TextMessages = { send: async () => (await post({ id, status: 'delivered' }), 'g1') }
    await sendText({ id }, { now: noon, door: quick })
    expect(await row()).toMatchObject({ status: 'delivered', gatewayId: 'g1', sentAt: noon })
  })

  test('of nobody is answered the same; without a signature, or an old one, nothing is believed', async () => {
    const { id, row } = await toHead()
    const said = { id, status: 'delivered' }
    expect(await post({ ...said, id: newId() })).toBe(204)
    expect(await post(said, new Date(noon.getTime() - 6 * 60_000))).toBe(401)
    expect(await post(said, noon, 'another')).toBe(401)
    expect(await recordReceipt(JSON.stringify(said), signed('', '', noon), noon, undefined)).toBe(401)
    for (const no of ['', 'null', '{', { id: 'x', status: 'delivered' }, { id, status: 'read' }]) expect(await post(no)).toBe(400)
    expect(await row()).toMatchObject({ status: 'queued', receiptAt: null })
  })
})

test('what the machine tells the parties goes out by text message, the rest as notices', async () => {
  const story = await aMediation({ parties: sides({}) })
  await story.does(cast.mediator, { type: 'fail', code: 'noAgreement' })
  const tasks = (await queued((await story.lastEvent()).id)).map(({ task }) => task)
  expect(tasks.filter((task) => task === 'tell' || task === 'textParties').sort()).toEqual(['tell', 'textParties'])
})
