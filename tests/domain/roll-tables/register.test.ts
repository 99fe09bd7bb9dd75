import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { newId } from '#app/domain/id'
import { rollBatch } from '#app/domain/roll/table/batch.server'
import { rollHeadings } from '#app/domain/roll/table/office-columns'
import { exportRoll, rollTemplate } from '#app/domain/roll/table/files.server'
import { batchPage } from '#app/domain/table/batch/page.server'
import { importBatch, sendBatch } from '#app/domain/table/batch/send.server'
import { undoBatch, undoing } from '#app/domain/table/batch/undo.server'
import { readTable, writeTable } from '#app/services/xlsx.server'
import { bodyId, dayan, people, person, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'
import { aRegistrant, anAppointment, identityNumber } from '../../support/roll'
import { newPhone } from '../people/staff'

let cast: Record<Part, Person>
let township: Person
let other: Person
beforeAll(async () => {
  cast = await people()
  township = await person(`admin-${shuhe}`)
  other = await person(`admin-${dayan}`)
})

type Line = Partial<Record<string, string>>
const room = '马锅头调解室'
const tableOf = (lines: Line[]) => writeTable('名册', rollHeadings, lines.map((line) => rollHeadings.map((heading) => line[heading] ?? ''))) // prettier-ignore
const send = async (actor: Person, lines: Line[]) => sendBatch(rollBatch, actor, await tableOf(lines))
const page = async (actor: Person, id: string) => (await batchPage(rollBatch, actor, new URLSearchParams({ sheet: id }))).sheet!
const answers = async (actor: Person, id: string) => (await page(actor, id)).rows.sort((a, b) => a.row - b.row).map(({ words }) => words)
const take = async (actor: Person, lines: Line[]) => {
  const sheet = await send(actor, lines)
  expect(await importBatch(rollBatch, actor, sheet)).toBe('done')
  return sheet
}
const linesOf = async (bytes: Uint8Array) => {
  const table = await readTable(bytes, { rows: 5_000, needs: ['姓名'] })
  if ('problem' in table) throw new Error(table.problem)
  return table.rows.map(({ cells }) => cells)
}
const whole = async () => ({
  people: await db.$queryRaw`select to_jsonb(r) as row from registrant r order by id`,
  offices: await db.$queryRaw`select to_jsonb(p) as row from appointment p order by id`,
  posts: await db.$queryRaw`select to_jsonb(p) as row from post p order by id`,
})
const fresh = () => `木册${newId().slice(-6)}`
const line = (name: string, more: Line = {}): Line => ({
  姓名: name,
  类别: '人民调解员',
  乡镇街道: '束河街道',
  村社区: '龙泉社区',
  ...more,
})
const engaged = { 调解组织: room, 职务: '调解员', 产生方式: '聘任', 文号: '束司聘〔2026〕9号', 任职起: '2026-03-01' }

describe('every row is answered', () => {
  test('new, changed from what to what, unchanged, wrong, each with its sentence', async () => {
    const [phone, number] = [newPhone(), identityNumber(1980)]
    const known = await aRegistrant({ name: '和已在', phone, identityNumber: number, birthYear: 1980 })
    await anAppointment(known, await bodyId('room-maguotou'))
    const sheet = await send(township, [
      line('木新人', engaged),
      { 姓名: '和已在', 手机号: phone, 职业: '教师', 备注: '常驻' },
      { 姓名: '和已在', 出生年份: '1980', 调解组织: room },
      line('和别人', { 手机号: phone }),
      { 姓名: '和改名', 身份证号: number },
      line(fresh(), { 类别: '仲裁员', 出生年份: '很早' }),
      line(fresh(), { 手机号: '12', 身份证号: '530702199001011230' }),
      line(fresh(), { 身份证号: '530***********1234' }),
      line(fresh(), { 调解组织: '没有的组织' }),
      line(fresh(), { ...engaged, 文号: '' }),
      line(fresh(), { 职务: '委员' }),
      line(fresh(), { 性别: '男', 身份证号: identityNumber(1990, 'female') }),
      line('', {}),
    ])
    expect(await answers(township, sheet)).toMatchInlineSnapshot(`
      [
        "新增；任马锅头调解室调解员",
        "改动：职业 空 → 教师；备注 空 → 常驻",
        "没有变化",
        "这个手机号是名册里另一个人的，请核对姓名；真是两个人共用的，请写身份证号",
        "和第 4 行是同一个人，姓名不一样，请核对",
        "类别：没有“仲裁员”，照模板里“可以填的词”写；出生年份：要填整数",
        "手机号：电话号码不对，请核对；固定电话写上区号；身份证号：证件号码校验不通过，多半有一位输错，请对照证件再核对一遍",
        "带星号的号码和名册里的对不上，认不出是谁；请写完整号码",
        "调解组织：没有“没有的组织”这个人民调解组织，或者不归您管",
        "文号：请写文号；没有文号的写明哪次会议、哪份决定",
        "调解组织：写了职务、文号，没有写调解组织",
        "性别：和身份证号上的不一致，请核对",
        "缺姓名",
      ]
    `)
  })

  test('two of one name are asked, never guessed', async () => {
    const name = fresh()
    await aRegistrant({ name, birthYear: 1970 })
    await aRegistrant({ name, birthYear: 1980 })
    expect(await answers(township, await send(township, [{ 姓名: name, 职业: '教师' }]))).toEqual([
      expect.stringContaining('分不清是哪一个'),
    ])
    expect(await answers(township, await send(township, [{ 姓名: name, 出生年份: '1980', 职业: '教师' }]))).toEqual([
      '改动：职业 空 → 教师',
    ])
  })

  test('one person with two offices is one person, by the number', async () => {
    const [name, phone] = [fresh(), newPhone()]
    const seat = { 调解组织: '束河街道人民调解委员会', 职务: '委员', 产生方式: '推选' }
    const sheet = await take(township, [line(name, { 手机号: phone, ...engaged }), line(name, { 手机号: phone, ...seat })])
    const made = await db.registrant.findMany({ where: { name }, include: { appointments: true } })
    expect(made.map(({ appointments }) => appointments.length)).toEqual([2])
    await undoBatch(rollBatch, township, sheet)
    expect(await db.registrant.count({ where: { name } })).toBe(0)
  })
})

describe('the table goes out and comes back', () => {
  test('one’s own export, masked or whole, changes nothing when it is sent in', async () => {
    const id = await aRegistrant({ name: fresh(), phone: newPhone(), identityNumber: identityNumber(1975), home: '束河街道龙泉社区 8 号' })
    await anAppointment(id, await bodyId('room-maguotou'))
    for (const purpose of ['masked', 'file'] as const) {
      const { bytes, rows } = await exportRoll(township, { purpose, other: undefined })
      const { sums } = await page(township, await sendBatch(rollBatch, township, bytes))
      expect([purpose, sums]).toEqual([purpose, { none: 0, change: 0, make: 0, same: rows }])
    }
  })

  test('numbers and addresses stand in it only for a purpose, which is on record', async () => {
    const [name, phone, number] = [fresh(), newPhone(), identityNumber(1976)]
    await aRegistrant({ name, phone, identityNumber: number, home: '束河街道龙泉社区 9 号' })
    const rowIn = async (bytes: Uint8Array) => (await linesOf(bytes)).find((one) => one['姓名'] === name)!
    const masked = await rowIn((await exportRoll(township, { purpose: 'masked', other: undefined })).bytes)
    expect(JSON.stringify(masked)).not.toContain(phone)
    expect(JSON.stringify(masked)).not.toContain(number)
    expect(JSON.stringify(masked)).not.toContain('9 号')
    expect(await rowIn((await exportRoll(township, { purpose: 'file', other: undefined })).bytes)).toMatchObject({
      手机号: phone,
      身份证号: number,
    })
    const audit = await db.audit.findFirstOrThrow({ where: { act: 'register.export' }, orderBy: { id: 'desc' } })
    expect(audit).toMatchObject({ actorId: township.accountId, detail: { purpose: 'file' } })
    // A masked line that is edited keeps the numbers.
    const before = await db.registrant.findFirstOrThrow({ where: { name } })
    await take(township, [{ ...masked, 职业: '退休教师' }])
    expect(await db.registrant.findFirstOrThrow({ where: { name } })).toEqual({ ...before, profession: '退休教师' })
  })

  test('the template is taken in but for its examples', async () => {
    expect((await refusalOf(sendBatch(rollBatch, township, await rollTemplate(township))))[2]).toHaveProperty('table')
  })
})

describe('who', () => {
  test('a township its own people only; nobody else any', async () => {
    const [name, phone] = [fresh(), newPhone()]
    await aRegistrant({ name, phone })
    const sheet = await send(other, [{ 姓名: name, 手机号: phone, 职业: '教师' }, line(fresh())])
    expect(await answers(other, sheet)).toEqual([
      '名册里已经有这个人，不归您管，请找区级管理员',
      expect.stringContaining('没有“束河街道”，或者不归您管'),
    ])
    expect(
      (await linesOf((await exportRoll(other, { purpose: 'masked', other: undefined })).bytes)).map((one) => one['姓名']),
    ).not.toContain(name)
    for (const actor of [cast.head, cast.bureau, cast.grid]) expect((await refusalOf(send(actor, [line(fresh())])))[0]).toBe(404)
    expect((await refusalOf(importBatch(rollBatch, township, sheet)))[0]).toBe(404)
  })

  test('an account gets the post of the office, and loses it when the batch is taken back', async () => {
    const phone = newPhone()
    const account = newId()
    const { accountRow, postRow } = await import('#app/domain/people/accounts.server')
    await db.account.create({ data: { ...accountRow({ name: '木有号', phone }, new Date()), id: account } })
    const area = await db.area.findFirstOrThrow({ where: { code: shuhe } })
    await db.post.create({ data: postRow(account, { role: 'grid', areaId: area.id, from: new Date('2026-01-01') }) })
    const before = await whole()
    const sheet = await take(township, [line('木有号', { 手机号: phone, ...engaged })])
    expect(await db.post.findMany({ where: { accountId: account, role: 'mediator' } })).toMatchObject([
      { bodyId: await bodyId('room-maguotou') },
    ])
    await undoBatch(rollBatch, township, sheet)
    expect(await whole()).toEqual(before)
  })
})

describe('a whole batch is taken back', () => {
  test('not once somebody was sent to training, nor where a card was changed since', async () => {
    const [name, second] = [fresh(), fresh()]
    const sheet = await take(township, [line(name), line(second, engaged)])
    const { id } = await db.registrant.findFirstOrThrow({ where: { name } })
    const training = {
      id: newId(),
      registrantId: id,
      heldOn: new Date('2026-03-01'),
      hours: 8,
      subject: '调解技巧',
      recordedAt: new Date(),
    }
    await db.training.create({ data: training })
    await db.registrant.updateMany({ where: { name: second }, data: { note: '改过' } })
    const before = await whole()
    expect((await undoing(rollBatch, township, sheet)).obstacles).toEqual([
      { row: 2, words: '已经登记了培训' },
      { row: 3, words: '导入以后又改过，或者已经不在了' },
    ])
    expect((await refusalOf(undoBatch(rollBatch, township, sheet)))[0]).toBe(409)
    expect(await whole()).toEqual(before)
  })

  test('whatever stood in it, everything is to the letter as it was', async () => {
    const [known, phone] = [fresh(), newPhone()]
    await anAppointment(await aRegistrant({ name: known, phone, birthYear: 1970, note: '原来' }), await bodyId('room-maguotou'))
    const before = await whole()
    const words = fc
      .array(fc.constantFrom('雪', '山', '=1', '“', '（b）', 'A'), { minLength: 1, maxLength: 4 })
      .map((some) => some.join(''))
    const good = fc.record(
      {
        姓名: fc.oneof(words, fc.constant(known)),
        类别: fc.constantFrom('人民调解员', '法律明白人', '专职人民调解员'),
        乡镇街道: fc.constant('束河街道'),
        出生年份: fc.constantFrom('1970', '1981', '1990'),
        职业: fc.oneof(words, fc.constant('清空')),
        备注: fc.oneof(words, fc.constant('清空')),
        会的语言: fc.constantFrom('汉语', '纳西语、白语'),
        资格: fc.constantFrom('律师', '医师；教师'),
        同时办几件: fc.constantFrom('3', '清空'),
      },
      { requiredKeys: ['姓名', '类别', '乡镇街道', '出生年份'] },
    )
    const seated = good.map((one) => ({ ...one, ...engaged }))
    const messy = fc.record(
      {
        姓名: fc.oneof(words, fc.constantFrom('', known)),
        手机号: fc.constantFrom('', phone, '12', '139****0000', '13900009999'),
        身份证号: fc.constantFrom('', '530702199001011230', '乱写'),
        类别: fc.constantFrom('', '船长', '村（居）法律顾问'),
        村社区: fc.constantFrom('', '没有的村', '龙泉社区'),
        调解组织: fc.constantFrom('', room, '没有的'),
        任期止: fc.constantFrom('', '1999-01-01', '明天'),
      },
      { requiredKeys: [] },
    )
    let written = 0
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(good, seated, messy), { minLength: 1, maxLength: 10 }), async (lines) => {
        fc.pre(lines.some((one) => Object.values(one).some((text) => text.trim())))
        const sheet = await send(township, lines)
        const { sums } = await page(township, sheet)
        if (sums.make + sums.change === 0) return
        written += sums.make + sums.change
        await importBatch(rollBatch, township, sheet)
        await undoBatch(rollBatch, township, sheet)
        expect(await whole()).toEqual(before)
      }),
      { numRuns: 40 },
    )
    expect(written).toBeGreaterThan(60)
  })
})

test('sixteen hundred people are taken in and back, and none of them twice', async () => {
  const mark = newId().slice(-5)
  const lines = Array.from({ length: 1_600 }, (_, at) =>
    line(`木${mark}${at}`, { 手机号: `139${String(10_000_000 + at * 7)}`, ...engaged }),
  )
  const bytes = await tableOf(lines)
  const timed = async <T>(what: string, work: Promise<T>): Promise<T> => {
    const from = performance.now()
    const done = await work
    if (process.env.TIMES) console.log(what, Math.round(performance.now() - from), 'ms')
    return done
  }
  const sheet = await timed('send', sendBatch(rollBatch, cast.admin, bytes))
  await timed('import', importBatch(rollBatch, cast.admin, sheet))
  expect(await db.registrant.count({ where: { name: { startsWith: `木${mark}` } } })).toBe(1_600)
  const again = await timed('send again', sendBatch(rollBatch, cast.admin, bytes))
  expect((await page(cast.admin, again)).sums).toEqual({ none: 0, change: 0, make: 0, same: 1_600 })
  await timed('undo', undoBatch(rollBatch, cast.admin, sheet))
  expect(await db.registrant.count({ where: { name: { startsWith: `木${mark}` } } })).toBe(0)
})
