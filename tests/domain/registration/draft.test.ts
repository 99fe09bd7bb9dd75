import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import { countStatements, db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { keepDraft, listDrafts, openDraft } from '#app/domain/draft/drafts.server'
import { stepPage } from '#app/domain/draft/page.server'
import { sendStep, type SentStep } from '#app/domain/draft/send.server'
import { discardDraft } from '#app/domain/draft/submit.server'
import { draftList } from '#app/domain/draft/list.server'
import { nested, textAt, type Values } from '#app/domain/draft/values'
import { openFile } from '#app/domain/file/open-file.server'
import { newId } from '#app/domain/id'
import { receiptOf } from '#app/domain/registration/receipt.server'
import { choiceOf } from '#app/domain/types/dispute-types'
import { areaId, longquan, people, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

process.env.FILES_DIR = mkdtempSync(join(tmpdir(), 'yizhan-draft-'))

let cast: Record<Part, Person>
let village: string
beforeAll(async () => {
  cast = await people()
  village = await areaId(longquan)
})

/** One page as a browser sends it. */
const send = (id: string, step: SentStep['step'], sent: Values, more: Partial<SentStep> = {}) =>
  sendStep({ actor: cast.grid, id, step, go: 'next', sent, photos: [], ...more })

let last = 0
const twoNames = () => [
  { side: 'applicant', kind: 'person', name: `和丽江${++last}` },
  { side: 'respondent', kind: 'person', name: `杨正平${last}` },
]

/** A draft as far as the last page. */
async function written(more: Values = {}, parties: Values[] = twoNames()) {
  const id = newId()
  await send(id, 1, { areaId: village, typeCode: '0203' })
  await send(id, 2, { parties })
  await send(id, 3, { facts: '上游改了水渠，下游断水。', ...more })
  return id
}

const submit = (id: string, sent: Values = {}) => send(id, 4, sent, { go: 'submit' })
const wrongBeside = async (act: Promise<unknown>) => (await refusalOf(act))[2] ?? {}

describe('a draft', () => {
  test('is kept on every page and goes on elsewhere', async () => {
    const id = newId()
    expect(await send(id, 1, { areaId: village })).toBe(`/register/${id}/2`)
    expect(await send(id, 2, { parties: [{ side: 'respondent', kind: 'person', name: '木某' }] }, { go: 'back' })).toBe(`/register/${id}/1`)
    const draft = await openDraft(cast.grid, id)
    expect(draft).toMatchObject({ step: 2, version: 2, values: { areaId: village, parties: [{ name: '木某' }] } })
    expect((await listDrafts(cast.grid)).map((one) => one.id)).toContain(id)
  })

  test('says nothing to who looks into the database', async () => {
    const id = newId()
    await send(
      id,
      2,
      { parties: [{ side: 'applicant', kind: 'person', name: '谁也不该看见', idNumber: '530702199001011234' }] },
      { go: 'save' },
    )
    const { content } = await db.draft.findUniqueOrThrow({ where: { id } })
    expect(content).toMatch(/^1\./)
    expect(content).not.toMatch(/谁也不该看见|530702199001011234/)
  })

  test('says in a list what it is about and since when, and names nobody in full', async () => {
    const at = (time: string) => new Date(`2026-11-${time}:00+08:00`)
    const id = v7({ msecs: at('23T16:20').getTime() })
    const keep = (step: SentStep['step'], sent: Values, now: Date) => send(id, step, sent, { actor: cast.otherGrid, go: 'save', now })
    const listed = async () => {
      const line = (await draftList(cast.otherGrid, at('24T10:00'))).find((one) => one.id === id)
      return [line?.href, line?.title, line?.words]
    }
    const party = (name: string, kind = 'person') => ({ side: 'applicant', kind, name })
    const type = choiceOf('0203')?.label
    await keep(1, { areaId: village, typeCode: '0203' }, at('23T16:20'))
    expect(await listed()).toEqual([`/register/${id}/1`, `${type}：当事人没有填`, '11月23日 16:20 开始，填到第 1 步'])
    await keep(2, { parties: [{ side: 'applicant', kind: 'person' }, party('和丽江')] }, at('23T16:31'))
    expect(await listed()).toEqual([`/register/${id}/2`, `${type}：和某某`, '11月23日 16:20 开始，填到第 2 步，16:31 存'])
    await keep(1, { areaId: village }, at('24T09:05'))
    await keep(2, { parties: [party('云上客栈', 'organisation')] }, at('24T09:05'))
    expect(await listed()).toEqual([`/register/${id}/2`, '类型没有选：云上客栈', '11月23日 16:20 开始，填到第 2 步，今天 09:05 存'])
  })

  test('stands beside its own pages in a few words, without numbers and doors', async () => {
    const parties: Values[] = [
      { side: 'applicant', kind: 'person', name: '和丽江', phone: '13908880001', idNumber: '530702199001011234' },
      { side: 'respondent', kind: 'person', unknown: 'on', addressText: '龙泉三组' },
    ]
    const id = await written({ amount: '3000', dangerSigns: 'weapon', dangerTold: '已报派出所' }, parties)
    await send(id, 1, { areaId: village, typeCode: '0203', placeText: '村口水渠边', door: '三组 12 号' }, { go: 'save' })
    const { soFar, reached } = await stepPage(cast.grid, id, await openDraft(cast.grid, id), 2)
    expect([reached, soFar.map(({ words }) => words)]).toEqual([
      3,
      [
        [expect.stringMatching(/龙泉.*，村口水渠边$/), choiceOf('0203')?.label],
        ['提出来的一方：和丽江', '对方：姓名不详'],
        ['上游改了水渠，下游断水。', '金额 3,000.00 元', '危险情形：持械'],
        [],
      ],
    ])
  })

  test('is nobody else’s, and an id that is not ours begins none', async () => {
    const id = await written()
    expect(await openDraft(cast.otherGrid, id)).toBeNull()
    expect((await refusalOf(send(id, 3, { facts: '别人写的' }, { actor: cast.otherGrid })))[0]).toBe(404)
    expect((await refusalOf(send('018f0000-0000-7000-8000-000000000001', 1, { areaId: village })))[0]).toBe(404)
    expect((await refusalOf(send(newId(), 1, { areaId: village }, { actor: cast.admin })))[0]).toBe(403)
  })

  test('sent twice at once, or from two devices, keeps both pages', async () => {
    const id = newId()
    await Promise.all([
      send(id, 1, { areaId: village }),
      send(id, 1, { areaId: village }),
      send(id, 3, { facts: '同时写的' }, { go: 'save' }),
    ])
    expect((await openDraft(cast.grid, id))?.values).toMatchObject({ areaId: village, facts: '同时写的' })
  })

  test('keeps what was typed wrong, and says so beside the field only when one goes on', async () => {
    const id = newId()
    const parties = [{ side: 'applicant', kind: 'person', name: '木某', phone: '139 0888 2', idNumber: '530702199001010000' }]
    expect(await send(id, 2, { parties }, { go: 'save' })).toContain(`/register/${id}/2`)
    expect(await wrongBeside(send(id, 2, { parties }))).toMatchObject({
      'parties[0].phone': expect.stringContaining('电话号码不对') as string,
      'parties[0].idNumber': expect.stringContaining('核对') as string,
    })
    expect(textAt((await openDraft(cast.grid, id))!.values, 'parties[0].phone')).toBe('139 0888 2')
  })

  test('takes more and fewer parties, and ticks that were taken away', async () => {
    const id = newId()
    await send(id, 2, { parties: twoNames() }, { go: 'add' })
    expect((await openDraft(cast.grid, id))!.values.parties).toHaveLength(3)
    await send(id, 2, { parties: twoNames() }, { go: 'remove-0' })
    expect((await openDraft(cast.grid, id))!.values.parties).toHaveLength(1)
    await send(id, 3, { facts: '一', urgent: 'on' }, { go: 'save' })
    await send(id, 3, { facts: '一' }, { go: 'save' })
    expect((await openDraft(cast.grid, id))!.values.urgent).toBeUndefined()
  })

  test('refuses what is too large with a sentence', async () => {
    expect((await refusalOf(send(newId(), 3, { facts: '长'.repeat(200_000) }, { go: 'save' })))[1]).toContain('内容太多')
    const id = await written()
    expect(await wrongBeside(send(id, 3, { facts: '长'.repeat(5001) }))).toHaveProperty('facts')
  })

  test('goes with its photos', async () => {
    const id = await written()
    await discardDraft(cast.grid, id)
    expect(await openDraft(cast.grid, id)).toBeNull()
  })
})

describe('names of fields', () => {
  test('become values; what no form of ours has is left out', () => {
    const entries: [string, string][] = [
      ['parties[0].name', '木某'],
      ['parties[2].name', '和某'],
      ['languages', 'naxi'],
      ['languages', 'bai'],
      ['facts', ' '],
      ['parties[999999999].name', 'x'],
      ['__proto__.polluted', 'x'],
      ['a.b.c.d.e.f', 'x'],
      ['x'.repeat(500), 'x'],
    ]
    expect(nested(entries)).toEqual({ parties: [{ name: '木某' }, { name: '和某' }], languages: ['naxi', 'bai'] })
  })
})

describe('the first page', () => {
  test('begins with the place of one’s own post', async () => {
    const page = await stepPage(cast.grid, newId(), null, 1)
    expect(page.one?.areas.preset).toBe(village)
    expect(page.one?.areas.groups[0]?.label).toBe('束河街道')
    expect(page.one?.types.usual).toHaveLength(6)
  })

  test('searches types by Chinese and by pinyin, as a posted form', async () => {
    for (const typeQuery of ['工资', 'gongzi', 'gz']) {
      const id = newId()
      expect(await send(id, 1, { areaId: village, typeQuery }, { go: 'enter' })).toBe(`/register/${id}/1#types`)
      const page = await stepPage(cast.grid, id, await openDraft(cast.grid, id), 1)
      expect(page.one?.types.found?.map(({ value }) => value)).toContain('1001')
    }
  })

  test('wants to know where; nothing else', async () => {
    expect(await wrongBeside(send(newId(), 1, {}))).toEqual({ areaId: expect.any(String) as string })
  })
})

describe('danger', () => {
  test('asks in the same form who was told, and says whom to call', async () => {
    const id = await written()
    expect(await wrongBeside(send(id, 3, { facts: '要打人', dangerSigns: ['threat'] }))).toHaveProperty('dangerTold')
    expect(await send(id, 3, { facts: '要打人', dangerSigns: ['threat'], dangerTold: '九点打了派出所' })).toBe(`/register/${id}/4`)
    const page = await stepPage(cast.grid, id, await openDraft(cast.grid, id), 3)
    const threat = page.three?.signs.find(({ value }) => value === 'threat')
    expect(threat?.call.map(({ who }) => who)).toEqual(['报警', expect.stringContaining('派出所')])
  })
})

describe('registering', () => {
  test('makes the draft the dispute: id, key, photos, words', async () => {
    const id = await written({
      amount: '1,200.50',
      amountAbout: 'on',
      peopleCount: '9',
      householdCount: '3',
      askedAt: '2026-11-01T09:30',
      noticeTold: 'on',
    })
    const { dataKey } = (await openDraft(cast.grid, id))!
    expect(await submit(id, { source: 'applied', intake: 'grid', forParty: '0', noticeTold: 'on', reporter: '邻居' })).toBe(
      `/disputes/${id}/receipt`,
    )
    const dispute = await db.dispute.findUniqueOrThrow({ where: { id }, include: { parties: true, events: { include: { texts: true } } } })
    expect(dispute).toMatchObject({
      dataKey,
      amountFen: 120_050n,
      amountAbout: true,
      peopleCount: 9,
      householdCount: 3,
      typeCode: '02',
      subtypeCode: '0203',
      intake: 'grid',
    })
    expect(dispute.askedAt).toEqual(new Date('2026-11-01T01:30:00Z'))
    expect(dispute.events[0]).toMatchObject({ behalfPartyId: dispute.parties[0]?.id, detail: { noticeTold: true } })
    expect(dispute.reporterText).toBe('邻居')
    expect(await openDraft(cast.grid, id)).toBeNull()
  })

  test('happens once, however often it is sent', async () => {
    const id = await written()
    const sent = await Promise.all([submit(id), submit(id), submit(id)])
    expect(new Set(sent)).toEqual(new Set([`/disputes/${id}/receipt`]))
    expect(await submit(id)).toBe(`/disputes/${id}/receipt`)
    expect(await db.disputeEvent.count({ where: { disputeId: id } })).toBe(1)
  })

  test('needs where and what; nobody need be known', async () => {
    const id = newId()
    await send(id, 3, { occurredOn: '昨天' }, { go: 'save' })
    expect(Object.keys(await wrongBeside(submit(id))).sort()).toEqual(['areaId', 'facts'])
    await send(id, 1, { areaId: village })
    await send(id, 3, { facts: '路被堵了' })
    await submit(id, { source: 'ownInitiative', intake: 'grid' })
    expect(await db.party.count({ where: { disputeId: id } })).toBe(0)
  })

  test('keeps both times of what was handled first', async () => {
    const id = await written({ happenedAt: '2026-11-19T22:10', urgent: 'on' })
    await sendStep({ actor: cast.grid, id, step: 4, go: 'submit', sent: {}, photos: [] })
    const row = await db.dispute.findUniqueOrThrow({ where: { id } })
    expect(row.registeredAt).toEqual(new Date('2026-11-19T14:10:00Z'))
    expect(row.recordedAt.getTime()).toBeGreaterThan(row.registeredAt.getTime())
    const receipt = await receiptOf(cast.grid, id)
    expect(receipt.rows.map(({ label }) => label)).toEqual(expect.arrayContaining(['处理时间', '补登时间']))
  })

  test('costs what an act may', async () => {
    const id = await written()
    const { statements } = await countStatements(() => submit(id))
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(10)
  })

  test('prints the query code for who registered it, and for nobody else', async () => {
    const id = await written()
    await submit(id)
    expect((await receiptOf(cast.grid, id)).code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    expect((await receiptOf(cast.triage, id)).code).toBeNull()
    expect((await refusalOf(receiptOf(cast.otherGrid, id)))[0]).toBe(404)
  })
})

describe('settled on the spot', () => {
  const settle = {
    on: 'on',
    by: 'others',
    byName: '寨老和某',
    form: 'oral',
    content: '赔三百元',
    terms: [{ who: '杨正平', what: '赔钱', amount: '300' }],
  }

  test('asks who mediated and in which form', async () => {
    const id = await written()
    expect(await wrongBeside(send(id, 3, { facts: '吵架', settle: { on: 'on' } }))).toMatchObject({
      'settle.by': '请选是谁调解的',
      'settle.form': '请选口头还是书面',
    })
    expect(await wrongBeside(send(id, 3, { facts: '吵架', settle: { on: 'on', by: 'registered', form: 'oral' } }))).toMatchObject({
      'settle.mediatorId': '请选是哪位调解员',
      'settle.content': expect.stringContaining('第28条') as string,
    })
  })

  test('by anybody else is between the parties; by a registered mediator it is mediation', async () => {
    const id = await written({ settle })
    await submit(id)
    const own = await db.agreement.findFirstOrThrow({ where: { disputeId: id }, include: { obligations: true } })
    expect(own).toMatchObject({ kind: 'onSpot', form: 'oral', status: 'inForce', obligations: [{ kind: 'pay', amountFen: 30_000n }] })
    const other = await written({ settle: { ...settle, by: 'registered', mediatorId: cast.grid.accountId } })
    expect(await wrongBeside(submit(other))).toHaveProperty('settle.mediatorId')
    await send(other, 3, { facts: '吵架', settle: { ...settle, by: 'registered', mediatorId: cast.mediator.accountId } })
    await submit(other)
    expect(await db.dispute.findUniqueOrThrow({ where: { id: other } })).toMatchObject({
      settledById: cast.mediator.accountId,
      keeperId: cast.mediator.accountId,
    })
  })

  test('says beside its own fields what the law asks', async () => {
    const id = await written({ settle })
    await send(id, 1, { areaId: village, typeCode: '1001' })
    expect(await wrongBeside(submit(id))).toEqual({ 'settle.oralWhy': expect.stringContaining('书') as string })
    expect(await db.dispute.count({ where: { id } })).toBe(0)
  })
})

describe('photos', () => {
  const picture = () =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: '#884422' } })
      .jpeg()
      .toBuffer()

  test('are kept with the draft, shown to its owner, and go over to the dispute', async () => {
    const id = await written()
    await send(
      id,
      3,
      { facts: '有照片' },
      {
        go: 'save',
        photos: [
          { kind: 'photo', field: 'pictures', bytes: await picture() },
          { kind: 'identity', field: 'papers', bytes: await picture() },
        ],
      },
    )
    const files = await db.file.findMany({ where: { draftId: id }, orderBy: { id: 'asc' } })
    expect(files.map(({ kind, mime }) => [kind, mime])).toEqual([
      ['photo', 'image/jpeg'],
      ['identity', 'image/jpeg'],
    ])
    expect((await openFile(cast.grid, files[1]!.id, null)).bytes.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
    expect((await refusalOf(openFile(cast.otherGrid, files[0]!.id, null)))[0]).toBe(404)
    await submit(id)
    expect((await openFile(cast.triage, files[0]!.id, null)).mime).toBe('image/jpeg')
    expect((await refusalOf(openFile(cast.triage, files[1]!.id, null)))[0]).toBe(400)
    await openFile(cast.triage, files[1]!.id, 'identify')
    expect(await db.audit.findFirst({ where: { subjectId: files[1]!.id } })).toMatchObject({
      act: 'reveal',
      detail: { purpose: 'identify' },
    })
    expect((await refusalOf(openFile(cast.otherTriage, files[0]!.id, null)))[0]).toBe(404)
  })

  test('that are none are refused beside the field; what was typed and the good ones stay', async () => {
    const id = await written()
    const photos: SentStep['photos'] = [
      { kind: 'photo', field: 'pictures', bytes: await picture() },
      { kind: 'photo', field: 'pictures', bytes: Buffer.from('<svg/>') },
    ]
    expect(await wrongBeside(send(id, 3, { facts: '第二张不是照片' }, { photos }))).toEqual({
      pictures: expect.stringContaining('第 2 份') as string,
    })
    expect(textAt((await openDraft(cast.grid, id))!.values, 'facts')).toBe('第二张不是照片')
    const [file] = await db.file.findMany({ where: { draftId: id } })
    expect(await send(id, 3, { facts: '一' }, { go: `photo-${file!.id}` })).toBe(`/register/${id}/3#photos`)
    expect(await db.file.count({ where: { draftId: id } })).toBe(0)
  })
})

test('a page keeps to few statements', async () => {
  const id = await written()
  const draft = await openDraft(cast.grid, id)
  for (const step of [1, 2, 3, 4] as const) {
    const { statements } = await countStatements(() => stepPage(cast.grid, id, draft, step))
    expect(statements.length, `step ${step}`).toBeLessThanOrEqual(5)
  }
})

test('only who may register keeps a draft', async () => {
  expect((await refusalOf(keepDraft({ actor: cast.leader, id: newId(), step: 1, change: (values) => values })))[0]).toBe(403)
})
