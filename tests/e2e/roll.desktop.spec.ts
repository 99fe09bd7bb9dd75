import { expect, test, type Visitor } from '../support/e2e-test'

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true }
const shuhe = '530702004000'
const longquan = '530702004001'

/** Fills fields by their labels: a select by its words, a day or a line by what is typed. */
async function fill({ page }: Visitor, values: Record<string, string>) {
  for (const [label, value] of Object.entries(values)) {
    const field = page.getByRole('main').getByLabel(label).first()
    if ((await field.evaluate((node) => node.tagName)) === 'SELECT') {
      const option = field.locator('option', { hasText: value }).first()
      await field.selectOption((await option.getAttribute('value')) ?? '')
    } else await field.fill(value)
  }
}

test('名册: an administrator enters a mediator, appoints, writes a leave with who stands in; the head sees it', async ({ enter }) => {
  const admin = await enter(`admin-${shuhe}`)
  await admin.open('/')
  await admin.press(admin.link('名册'))
  await admin.press(admin.link('登记一个人'))
  await fill(admin, { 住址: '束河街道龙泉社区仁里路8号' })
  await admin.refused(admin.button('登记入册'), '请写姓名')
  await expect(admin.page.getByLabel('住址')).toHaveValue('束河街道龙泉社区仁里路8号')
  await fill(admin, { 姓名: '和试一', 类别: '人民调解员', 地域: '龙泉社区', 电话: '13912340001', 性别: '女', 民族: '白族' })
  await admin.choose('语言', '纳西语')
  await admin.press(admin.button('登记入册'))
  await admin.says('已经保存', '139****0001', '束河街道龙泉社区***', '《古城区人民调解员管理办法》')

  await admin.press(admin.link('推选、聘任'))
  await fill(admin, { 组织: '龙泉社区人民调解委员会', 职务: '调解员' })
  await admin.choose('怎么产生的', '聘任')
  await admin.refused(admin.button('登记任职'), '请写文号')
  await fill(admin, { 文号: '束司聘〔2026〕8号' })
  await admin.press(admin.button('登记任职'))
  await admin.says('龙泉社区人民调解委员会·调解员', '束司聘〔2026〕8号')

  await admin.press(admin.link('请假'))
  await fill(admin, { 事由: '病假' })
  const colleagues = admin.page.getByLabel('谁来顶')
  const name = (await colleagues.locator('option').nth(1).textContent()) ?? ''
  await colleagues.selectOption({ index: 1 })
  await admin.press(admin.button('登记请假'))
  await admin.says(`今天请假，由${name}顶`)

  const head = await enter(`head-village-${longquan}`)
  await head.open('/')
  await head.press(head.link('名册'))
  await fill(head, { 姓名: '和试一' })
  await head.press(head.button('查找'))
  await head.says('请假', '龙泉社区人民调解委员会·调解员')
  await head.press(head.link('和试一'))
  await expect(head.page.getByRole('main')).not.toContainText('束河街道龙泉社区***')
  await head.press(head.button('销假'))
  await head.says('没有请假')

  const grid = await enter(`grid-${longquan}`)
  expect((await grid.page.request.get('/roll')).status()).toBe(404)
})

test('组成核对: a committee beside the law, and its election', async ({ enter }) => {
  const admin = await enter(`admin-${shuhe}`)
  await admin.open('/roll/bodies')
  await admin.press(admin.page.getByRole('main').getByRole('listitem').getByRole('link').first())
  await admin.says('照法律核对', '《人民调解法》')
  await admin.refused(admin.button('登记换届'), '请选怎么产生的')
  await fill(admin, { 怎么产生的: '村民会议' })
  await admin.press(admin.button('登记换届'))
  await admin.says('已经保存', '村民会议或者村民代表会议推选')
})

test('on a phone the register, a card and its forms read without pushing sideways', async ({ enter }) => {
  const admin = await enter(`admin-${shuhe}`, phone)
  for (const address of ['/roll', '/roll/new', '/roll/bodies']) await admin.open(address)
  await admin.open('/roll?kind=lawReader')
  await admin.press(admin.page.getByRole('rowheader').getByRole('link').first())
  await admin.press(admin.link('记一次咨询'))
  await fill(admin, { 问什么: '问宅基地边界怎么认' })
  await admin.press(admin.button('记下'))
  await admin.says('问宅基地边界怎么认', '1 次，1 人')
  await admin.press(admin.link('改动'))
})
