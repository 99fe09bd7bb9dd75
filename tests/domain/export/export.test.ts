import type { ValueType } from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { settleOnSpot } from '#app/domain/agreement/agree.server'
import { perform } from '#app/domain/agreement/perform.server'
import { holdSession } from '#app/domain/mediation/hold-session.server'
import { askedOf } from '#app/domain/export/asked'
import { provinceColumns } from '#app/domain/export/columns'
import { exportDisputes } from '#app/domain/export/export.server'
import { newId } from '#app/domain/id'
import { fillProvince } from '#app/domain/province/fields.server'
import { readTable } from '#app/services/xlsx.server'
import { aClosed, aFailure, aMediation, anAgreement, anOffer, aReport, aSignedPaper, term, type Story } from '../../support/disputes'
import { bodyId, people, type Part } from '../../support/people'
import { dayOf } from '../../support/clock'

let cast: Record<Part, Person>
let signed: Story
let medical: Story
beforeAll(async () => {
  cast = await people()
  signed = await aSignedPaper([term({ amountFen: 120_050n }), term({ what: '登门道歉', kind: 'apologise' })], {
    facts: '=cmd|客人退房，客栈不退房费。身份证530702199001011234，电话13800001234。',
    typeCode: '1101',
  })
  medical = await aMediation(
    { facts: '术后感染要求赔偿。', typeCode: '1301', parties: [{ side: 'applicant', kind: 'person', name: '段玉兰', willing: 'willing' }] },
    { to: 'industry-medical' },
  )
})

/** The rows of the file that somebody gets for an address, by 案件编码 or 登记编号. */
async function file(actor: Person, query: Record<string, string>) {
  const { bytes, rows } = await exportDisputes(actor, askedOf(new URLSearchParams({ state: 'all', ...query })))
  if (rows === 0) return new Map<string, Record<string, string>>()
  const key = query['layout'] === 'province' ? '案件编码' : '登记编号'
  const table = await readTable(bytes, { rows: 30_000, needs: [key] })
  if ('problem' in table) throw new Error(table.problem)
  return new Map(table.rows.map(({ cells }) => [cells[key] ?? '', cells]))
}
const province = (actor: Person, query: Record<string, string> = {}) => file(actor, { layout: 'province', ...query })
const rowFor = async (actor: Person, story: Story) => (await province(actor)).get((await story.row()).number)

describe('the 25 columns', () => {
  test('stand in the order of the province’s table', () => {
    expect(provinceColumns).toHaveLength(25)
    expect(provinceColumns.map(({ heading }) => heading).slice(0, 5)).toEqual(['案件编码', '调委会', '调解工作室', '受理员', '受理时间'])
  })

  test('are filled from what the acts left, nothing typed twice', async () => {
    await fillProvince({
      actor: cast.mediator,
      disputeId: signed.id,
      key: newId(),
      fields: { difficulty: 'ordinary', death: 'no', nature: 'trade', migrant: 'no', conversion: 'none', special: ['elderly'] },
    })
    const row = await rowFor(cast.mediator, signed)
    const [agreement] = await signed.agreements()
    const nameOf = async ({ accountId }: Person) => (await db.account.findUniqueOrThrow({ where: { id: accountId } })).name
    expect(row).toEqual({
      案件编码: (await signed.row()).number,
      调委会: expect.stringMatching(/调解委员会$|调委会$/),
      调解工作室: expect.stringContaining('马锅头'),
      受理员: await nameOf(cast.head),
      受理时间: dayOf(signed.now),
      案件来源: '依申请调解',
      案件难度级别: '一般',
      纠纷类别: '旅游纠纷',
      行政区划: expect.stringMatching(/^古城区束河街道龙泉社区/),
      有无死亡: '无',
      主办调解员: await nameOf(cast.mediator),
      协办调解员: '',
      调解时间: dayOf(signed.now),
      调解书编号: agreement?.number,
      调解结果: '成功',
      // The heading has brackets, which a reader leaves out.
      调解协议金: '1200.50',
      协议履行情况: '未履行',
      当事人: '和丽江、杨正平',
      协议形式: '书面协议',
      纠纷简要情况: '=cmd|客人退房，客栈不退房费。身份证530***********1234，电话138****1234。',
      以奖代补评定: '',
      案件属性: '行业性、专业性纠纷',
      涉及特殊群体情况: '老年人',
      涉及农民工纠纷情况: '不涉及',
      纠纷转化情况: '没有转化',
    })
    const [first] = await signed.owed()
    await perform(await signed.sent(cast.mediator), { obligationId: first!.id, amountFen: 20_050n })
    expect((await rowFor(cast.mediator, signed))?.['协议履行情况']).toBe('部分履行')
  })

  test('say how it went: 调解中, 不成功, 成功', async () => {
    const [going, failed, closed] = [await aMediation(), await aFailure(), await aClosed()]
    for (const [story, word] of [
      [going, '调解中'],
      [failed, '不成功'],
      [closed, '成功'],
    ] as const)
      expect((await rowFor(cast.bureau, story))?.['调解结果']).toBe(word)
    expect((await rowFor(cast.bureau, closed))?.['协议履行情况']).toBe('已履行')
  })

  test('a dispute that two committees had is one row, of the one that concluded', async () => {
    const story = await aFailure()
    const other = await bodyId('room-pengrenjie')
    await story.does(cast.triage, { type: 'offer', channel: 'people', bodyId: other })
    await story.does(cast.otherHead, { type: 'receive' })
    const { number } = await story.row()
    expect((await province(cast.bureau)).get(number)?.['调解工作室']).toContain('彭仁杰')
    expect((await province(cast.bureau, { body: other })).has(number)).toBe(true)
    expect((await province(cast.bureau, { body: await bodyId('room-maguotou') })).has(number)).toBe(false)
  })
})

describe('settled on the spot', () => {
  const spot = { form: 'oral' as const, terms: [term()], content: '退三百元' }

  test('by a registered mediator it counts for that committee, whoever wrote it down', async () => {
    const story = await aReport()
    await settleOnSpot(await story.sent(cast.grid), { ...spot, mediatorId: cast.mediator.accountId })
    const row = await rowFor(cast.bureau, story)
    expect(row).toMatchObject({ 调解结果: '成功', 协议形式: '口头协议', 主办调解员: cast.mediator.name })
    expect(row?.['调解工作室']).toContain('马锅头')
    const { number } = await story.row()
    const of = async (key: string) => (await province(cast.bureau, { body: await bodyId(key) })).has(number)
    expect([await of('room-maguotou'), await of('room-pengrenjie')]).toEqual([true, false])
  })

  test('by anybody else it is no case of the statistics, not even where a mediator wrote it down', async () => {
    for (const part of ['grid', 'mediator'] as const) {
      const story = await aReport({ by: cast[part] })
      await settleOnSpot(await story.sent(cast[part]), spot)
      const row = await rowFor(cast.bureau, story)
      expect(row, part).toMatchObject({ 调委会: '', 主办调解员: '', 调解结果: '', 协议形式: '' })
    }
  })
})

describe('who takes a list out', () => {
  test('gets no more rows than the list shows them', async () => {
    const { number } = await signed.row()
    expect((await province(cast.otherTriage)).has(number)).toBe(false)
    expect((await file(cast.triage, {})).has(number)).toBe(true)
    expect((await file(cast.secondMediator, {})).has(number)).toBe(false)
  })

  test('the grid worker who registered it gets no parties, facts, terms or answers', async () => {
    const row = await rowFor(cast.grid, signed)
    expect(row).toMatchObject({ 当事人: '', 纠纷简要情况: '', 调解协议金: '', 调解结果: '', 案件难度级别: '' })
    expect(row?.['纠纷类别']).toBe('旅游纠纷')
  })

  test('a body that was only offered it gets names short', async () => {
    const story = await anOffer()
    expect((await rowFor(cast.head, story))?.['当事人']).toBe('和某某、杨某某')
    expect((await rowFor(cast.triage, story))?.['当事人']).toBe('和丽江、杨正平')
  })

  test('a body whose part is over gets nothing of what came after', async () => {
    const story = await aFailure()
    await story.does(cast.triage, { type: 'offer', channel: 'people', bodyId: await bodyId('room-pengrenjie') })
    await story.does(cast.otherHead, { type: 'receive' })
    expect(await rowFor(cast.head, story)).toMatchObject({ 调委会: '', 调解工作室: '', 调解结果: '', 受理员: '' })
  })

  test('a sealed dispute is in the files of who handles it alone', async () => {
    const { number } = await medical.row()
    for (const part of ['medicalHead', 'medicalMediator', 'duty'] as const)
      expect((await province(cast[part])).has(number), part).toBe(true)
    for (const part of ['bureau', 'triage', 'leader', 'grid'] as const) expect((await province(cast[part])).has(number), part).toBe(false)
  })

  test('what was said in mediation is in no file', async () => {
    const story = await aMediation()
    const held = { kind: 'separate', startedAt: story.now, attendance: [], talks: '甲方私下愿意退到八成' } as const
    await holdSession(await story.sent(cast.mediator), { ...held, attendance: [] })
    const row = await rowFor(cast.mediator, story)
    expect(JSON.stringify(row)).not.toContain('八成')
  })

  test('is written down: who, which filter, how many', async () => {
    await file(cast.triage, { q: '和丽江', by: 'received', from: '2026-01-01' })
    const audit = await db.audit.findFirstOrThrow({ where: { act: 'export', actorId: cast.triage.accountId }, orderBy: { id: 'desc' } })
    expect(audit.detail).toMatchObject({ layout: 'list', by: 'received', from: '2026-01-01', text: true })
    expect(JSON.stringify(audit.detail)).not.toContain('和丽江')
    expect((audit.detail as { rows: number }).rows).toBeGreaterThan(0)
  })

  test('an administrator has no lists to take out', async () => {
    await expect(exportDisputes(cast.admin, askedOf(new URLSearchParams()))).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a period', () => {
  test('is by registration, receipt or closing, whole days in Shanghai', async () => {
    const [open, closed] = [await anAgreement(), await aClosed()]
    const day = dayOf((await closed.row()).closedAt!)
    const got = await file(cast.triage, { by: 'closed', from: day, to: day })
    expect(got.has((await closed.row()).number)).toBe(true)
    expect(got.has((await open.row()).number)).toBe(false)
    expect((await file(cast.triage, { by: 'closed', to: '2020-01-01' })).size).toBe(0)
    const reported = await aReport()
    expect((await file(cast.triage, { by: 'received' })).has((await reported.row()).number)).toBe(false)
  })

  test('that ends before it begins is refused', async () => {
    const asked = askedOf(new URLSearchParams({ from: '2026-03-02', to: '2026-03-01' }))
    await expect(exportDisputes(cast.triage, asked)).rejects.toMatchObject({ code: 'invalid', fields: { to: expect.any(String) } })
  })
})

test('what looks like a formula is text in the file', async () => {
  const { bytes } = await exportDisputes(cast.mediator, askedOf(new URLSearchParams({ state: 'all', layout: 'province' })))
  const { default: excel } = await import('exceljs')
  const book = new excel.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  const cells: { type: ValueType; text: string }[] = []
  book.worksheets[0]?.eachRow((row) => row.eachCell(({ type, text }) => cells.push({ type, text })))
  expect(cells.length).toBeGreaterThan(25)
  expect(cells.filter(({ type, text }) => type === excel.ValueType.Formula || text.startsWith('='))).toEqual([])
})
