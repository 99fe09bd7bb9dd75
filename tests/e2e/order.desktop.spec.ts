import { expect, justNow, test } from '../support/e2e-test'

test('督办单: duty sends it out, the head takes and answers, duty sends it back, it is answered and accepted', async ({ enter, stage }) => {
  const story = await stage.aMediation({ now: justNow(), facts: '租客和房东为押金僵着，没有约好时间。' })
  const events = (await story.events()).length

  const duty = await enter('duty-1')
  await duty.open(`/disputes/${story.id}`)
  await duty.press(duty.link('督办…'))
  const { page } = duty
  await expect(page.getByLabel('发给')).toHaveValue(`body:${await stage.bodyId('room-maguotou')}`)
  await page.getByLabel('督办事由').selectOption('overdue')
  // Bad input comes back with a sentence beside the field, and what was typed.
  await duty.refused(duty.button('发出'), '请写要求做到什么')
  await expect(page.getByLabel('督办事由')).toHaveValue('overdue')
  await page.getByLabel('要求做到什么').fill('三天内约好双方，写明进展')
  await duty.press(duty.button('发出'))
  await duty.says('督办〔', '待签收', '三天内约好双方')
  const address = new URL(page.url()).pathname

  const head = await enter('head-room-maguotou')
  await head.open('/')
  await head.press(head.link('督办单待签收'))
  await head.press(head.page.getByRole('main').locator(`a[href="${address}"]`))
  await head.press(head.button('签收'))
  await head.page.getByLabel('办到哪一步').fill('已经约了周五')
  await head.press(head.button('写上'))
  await head.page.getByLabel('办理结果').fill('谈了一次')
  await head.press(head.button('回复', head.page.getByRole('main')))
  await head.says('已回复，待审核')

  await duty.open('/')
  await duty.press(duty.link('督办回复待审核'))
  await duty.press(page.getByRole('main').locator(`a[href="${address}"]`))
  await page.getByLabel('为什么退回、还要做什么').fill('没有写结果')
  await duty.press(duty.button('退回重办'))
  await duty.says('退回重办', '没有写结果')

  await head.open(address)
  await head.page.getByLabel('办理结果').fill('周五谈成了，退三百元')
  await head.press(head.button('回复', head.page.getByRole('main')))
  await duty.open(address)
  await duty.press(duty.button('审核通过'))
  await duty.says('已办结', '周五谈成了')
  await expect(page.getByRole('main').locator('form')).toHaveCount(0)
  await duty.open(`${address}/print`)
  await expect(page.getByRole('heading', { name: '督办单' })).toBeVisible()
  await expect(page.getByText('周五谈成了，退三百元')).toBeVisible()

  // No case was changed by it, and who has nothing to do with it finds nothing.
  expect(await story.events()).toHaveLength(events)
  const stranger = await enter('head-room-pengrenjie')
  expect((await stranger.page.request.get(address)).status()).toBe(404)
  await head.open(`/disputes/${story.id}`)
  await head.says('督办〔', '已办结')
})
