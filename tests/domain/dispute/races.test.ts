import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { agree } from '#app/domain/agreement/agree.server'
import { perform } from '#app/domain/agreement/perform.server'
import { sign, type Signed } from '#app/domain/agreement/sign.server'
import { sweepDueDeadlines } from '#app/domain/deadline/sweep.server'
import { addNote } from '#app/domain/dispute/annotate.server'
import { advanceDispute } from '#app/domain/dispute/advance.server'
import { newId } from '#app/domain/id'
import { Refusal } from '#app/domain/refusal'
import { register } from '#app/domain/registration/register.server'
import { daysAfter, time } from '../../support/clock'
import { aForm, aMediation, anAgreement, anOffer, aPaper, aReport, term } from '../../support/disputes'
import { bodyId, people, person, type Part } from '../../support/people'
import { expectSound } from './sound'

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})

/** How each of them came out: done, or the word of the refusal. */
const outcomes = async (acts: Promise<unknown>[]) =>
  (await Promise.allSettled(acts)).map((one) => {
    if (one.status === 'fulfilled') return 'done'
    if (one.reason instanceof Refusal) return one.reason.code
    throw one.reason
  })

describe('at once', () => {
  test('three posts decide about one dispute: one does, two are told that the page is old, one event is written', async () => {
    const story = await aReport()
    const [sent, room] = [await story.sent(who.triage), await bodyId('room-maguotou')]
    const colleague = await person('triage-530702004000-2')
    const came = await outcomes([
      advanceDispute(sent, { event: { type: 'offer', channel: 'people', bodyId: room } }),
      advanceDispute({ ...sent, actor: colleague }, { event: { type: 'decline', ground: 'inCourt' } }),
      advanceDispute({ ...sent, actor: who.grid }, { event: { type: 'withdraw' } }),
    ])
    expect(came.sort()).toEqual(['done', 'stale', 'stale'])
    expect((await story.row()).version).toBe(2)
    await expectSound(story.id)
  })

  test('head receives while triage recalls: one of them', async () => {
    for (let round = 0; round < 3; round += 1) {
      const story = await anOffer()
      const sent = await story.sent(who.head)
      const came = await outcomes([
        advanceDispute(sent, { event: { type: 'receive' } }),
        advanceDispute({ ...sent, actor: who.triage }, { event: { type: 'recall' } }),
      ])
      // Recalled first, the room no longer knows it.
      expect(came.sort().join()).toMatch(/^done,(stale|notFound)$/)
      expect((await story.row()).version).toBe(3)
      await expectSound(story.id)
    }
  })

  test('ten notes over one page are all kept, in one unbroken path', async () => {
    const story = await aMediation()
    const sent = await story.sent(who.mediator)
    const came = await outcomes(Array.from({ length: 10 }, (_, n) => addNote(sent, { note: `第${n}条` })))
    expect(came).toEqual(Array(10).fill('done'))
    expect((await story.row()).version).toBe(sent.seen + 10)
    await expectSound(story.id)
  })

  test('two payments of what is left: never more than is owed', async () => {
    const story = await anAgreement([term({ amountFen: 30_000n })])
    const [owed] = await story.owed()
    const sent = await story.sent(who.mediator)
    const pay = () => perform(sent, { obligationId: owed!.id, amountFen: 20_000n })
    expect((await outcomes([pay(), pay()])).sort()).toEqual(['done', 'invalid'])
    expect(await db.performance.count({ where: { obligationId: owed!.id } })).toBe(1)
    await expectSound(story.id)
  })
})

describe('签字', () => {
  test('the same names written down by two at once, and once more later, stand there once', async () => {
    const story = await aPaper()
    const [sent, names] = [await story.sent(who.mediator), await story.allSign()]
    const [party, other, mediator, seal] = names
    const write = (actor: Person, signed: Signed[]) => sign({ ...sent, actor }, signed)
    const lines = [party!, mediator!, seal!]
    const came = await Promise.all([write(who.mediator, lines), write(who.head, lines), write(who.mediator, [...lines, ...lines])])
    expect(came, 'each is told what is missing').toEqual(Array(3).fill([`${other!.name}的签名`]))
    await write(who.head, lines)
    const written = async () => (await story.agreements())[0]!.signatures.map(({ kind }) => kind).sort()
    expect(await written()).toEqual(['mediator', 'party', 'seal'])
    const last = await outcomes([write(who.mediator, names), write(who.head, names)])
    expect(last.sort(), 'the last name puts it in force once').toEqual(['done', 'notNow'])
    expect(await written()).toEqual(['mediator', 'party', 'party', 'seal'])
    expect(await db.disputeEvent.count({ where: { disputeId: story.id, type: 'sign' } })).toBe(1)
    await expectSound(story.id)
  })

  test('the database itself takes a name under a paper once, also where it is nobody’s', async () => {
    const story = await aPaper()
    const [paper] = await story.agreements()
    const row = (kind: string) => ({
      id: newId(),
      agreementId: paper!.id,
      kind,
      name: '印章',
      how: 'seal',
      signedOn: story.now,
      recordedAt: story.now,
    })
    await db.signature.create({ data: row('seal') })
    await expect(db.signature.create({ data: row('seal') })).rejects.toThrow()
    await db.signature.create({ data: row('mediator') })
  })
})

describe('posted twice', () => {
  test('one form with one key does its work once, and both times says the same', async () => {
    const story = await aMediation()
    const sent = await story.sent(who.mediator, { key: 'a form' })
    const post = () => agree(sent, { form: 'oral', terms: [term()] })
    expect(await outcomes([post(), post(), post()])).toEqual(['done', 'done', 'done'])
    expect(await outcomes([post()])).toEqual(['done'])
    expect(await story.agreements()).toHaveLength(1)
    expect((await story.row()).version).toBe(sent.seen + 1)
    expect(await db.submission.findMany({ where: { key: 'a form' } })).toMatchObject([
      { location: `/disputes/${story.id}`, accountId: who.mediator.accountId },
    ])
    await expectSound(story.id)
  })

  test('a registration posted twice is one dispute with one receipt', async () => {
    const [form, key] = [await aForm(), newId()]
    const before = await db.dispute.count()
    const posts = await Promise.all([1, 2].map(() => register({ actor: who.grid, form, key, now: time('2026-03-05') })))
    expect(await db.dispute.count()).toBe(before + 1)
    expect(posts.filter(({ repeated }) => repeated)).toHaveLength(1)
    const kept = await db.submission.findFirstOrThrow({ where: { key } })
    const first = posts.find(({ repeated }) => !repeated)!
    expect(kept.location).toBe(`/disputes/${first.id}/receipt`)
    expect(
      posts.map(({ id }) => id),
      'both answers lead to the one dispute',
    ).toEqual([first.id, first.id])
  })

  test('a form that was refused may be sent again with its key', async () => {
    const story = await anOffer()
    const sent = await story.sent(who.head, { key: 'again' })
    expect(await outcomes([advanceDispute(sent, { event: { type: 'resume' } })])).toEqual(['notNow'])
    expect(await outcomes([advanceDispute(sent, { event: { type: 'receive' } })])).toEqual(['done'])
    expect((await story.row()).version).toBe(3)
  })

  test('the same key of another person is another form', async () => {
    const story = await aMediation()
    const sent = await story.sent(who.mediator, { key: 'shared' })
    expect(await outcomes([addNote(sent, { note: '一' }), addNote({ ...sent, actor: who.head }, { note: '二' })])).toEqual(['done', 'done'])
    expect((await story.row()).version).toBe(sent.seen + 2)
  })
})

describe('期限届满', () => {
  test('two sweeps at once fire a deadline once; a later one finds nothing', async () => {
    const stories = [await aReport(), await aReport(), await anOffer()]
    const late = daysAfter(stories[0]!.now, 20)
    await Promise.all([sweepDueDeadlines(late), sweepDueDeadlines(late), sweepDueDeadlines(late)])
    await sweepDueDeadlines(late)
    for (const { id } of stories) {
      expect(await db.disputeEvent.count({ where: { disputeId: id, type: 'lapse' } })).toBe(1)
      await expectSound(id)
    }
    expect(await sweepDueDeadlines(late)).toBe(0)
  })

  test('a sweep and an act on one dispute: both are done, in some order, and neither waits for ever', async () => {
    const story = await anOffer()
    const late = daysAfter(story.now, 20)
    const sent = { ...(await story.sent(who.head)), now: late }
    expect(await outcomes([sweepDueDeadlines(late), advanceDispute(sent, { event: { type: 'receive' } })])).toEqual(['done', 'done'])
    await sweepDueDeadlines(late)
    expect(await story.status()).toBe('assigning')
    await expectSound(story.id)
  })
})

test('eight rooms’ cases received at once have eight numbers of the committee without a gap', async () => {
  const stories = await Promise.all(Array.from({ length: 8 }, (_, n) => anOffer({}, { to: n % 2 ? 'room-maguotou' : 'room-pengrenjie' })))
  const forms = await Promise.all(stories.map(async (story, n) => ({ sent: await story.sent(n % 2 ? who.head : who.otherHead), story })))
  const refused = forms.map(({ sent }) =>
    advanceDispute({ ...sent, seen: 0 }, { event: { type: 'receive' } }).catch((error: unknown) => error),
  )
  expect(
    (await Promise.all(refused)).every((error) => error instanceof Refusal),
    'what is refused takes no number',
  ).toBe(true)
  await Promise.all(forms.map(({ sent }) => advanceDispute(sent, { event: { type: 'receive' } })))
  const legs = await Promise.all(stories.map((story) => story.lastLeg()))
  const numbers = legs.map(({ volumeNumber }) => Number(/^（2026）束河人调字第(\d+)号$/.exec(volumeNumber!)![1])).sort((a, b) => a - b)
  expect(numbers).toEqual(numbers.map((_, place) => numbers[0]! + place))
  const before = await db.leg.count({ where: { volumeNumber: { startsWith: '（2026）束河人调字' } } })
  expect(numbers.at(-1), 'none is missing since the first').toBe(before)
})
