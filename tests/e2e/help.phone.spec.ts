import type { Page } from '@playwright/test'
import { expect, noBarrier, test } from '../support/e2e-test'

/** Roles in the words of their addresses; each has a card. */
const roles = ['grid', 'mediator', 'head', 'triage', 'duty', 'bureau', 'court', 'organ', 'leader', 'admin']

/** Opens 怎么办 by the keyboard, and reads it: five lines over the page, which stays where it was. */
async function readsHelp(page: Page, title: string): Promise<void> {
  const fold = page.locator('details.help')
  const summary = fold.locator('summary')
  await expect(fold.getByRole('listitem')).toHaveCount(0)
  const box = await summary.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(44)
  const before = await page.locator('main').boundingBox()
  await summary.focus()
  await page.keyboard.press('Enter')
  await expect(fold.getByText(title, { exact: true })).toBeVisible()
  await expect(fold.getByRole('listitem')).toHaveCount(5)
  await expect(fold.getByRole('link', { name: '本岗位的卡片' })).toBeVisible()
  expect(await page.locator('main').boundingBox()).toEqual(before)
}

for (const javaScriptEnabled of [true, false])
  test(`怎么办 on the bar of three pages ${javaScriptEnabled ? 'with' : 'without'} script`, async ({ enter }) => {
    const visitor = await enter('mediator-room-maguotou-1', { javaScriptEnabled })
    const { page } = visitor
    for (const [address, title] of [
      ['/', '我的待办'],
      ['/quick', '简易快办'],
      ['/disputes', '纠纷名单'],
    ] as const) {
      await visitor.open(address)
      await readsHelp(page, title)
      if (javaScriptEnabled) await noBarrier(page)
    }
    await visitor.press(visitor.link('全部帮助'))
    await visitor.says('岗位卡片', '每天看的', '办理：调解')
    await page.getByText('记一次调解', { exact: true }).click()
    await visitor.says('第一次先告知权利义务')
    await visitor.open('/help/cards')
    await visitor.says('调解员卡片', '几个期限', '《人民调解法》第33条', '本区设定', '“记一次调解”')
  })

test('怎么办 on the sign-in page, for whoever is not in yet', async ({ enter }) => {
  const visitor = await enter(null)
  await visitor.open('/sign-in')
  await visitor.page.getByText('怎么办', { exact: true }).click()
  await visitor.says('忘了密码的，找本单位的管理员重设。')
  await noBarrier(visitor.page)
})

test('each card prints on two pages, and nothing of the bar with it', async ({ enter }) => {
  const visitor = await enter('mediator-room-maguotou-1')
  const { page } = visitor
  for (const role of roles) {
    await visitor.open(`/help/cards/${role}`)
    const sheet = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(sheet.match(/\/Type\s*\/Page\b/gu), role).toHaveLength(2)
  }
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText('打印这一张')).toBeHidden()
  await page.goto('/')
  await expect(page.getByText('怎么办', { exact: true })).toBeHidden()
})
