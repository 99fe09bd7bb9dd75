import { expect, test } from '../support/e2e-test'

test('委派的案件: comes in with its number, fails, is answered, and the court sees its own', async ({ enter, stage }) => {
  const court = await enter('liaison-court')
  const { page } = court
  await court.open('/register')
  const fresh = court.link('登记新的纠纷')
  if (await fresh.count()) await court.press(fresh)
  await page.getByLabel('在哪个村、社区').selectOption({ label: '龙泉社区' })
  await page.getByText('邻里纠纷', { exact: true }).click()
  await court.press(court.button('下一步'))
  await page.locator('[name="parties[0].name"]').fill('木委派')
  await page.locator('[name="parties[1].name"]').fill('和被告')
  await court.press(court.button('下一步'))
  await page.getByLabel('是什么事').fill('院墙倒了，邻居不修，起诉到法院，双方愿意先调解。')
  await court.press(court.button('下一步'))
  await page.getByLabel('案件来源').selectOption('court')
  await page.getByLabel('委派、委托还是移送').selectOption({ label: '委派' })
  await page.getByLabel('对方编号').fill('（2026）云0702诉前调88号')
  await page.getByLabel('交来的材料').fill('起诉状、身份证明')
  await court.press(page.getByRole('button', { name: '登记', exact: true }))
  await court.says('登记回执')
  const id = page.url().split('/').at(-2) ?? ''

  // The post sends it to an invited organisation; there it is taken and talked about.
  const story = new stage.Story(id, new Date())
  const does = async (key: string, event: Parameters<typeof story.does>[1]) => {
    story.now = new Date(Date.now() - 60_000)
    await story.does(await stage.person(key), event)
  }
  const post = await enter('triage-530702004000-1')
  await post.open(`/disputes/${id}`)
  await post.says('（2026）云0702诉前调88号', '古城区人民法院')
  await does('triage-530702004000-1', { type: 'offer', channel: 'people', bodyId: await stage.bodyId('stationed-court') })
  await does('head-stationed-court', { type: 'receive' })
  const { accountId } = await stage.person('mediator-stationed-court-1')
  await does('head-stationed-court', { type: 'assign', mediatorIds: [accountId] })

  const mediator = await enter('mediator-stationed-court-1')
  await mediator.open(`/disputes/${id}/do/fail`)
  await mediator.choose('是哪一种', '调解不成')
  await mediator.press(mediator.button('终止调解'))
  expect(await story.status()).toBe('returning')
  await mediator.open(`/disputes/${id}`)
  await mediator.press(mediator.act('回告'))
  await mediator.choose('结果', '调解不成')
  await mediator.refused(mediator.button('回告'), '请写回告的内容')
  await mediator.page.getByLabel('回告的内容').fill('双方意见差距大，调解不成，退回你院依法办理。')
  await mediator.press(mediator.button('回告'))
  expect(await story.status()).toBe('closed')

  await court.open(`/disputes/${id}`)
  await court.says('已办结', '（2026）云0702诉前调88号')
  await court.open(`/disputes/${id}/path`)
  await court.says('回告')
  // The other court cases of the district are not theirs to see by their numbers.
  const other = await stage.aMediation()
  expect((await page.request.get(`/disputes/${other.id}`)).status()).toBe(404)
})
