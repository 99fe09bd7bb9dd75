import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test, type Visitor } from '../support/e2e-test'

const grid = 'grid-530702004001'

const picture = () =>
  sharp({ create: { width: 64, height: 48, channels: 3, background: '#7d5224' } })
    .png()
    .toBuffer()

const fillParties = async (page: Page, [one, other]: readonly [string, string]) => {
  await page.locator('[name="parties[0].name"]').fill(one)
  await page.locator('[name="parties[1].name"]').fill(other)
}

/** To the first page of a new registration, past the drafts that lie there. */
async function anew({ page, open, press }: Bound) {
  await open('/register')
  const fresh = page.getByRole('link', { name: '登记新的纠纷' })
  if (await fresh.count()) await press(fresh)
}

/** From the first page to the receipt; what is asked back on the way is answered. */
async function registers(bound: Bound, names: readonly [string, string], script: boolean) {
  const { page, button, press, refused, says } = bound
  await anew(bound)
  await expect(page.getByLabel('在哪个村、社区')).toHaveValue(/./)
  await page.getByLabel('查找类型').fill('gongzi')
  if (!script) await press(button('查找'))
  await page.getByText('劳动报酬', { exact: true }).click()
  await press(button('下一步'))

  await fillParties(page, names)
  await page.locator('[name="parties[0].phone"]').fill('139 0888 2')
  await refused(button('下一步'), '电话号码不对')
  await expect(page.locator('[name="parties[0].name"]')).toHaveValue(names[0])
  await page.locator('[name="parties[0].phone"]').fill(script ? '13908882222' : '13908883333')
  await press(button('再加一人'))
  await expect(page.locator('[name="parties[1].name"]')).toHaveValue(names[1])
  await press(button('下一步'))

  await refused(button('下一步'), '请写明是什么事')
  await page.getByLabel('是什么事').fill('老板欠三个月工资，上门讨要时扬言打人。')
  await page.getByLabel('涉及金额').fill('9000')
  await expect(page.getByText('现在就联系').first()).not.toBeVisible()
  await page.getByText('扬言伤人', { exact: true }).click()
  await expect(page.getByText('扬言伤人，现在就联系')).toBeVisible()
  await refused(button('下一步'), '请写已经告诉了谁')
  await page.getByLabel('告诉了谁').fill('九点给束河派出所打了电话')
  await page.locator('[name=pictures]').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: await picture() })
  await press(button('先存下'))
  await expect(page.getByRole('img', { name: '照片 1' })).toBeVisible()
  await press(button('下一步'))

  await says('劳动报酬', names[0], '9,000.00 元', '束河派出所', '照片 1 张')
  await expect(page.getByLabel('案件来源')).toHaveValue('applied')
  await expect(page.getByLabel('登记渠道')).toHaveValue('grid')
  await press(page.getByRole('button', { name: '登记', exact: true }))
  await says('登记回执', '530702-', '人民调解不收费', '束河街道分流岗')
}
type Bound = Pick<Visitor, 'page' | 'button' | 'press' | 'refused' | 'open' | 'says'>
const bound = (visitor: Visitor): Bound => ({
  page: visitor.page,
  button: visitor.button,
  press: (what) => visitor.press(what),
  refused: (...asked) => visitor.refused(...asked),
  open: (address) => visitor.open(address),
  says: (...words) => visitor.says(...words),
})

test('网格员: registers on a phone, in four pages, and takes the receipt', async ({ enter }) => {
  await registers(bound(await enter(grid)), ['木春来', '和老板'], true)
})

test('网格员: the same without script', async ({ enter }) => {
  await registers(bound(await enter(grid, { javaScriptEnabled: false })), ['木秋生', '李老板'], false)
})

test('网格员: begins on one phone, goes on at another, and is asked once whether it is the same', async ({ enter }) => {
  const names = ['杨四妹', '和五弟'] as const
  const first = await enter(grid)
  const begin = async (visitor: Visitor) => {
    await anew(bound(visitor))
    await visitor.press(visitor.button('下一步'))
    await fillParties(visitor.page, names)
  }
  await begin(first)
  await first.press(first.button('下一步'))
  await first.page.getByLabel('是什么事').fill('两家为滴水争吵，已经几次。')
  await first.press(first.button('先存下'))

  const second = await enter(grid)
  await second.open('/register')
  await expect(second.page.getByRole('main')).not.toContainText(names[0])
  await second.press(second.link('类型没有选：杨某某'))
  await expect(second.page.getByLabel('是什么事')).toHaveValue('两家为滴水争吵，已经几次。')
  await second.press(second.button('下一步'))
  // Pressed twice by a nervous thumb: one dispute.
  await second.press(second.page.getByRole('button', { name: '登记', exact: true }))
  const receipt = second.page.url()
  await second.page.goBack()
  await second.page.reload()
  expect(second.page.url()).toBe(receipt)

  await begin(second)
  await second.press(second.button('下一步'))
  await second.says('可能是同一件事', '龙泉社区')
  await second.choose('是同一件吗', '不是同一件')
  await second.page.getByLabel('为什么这样看').fill('这次是另一面墙')
  await second.press(second.button('下一步'))
  await second.page.getByLabel('是什么事').fill('换了一面墙。')
  await second.press(second.button('下一步'))
  await second.press(second.page.getByRole('button', { name: '登记', exact: true }))
  await second.says('登记回执')
})

test('网格员: the register page is light', async ({ enter }) => {
  const { page } = await enter('grid-530702004002')
  const client = await page.context().newCDPSession(page)
  await client.send('Network.enable')
  let bytes = 0
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.goto('/register', { waitUntil: 'networkidle' })
  await expect(page.getByRole('button', { name: '下一步' })).toBeVisible()
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThan(300_000)
})
