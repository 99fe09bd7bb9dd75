import { expect, justNow, test } from '../support/e2e-test'

test('调解员: without script, from the first session to a closed case', async ({ enter, stage }) => {
  const story = await stage.aMediation({ now: justNow() })
  const visitor = await enter('mediator-room-maguotou-1', { javaScriptEnabled: false })
  const { page } = visitor
  const at = `/disputes/${story.id}`
  const submit = async (name: string) => visitor.press(visitor.button(name))

  await visitor.open(`${at}/do/session`)
  await page.getByLabel('已经告知，各方听清').check()
  await page.getByLabel('调解过程').fill('当面谈好了')
  await submit('记下这次调解')

  await visitor.open(`${at}/do/agree`)
  await visitor.choose('口头还是书面', /^口头协议/)
  await expect(page.getByRole('group', { name: /^第 \d+ 项/ })).toHaveCount(3)
  const first = page.getByRole('group', { name: '第 1 项' })
  await first.getByLabel('谁', { exact: true }).fill('杨正平')
  await first.getByLabel('向谁').fill('和丽江')
  await first.getByLabel('做什么').fill('退还押金')
  await first.getByLabel('哪一种').selectOption('给付金钱')
  await first.getByLabel('金额', { exact: true }).fill('300')
  await page.getByLabel('口头协议的内容').fill('杨正平当场退三百元')
  // More rows are asked of the server, and what was typed comes back with them.
  await submit('再加三项')
  expect(await page.getByRole('group', { name: /^第 \d+ 项/ }).count()).toBeGreaterThan(3)
  await expect(first.getByLabel('做什么')).toHaveValue('退还押金')
  await submit('达成协议')
  expect(await story.status()).toBe('performing')

  await visitor.open(`${at}/do/perform`)
  await visitor.choose('履行了多少', /^全部/)
  await submit('登记履行')
  expect(await story.status()).toBe('visiting')
  await visitor.open(`${at}/do/visit`)
  await visitor.choose('结果', /^已履行/)
  await visitor.choose('怎么回访的', '当场')
  await submit('记下回访')
  await visitor.open(`${at}/do/close`)
  await submit('办结')
  expect(await story.status()).toBe('closed')
  await visitor.open(`${at}/path`)
  await visitor.says('登记', '受理', '达成协议', '回访', '办结')
})
