import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { sendStep } from '#app/domain/draft/send.server'
import type { Values } from '#app/domain/draft/values'
import { openPage } from '#app/domain/dispute/show/open.server'
import { nextOf } from '#app/domain/dispute/show/next.server'
import { overviewOf } from '#app/domain/dispute/show/overview.server'
import { sendReply } from '#app/domain/entrusted/reply.server'
import { newId } from '#app/domain/id'
import { aKeptPromise, aMediation, aReport, type FormInput } from '../../support/disputes'
import { fieldsOf, send } from '../../support/forms'
import { areaId, bodyId, longquan, people, person, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { expectSound } from '../dispute/sound'
import { daysAfter, firstDay, time } from '../../support/clock'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

const court: FormInput = {
  source: 'court',
  intake: 'unit',
  entrusted: { kind: 'delegated', sender: '古城区人民法院', number: '（2026）云0702诉前调12号', papers: '起诉状一份' },
}
const offered = ({ acts, more }: ReturnType<typeof nextOf>) => [...acts, ...more].filter(({ href }) => href).map(({ id }) => id)
const lines = (about: { label: string; value: string }[]) => Object.fromEntries(about.map(({ label, value }) => [label, value]))

describe('what another unit hands over', () => {
  test('has its sender, number and papers, and is to be answered by the day named', async () => {
    const story = await aReport({ ...court, entrusted: { ...court.entrusted!, answerBy: '2026-04-20' } })
    expect(await db.entrustment.findUnique({ where: { disputeId: story.id } })).toMatchObject({
      kind: 'delegated',
      senderKind: 'court',
      senderId: await bodyId('court'),
      number: '（2026）云0702诉前调12号',
      papers: '起诉状一份',
    })
    expect(await story.running()).toMatchObject({ reply: '2026-04-20' })
    const page = await openPage(cast.triage, story.id, story.now)
    expect(lines(overviewOf(page).about)).toMatchObject({
      委托单位: '古城区人民法院委派',
      对方编号: '（2026）云0702诉前调12号',
      回告: '4月20日前',
    })
  })

  test('counts from when it was signed for where no day was named', async () => {
    const now = daysAfter(time(firstDay), 3)
    const given = { ...court, entrusted: { ...court.entrusted!, signedForAt: time(firstDay) } }
    const [signed, same] = await Promise.all([aReport({ ...given, now }), aReport({ ...court, now: time(firstDay) })])
    expect((await signed.running()).reply).toBe((await same.running()).reply)
  })

  test('is what the liaison of the sender writes down, and what that unit alone sees of others', async () => {
    const own = await aReport({
      source: 'court',
      intake: 'unit',
      entrusted: { kind: 'commissioned', procedure: 'ordinary' },
      by: cast.court,
    })
    expect(await db.entrustment.findUnique({ where: { disputeId: own.id } })).toMatchObject({ senderName: '古城区人民法院' })
    const byTriage = await aReport({ ...court, by: cast.triage })
    const page = await openPage(cast.court, byTriage.id, byTriage.now)
    expect(page.sight.viewers).toEqual(['entruster'])
    await expect(openPage(cast.organ, byTriage.id, byTriage.now)).rejects.toThrow()
  })

  test('needs the name of who sent it from whoever is not that unit', async () => {
    const refused = aReport({ source: 'petitionOffice', entrusted: { kind: 'transferred' }, by: cast.triage })
    expect((await refusalOf(refused))[2]).toHaveProperty(['entrusted.sender'])
    const story = await aReport({ source: 'petitionOffice', entrusted: { kind: 'transferred', sender: '县信访局' }, by: cast.triage })
    expect(await db.entrustment.findUnique({ where: { disputeId: story.id } })).toMatchObject({ senderId: null, senderKind: 'petition' })
  })

  test.each([
    ['delegated', undefined, '2026-04-02'],
    ['commissioned', 'ordinary', '2026-03-18'],
    ['commissioned', 'summary', '2026-03-10'],
  ] as const)('%s by a court (%s): its days run from 签收, whenever the body received it', async (kind, procedure, lastDay) => {
    const given = { ...court, entrusted: { ...court.entrusted!, kind, procedure, signedForAt: time('2026-03-03') } }
    const story = await aMediation(given, { to: 'stationed-court' })
    expect(await story.running()).toMatchObject({ mediation: lastDay })
    await expectSound(story.id)
  })

  test('commissioned after filing: by which procedure is asked, for the days hang on it', async () => {
    const refused = aReport({ ...court, entrusted: { ...court.entrusted!, kind: 'commissioned' } })
    expect((await refusalOf(refused))[2]).toHaveProperty(['entrusted.procedure'])
  })

  test('goes back to the court when it fails, and is answered once', async () => {
    const mediator = await person('mediator-stationed-court-1')
    const story = await aMediation(court, { to: 'stationed-court' })
    expect(offered(nextOf(await openPage(mediator, story.id, story.now)))).toContain('reply')
    await story.does(mediator, { type: 'fail', code: 'noAgreement' })
    expect(await story.status()).toBe('returning')
    const answer = { result: 'failed', text: '没有谈成', sentOn: story.today, how: 'paper' } as const
    await sendReply(await story.sent(mediator), answer)
    expect(await story.status()).toBe('closed')
    expect((await story.running()).reply).toBeUndefined()
    const again = sendReply(await story.sent(cast.triage), answer)
    expect((await refusalOf(again))[1]).toBe('已经回告过了')
  })

  test('by the police and performed: answered only with both sides’ written request and the proof', async () => {
    const from = { source: 'police', intake: 'police110', entrusted: { kind: 'transferred', sender: '束河派出所' } } as const
    const story = await aKeptPromise(from)
    const answer = { result: 'performed', text: '已经付清', sentOn: story.today, how: 'paper' }
    expect(JSON.stringify(await fieldsOf(story, cast.mediator, 'reply'))).toContain('不作承诺')
    expect((await refusalOf(send(story, cast.mediator, 'reply', answer)))[2]).toHaveProperty('bothAsked')
    await send(story, cast.mediator, 'reply', { ...answer, bothAsked: true })
    expect(await db.reply.findFirst({ where: { disputeId: story.id } })).toMatchObject({ papers: '双方的书面申请和履行凭证' })
  })

  test('is the only thing that offers 回告', async () => {
    const story = await aMediation()
    expect(offered(nextOf(await openPage(cast.mediator, story.id, story.now)))).not.toContain('reply')
  })
})

describe('the form', () => {
  const step = (actor: Person, id: string, at: 1 | 2 | 3 | 4, sent: Values) =>
    sendStep({ actor, id, step: at, go: at === 4 ? 'submit' : 'next', sent, photos: [] })

  test('asks for it on the last page where the source is such a one, and there alone', async () => {
    const id = newId()
    await step(cast.triage, id, 1, { areaId: await areaId(longquan), typeCode: '1101' })
    await step(cast.triage, id, 2, { parties: [{ side: 'applicant', kind: 'person', name: '和委托' }] })
    await step(cast.triage, id, 3, { facts: '房费没有退。' })
    const refused = step(cast.triage, id, 4, { source: 'court', intake: 'unit', forParty: 'none', entrusted: { number: '12号' } })
    expect((await refusalOf(refused))[2]).toHaveProperty(['entrusted.kind'])
    const entrusted = {
      kind: 'delegated',
      sender: '古城区人民法院',
      number: '12号',
      signedForAt: '2026-03-01T09:00',
      answerBy: '2026-03-31',
    }
    await step(cast.triage, id, 4, { source: 'court', intake: 'unit', forParty: 'none', entrusted })
    expect(await db.entrustment.findUnique({ where: { disputeId: id } })).toMatchObject({
      number: '12号',
      answerBy: new Date('2026-03-31'),
    })
  })
})
