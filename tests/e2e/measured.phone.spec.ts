import { expect, test } from '../support/e2e-test'
import { Typist } from '../support/e2e-typist'

test('网格员: a dispute is registered from three facts: who, where, what', async ({ enter, stage }) => {
  const visitor = await enter('grid-530702004002')
  const { page } = visitor
  const hand = new Typist(page)
  await visitor.open('/')
  await hand.go(() => visitor.press(page.getByRole('contentinfo').getByRole('link', { name: '登记一件纠纷' })))
  await hand.touch(page.getByText('邻里纠纷', { exact: true }))
  await hand.go(() => visitor.press(visitor.button('下一步')))
  await hand.type(page.locator('[name="parties[0].name"]'), '木春来')
  await hand.type(page.locator('[name="parties[0].phone"]'), '13908883333')
  await hand.type(page.locator('[name="parties[1].name"]'), '和老五')
  await hand.go(() => visitor.press(visitor.button('下一步')))
  await hand.type(page.getByLabel('是什么事'), '雨水滴到邻居院墙，墙泡坏了。')
  await hand.go(() => visitor.press(visitor.button('下一步')))
  await hand.go(() => visitor.press(page.getByRole('button', { name: '登记', exact: true })))
  await visitor.says('登记回执')
  const id = page.url().split('/').at(-2) ?? ''
  expect(await stage.db.party.count({ where: { disputeId: id } })).toBe(2)
  console.log(hand.report('登记', 60))
})
