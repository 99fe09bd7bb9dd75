import { expect, justNow, noBarrier, test } from '../support/e2e-test'

const head = 'head-room-maguotou'

test('负责人: receives, assigns, answers an objection with another mediator', async ({ enter, stage }) => {
  const story = await stage.anOffer({ now: justNow() })
  const visitor = await enter(head)
  const { page } = visitor
  const { title } = await story.row()

  await visitor.open('/')
  await visitor.says('待接收', title)
  await visitor.press(visitor.link('本组织'))
  await visitor.says('马锅头调解室', title)
  await visitor.open(`/disputes/${story.id}`)
  await visitor.press(visitor.act('受理'))
  await visitor.says('各方愿不愿意调解', '不收任何费用')
  await visitor.page.getByLabel('知道了，就在这里调解').check()
  await visitor.press(visitor.button('受理'))
  expect(await story.status()).toBe('assigning')

  const first = await stage.person('mediator-room-maguotou-1')
  const second = await stage.person('mediator-room-maguotou-2')
  await visitor.press(visitor.act('指派调解员'))
  await visitor.choose('主办', new RegExp(`^${first.name}`))
  await visitor.press(visitor.button('指派'))
  expect(await story.status()).toBe('mediating')
  await visitor.says(first.name)

  // The other side does not want this mediator.
  await visitor.open(`/disputes/${story.id}/do/object`)
  await visitor.choose('谁提出的', /^杨正平/)
  await page.getByLabel('理由').fill('他和对方同村')
  await visitor.press(visitor.button('记下，请负责人另行指派'))
  await visitor.press(visitor.act('指派调解员').or(visitor.act('重新指派调解员')))
  await visitor.says('当事人申请更换调解员')
  await visitor.choose('主办', new RegExp(`^${second.name}`))
  await visitor.press(visitor.button('指派'))
  await visitor.says(second.name)
  const leg = await story.lastLeg()
  expect(leg.mediators.filter(({ validTo }) => !validTo).map(({ accountId }) => accountId)).toEqual([second.accountId])
})

test('负责人: gives back what is not for them, with a reason that has two faces', async ({ enter, stage }) => {
  const story = await stage.anOffer({ now: justNow() })
  const visitor = await enter(head)
  await visitor.open(`/disputes/${story.id}`)
  await visitor.press(visitor.act('退回…'))
  await visitor.choose('为什么退回', /^在办已满/)
  await visitor.page.getByLabel('给分流岗的话').fill('本月有三件大的')
  await visitor.press(visitor.button('退回'))
  // It is not theirs any more: they are led back to what is.
  expect(await story.status()).toBe('reported')
  await expect(visitor.page).toHaveURL(/\/\?done=return$/)
  await expect(visitor.page.getByRole('status')).toContainText('已退回分流岗')
  expect((await visitor.page.request.get(`/disputes/${story.id}`)).status()).toBe(404)
  await visitor.open(`/bodies/${await stage.bodyId('room-maguotou')}`)
  await visitor.says((await story.row()).number, '在办已满')

  const triage = await enter('triage-530702004000-1')
  await triage.open(`/triage/${story.id}`)
  await triage.says('在办已满')
  await triage.open(`/disputes/${story.id}/path`)
  await triage.says('由能更快办理的组织办理')
})

test('负责人: gives out two cases at once; the one whose party is the mediator is said, and is not given', async ({ enter, stage }) => {
  const now = justNow()
  const { phone } = stage.accountByKey('mediator-room-maguotou-1')
  const parties = [
    { side: 'applicant' as const, kind: 'person' as const, name: '木丽江', willing: 'willing' as const, phone },
    { side: 'respondent' as const, kind: 'person' as const, name: '杨正平', willing: 'willing' as const },
  ]
  const barred = await stage.aReceived({ now, facts: '木家的押金没有退。', parties })
  const free = await stage.aReceived({ now, facts: '客栈的押金没有退。' })
  const mediator = await stage.person('mediator-room-maguotou-1')
  // The other journeys have given this one more than the own cap.
  await stage.db.registrant.updateMany({ where: { accountId: mediator.accountId }, data: { cap: null } })
  const visitor = await enter(head)
  const { page } = visitor
  await visitor.open(`/bodies/${await stage.bodyId('room-maguotou')}`)
  await visitor.press(visitor.link('批量指派'))
  for (const story of [barred, free]) await page.locator(`input[name="case"][value="${story.id}"]`).check()
  await page.getByLabel('指派给谁').selectOption(mediator.accountId)
  await visitor.press(visitor.button('看看行不行'))
  await visitor.says('不能：和当事人木丽江的电话相同', `可以：指派给${mediator.name}`)
  await page.setViewportSize({ width: 360, height: 740 })
  await noBarrier(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await visitor.press(visitor.button('确定指派 1 件'))
  await visitor.says('指派的结果', '已指派')
  expect([await barred.status(), await free.status()]).toEqual(['assigning', 'mediating'])

  // As suggested, somebody else.
  await visitor.open(`/bodies/${await stage.bodyId('room-maguotou')}/assign`)
  await page.locator(`input[name="case"][value="${barred.id}"]`).check()
  await visitor.press(visitor.button('看看行不行'))
  await visitor.says('可以：建议', '没有利害关系')
  await visitor.press(visitor.button('确定指派 1 件'))
  expect(await barred.status()).toBe('mediating')
})
