import { expect, justNow, test, type Visitor } from '../support/e2e-test'
import type { Locator } from '@playwright/test'

/** Goes from one stop to the next until this one is reached; where the keyboard is can be seen. */
async function reach(visitor: Visitor, what: Locator): Promise<void> {
  await expect(what).toBeVisible()
  for (let stops = 0; stops < 150; stops++) {
    if (await what.evaluate((element) => element === document.activeElement)) {
      const seen = await what.evaluate((element) => {
        // A radio or tick box shows it on the frame around its words, a row's link on the whole row.
        const places = [element, element.nextElementSibling].filter((one) => one !== null)
        return places.some((one) =>
          ['', '::before', '::after'].some((part) => {
            const { outlineStyle, boxShadow } = getComputedStyle(one, part)
            return outlineStyle !== 'none' || boxShadow !== 'none'
          }),
        )
      })
      expect(seen, 'the focus can be seen').toBe(true)
      return
    }
    await visitor.page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not get to ${what.toString()}`)
}

async function enterOn(visitor: Visitor, what: Locator, address: RegExp): Promise<void> {
  await reach(visitor, what)
  await visitor.page.keyboard.press('Enter')
  await visitor.page.waitForURL(address)
  await expect(visitor.page.getByRole('heading', { level: 1 }).first()).toBeVisible()
}

test('负责人: by the keyboard alone, from signing in to a mediator assigned', async ({ enter, stage }) => {
  const story = await stage.anOffer({ now: justNow() }, { to: 'room-pengrenjie' })
  const { phone } = stage.accountByKey('head-room-pengrenjie')
  const visitor = await enter(null)
  const { page } = visitor
  await visitor.open('/sign-in')
  await reach(visitor, page.getByLabel('手机号'))
  await page.keyboard.type(phone)
  await reach(visitor, page.getByLabel('密码'))
  await page.keyboard.type(stage.demoPassword)
  await enterOn(visitor, visitor.button('登录'), /\/$/)

  // The first stop of a page leads past the bar.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: '跳到正文' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('#main')).toBeFocused()

  await enterOn(visitor, page.locator(`main a[href="/disputes/${story.id}/do/receive"]`).first(), /do\/receive$/)
  await reach(visitor, page.getByRole('radio', { name: '知道了，就在这里调解' }))
  await page.keyboard.press('Space')
  await enterOn(visitor, visitor.button('受理'), new RegExp(`/disputes/${story.id}$`))
  await enterOn(visitor, visitor.act('指派调解员'), /do\/assign$/)
  const lead = page.getByRole('group', { name: '主办' }).getByRole('radio')
  await reach(visitor, lead.first())
  await page.keyboard.press('ArrowDown')
  await expect(lead.nth(1)).toBeChecked()
  await enterOn(visitor, visitor.button('指派'), new RegExp(`/disputes/${story.id}$`))
  expect(await story.status()).toBe('mediating')
})
