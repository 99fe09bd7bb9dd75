import { expect, test, type Stage, type Visitor } from '../support/e2e-test'
import { Typist } from '../support/e2e-typist'

const mediator = 'mediator-room-maguotou-1'
const facts = '客人退房，客栈说床单有印子，不退三百元押金。'

const statusOf = async ({ page }: Visitor, stage: Stage) =>
  (await stage.db.dispute.findUniqueOrThrow({ where: { id: page.url().split('/').at(-2) ?? '' } })).status

test('简易快办: a visitor at the counter, from facts to kept agreement on one page', async ({ enter, stage }) => {
  const visitor = await enter(mediator)
  const { page } = visitor
  const hand = new Typist(page)
  await visitor.open('/')
  await hand.go(() => visitor.press(visitor.link('简易快办')))
  await hand.type(page.getByLabel('谁', { exact: true }), '林晓')
  await hand.type(page.getByLabel('电话', { exact: false }).first(), '13900001234')
  await hand.touch(page.getByText('游客、过路的'))
  await hand.type(page.getByLabel('最晚离开时间'), '2026-12-31T09:00')
  await hand.type(page.getByLabel('居住地'), '成都')
  await hand.type(page.getByLabel('和谁有纠纷'), '杨正平')
  await hand.touch(page.getByText('旅游住宿', { exact: true }))
  await hand.type(page.getByLabel('是什么事'), facts)
  await hand.touch(page.getByRole('group', { name: /办过这件事没有/ }).getByText('没有', { exact: true }))
  await hand.touch(page.getByText('旅游、消费纠纷：先告知另一条路'))
  await hand.touch(page.getByLabel(/他选在这里调解/))
  await hand.touch(page.getByLabel(/先告知了调解的性质/))
  await hand.type(page.getByLabel('付多少'), '300')
  await hand.type(page.getByLabel('做什么'), '退还押金')
  await hand.touch(page.getByLabel(/^当场就做了/))
  await hand.touch(page.getByRole('group', { name: '当事人满意吗' }).getByText('满意', { exact: true }))
  await hand.go(() => visitor.press(visitor.button('办好了')))
  await visitor.says('回执', '人民调解不收费')
  expect(await statusOf(visitor, stage)).toBe('closed')
  console.log(hand.report('简易快办', 180))

  const receipt = page.url()
  await visitor.open(receipt.replace(/\/receipt$/, '/path'))
  await visitor.says('登记', '受理', '指派', '达成协议', '履行', '回访', '办结')
  // Pressed again from the page behind: the same dispute.
  const before = await stage.db.dispute.count()
  await page.goto(receipt)
  await page.goBack()
  expect(await stage.db.dispute.count()).toBe(before)
})

test('简易快办: without script, more people and promises; what is missing is said and nothing is lost', async ({ enter, stage }) => {
  const visitor = await enter(mediator, { javaScriptEnabled: false })
  const { page } = visitor
  await visitor.open('/quick')
  await page.getByLabel('谁', { exact: true }).fill('木一')
  await visitor.press(visitor.button('再加一人'))
  await expect(page.getByLabel('谁', { exact: true })).toHaveValue('木一')
  await page.getByLabel('和谁有纠纷').fill('木二')
  await page.getByLabel('姓名', { exact: true }).fill('木三')
  await page.getByLabel('查找类型').fill('lvyou')
  await visitor.press(visitor.button('查找'))
  await page.getByRole('group', { name: '什么类型的事' }).getByLabel('旅游住宿', { exact: true }).check()
  await page.getByText('旅游、消费纠纷：先告知另一条路').click()
  await page.getByLabel(/他选在这里调解/).check()
  await visitor.press(visitor.button('再加一条'))
  await expect(page.getByLabel('由谁做').first()).toContainText('木三')
  await page.getByLabel('做什么').first().fill('把堆的柴搬开')
  await page.getByLabel('由谁做').nth(1).selectOption({ label: '各方' })
  await page.getByLabel('做什么').nth(1).fill('过道不再堆东西')
  await visitor.refused(visitor.button('办好了'), '请写明是什么事')
  await expect(page.getByLabel('做什么').nth(1)).toHaveValue('过道不再堆东西')
  await page.getByLabel('是什么事').fill('过道堆柴，过不去。')
  await page
    .getByRole('group', { name: /办过这件事没有/ })
    .getByLabel('没有')
    .check()
  await page.getByLabel(/先告知了调解的性质/).check()
  await visitor.press(visitor.button('办好了'))
  expect(await statusOf(visitor, stage)).toBe('performing')
})

test('简易快办: nobody else is shown the page', async ({ enter }) => {
  const { page } = await enter('grid-530702004001')
  expect((await page.request.get('/quick')).status()).toBe(403)
})
