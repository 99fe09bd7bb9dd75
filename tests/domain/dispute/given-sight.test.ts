import { beforeAll, describe, expect, test } from 'vitest'
import { db, inTransaction } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { amend, settleOnSpot } from '#app/domain/agreement/agree.server'
import { breach } from '#app/domain/agreement/perform.server'
import { sign } from '#app/domain/agreement/sign.server'
import { confirm } from '#app/domain/confirmation/confirm.server'
import { addNote } from '#app/domain/dispute/annotate.server'
import { handOn } from '#app/domain/dispute/hand-on.server'
import { giveSight } from '#app/domain/dispute/sight-rows.server'
import { headOf } from '#app/domain/dispute/show/head.server'
import { openPage } from '#app/domain/dispute/show/open.server'
import { ask } from '#app/domain/request/requests.server'
import { stepRequest } from '#app/domain/request/steps.server'
import { aMediation, aReport, aSignedPaper, term, type Story } from '../../support/disputes'
import { bodyId, people, shuhe, type Part } from '../../support/people'

let who: Record<Part, Person>
let station: string
let court: string
beforeAll(async () => {
  who = await people()
  station = await bodyId(`police-${shuhe}`)
  court = await bodyId('court')
})

const rowsOf = ({ id }: Story, subjectId: string) =>
  db.sight.findMany({ where: { disputeId: id, subjectId }, orderBy: { id: 'asc' }, select: { why: true, validTo: true } })

describe('giving sight', () => {
  test('of what one sees already for that reason writes nothing; for another reason it writes a row of its own', async () => {
    const story = await aReport()
    const give = (why: 'request' | 'confirmation') =>
      inTransaction((tx) => tx.$executeRaw(giveSight({ disputeId: story.id, to: 'body', ids: [station], why, at: story.now })))
    expect([await give('request'), await give('request'), await give('confirmation')]).toEqual([1, 0, 1])
    expect(await rowsOf(story, station)).toHaveLength(2)
  })

  test('asked for two things at once, a body has one open row', async () => {
    const story = await aMediation()
    for (const role of ['维持秩序', '送达']) await ask(await story.sent(who.mediator), { bodyId: station, role })
    expect(await rowsOf(story, station)).toEqual([{ why: 'request', validTo: null }])
  })
})

/** How far somebody sees, of how many events, and as what. */
const sees = async (story: Story, actor: Person) => {
  const page = await openPage(actor, story.id, story.now)
  return { viewers: page.sight.viewers, until: page.rows.events.at(-1)?.version, page }
}
const past = [{ why: 'past', validTo: null }]

describe('a court that was asked to confirm', () => {
  const applied = async (more: Parameters<typeof aSignedPaper>[0] = undefined) => {
    const story = await aSignedPaper(more)
    await confirm(await story.sent(who.mediator), { step: 'apply', courtId: court })
    return story
  }

  test.each(['granted', 'refused', 'withdrawn'] as const)('%s: sees no more than its own part', async (step) => {
    const story = await applied()
    expect(await rowsOf(story, court)).toEqual([{ why: 'confirmation', validTo: null }])
    await confirm(await story.sent(step === 'withdrawn' ? who.mediator : who.court), { step })
    expect(await rowsOf(story, court)).toEqual(past)
    const ruling = (await story.lastEvent()).version
    await addNote(await story.sent(who.mediator), { note: '裁定以后的事' })
    const { viewers, until, page } = await sees(story, who.court)
    expect([viewers, until]).toEqual([['past'], ruling])
    expect(page.rows.confirmations, 'what it ruled on').toMatchObject([{ status: step }])
    expect(page.rows.terms, 'and the terms it was about').toHaveLength(1)
    expect(page.rows.deadlines).toEqual([])
    expect(headOf(page)).toMatchObject({ status: '司法确认已经办结', next: { acts: [], more: [] } })
    expect(JSON.stringify(page.rows)).not.toContain('裁定以后的事')
  })

  test('sees it until the last of several applications has its answer', async () => {
    const story = await aSignedPaper([term(), term({ what: '退还押金' })])
    const [rent, deposit] = (await story.owed()).map(({ id }) => id)
    for (const one of [rent, deposit]) await confirm(await story.sent(who.mediator), { step: 'apply', courtId: court, covers: [one!] })
    await confirm(await story.sent(who.court), { step: 'granted', covers: [rent!] })
    expect(await rowsOf(story, court)).toEqual([{ why: 'confirmation', validTo: null }])
    await confirm(await story.sent(who.court), { step: 'refused', covers: [deposit!] })
    expect(await rowsOf(story, court)).toEqual(past)
  })

  test('and is left for another, or asked about a list that was replaced, keeps what it had until then', async () => {
    const other = (await db.body.findFirstOrThrow({ where: { channel: 'judicial', id: { not: court } } })).id
    const moved = await applied()
    const first = (await moved.lastEvent()).version
    await confirm(await moved.sent(who.mediator), { step: 'apply', courtId: other })
    expect([await rowsOf(moved, court), await rowsOf(moved, other)]).toEqual([past, [{ why: 'confirmation', validTo: null }]])
    expect((await sees(moved, who.court)).until).toBe(first)

    const again = await applied()
    await confirm(await again.sent(who.mediator), { step: 'apply', courtId: court })
    expect(await rowsOf(again, court), 'the same court anew').toEqual([{ why: 'confirmation', validTo: null }])

    const replaced = await applied()
    await amend(await replaced.sent(who.mediator), { form: 'oral', terms: [term()], why: '改' })
    expect(await rowsOf(replaced, court)).toEqual(past)
    const signed = await applied()
    await amend(await signed.sent(who.mediator), { form: 'written', terms: [term()], why: '改' })
    expect(await rowsOf(signed, court), 'the old list still binds').toEqual([{ why: 'confirmation', validTo: null }])
    await sign(await signed.sent(who.mediator), await signed.allSign())
    expect(await rowsOf(signed, court)).toEqual(past)
  })

  test('asked also to help, it sees it until both have ended, and keeps one row', async () => {
    const story = await applied()
    const requestId = (await ask(await story.sent(who.mediator), { bodyId: court, role: '指导' }))!
    await confirm(await story.sent(who.court), { step: 'granted' })
    expect((await sees(story, who.court)).viewers).toContain('asked')
    await stepRequest(await story.sent(who.court), { requestId, step: 'answer', text: '已指导' })
    expect((await rowsOf(story, court)).filter(({ validTo }) => !validTo)).toEqual(past)
  })

  test('of what goes to another place for good nothing waits any longer', async () => {
    const story = await applied()
    const [owed] = await story.owed()
    await breach(await story.sent(who.mediator), { obligationId: owed!.id, why: '没有退' })
    await story.does(who.triage, { type: 'transferOut', reason: 'otherDistrict' })
    expect(await rowsOf(story, court)).toEqual(past)
    expect(await db.confirmation.findMany({ where: { disputeId: story.id } })).toMatchObject([{ status: 'withdrawn' }])
  })
})

describe('who keeps what is left to be done', () => {
  const settled = async () => {
    const story = await aReport()
    const mediatorId = who.secondMediator.accountId
    await settleOnSpot(await story.sent(who.grid), { form: 'oral', terms: [term()], content: '退', mediatorId })
    return story
  }

  test('sees it while keeping it; handed on, only until then', async () => {
    const story = await settled()
    const { secondMediator: before, otherMediator: after } = who
    expect((await sees(story, before)).viewers).toEqual(['keeper'])
    await handOn(await story.sent(who.triage), { accountId: after.accountId, why: '外出学习' })
    const handed = (await story.lastEvent()).version
    expect([await rowsOf(story, before.accountId), await rowsOf(story, after.accountId)]).toEqual([
      past,
      [{ why: 'keeper', validTo: null }],
    ])
    await addNote(await story.sent(after), { note: '移交以后的事' })
    expect(await sees(story, before)).toMatchObject({ viewers: ['past'], until: handed })
    expect(await sees(story, after)).toMatchObject({ viewers: ['keeper'], until: handed + 1 })
    await handOn(await story.sent(who.triage), { accountId: before.accountId, why: '学习回来' })
    expect((await sees(story, before)).viewers, 'back again').toContain('keeper')
  })

  test('back at the triage post, it is the post’s', async () => {
    const story = await settled()
    const [owed] = await story.owed()
    await breach(await story.sent(who.secondMediator), { obligationId: owed!.id, why: '没有退' })
    const back = (await story.lastEvent()).version
    expect(await rowsOf(story, who.secondMediator.accountId)).toEqual(past)
    await addNote(await story.sent(who.triage), { note: '回到分流岗以后的事' })
    expect(await sees(story, who.secondMediator)).toMatchObject({ viewers: ['past'], until: back })
  })

  test('until it is closed, and after that may still visit', async () => {
    const story = await settled()
    await story.does(who.secondMediator, { type: 'perform', obligationId: (await story.owed())[0]!.id, owing: false })
    await story.does(who.secondMediator, { type: 'closeUnvisited' })
    expect(await rowsOf(story, who.secondMediator.accountId)).toEqual([{ why: 'keeper', validTo: null }])
  })
})
