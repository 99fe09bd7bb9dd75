import { expect, test, type Visitor } from '../support/e2e-test'

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const shuhe = '530702004000'

/** Fills fields of one form by their labels. */
async function fill({ page }: Visitor, form: string, values: Record<string, string>) {
  for (const [label, value] of Object.entries(values)) {
    const field = page.locator(`#do-${form}`).getByLabel(label).first()
    if ((await field.evaluate((node) => node.tagName)) === 'SELECT') await field.selectOption({ label: value })
    else await field.fill(value)
  }
}

test('调解组织: a township makes a body, is told what is wrong, and ends it', async ({ enter }) => {
  const admin = await enter(`admin-${shuhe}`)
  await admin.open('/')
  await admin.press(admin.link('设置'))
  await admin.press(admin.page.getByRole('main').getByRole('link', { name: /调解组织/ }))
  await admin.press(admin.link('新设'))
  await fill(admin, 'body', { 地点: '束河古镇四方听音' })
  await admin.refused(admin.button('新设'), '请写名称')
  await expect(admin.page.getByLabel('地点')).toHaveValue('束河古镇四方听音')
  await fill(admin, 'body', { 名称: '四方听音调解室', 类别: '个人（品牌）调解室', 地域: '束河街道' })
  await admin.choose('受理哪些类型', '邻里纠纷')
  await admin.press(admin.button('新设'))
  await admin.says('已经保存')
  await admin.press(admin.link('四方听音调解室'))
  await admin.press(admin.link('看它的页面'))
  await admin.says('束河古镇四方听音', '邻里纠纷', '演示数据')
  await admin.page.goBack()
  await admin.page.getByLabel(/^演示数据/).uncheck()
  await admin.press(admin.button('保存'))
  await admin.open('/bodies')
  await admin.press(admin.link('四方听音调解室'))
  await expect(admin.page.getByRole('main')).not.toContainText('演示数据')
})

test('辖区: a village gets a grid; the grid is renamed, and the page says what it was called', async ({ enter }) => {
  const admin = await enter(`admin-${shuhe}`)
  await admin.open('/settings/areas')
  await admin.press(admin.link('中济社区居委会'))
  await fill(admin, 'add', { 名称: '第九网格', 从哪天起: '2026-01-05' })
  await admin.press(admin.button('新设网格'))
  await admin.open('/settings/areas')
  await admin.press(admin.link('第九网格'))
  await fill(admin, 'rename', { 新名称: '古镇网格' })
  await admin.press(admin.button('改名'))
  await admin.says('已经保存', '以前叫', '第九网格')
  const answer = await admin.page.request.get('/settings/periods/triage')
  expect(answer.status(), 'the district’s periods are not a township’s').toBe(404)
})

test('期限、名词: the district changes its own period from a day on; law is only read', async ({ enter }) => {
  const admin = await enter('admin')
  await admin.open('/settings/words')
  await admin.says('调解中', 'mediating')
  await admin.open('/settings/periods')
  await admin.says('司法部令75第33条（待核）')
  await admin.press(admin.link('其他渠道办理查看日期'))
  await admin.refused(admin.button('从那天起这样算'), '请写依据')
  await fill(admin, 'period', { 多长: '31', 谁负责: '区司法局局长', 依据: '局长办公会' })
  await admin.press(admin.button('从那天起这样算'))
  await admin.says('已经保存', '31日', '区司法局局长：局长办公会')
})

test('值班表: in turns, a substitute, and nothing for who has no say', async ({ enter, stage }) => {
  const triage = await enter(`triage-${shuhe}-1`)
  await triage.open('/duty')
  // The demo has a roster for this month and the next: in turns from the one after.
  await fill(triage, 'turns', { 从哪天: stage.dayAhead(70), 到哪天: stage.dayAhead(72) })
  await triage.page.locator('#do-turns').getByRole('checkbox').first().check()
  await triage.press(triage.button('排上'))
  await triage.says('已经保存', '今天')
  await triage.press(triage.page.locator('tr.here').getByRole('link'))
  await triage.page.getByLabel('这一天谁替').selectOption({ index: 1 })
  await triage.press(triage.button('就这样'))
  await expect(triage.page.locator('tr.here td').nth(1)).not.toHaveText('–')
  for (const address of ['/settings', '/settings/bodies', '/settings/areas', '/settings/periods', '/settings/words'])
    expect((await triage.page.request.get(address)).status(), address).toBe(404)
  const grid = await enter('grid-530702004001')
  await grid.open('/duty')
  await expect(grid.page.getByRole('button', { name: '排上' })).toHaveCount(0)
})

test('on a phone of 360 nothing has to be pushed sideways', async ({ enter }) => {
  const admin = await enter('admin', phone)
  for (const address of [
    '/settings',
    '/settings/bodies',
    '/settings/bodies/new',
    '/settings/areas',
    '/settings/periods',
    '/settings/periods/triage',
    '/settings/words',
    '/duty',
  ])
    await admin.open(address)
  await admin.open('/settings/areas')
  await admin.press(admin.link('龙泉社区居委会'))
})
