import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { addNote, askWilling, filePrior, fileRoster, linkDispute, setRisk } from '#app/domain/dispute/annotate.server'
import { correctEvent } from '#app/domain/correction/correct.server'
import { aClosed, aMediation, anOffer, aReport, term } from '../../support/disputes'
import { people, type Part } from '../../support/people'
import { fieldsOf, namesIn, send } from '../../support/forms'
import { refusalOf, said } from '../../support/refusals'
import { expectSound } from './sound'

const aPixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64')

let who: Record<Part, Person>
beforeAll(async () => {
  who = await people()
})

test('前情: a paper from elsewhere is on file with its own force and puts nothing in force here', async () => {
  const story = await aReport()
  await filePrior(await story.sent(who.grid), {
    what: 'agreement',
    by: '龙泉村委会',
    force: 'contract',
    kept: 'no',
    terms: [term()],
    note: '去年写过一张',
  })
  const [prior] = await db.prior.findMany({ where: { disputeId: story.id } })
  expect(prior).toMatchObject({
    what: 'agreement',
    by: '龙泉村委会',
    force: 'contract',
    kept: 'no',
    terms: [{ who: '杨正平', amountFen: 30_000 }],
  })
  const event = await story.lastEvent()
  expect(event).toMatchObject({
    type: 'prior',
    subjectId: prior!.id,
    toStatus: 'reported',
    detail: { what: 'agreement', force: 'contract' },
  })
  expect(event.texts).toMatchObject([{ kind: 'note', audience: 'path', text: '去年写过一张' }])
  const { facts } = await expectSound(story.id)
  expect(facts).toMatchObject({ inForce: false, owing: false })
})

test('名册: a side becomes a list, households are not persons; a new list is a new party', async () => {
  const story = await aReport()
  const [first] = (await story.row()).parties
  await fileRoster(await story.sent(who.grid), {
    partyId: first!.id,
    side: 'applicant',
    count: 9,
    unit: 'household',
    representatives: 1,
  })
  await fileRoster(await story.sent(who.grid), {
    side: 'respondent',
    name: '上游村民',
    count: 40,
    unit: 'person',
    estimated: true,
  })
  expect((await story.row()).parties).toMatchObject([
    { name: '和丽江', rosterCount: 9, rosterUnit: 'household', rosterRepresentatives: 1 },
    { name: '杨正平', rosterCount: null },
    { name: '上游村民', kind: 'roster', rosterCount: 40, rosterUnit: 'person', rosterEstimated: true, ordinal: 3 },
  ])
  const other = (await (await aReport()).row()).parties[0]!
  const stray = { partyId: other.id, side: 'applicant', count: 2, unit: 'person' } as const
  expect(await refusalOf(fileRoster(await story.sent(who.grid), stray)), 'a party of another dispute').toEqual(said.notFound)
})

test('风险: the level has a history with reasons, also after 办结, and the state stays', async () => {
  const story = await aClosed()
  await setRisk(await story.sent(who.duty), { level: 'red', why: '又去堵门' })
  expect(await story.row()).toMatchObject({ risk: 'red', status: 'closed' })
  expect(await db.riskChange.findMany({ where: { disputeId: story.id } })).toMatchObject([{ level: 'red', byId: who.duty.accountId }])
  expect(
    await refusalOf(
      setRisk(await story.sent(who.mediator).then((sent) => ({ ...sent, actor: who.bureau })), {
        level: 'green',
        why: '',
      }),
    ),
  ).toEqual(said.forbidden)
  await expectSound(story.id)
})

test('关联: to another dispute, or in words where it is in no file of ours', async () => {
  const [story, other] = [await aReport(), await aReport()]
  await linkDispute(await story.sent(who.grid), { otherId: other.id, why: '同一家客栈' })
  await linkDispute(await story.sent(who.grid), { otherText: '大理市一件', why: '同一个房东' })
  expect(await db.disputeLink.findMany({ where: { disputeId: story.id }, orderBy: { id: 'asc' } })).toMatchObject([
    { otherId: other.id, otherText: null },
    { otherId: null, otherText: '大理市一件' },
  ])
})

test('补充情况 by whoever may see it, each with its own words; an empty one leaves no words', async () => {
  const story = await aMediation()
  await addNote(await story.sent(who.mediator), { note: '  打了电话  ' })
  expect((await story.lastEvent()).texts).toMatchObject([{ kind: 'note', audience: 'handlers', text: '打了电话' }])
  await addNote(await story.sent(who.mediator), {})
  expect((await story.lastEvent()).texts).toEqual([])
  // Anybody who may see the case may say what they know of it (U27): the bureau too, and the leader of what is yellow or red.
  await addNote(await story.sent(who.bureau), { note: '局里来电' })
  expect(await refusalOf(addNote(await story.sent(who.leader), { note: '看不到' }))).toEqual(said.notFound)
  await setRisk(await story.sent(who.mediator), { level: 'yellow', why: '吵得凶' })
  await addNote(await story.sent(who.leader), { note: '我和村里说过' })
  expect((await story.lastEvent()).actorId).toBe(who.leader.accountId)
  expect(await refusalOf(addNote(await story.sent(who.otherGrid), { note: '路过' }))).toEqual(said.notFound)
})

test('补充情况 from its form: words, photographs or both; of what is ended it may ask to take it up again, and moves nothing', async () => {
  const open = await aMediation()
  expect(namesIn(await fieldsOf(open, who.grid, 'note'))).not.toContain('again')
  const photo = new File([Uint8Array.from(aPixel)], '收条.png', { type: 'image/png' })
  await send(open, who.grid, 'note', { photos: [photo] })
  const { id, texts } = await open.lastEvent()
  expect(texts).toMatchObject([{ kind: 'note', text: '照片、文件 1 份' }])
  expect(await db.file.count({ where: { eventId: id, kind: 'photo', uploadedById: who.grid.accountId } })).toBe(1)
  await expect(send(open, who.grid, 'note', {})).rejects.toThrow('请写补充的情况，或者选照片')

  const over = await aClosed()
  expect(namesIn(await fieldsOf(over, who.grid, 'note'))).toContain('again')
  await send(over, who.grid, 'note', { note: '又吵起来了', again: true })
  expect(await over.lastEvent()).toMatchObject({ type: 'note', detail: { wish: 'reopen' } })
  expect(await over.status()).toBe('closed')
})

test('two notes written over the same page are both kept', async () => {
  const story = await aMediation()
  const sent = await story.sent(who.mediator)
  await addNote(sent, { note: '一' })
  await addNote({ ...sent, actor: who.head }, { note: '二' })
  expect((await story.row()).version).toBe(sent.seen + 2)
})

test('更正: one’s own record is answered by a further one, both stay; another’s cannot be corrected', async () => {
  const story = await aReport()
  const { id } = await story.lastEvent()
  await correctEvent(await story.sent(who.grid), { eventId: id, text: '是三百二十元', why: '听错了' })
  expect((await story.events()).map(({ type }) => type)).toEqual(['register', 'correct'])
  expect((await story.lastEvent()).texts.map(({ kind, text }) => [kind, text])).toEqual([
    ['note', '是三百二十元'],
    ['why', '听错了'],
  ])
  expect(await refusalOf(correctEvent(await story.sent(who.triage), { eventId: id, text: '无', why: '无' }))).toEqual([
    403,
    '只能更正自己办理的记录；后面已经由别的岗位办过的，请负责人更正',
  ])
  const stranger = await (await aReport()).lastEvent()
  expect(await refusalOf(correctEvent(await story.sent(who.grid), { eventId: stranger.id, text: '无', why: '无' }))).toEqual(said.notFound)
})

test('the log cannot be edited or emptied, not even by hand', async () => {
  const story = await aReport()
  await expect(db.disputeEvent.updateMany({ where: { disputeId: story.id }, data: { type: 'close' } })).rejects.toThrow(/append-only/)
  await expect(db.audit.deleteMany({ where: { disputeId: story.id } })).rejects.toThrow(/append-only/)
})

test('each side’s answer to mediation is kept with who asked and how; only who has it may write it down', async () => {
  const story = await anOffer({
    parties: [
      { side: 'applicant', kind: 'person', name: '和丽江' },
      { side: 'respondent', kind: 'person', name: '杨正平' },
    ],
  })
  const [, respondent] = (await story.row()).parties
  const answer = [{ partyId: respondent!.id, willing: 'unwilling' as const, how: 'phone' }]
  expect(await refusalOf(askWilling(await story.sent(who.bureau), answer))).toEqual(said.forbidden)
  await askWilling(await story.sent(who.head), answer)
  expect((await story.row()).parties[1]).toMatchObject({
    willing: 'unwilling',
    willingHow: 'phone',
    willingById: who.head.accountId,
    willingAt: story.now,
  })
  expect((await story.row()).version, 'an answer is no event').toBe(2)
  expect(await refusalOf(story.does(who.head, { type: 'receive' }))).toEqual([
    409,
    '有一方不愿意调解，不能受理（人民调解法第17条）。可以退回，由分流岗告知其他途径',
  ])
})
