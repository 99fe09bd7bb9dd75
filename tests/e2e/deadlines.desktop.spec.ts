import { expect, justNow, test } from '../support/e2e-test'

test('管理员: a year’s holidays are taken in, a slip is said beside its field and loses nothing; a reminder is changed', async ({
  enter,
}) => {
  const admin = await enter('admin')
  const { page } = admin
  await admin.open('/settings')
  await admin.press(page.getByRole('link', { name: '节假日表' }))
  await admin.press(page.getByRole('link', { name: '导入这一年' }).last())
  const year = Number(/(\d{4})/.exec(page.url().split('/').at(-1) ?? '')?.[1])
  const days = [`${year}-01-01 休 元旦`, `${year}-05-01 至 ${year}-05-05 休 劳动节`, `${year}-10-01 至 ${year}-10-07 休 国庆节`].join('\n')
  await page.getByLabel('日子').fill(`${days}\n放假三天`)
  await page.getByLabel('依据').fill('演示用的通知')
  await admin.refused(page.getByRole('button', { name: '存下，重新计算' }), /第 4 行没有看懂/)
  await expect(page.getByLabel('依据')).toHaveValue('演示用的通知')
  await page.getByLabel('日子').fill(days)
  await admin.press(page.getByRole('button', { name: '存下，重新计算' }))
  await admin.says('已经保存')
  await admin.says('演示用的通知')

  await admin.open('/settings/reminders')
  await admin.press(page.getByRole('link', { name: '到期前 7 天' }))
  await page.getByLabel('提前多少').fill('10')
  await page.getByLabel('为什么改').fill('办公会定的')
  await admin.press(page.getByRole('button', { name: '从那天起这样提醒' }))
  await admin.says('到期前 10 天')
})

test('调解员: every last day says how it was counted, and comes out the same when it is counted again', async ({ enter, stage }) => {
  const story = await stage.aMediation({ facts: '屋檐滴水。', now: justNow() })
  const mediator = await enter('mediator-room-maguotou-1')
  await mediator.open(`/disputes/${story.id}`)
  await mediator.press(mediator.page.getByRole('link', { name: '怎么算的' }))
  await mediator.says('司法部令75第33条（待核）')
  await mediator.says('结果与记录一致')
  const grid = await enter('grid-530702004001')
  expect((await grid.page.request.get(`/disputes/${story.id}/deadlines`)).status()).toBe(404)
  const stranger = await enter('mediator-room-pengrenjie-1')
  expect((await stranger.page.request.get(`/disputes/${story.id}/deadlines`)).status()).toBe(404)
})
