import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { agreeInPart } from '#app/domain/agreement/agree.server'
import { termForm } from '#app/domain/agreement/terms'
import { keepDraft, openDraft } from '#app/domain/draft/drafts.server'
import { stepPage } from '#app/domain/draft/page.server'
import { sendStep } from '#app/domain/draft/send.server'
import type { Values } from '#app/domain/draft/values'
import { openPage } from '#app/domain/dispute/show/open.server'
import { newId } from '#app/domain/id'
import { takeOwnDoor, type Taking } from '#app/domain/own-door/take.server'
import { receiptOf } from '#app/domain/registration/receipt.server'
import { accountByKey } from '../../../prisma/district'
import { firstDay, time } from '../../support/clock'
import { aForm, aMediation, Story, type FormInput } from '../../support/disputes'
import { areaId, bodyId, dayan, longquan, people, type Part } from '../../support/people'
import { refusalOf, said } from '../../support/refusals'

let who: Record<Part, Person>
let room: string
let village: string
beforeAll(async () => {
  who = await people()
  room = await bodyId('room-maguotou')
  village = await bodyId(`village-${longquan}`)
})

const now = time(firstDay)
const take = async (actor: Person, form: FormInput = {}, taking: Partial<Taking> = {}, key?: string) => {
  const { id } = await takeOwnDoor(
    { actor, form: await aForm({ intake: 'ownDoor', ...form }), now, ...(key && { key }) },
    { bodyId: room, mediates: true, ...taking },
  )
  return new Story(id, now)
}
const acts = async (story: Story) => (await story.events()).map(({ type }) => type)
const side = (given: object) => [
  { side: 'applicant' as const, kind: 'person' as const, name: '和丽江', willing: 'willing' as const, ...given },
  { side: 'respondent' as const, kind: 'person' as const, name: '杨正平', willing: 'willing' as const },
]

describe('what comes to the own door', () => {
  test('is registered, sent on, received and assigned at once by its mediator', async () => {
    const story = await take(who.mediator)
    const events = await story.events()
    expect(events.map(({ type, fromStatus, toStatus, version }) => [version, type, fromStatus, toStatus])).toEqual([
      [1, 'register', null, 'reported'],
      [2, 'offer', 'reported', 'offered'],
      [3, 'receive', 'offered', 'assigning'],
      [4, 'assign', 'assigning', 'mediating'],
    ])
    expect(events.map(({ actorId }) => actorId)).toEqual(Array<string>(4).fill(who.mediator.accountId))
    expect(events.slice(1).map(({ actorBodyId }) => actorBodyId)).toEqual([room, room, room])
    expect(events[1]?.texts).toMatchObject([{ kind: 'why', audience: 'path', text: expect.stringContaining('第17条') as string }])
    const leg = await story.lastLeg()
    expect(leg).toMatchObject({ ordinal: 1, bodyId: room, channel: 'people', offeredById: who.mediator.accountId })
    expect([leg.receivedAt, leg.volumeNumber !== null, leg.mediators.map(({ accountId }) => accountId)]).toEqual([
      now,
      true,
      [who.mediator.accountId],
    ])
    expect(await story.row()).toMatchObject({ status: 'mediating', keeperId: who.mediator.accountId, version: 4 })
    expect(Object.keys(await story.running())).toEqual(['mediation'])
  })

  test('waits for its head to assign it where nobody took it on', async () => {
    const story = await take(who.mediator, {}, { mediates: false })
    expect([await acts(story), await story.status()]).toEqual([['register', 'offer', 'receive'], 'assigning'])
    expect(await refusalOf(story.does(who.mediator, { type: 'assign', mediatorIds: [who.mediator.accountId] }))).toEqual(said.forbidden)
    await story.does(who.head, { type: 'assign', mediatorIds: [who.secondMediator.accountId] })
    expect(await story.status()).toBe('mediating')
  })

  test('was taken when it was taken, also where it is written down later', async () => {
    const earlier = new Date(now.getTime() - 3_600_000)
    const story = await take(who.head, { happenedAt: earlier, source: 'ownInitiative' }, { happenedAt: earlier })
    const events = await story.events()
    expect(new Set(events.map(({ happenedAt }) => happenedAt.getTime()))).toEqual(new Set([earlier.getTime()]))
    expect(events[1]?.texts[0]?.text).toContain('主动调解')
  })

  test('is seen by the triage post, and stands on the path', async () => {
    const story = await take(who.mediator)
    const page = await openPage(who.triage, story.id, now)
    expect(page.rows.events.map(({ type }) => type)).toEqual(['register', 'offer', 'receive', 'assign'])
    expect((await refusalOf(openPage(who.otherTriage, story.id, now)))[0]).toBe(404)
  })

  test('is taken once, however often the form is sent', async () => {
    const key = newId()
    const sent = [await take(who.mediator, {}, {}, key), await take(who.mediator, {}, {}, key)]
    expect(sent[0]?.id).toBe(sent[1]?.id)
    expect(await acts(sent[0]!)).toHaveLength(4)
  })

  test('is not assigned at once to a namesake of a party', async () => {
    const story = await take(who.mediator, { parties: side({ name: who.mediator.name }) })
    expect([await acts(story), await story.status()]).toEqual([['register', 'offer', 'receive'], 'assigning'])
  })
})

describe('only registered, and the post decides', () => {
  const onlyRegistered = async (story: Story, why: string, way = ['register', 'note']) => {
    expect([await acts(story), await story.status(), await story.legs()]).toEqual([way, 'reported', []])
    const receipt = await receiptOf(who.mediator, story.id, now)
    expect(receipt.notTaken).toContain('已交分流岗')
    expect(receipt.notTaken).toContain(why)
    expect((await receiptOf(who.triage, story.id, now)).notTaken, 'it is told to who registered').toBeNull()
    expect(Object.keys(await story.running())).toEqual(['triage'])
  }

  test('where there is danger', async () => {
    const story = await take(who.mediator, { dangerSigns: ['weapon'], dangerTold: '九点报了派出所' })
    await onlyRegistered(story, '危险情形', ['register', 'note', 'danger', 'alarm'])
  })

  test('where a side is unwilling', async () =>
    onlyRegistered(await take(who.mediator, { parties: side({ willing: 'unwilling' }) }), '不愿意'))

  test('where all must have agreed and have not', async () => {
    const medical = { typeCode: '13', parties: side({ willing: 'notAsked' }) }
    const own = await bodyId('industry-medical')
    const story = await take(who.medicalMediator, medical, { bodyId: own })
    expect([await acts(story), await story.status()]).toEqual([['register', 'note'], 'reported'])
    expect((await receiptOf(who.medicalMediator, story.id, now)).notTaken).toContain('各方都同意')
    expect(await (await take(who.medicalMediator, { typeCode: '13', parties: side({}) }, { bodyId: own })).status()).toBe('mediating')
  })

  test('where it is medical and nobody applied: never on own initiative', async () => {
    const given = { typeCode: '13', source: 'ownInitiative' as const, parties: side({}) }
    const story = await take(who.medicalMediator, given, { bodyId: await bodyId('industry-medical') })
    expect([await acts(story), await story.status()]).toEqual([['register', 'note'], 'reported'])
    expect((await receiptOf(who.medicalMediator, story.id, now)).notTaken).toContain('不能主动调解')
  })

  test('where a court sent it and the body is not on its list', async () => {
    await db.body.update({ where: { id: room }, data: { courtInvited: false } })
    await onlyRegistered(await take(who.mediator, { source: 'court' }), '特邀')
  })

  test('out of scope', async () => {
    const { types } = await db.body.findUniqueOrThrow({ where: { id: room }, select: { types: true } })
    await db.body.update({ where: { id: room }, data: { types: ['02'] } })
    await onlyRegistered(await take(who.mediator), '受理范围')
    await db.body.update({ where: { id: room }, data: { types } })
  })

  test('in another township', async () => {
    const [elsewhere] = await db.area.findMany({ where: { parent: { code: dayan } }, take: 1 })
    const story = await take(who.villageHead, { areaId: elsewhere?.id ?? (await areaId(dayan)) }, { bodyId: village })
    expect([await acts(story), await story.status()]).toEqual([['register', 'note'], 'reported'])
  })

  test('where who registers it is a party, or the body itself is', async () => {
    const { phone } = accountByKey('mediator-room-maguotou-1')
    await onlyRegistered(await take(who.mediator, { parties: side({ phone }) }), '利害关系')
    const { name } = await db.body.findUniqueOrThrow({ where: { id: room } })
    await onlyRegistered(await take(who.mediator, { parties: side({ name, kind: 'organisation' }) }), '当事人')
  })
})

describe('nobody else’s door', () => {
  test('and then nothing at all is written', async () => {
    const before = await db.dispute.count()
    for (const actor of [who.otherMediator, who.otherHead, who.grid, who.triage, who.court])
      expect(await refusalOf(take(actor)), actor.name).toEqual(said.forbidden)
    expect(await refusalOf(take(who.court, {}, { bodyId: who.court.posts[0]!.bodyId! })), 'a court has no such door').toEqual(
      said.forbidden,
    )
    expect(await db.dispute.count()).toBe(before)
  })

  test('and what it opens is shut again: the mediator sends nothing on', async () => {
    const story = await take(who.mediator, { parties: side({ willing: 'unwilling' }) })
    expect(await refusalOf(story.does(who.mediator, { type: 'offer', channel: 'people', bodyId: room }))).toEqual(said.forbidden)
    await story.does(who.triage, { type: 'offer', channel: 'people', bodyId: room })
    expect(await refusalOf(story.does(who.mediator, { type: 'receive' }))).toEqual(said.forbidden)
    await story.does(who.triage, { type: 'recall' })
    expect(await story.status()).toBe('reported')
  })

  test('but the post sees what was taken there, and takes it back until something is agreed', async () => {
    const story = await take(who.mediator)
    expect(await story.status()).toBe('mediating')
    expect(await refusalOf(story.does(who.mediator, { type: 'recall' }))).toEqual(said.forbidden)
    await story.does(who.triage, { type: 'recall' }, { texts: [{ kind: 'why', audience: 'path', text: '另一方在区里已经申请' }] })
    expect([await story.status(), (await story.legs()).map(({ result }) => result)]).toEqual(['reported', ['recalled']])
    expect(await story.running()).not.toHaveProperty('mediation')

    const agreed = await take(who.mediator)
    const part = { form: 'oral' as const, content: '先退一半', terms: [termForm.parse({ who: '杨正平', what: '道歉', kind: 'apologise' })] }
    await agreeInPart(await agreed.sent(who.mediator), { ...part, who: '先谈妥的一家', count: 1, left: 1 })
    expect(await agreed.status()).toBe('mediating')
    expect((await refusalOf(agreed.does(who.triage, { type: 'recall' })))[0]).toBe(409)
    const sentOn = await aMediation()
    expect((await refusalOf(sentOn.does(who.triage, { type: 'recall' })))[0]).toBe(409)
  })

  test('a later act that fails takes all with it', async () => {
    const before = await db.dispute.count()
    const late = new Date(now.getTime() + 60_000)
    expect((await refusalOf(take(who.mediator, {}, { happenedAt: late })))[0]).toBe(400)
    expect(await db.dispute.count()).toBe(before)
  })
})

describe('the form', () => {
  const draft = async (actor: Person, more: Values = {}) => {
    const id = newId()
    const parties = [
      { side: 'applicant', kind: 'person', name: `和${id.slice(-4)}` },
      { side: 'respondent', kind: 'person', name: `杨${id.slice(-5, -1)}` },
    ]
    const typed = { areaId: await areaId(longquan), typeCode: '1101', parties, facts: `水渠${id}改道`, ...more }
    await keepDraft({ actor, id, step: 3, change: () => typed })
    return id
  }
  const doors = async (actor: Person, more: Values = {}) => {
    const id = await draft(actor, more)
    return (await stepPage(actor, id, await openDraft(actor, id), 4)).four?.doors
  }

  test('offers the own body, chosen first, and the post; to who mediates, and nobody else', async () => {
    const own = { value: room, label: expect.stringMatching(/^我们自己受理：.*马锅头/) as string }
    expect(await doors(who.mediator)).toMatchObject({ options: [own, { value: 'triage', label: '交分流岗' }], first: room })
    expect(await doors(who.grid)).toBeNull()
    expect(await doors(who.court)).toBeNull()
    expect((await doors(who.mediator, { typeCode: '1001' }))?.first, 'out of its scope').toBe('triage')
    expect((await doors(who.mediator, { dangerSigns: ['weapon'], dangerTold: '已报' }))?.first).toBe('triage')
  })

  test('takes it, or leaves it to the post, as was chosen', async () => {
    const submit = (actor: Person, id: string, sent: Values) =>
      sendStep({
        actor,
        id,
        step: 4,
        go: 'submit',
        sent: { source: 'applied', intake: 'ownDoor', elsewhere: 'none', otherWayTold: 'on', ...sent },
        photos: [],
      })
    const status = async (id: string) => (await db.dispute.findUniqueOrThrow({ where: { id } })).status
    const [mine, ours, post, strange] = [await draft(who.mediator), await draft(who.head), await draft(who.mediator), await draft(who.grid)]
    await submit(who.mediator, mine, { ownDoor: room, mediates: 'on' })
    await submit(who.head, ours, { ownDoor: room })
    await submit(who.mediator, post, { ownDoor: 'triage', mediates: 'on' })
    expect([await status(mine), await status(ours), await status(post)]).toEqual(['mediating', 'assigning', 'reported'])
    expect((await receiptOf(who.mediator, mine)).rows.map(({ label }) => label)).toContain('受理')
    expect(await db.dispute.findUniqueOrThrow({ where: { id: mine } })).toMatchObject({
      otherWayChoice: 'here',
      elsewhereAskedById: who.mediator.accountId,
    })
    const asked = await draft(who.mediator)
    expect((await refusalOf(submit(who.mediator, asked, { ownDoor: room, elsewhere: '' })))[2]).toHaveProperty('elsewhere')
    expect((await refusalOf(submit(who.mediator, asked, { ownDoor: room, otherWayTold: '' })))[2]).toHaveProperty('otherWayTold')
    const tied = { ownDoor: room, mediates: 'on', tie: 'relative', tieWhat: '申请人的表弟' }
    expect((await refusalOf(submit(who.mediator, asked, tied)))[2]).toHaveProperty('tieAccepted')
    await submit(who.mediator, asked, { ...tied, tieAccepted: 'on' })
    const texts = await db.eventText.findMany({ where: { disputeId: asked }, select: { audience: true, text: true } })
    expect(texts).toContainEqual({ audience: 'path', text: '利害关系（亲属）已告知双方，双方接受' })
    expect((await refusalOf(submit(who.grid, strange, { ownDoor: room })))[2]).toHaveProperty('ownDoor')
  })
})
