import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { newId } from '#app/domain/id'
import { bodyBatch } from '#app/domain/settings/table/batch.server'
import { bodyHeadings } from '#app/domain/settings/table/columns'
import { bodyTemplate, exportBodies } from '#app/domain/settings/table/files.server'
import { batchPage } from '#app/domain/table/batch/page.server'
import { importBatch, sendBatch } from '#app/domain/table/batch/send.server'
import { undoBatch, undoDaysSetting, undoing } from '#app/domain/table/batch/undo.server'
import { readTable, writeTable } from '#app/services/xlsx.server'
import { aReport } from '../../support/disputes'
import { bodyId, dayan, people, person, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let cast: Record<Part, Person>
let township: Person
let other: Person
beforeAll(async () => {
  cast = await people()
  township = await person(`admin-${shuhe}`)
  other = await person(`admin-${dayan}`)
})

type Line = Partial<Record<string, string>>
const tableOf = (lines: Line[], headings: readonly string[] = bodyHeadings) =>
  writeTable('调解组织', headings, lines.map((line) => headings.map((heading) => line[heading] ?? ''))) // prettier-ignore
const send = async (actor: Person, lines: Line[], headings?: readonly string[]) =>
  sendBatch(bodyBatch, actor, await tableOf(lines, headings))
const page = async (actor: Person, id: string, more = '') =>
  (await batchPage(bodyBatch, actor, new URLSearchParams(`sheet=${id}${more}`))).sheet!
const answers = async (actor: Person, id: string) => (await page(actor, id)).rows.sort((a, b) => a.row - b.row).map(({ words }) => words)
const linesOf = async (bytes: Uint8Array) => {
  const table = await readTable(bytes, { rows: 5_000, needs: ['名称'] })
  if ('problem' in table) throw new Error(table.problem)
  return table.rows.map(({ cells }) => cells)
}
const whole = async () => db.$queryRaw`select to_jsonb(b) as row from body b order by id`
const fresh = () => `雪山${newId().slice(-6)}`
const room = (name: string, more: Line = {}): Line => ({ 名称: name, 类别: '个人（品牌）调解室', 乡镇街道: '束河街道', ...more })

describe('every row is answered', () => {
  test('new, changed from what to what, unchanged, wrong, each with its sentence', async () => {
    const name = fresh()
    const sheet = await send(township, [
      room(name),
      room(name),
      { 名称: '马锅头调解室', 地点: '四方街 8 号', 同时办几件: '7' },
      { 名称: '彭仁杰调解室' },
      room(fresh(), { 类别: '议事厅' }),
      room(fresh(), { 受理类型: '婚姻家庭纠纷；继承、分家析产、偷东西' }),
      room(fresh(), { 村社区: '没有的村', 起始日期: '明天', 特邀调解组织: '也许' }),
      room('', {}),
      room(fresh(), { 乡镇街道: '大研街道' }),
      room(fresh(), { 编号用字: '束河' }),
      room(fresh(), { 所属调委会: '没有的调委会' }),
      room(fresh(), { 电话: '12' }),
      { 名称: '束河街道人民调解委员会', 最后一天: '2026-03-05' },
    ])
    expect((await answers(township, sheet)).map((words) => words.replaceAll(name, '雪山'))).toMatchInlineSnapshot(`
      [
        "新增",
        "名称：已经有叫这个名称的组织",
        "改动：地点 束河古镇 → 四方街 8 号；同时办几件 15 → 7",
        "类别：请选类别；乡镇街道：请选地域",
        "类别：没有“议事厅”这一类，照模板“可以填的词”写",
        "受理类型：没有“偷东西”，照模板里“可以填的词”写",
        "乡镇街道：束河街道没有“没有的村”，或者不归您管；特邀调解组织：只写“是”或者“否”；起始日期：日期不对：明天，要写成 2026-03-05",
        "缺名称",
        "乡镇街道：没有“大研街道”，或者不归您管",
        "编号用字是“束河街道人民调解委员会”的：改名的，类别和地域先照原来的写；新设的，换一个编号用字",
        "所属调委会：没有一个有自己印章和编号用字的调委会叫“没有的调委会”",
        "电话：电话号码不对，请核对；固定电话写上区号",
        "最后一天：撤销要写原因和文件，请到它的页面办",
      ]
    `)
  })

  test('a committee that the table itself makes may lend its seal, wherever it stands', async () => {
    const [name, seal] = [fresh(), fresh()]
    const sheet = await send(township, [
      room(name, { 所属调委会: seal }),
      room(seal, { 类别: '村（社区）调委会', 村社区: '龙泉社区', 编号用字: seal }),
    ])
    expect(await importBatch(bodyBatch, township, sheet)).toBe('done')
    const made = await db.body.findFirstOrThrow({ where: { name }, include: { sealOf: true } })
    expect(made).toMatchObject({ channel: 'people', sealOf: { name: seal } })
    await undoBatch(bodyBatch, township, sheet)
    expect(await db.body.count({ where: { name: { in: [name, seal] } } })).toBe(0)
  })

  test('what is meant twice, or by two words, is asked and not guessed', async () => {
    const sheet = await send(township, [
      { 名称: '马锅头调解室', 编号用字: '束河' },
      { 编号用字: '束河', 地点: '一' },
      { 编号用字: '束河', 地点: '二' },
    ])
    expect(await answers(township, sheet)).toEqual([
      expect.stringContaining('分不清是哪一个'),
      expect.stringContaining('改动：地点'),
      '和第 3 行是同一个组织，只能写一行',
    ])
  })
})

describe('the table goes out and comes back', () => {
  test('one’s own export, sent in, changes nothing', async () => {
    for (const actor of [cast.admin, township]) {
      const { bytes, rows } = await exportBodies(actor)
      const sheet = await sendBatch(bodyBatch, actor, bytes)
      const { sums } = await page(actor, sheet)
      expect(sums).toEqual({ none: 0, change: 0, make: 0, same: rows })
      expect(await refusalOf(importBatch(bodyBatch, actor, sheet))).toEqual([400, expect.stringContaining('没有一行')])
    }
  })

  test('an export that was edited changes what was edited', async () => {
    const { bytes } = await exportBodies(township)
    const lines = await linesOf(bytes)
    const edited = lines.map((line) => (line['名称'] === '马锅头调解室' ? { ...line, 时间: '逢街天', 范围说明: '清空' } : line))
    const before = await db.body.findUniqueOrThrow({ where: { id: await bodyId('room-maguotou') } })
    const sheet = await send(township, edited)
    expect((await page(township, sheet)).sums).toMatchObject({ change: 1, none: 0, make: 0 })
    await importBatch(bodyBatch, township, sheet)
    const after = await db.body.findUniqueOrThrow({ where: { id: before.id } })
    expect(after).toEqual({ ...before, hours: '逢街天', scopeNote: null })
    await undoBatch(bodyBatch, township, sheet)
    expect(await db.body.findUniqueOrThrow({ where: { id: before.id } })).toEqual(before)
  })

  test('a name that looks like a formula is text in the file and the same name again', async () => {
    const name = `=cmd|' /C calc'!A${newId().slice(-4)}`
    const sheet = await send(township, [room(name)])
    await importBatch(bodyBatch, township, sheet)
    const { bytes } = await exportBodies(township)
    expect((await page(township, await sendBatch(bodyBatch, township, bytes))).sums).toMatchObject({ none: 0, change: 0, make: 0 })
    await undoBatch(bodyBatch, township, sheet)
  })

  test('the template is taken in but for its examples', async () => {
    const [status, , fields] = await refusalOf(sendBatch(bodyBatch, township, await bodyTemplate(township)))
    expect([status, fields]).toEqual([400, { table: '表里没有填内容，请在表头下面填好再传' }])
  })
})

describe('who', () => {
  test('a township takes in and out its own bodies only; nobody else any', async () => {
    const sheet = await send(other, [{ 名称: '马锅头调解室', 地点: '别处' }, room(fresh())])
    expect(await answers(other, sheet)).toEqual([
      '已经有这个组织，不归您管，请找区级管理员',
      expect.stringContaining('没有“束河街道”，或者不归您管'),
    ])
    expect((await linesOf((await exportBodies(other)).bytes)).map((line) => line['名称'])).not.toContain('马锅头调解室')
    for (const actor of [cast.head, cast.bureau, cast.grid]) {
      expect((await refusalOf(exportBodies(actor)))[0]).toBe(404)
      expect((await refusalOf(send(actor, [room(fresh())])))[0]).toBe(404)
    }
    expect((await refusalOf(page(township, sheet)))[0]).toBe(404)
    expect((await refusalOf(importBatch(bodyBatch, township, sheet)))[0]).toBe(404)
    expect((await refusalOf(undoBatch(bodyBatch, cast.admin, sheet)))[0]).toBe(404)
  })

  test('each body is in the audit, and who took the table', async () => {
    const name = fresh()
    const sheet = await send(township, [room(name), { 名称: '马锅头调解室', 时间: `周${name}` }])
    await importBatch(bodyBatch, township, sheet)
    const { id } = await db.body.findFirstOrThrow({ where: { name } })
    expect(await db.audit.findFirst({ where: { subjectId: id } })).toMatchObject({ act: 'body.make', actorId: township.accountId })
    expect(await db.audit.findFirst({ where: { act: 'bodies.import' }, orderBy: { id: 'desc' } })).toMatchObject({
      detail: { sheetId: sheet, made: 1, changed: 1 },
    })
    await undoBatch(bodyBatch, township, sheet)
    expect(await db.audit.findFirst({ where: { act: 'bodies.undo' }, orderBy: { id: 'desc' } })).toMatchObject({
      detail: { sheetId: sheet, made: 1, changed: 1 },
    })
  })
})

describe('once, as it was looked at', () => {
  test('pressed twice, or twice at once, it is done once', async () => {
    const name = fresh()
    const sheet = await send(township, [room(name)])
    await Promise.all([1, 2].map(() => importBatch(bodyBatch, township, sheet)))
    expect(await importBatch(bodyBatch, township, sheet)).toBe('done')
    expect(await db.body.count({ where: { name } })).toBe(1)
    await Promise.all([1, 2].map(() => undoBatch(bodyBatch, township, sheet)))
    expect(await db.body.count({ where: { name } })).toBe(0)
    expect((await page(township, sheet)).step).toBe('undone')
  })

  test('what changed since it was looked at is shown again before anything is written', async () => {
    const id = await bodyId('room-maguotou')
    const sheet = await send(township, [{ 名称: '马锅头调解室', 地点: '新地点' }])
    const { place } = await db.body.update({ where: { id }, data: { place: '别人改的' } })
    expect(await importBatch(bodyBatch, township, sheet)).toBe('again')
    expect(await answers(township, sheet)).toEqual(['改动：地点 别人改的 → 新地点'])
    expect((await db.body.findUniqueOrThrow({ where: { id } })).place).toBe(place)
    expect(await importBatch(bodyBatch, township, sheet)).toBe('done')
    await undoBatch(bodyBatch, township, sheet)
    expect((await db.body.findUniqueOrThrow({ where: { id } })).place).toBe('别人改的')
  })
})

describe('a whole batch is taken back', () => {
  test('not once a case has come, and then nothing is', async () => {
    const [name, second] = [fresh(), fresh()]
    const sheet = await send(township, [room(name), room(second)])
    await importBatch(bodyBatch, township, sheet)
    const { id } = await db.body.findFirstOrThrow({ where: { name } })
    await (await aReport({})).does(cast.triage, { type: 'offer', channel: 'people', bodyId: id })
    const before = await whole()
    expect((await undoing(bodyBatch, township, sheet)).obstacles).toEqual([{ row: 2, words: '已经有纠纷分给它' }])
    expect(await refusalOf(undoBatch(bodyBatch, township, sheet))).toEqual([409, expect.stringContaining('第 2 行：已经有纠纷分给它')])
    expect(await whole()).toEqual(before)
    expect((await page(township, sheet, '&step=undo')).obstacles).toEqual(['第 2 行：已经有纠纷分给它'])
  })

  test('not where a row was changed since, nor where another took the name', async () => {
    const [name, taken] = [fresh(), fresh()]
    const made = await send(township, [room(name)])
    await importBatch(bodyBatch, township, made)
    await db.body.updateMany({ where: { name }, data: { languages: ['chinese', 'naxi'] } })
    expect((await undoing(bodyBatch, township, made)).obstacles).toEqual([{ row: 2, words: '导入以后又改过，或者已经不在了' }])
    await importBatch(bodyBatch, township, await send(township, [room(taken, { 类别: '乡镇（街道）调委会', 编号用字: taken })]))
    const renamed = await send(township, [{ 名称: `${taken}新`, 编号用字: taken }])
    await importBatch(bodyBatch, township, renamed)
    await importBatch(bodyBatch, township, await send(township, [room(taken)]))
    expect((await undoing(bodyBatch, township, renamed)).obstacles.map(({ words }) => words)).toEqual([
      `原来的名称或编号用字已经被“${taken}”用了`,
    ])
  })

  test('only within the days that the district set', async () => {
    const now = new Date()
    const sheet = await send(township, [room(fresh())])
    await importBatch(bodyBatch, township, sheet, now)
    const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
    expect((await undoing(bodyBatch, township, sheet, later(30))).obstacles).toEqual([])
    expect((await undoing(bodyBatch, township, sheet, later(31))).obstacles).toHaveLength(1)
    await db.setting.create({ data: { key: undoDaysSetting, value: 3 } })
    expect((await undoing(bodyBatch, township, sheet, later(4))).obstacles).toHaveLength(1)
    await db.setting.delete({ where: { key: undoDaysSetting } })
    expect((await refusalOf(undoBatch(bodyBatch, township, sheet, later(31))))[0]).toBe(409)
    await undoBatch(bodyBatch, township, sheet, later(30))
  })

  test('what stood before is kept encrypted, and forgotten once it was taken back', async () => {
    const word = `秘密${newId().slice(-6)}`
    const sheet = await send(township, [{ 名称: '马锅头调解室', 地点: word }])
    await importBatch(bodyBatch, township, sheet)
    const { content } = await db.importSheet.findUniqueOrThrow({ where: { id: sheet } })
    expect(content).not.toContain(word)
    await undoBatch(bodyBatch, township, sheet)
    expect((await db.importSheet.findUniqueOrThrow({ where: { id: sheet } })).content.length).toBeLessThan(content.length)
  })
})
