import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'

test('the server says that it and its database are well', async ({ request }) => {
  const answer = await request.get('/healthz')
  expect(answer.status()).toBe(200)
  expect(await answer.text()).toBe('ok\n')
})

test('the sign-in page opens in Chinese, without a word in the console and without a barrier', async ({ page }) => {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  expect(violations).toEqual([])
  expect(said).toEqual([])
})

test('the script of the page runs under the policy', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveClass(/\bscript\b/)
})

test('a page that is not there says so in the frame of the others', async ({ page }) => {
  const answer = await page.goto('/nowhere')
  expect(answer?.status()).toBe(404)
  await expect(page).toHaveTitle('一站解纷')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有找到这一页')
  await expect(page.getByRole('banner')).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  expect(violations).toEqual([])
})

test('a form from elsewhere is refused before any route sees it', async ({ request }) => {
  const headers = { Origin: 'https://elsewhere.example' }
  const answer = await request.post('/sign-in', { headers, form: { phone: '1', password: '2' } })
  expect(answer.status()).toBe(403)
  expect(await answer.text()).toContain('不是从本网站的页面提交的')
})

test('an address that is none, and a method nobody offers, get a sentence', async ({ request }) => {
  expect((await request.get('/%E0%A4%A')).status()).toBe(400)
  expect((await request.delete('/sign-in')).status()).toBe(405)
  expect((await request.get('/assets/nothing.js')).status()).toBe(404)
  expect((await request.get('/nowhere-at-all')).status()).toBe(404)
})
