import { expect, test } from '../support/e2e-test'

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }

test('后台任务: the administrator is told of work that failed, tries it again, and drops what is pointless', async ({ enter, stage }) => {
  await stage.deadJobs('tell', 3)
  await stage.told('admin', 'deadJob')
  const admin = await enter('admin')
  await admin.open('/notices')
  await admin.press(admin.link(/后台任务没有做成/))
  await admin.says('3 秒、7 秒、20 秒', 'the text message gateway answered 503', '3 次，最多 3 次')
  const dead = admin.page.getByRole('table', { name: '做不成的任务' }).getByRole('row')
  await expect(dead).toHaveCount(4)
  await admin.press(admin.button(/^再试一次：/))
  await admin.says('已经排上')
  await expect(dead).toHaveCount(3)
  await admin.press(admin.link(/^放弃：/))
  await admin.refused(admin.button('放弃'), '请选为什么放弃')
  await admin.choose('为什么放弃', '已经人工办了')
  await admin.press(admin.button('放弃'))
  await expect(dead).toHaveCount(2)
  await admin.press(admin.button('都再试一次'))
  await admin.says('没有做不成的任务', '做不成 0')
})

test('短信: a text is previewed, refused for a word that gives it away, and holds from today; what was sent is listed', async ({
  enter,
  stage,
}) => {
  await stage.aText('head-room-maguotou')
  const admin = await enter('admin')
  await admin.open('/settings')
  await admin.press(admin.page.getByRole('main').getByRole('link', { name: /^短信/ }))
  await admin.says('本机没有接短信网关，只记在这里', '只记在本机')
  await expect(admin.page.getByRole('row', { name: /负责人 1\d\d\*{4}\d{4}/ }).first()).toContainText('您有一件事项快到期')
  await admin.press(admin.link('给当事人：有新的进展'))
  const text = admin.page.getByLabel('短信内容')
  await text.fill('您的离婚纠纷有进展{phone}。')
  await admin.press(admin.button('看看发出去的样子'))
  await admin.says('您写的发出去是这样', '您的离婚纠纷有进展，或者打 0888-5100000 问。', '个字，发 1 条', '不能写“')
  await expect(text).toHaveValue('您的离婚纠纷有进展{phone}。')
  await admin.page.getByLabel('谁负责').fill('区司法局')
  await admin.refused(admin.button('从那天起这样发'), '旁人看到手机')
  await text.fill('您托办的事有新进展，请凭回执上网查看{phone}。')
  await admin.press(admin.button('从那天起这样发'))
  await admin.says('已经保存', '您托办的事有新进展，请凭回执上网查看{phone}。', '区司法局')
  await admin.press(admin.page.getByRole('navigation', { name: '短信到哪一步' }).getByRole('link', { name: '没有发到' }))
  await expect(admin.page.getByRole('row', { name: /负责人 1/ })).toHaveCount(0)
})

test('消息: an alarm stands on top, one is marked as read, and one group is looked at, on a telephone', async ({ enter, stage }) => {
  for (const topic of ['task', 'alarm', 'reminder'] as const) await stage.told('bureau-1', topic)
  const bureau = await enter('bureau-1', phone)
  await bureau.open('/notices')
  const rows = bureau.page.locator('.notices li')
  await expect(rows.first()).toContainText('警报')
  await bureau.press(bureau.link('期限'))
  await expect(rows).toHaveCount(1)
  await bureau.press(bureau.button(/^标为已读/))
  await expect(bureau.page.getByRole('heading', { name: '已读' })).toBeVisible()
  await expect(bureau.page).toHaveURL(/group=due/)
  await bureau.press(bureau.link('全部'))
  await bureau.press(bureau.button('都标为已读'))
  await expect(bureau.page.getByRole('heading', { name: '未读' })).toHaveCount(0)
})

test('these pages are the district’s alone', async ({ enter }) => {
  const township = await enter('admin-530702004000')
  for (const address of ['/settings/jobs', '/settings/messages', '/settings/messages/due'])
    expect((await township.page.request.get(address)).status(), address).toBe(404)
  const answer = await township.page.request.post('/texts/receipts', { data: { id: 'x', status: 'delivered' } })
  expect(answer.status()).toBe(401)
})
