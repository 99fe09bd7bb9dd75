import { beforeAll, describe, expect, test } from 'vitest'
import { db, pool } from '#app/db/client.server'
import { jobsSchema } from '#app/db/jurisdiction.server'
import type { Person } from '#app/domain/actor'
import { newId } from '#app/domain/id'
import { openPage } from '#app/domain/dispute/show/open.server'
import { logOf } from '#app/domain/dispute/show/log'
import { tell } from '#app/domain/notice/tell.server'
import { noticesOf } from '#app/domain/notice/notices.server'
import { doAsParty, type FromParty } from '#app/domain/party-page/acts.server'
import { openCase } from '#app/domain/party-page/open-case.server'
import { formToken } from '#app/domain/party-page/own.server'
import { caseOf } from '#app/domain/party-page/page.server'
import { askFacts } from '#app/domain/question/questions.server'
import { receiptOf } from '#app/domain/registration/receipt.server'
import { aClosed, aMediation, aReport, type Story } from '../../support/disputes'
import { people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

let address = 0
const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')

/** What the browser of the party holds who opened this case. */
async function browserOf(story: Story, now = story.now) {
  const { number, code } = await receiptOf(cast.grid, story.id)
  return openCase({ number, code: code!, from: `10.2.0.${++address}`, now })
}
const send = (ticket: string | null, given: Partial<FromParty> & Pick<FromParty, 'act'>) =>
  doAsParty({ ticket, token: ticket && formToken(ticket), key: newId(), from: `10.3.0.${++address}`, ...given })

const notes = async (story: Story) => (await story.events()).filter(({ type }) => type === 'note')
/** What the worker tells for the last event. */
async function toldOf(story: Story, actor: Person) {
  const { id } = await story.lastEvent()
  const { rows } = await pool.query<{ payload: unknown }>(
    `select payload from "${jobsSchema}"._private_jobs where payload->>'eventId' = $1`,
    [id],
  )
  for (const { payload } of rows) await tell(payload)
  const { unread } = await noticesOf(actor, new URLSearchParams())
  return unread.find(({ number, href }) => number && href === `/disputes/${story.id}`)?.words
}

describe('催一下', () => {
  test('is told to whose desk it is on, stands in the record, and is said on the page; once a day', async () => {
    const story = await aMediation()
    const ticket = await browserOf(story)
    const now = story.now
    expect((await caseOf(ticket, now))?.chase).toBe('open')
    await send(ticket, { act: 'chase', now })
    expect((await caseOf(ticket, now))?.chase).toBe('today')
    expect(await story.lastEvent()).toMatchObject({ type: 'note', actorKind: 'party', actorId: null, detail: { wish: 'chase' } })
    expect(await toldOf(story, cast.mediator)).toBe('当事人催办')
    const page = await openPage(cast.mediator, story.id, now)
    expect(logOf(page)[0]).toMatchObject({ text: '当事人催办', who: '当事人，凭编号和查询码' })
    expect(await refusalOf(send(ticket, { act: 'chase', now }))).toEqual([409, '今天已经催过了，明天还可以再催；急的请打电话'])
    const tomorrow = story.waits(1).now
    await send(await browserOf(story, tomorrow), { act: 'chase', now: tomorrow })
    expect(await notes(story)).toHaveLength(2)
    expect(await db.audit.count({ where: { disputeId: story.id, actorKind: 'party' } })).toBe(2)
  })

  test('pressed twice at once is one, and of a case that is over there is none', async () => {
    const story = await aMediation()
    const ticket = await browserOf(story)
    const key = newId()
    const twice = [1, 2].map(() => send(ticket, { act: 'chase', key, now: story.now }))
    await Promise.all(twice)
    expect(await notes(story)).toHaveLength(1)
    const over = await aClosed()
    const closed = await browserOf(over)
    expect((await caseOf(closed, over.now))?.chase).toBeNull()
    expect((await refusalOf(send(closed, { act: 'chase', now: over.now })))[0]).toBe(409)
  })
})

describe('补充情况', () => {
  test('with words and photographs is on the path for who handles it, marked as the party’s, and moves nothing', async () => {
    const story = await aMediation()
    const before = await story.row()
    await send(await browserOf(story), { act: 'supplement', text: '新电话 13911112222', photos: [picture], now: story.now })
    const event = await story.lastEvent()
    expect(event).toMatchObject({ detail: { wish: 'supplement' }, texts: [{ audience: 'handlers', text: '新电话 13911112222' }] })
    expect(await db.file.findMany({ where: { eventId: event.id } })).toMatchObject([{ kind: 'photo', uploadedById: null }])
    expect((await story.row()).status).toBe(before.status)
    expect(logOf(await openPage(cast.mediator, story.id, story.now))[0]).toMatchObject({ text: '当事人补充' })
  })

  test('comes also when the case is closed: its keeper and the post that may reopen it are told', async () => {
    const story = await aClosed()
    await send(await browserOf(story), { act: 'again', text: '又断水了', now: story.now })
    expect(await story.status()).toBe('closed')
    expect(await toldOf(story, cast.triage)).toBe('当事人要求重新办理')
  })

  test('ending mediation and another mediator are wishes: told, recorded, and the state stays', async () => {
    const story = await aMediation()
    const ticket = await browserOf(story)
    for (const act of ['stop', 'change'] as const) await send(ticket, { act, now: story.now })
    expect((await notes(story)).map(({ detail }) => detail)).toEqual([{ wish: 'stop' }, { wish: 'change' }])
    expect(await story.status()).toBe('mediating')
  })

  test('is refused empty, too long, and with what is no picture; nothing is kept', async () => {
    const story = await aMediation()
    const ticket = await browserOf(story)
    const now = story.now
    expect((await refusalOf(send(ticket, { act: 'supplement', text: '  ', now })))[2]).toHaveProperty('text')
    expect((await refusalOf(send(ticket, { act: 'supplement', text: '长'.repeat(100_000), now })))[2]).toHaveProperty('text')
    const script = Buffer.from('<script>alert(1)</script>')
    expect((await refusalOf(send(ticket, { act: 'supplement', photos: [script], now })))[2]).toHaveProperty('photos')
    expect((await refusalOf(send(ticket, { act: 'supplement', photos: Array(7).fill(picture) as Buffer[], now })))[2]).toHaveProperty(
      'photos',
    )
    expect(await notes(story)).toHaveLength(0)
    expect(await db.file.count({ where: { disputeId: story.id } })).toBe(0)
  })

  test('is limited: more than a dozen in a quarter of an hour from one place are turned away', async () => {
    const story = await aMediation()
    const ticket = await browserOf(story)
    const from = '10.9.9.9'
    for (let n = 0; n < 12; n++) await send(ticket, { act: 'supplement', text: `第 ${n} 条`, from, now: story.now })
    expect((await refusalOf(send(ticket, { act: 'supplement', text: '再来', from, now: story.now })))[0]).toBe(429)
  })
})

describe('请补充', () => {
  const asked = async (story: Story, side = 'applicant') => {
    const party = (await story.row()).parties.find((one) => one.side === side)!
    await askFacts(await story.sent(cast.mediator), {
      of: 'party',
      partyId: party.id,
      text: `哪天付的定金，${party.name}记得吗`,
      answerBy: story.today,
    })
    return db.question.findFirstOrThrow({ where: { disputeId: story.id, partyId: party.id } })
  }

  test('stands on the page of whom it was asked; answered, it comes back marked to the desk', async () => {
    const story = await aMediation()
    const { id } = await asked(story)
    const ticket = await browserOf(story)
    const page = await caseOf(ticket, story.now)
    expect(page?.questions).toMatchObject([{ id, text: '哪天付的定金，您记得吗' }])
    const key = newId()
    await Promise.all([1, 2].map(() => send(ticket, { act: 'answer', questionId: id, text: '三月五号', key, now: story.now })))
    expect(await db.question.findUniqueOrThrow({ where: { id } })).toMatchObject({ answer: '三月五号' })
    expect((await caseOf(ticket, story.now))?.questions).toEqual([])
    expect(await toldOf(story, cast.mediator)).toBe('请补充的，已经答复')
    expect((await refusalOf(send(ticket, { act: 'answer', questionId: id, text: '改口', now: story.now })))[0]).toBe(409)
  })

  test('asked of the other side it is not shown, and cannot be answered here', async () => {
    const story = await aMediation()
    const { id } = await asked(story, 'respondent')
    const ticket = await browserOf(story)
    expect((await caseOf(ticket, story.now))?.questions).toEqual([])
    expect((await refusalOf(send(ticket, { act: 'answer', questionId: id, text: '我来答', now: story.now })))[0]).toBe(409)
    expect(await db.question.findUniqueOrThrow({ where: { id } })).toMatchObject({ answer: null })
  })

  test('of a sealed case is said by telephone only', async () => {
    const story = await aReport({ sealed: true })
    const party = (await story.row()).parties[0]!
    await askFacts(await story.sent(cast.triage), { of: 'party', partyId: party.id, text: '伤情鉴定' })
    expect(JSON.stringify(await caseOf(await browserOf(story), story.now))).not.toContain('伤情鉴定')
  })
})

describe('strangers', () => {
  test('without a ticket, with one that is over, with another case’s token or question: nothing', async () => {
    const [story, other] = [await aMediation(), await aMediation()]
    const [ticket, theirs] = [await browserOf(story), await browserOf(other)]
    const now = story.now
    for (const bad of [null, '', 'x', ticket.slice(0, -2)])
      expect((await refusalOf(send(bad, { act: 'supplement', text: '闯', token: formToken(ticket), now })))[0]).toBe(404)
    const late = new Date(now.getTime() + 31 * 60_000)
    expect((await refusalOf(send(ticket, { act: 'supplement', text: '迟', now: late })))[0]).toBe(404)
    for (const token of [null, '', formToken(theirs), '长'.repeat(43)])
      expect((await refusalOf(send(ticket, { act: 'supplement', text: '伪', token, now })))[0]).toBe(403)
    expect((await refusalOf(send(ticket, { act: 'supplement', text: '无键', key: 'x', now })))[0]).toBe(400)
    const party = (await other.row()).parties[0]!
    await askFacts(await other.sent(cast.mediator), { of: 'party', partyId: party.id, text: '问别件' })
    const question = await db.question.findFirstOrThrow({ where: { disputeId: other.id } })
    expect((await refusalOf(send(ticket, { act: 'answer', questionId: question.id, text: '答别件', now })))[0]).toBe(409)
    expect(await notes(story)).toHaveLength(0)
  })

  test('the ways are by the type, and of a sealed case say nothing of it', async () => {
    const plain = await aReport({ typeCode: '01' })
    expect(JSON.stringify((await caseOf(await browserOf(plain), plain.now))?.ways)).toContain('人身安全保护令')
    const sealed = await aReport({ typeCode: '01', sealed: true })
    expect(JSON.stringify((await caseOf(await browserOf(sealed), sealed.now))?.ways)).not.toContain('家庭')
  })
})
