import excel from 'exceljs'
import type { Download, Locator } from '@playwright/test'
import { expect, justNow, noBarrier, test, type Visitor } from '../support/e2e-test'

const mediator = 'mediator-room-maguotou-1'

/** Presses a button that answers with a file; the cells of its first sheet, row by row. */
async function taken({ page }: Visitor, button: Locator): Promise<{ name: string; rows: string[][] }> {
  const download: Promise<Download> = page.waitForEvent('download')
  await button.click()
  const file = await download
  const book = new excel.Workbook()
  await book.xlsx.readFile(await file.path())
  const rows: string[][] = []
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)))
  return { name: file.suggestedFilename(), rows }
}

const sheetOf = async (rows: string[][]) => {
  const book = new excel.Workbook()
  book.addWorksheet('表').addRows(rows)
  return { name: '表.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await book.xlsx.writeBuffer()) }
}

test('表格: what is still to be entered is taken out with its 25 columns, and the province’s number written back', async ({
  enter,
  stage,
}) => {
  test.slow()
  const story = await stage.aSignedPaper(undefined, { now: justNow() })
  const { number } = await story.row()
  const visitor = await enter(mediator)
  const { page } = visitor

  await visitor.open('/disputes?province=1')
  await visitor.says(number)
  await visitor.press(visitor.link('导出 xlsx'))
  await visitor.choose('哪些栏', /^省系统25列/)
  await page.getByLabel('从哪天').fill('2026-03-02')
  await page.getByLabel('到哪天').fill('2026-03-01')
  await page.getByRole('button', { name: '导出 xlsx' }).click()
  await expect(page.getByText('结束日期不能早于开始日期').first()).toBeVisible()
  await page.getByLabel('从哪天').fill('')
  await page.getByLabel('到哪天').fill('')
  const { name, rows } = await taken(visitor, visitor.button('导出 xlsx'))
  expect(name).toMatch(/^省系统25列_\d{4}-\d\d-\d\d\.xlsx$/)
  expect(rows[0]).toHaveLength(25)
  expect(rows.find(([code]) => code === number)).toEqual(expect.arrayContaining(['成功', '300.00', '书面协议', '和丽江、杨正平']))

  await visitor.open(`/disputes/${story.id}/papers`)
  await visitor.says('还没填：案件难度级别')
  await visitor.press(visitor.link('填写'))
  await page.getByLabel('省系统编码').fill('YN-E2E-0001')
  await visitor.press(visitor.button('存下'))
  await visitor.says('YN-E2E-0001', '要填的都有了')
  await visitor.open('/disputes?province=1')
  await expect(page.getByRole('main')).not.toContainText(number)

  const second = await stage.aMediation({ now: justNow() })
  const other = (await second.row()).number
  await visitor.open('/disputes/province')
  await page.getByLabel('填好的表格').setInputFiles(
    await sheetOf([
      ['登记编号', '省系统编码'],
      [other, 'YN-E2E-0002'],
      ['530702-1999-000001', 'YN-E2E-0003'],
    ]),
  )
  await visitor.press(visitor.button('上传并核对'))
  await visitor.says('可以写回 1 件，有问题 1 行', '没有这件纠纷，或者您不能查看')
  await visitor.press(visitor.button('写回这 1 件'))
  await visitor.says('已经写回')
  expect((await second.row()).provinceCode).toBe('YN-E2E-0002')
})

test('名册: a list of people is looked at row by row, imported once, shown masked and found by name', async ({ enter, stage }) => {
  test.slow()
  const story = await stage.aMediation({
    now: justNow(),
    parties: [{ side: 'applicant', kind: 'roster', name: '工地班组', willing: 'willing', rosterCount: 3, rosterEstimated: true }],
  })
  const visitor = await enter(mediator)
  const { page } = visitor
  await visitor.open(`/disputes/${story.id}/parties`)
  await visitor.press(visitor.link('导入名册 xlsx'))
  const template = await taken(visitor, visitor.link('下载模板 xlsx'))
  expect(template.rows[0]).toEqual(['姓名', '证件号码', '手机号', '金额', '代表', '备注'])
  await visitor.refused(visitor.button('上传并核对'), /请先选一个/)
  await page.getByLabel('填好的表格').setInputFiles(
    await sheetOf([
      ['姓名', '证件号码', '手机号', '金额', '代表', '备注'],
      ['皇甫大成', '', '13900000001', '1200.50', '是', ''],
      ['皇甫二成', '', '13900000002', '800', '', ''],
      ['皇甫三成', '530702199001011230', '139', '', '', ''],
    ]),
  )
  await visitor.press(visitor.button('上传并核对'))
  await visitor.says('可以导入 2 人，有问题 1 行', '金额合计 2,000.50 元')
  await visitor.press(visitor.button('导入这 2 人'))
  await page.getByText('名册 2 人，金额合计 2,000.50 元').click()
  await visitor.says('皇甫大成', '139****0001', '推选代表')
  await page.setViewportSize({ width: 360, height: 740 })
  await noBarrier(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await visitor.open(`/disputes?q=${encodeURIComponent('甫二成')}`)
  await visitor.says((await story.row()).number)
})

test('调解组织: taken out, edited, looked at row by row, taken in after a second question, and the whole batch taken back', async ({
  enter,
}) => {
  test.slow()
  const visitor = await enter('admin')
  const { page } = visitor
  const name = `雪山调解室${Date.now() % 100_000}`
  await visitor.open('/settings/bodies')
  const out = await taken(visitor, visitor.button('导出 xlsx'))
  expect(out.name).toMatch(/^调解组织_\d{4}-\d\d-\d\d\.xlsx$/)
  expect(out.rows[0]?.slice(0, 5)).toEqual(['名称', '类别', '乡镇街道', '村社区', '网格'])
  expect(out.rows.map(([first]) => first)).toContain('马锅头调解室')

  await visitor.press(visitor.link('用表格导入'))
  await visitor.refused(visitor.button('上传并核对'), /请先选一个/)
  await page.getByLabel('填好的表格').setInputFiles(
    await sheetOf([
      ['名称', '类别', '乡镇街道', '范围说明'],
      [name, '个人（品牌）调解室', '束河街道', ''],
      ['马锅头调解室', '', '', `只在${name}`],
      [`${name}二`, '议事厅', '束河街道', ''],
    ]),
  )
  await visitor.press(visitor.button('上传并核对'))
  await visitor.says('新增 1 个，改动 1 个，没有变化 0 行，有问题 1 行', '没有“议事厅”这一类')
  await visitor.press(visitor.link('核对好了，下一步'))
  await visitor.press(visitor.button('确定导入 2 行'))
  await visitor.says('导入好了：新增 1 个，改动 1 个')
  await page.setViewportSize({ width: 360, height: 740 })
  await noBarrier(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await visitor.press(visitor.link('整批撤回……'))
  await visitor.press(visitor.button('整批撤回'))
  await visitor.says('这一批已经整批撤回')
  await visitor.open('/settings/bodies')
  await expect(page.getByRole('main')).not.toContainText(name)
})

test('名册: taken out without numbers, and people taken in and back by a table', async ({ enter }) => {
  test.slow()
  const visitor = await enter('admin')
  const { page } = visitor
  const name = `木册${Date.now() % 100_000}`
  await visitor.open('/roll')
  await visitor.press(visitor.link('导出 xlsx'))
  await visitor.choose('要不要电话、身份证号和住址', /^不要号码和住址/)
  const out = await taken(visitor, visitor.button('导出 xlsx'))
  expect(out.name).toMatch(/^名册_\d{4}-\d\d-\d\d\.xlsx$/)
  expect(JSON.stringify(out.rows)).not.toMatch(/1[3-9]\d{9}/)

  await visitor.open('/roll/import')
  await page.getByLabel('填好的表格').setInputFiles(
    await sheetOf([
      ['姓名', '类别', '乡镇街道', '村社区', '调解组织', '职务', '产生方式', '文号'],
      [name, '人民调解员', '束河街道', '龙泉社区', '马锅头调解室', '调解员', '聘任', '束司聘〔2026〕9号'],
      [`${name}二`, '船长', '束河街道', '', '', '', '', ''],
    ]),
  )
  await visitor.press(visitor.button('上传并核对'))
  await visitor.says('新增 1 人，改动 0 人，没有变化 0 行，有问题 1 行', '任马锅头调解室调解员')
  await visitor.press(visitor.link('核对好了，下一步'))
  await visitor.press(visitor.button('确定导入 1 行'))
  await visitor.press(visitor.link(name))
  await visitor.says(name)
  await visitor.open('/roll/import')
  await page.getByRole('main').getByRole('link', { name: /^\d{4}年/ }).first().click() // prettier-ignore
  await visitor.press(visitor.link('整批撤回……'))
  await visitor.press(visitor.button('整批撤回'))
  await visitor.says('这一批已经整批撤回')
})
