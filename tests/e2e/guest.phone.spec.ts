import { expect, justNow, test, type Visitor } from '../support/e2e-test'

const mediatorKey = 'mediator-room-maguotou-1'

/** The mediator asks every side, invites, and takes the link that is shown this once: its path. */
async function invites({ page, press, button, says }: Pick<Visitor, 'page' | 'press' | 'button' | 'says'>, name: string) {
  await page.getByLabel('名录以外的单位或人').fill(name)
  await page.getByLabel('请它做什么').selectOption('joint')
  await page.getByLabel('具体请求').fill('请到场劝一劝')
  for (const party of ['和丽江', '杨正平']) await page.getByRole('combobox', { name: new RegExp(`^${party}`) }).selectOption('phone')
  await press(button('发出'))
  await says(name, '还没有发链接')
  await press(page.getByRole('region', { name }).getByRole('button', { name: '生成一次性链接' }))
  const href = await page.getByLabel(`${name}的一次性链接`).inputValue()
  expect(href).toMatch(/^https?:\/\/[^/]+\/guest\/\S{20,}$/)
  return new URL(href).pathname
}

const bound = (visitor: Visitor) => ({
  page: visitor.page,
  button: visitor.button,
  press: (what: Parameters<Visitor['press']>[0]) => visitor.press(what),
  says: (...words: (string | RegExp)[]) => visitor.says(...words),
})

test('受邀的人: opens the link once, sees this one matter, answers, and then sees nothing; who comes second is told', async ({
  enter,
  stage,
}) => {
  const story = await stage.aMediation({ now: justNow(), facts: '客栈扣下三百元房费，说是打坏了门。' })
  const { number, title } = await story.row()
  const mediator = await enter(mediatorKey)
  await mediator.open(`/disputes/${story.id}/do/request`)
  await mediator.page.getByLabel('名录以外的单位或人').fill('老支书和老伯')
  await mediator.page.getByLabel('请它做什么').selectOption('joint')
  await mediator.refused(mediator.button('发出'), '要各方都同意')
  const path = await invites(bound(mediator), '老支书和老伯')

  const guest = await enter(null)
  await guest.open(path)
  await guest.says('请老支书和老伯参加调解', '只能打开一次')
  await expect(guest.page.getByRole('main')).not.toContainText(title)
  await guest.press(guest.button('打开'))
  await guest.says(number, '一件旅游纠纷', '请到场劝一劝', '马锅头调解室')
  await expect(guest.page.getByRole('main')).not.toContainText(title)
  await expect(guest.page.getByRole('main')).not.toContainText('打坏了门')
  for (const address of ['', '/parties', '/path', '/do/note']) {
    const answer = await guest.page.request.get(`/disputes/${story.id}${address}`, { maxRedirects: 0 })
    expect([302, 401, 403, 404], address).toContain(answer.status())
  }

  const second = await enter(null)
  const used = await second.page.request.get(path)
  expect(used.status()).toBeGreaterThanOrEqual(400)
  expect(await used.text()).toContain('链接打不开了')
  await second.open('/guest')
  await second.says('这里没有可以看的')

  await guest.refused(guest.button('答复'), /请选/)
  await guest.choose('您愿意吗', /愿意/)
  await guest.page.getByRole('textbox', { name: '答复' }).fill('周六上午可以')
  await guest.press(guest.button('答复'))
  await guest.says('已经答复，谢谢')
  await guest.open('/guest')
  await guest.says('这里没有可以看的')
  await expect(guest.page.getByRole('main')).not.toContainText(number)
  expect(await story.lastEvent()).toMatchObject({ type: 'request', actorKind: 'guest' })
})

test('受邀的人: a link that was ended opens nothing', async ({ enter, stage }) => {
  const story = await stage.aMediation({ now: justNow() })
  const mediator = await enter(mediatorKey)
  await mediator.open(`/disputes/${story.id}/do/request`)
  const path = await invites(bound(mediator), '村里的和大伯')
  await mediator.open(`/disputes/${story.id}/guests`)
  await mediator.press(mediator.button('停用链接'))
  await mediator.says('链接已经停用')
  const guest = await enter(null)
  const answer = await guest.page.request.get(path)
  expect(answer.status()).toBeGreaterThanOrEqual(400)
  expect(await answer.text()).toContain('链接打不开了')
})
