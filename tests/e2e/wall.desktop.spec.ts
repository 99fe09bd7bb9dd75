import { expect, justNow, noBarrier, test } from '../support/e2e-test'

/** A township of which no other journey tells. */
const jinjiang = '530702205000'
const screen = { viewport: { width: 1920, height: 1080 } }
/** Another pair when the journey is walked once more: the first is registered already. */
const pairs = [
  ['木春阳', '和大老板'],
  ['木秋阳', '和小老板'],
] as const

test('大屏: what a grid worker registers meanwhile stands on it without reload, in numbers only', async ({ enter, stage }) => {
  const names = pairs[test.info().retry] ?? pairs[0]
  const duty = await enter('duty-1', screen)
  await duty.open('/')
  await duty.press(duty.link('大屏'))
  const { page } = duty
  const [red, waiting] = ['红色', '还没派出去'].map((label) =>
    page.locator('section', { has: page.getByRole('heading', { name: label, exact: true }) }).locator('.value'),
  )
  const number = async (of: typeof red) => Number.parseInt((await of!.textContent())!, 10)
  await expect(page.getByText('每 10 秒更新')).toBeVisible()
  const before = { red: await number(red), waiting: await number(waiting) }

  // Nothing on it is smaller than 32 px, and all of it fits: it hangs where nobody scrolls.
  const letters = await page.locator('.wall').evaluate((wall) =>
    [...wall.querySelectorAll('*')]
      .filter((at) => [...at.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()))
      .filter((at) => !at.closest('.unseen, [hidden], noscript'))
      .map((at) => Number.parseFloat(getComputedStyle(at).fontSize) * (at.closest('svg') ? at.closest('svg')!.clientWidth / 584 : 1)),
  )
  expect(Math.min(...letters)).toBeGreaterThanOrEqual(32)

  const grid = await enter('grid-530702004001', { viewport: { width: 360, height: 740 } })
  await grid.open('/register')
  const fresh = grid.link('登记新的纠纷')
  if (await fresh.count()) await grid.press(fresh)
  await grid.page.getByLabel('查找类型').fill('gongzi')
  await grid.page.getByText('劳动报酬', { exact: true }).click()
  await grid.press(grid.button('下一步'))
  await grid.page.locator('[name="parties[0].name"]').fill(names[0])
  await grid.page.locator('[name="parties[1].name"]').fill(names[1])
  await grid.press(grid.button('下一步'))
  await grid.page.getByLabel('是什么事').fill('老板欠三个月工资，上门讨要时扬言打人。')
  await grid.page.getByText('扬言伤人', { exact: true }).click()
  await grid.page.getByLabel('告诉了谁').fill('九点给束河派出所打了电话')
  await grid.press(grid.button('下一步'))
  await grid.press(grid.page.getByRole('button', { name: '登记', exact: true }))
  const dispute = await stage.db.dispute.findFirstOrThrow({ where: { parties: { some: { name: names[0] } } }, include: { parties: true } })

  // Others may register meanwhile, too.
  await expect.poll(() => number(waiting)).toBeGreaterThan(before.waiting)
  if (dispute.risk === 'red') expect(await number(red)).toBeGreaterThan(before.red)
  // Where nothing changed between two looks, nothing is sent a second time.
  const looked = async () => {
    const first = await page.request.get('/wall/now')
    const again = await page.request.get('/wall/now', { headers: { 'If-None-Match': first.headers()['etag'] ?? '' } })
    return again.status()
  }
  await expect.poll(looked).toBe(304)

  // A red alarm that nobody has taken goes across the whole wall until somebody takes it; the oldest is named.
  const { id, districtId } = await (await stage.aReport({ now: justNow() })).row()
  const dayAgo = new Date(Date.now() - 25 * 3_600_000)
  const alarm = await stage.db.alarm.create({
    data: {
      id: stage.newId(),
      disputeId: id,
      districtId,
      townshipId: await stage.areaId(jinjiang),
      status: 'raised',
      why: 'red',
      step: 1,
      raisedAt: dayAgo,
    },
  })
  const band = page.locator('.band')
  await expect(band).toContainText('金江没人签收，1 天')
  await expect(page.getByRole('status').first()).toBeAttached()
  await noBarrier(page)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(1080)
  const html = await page.content()
  const { parties, number: caseNumber, title } = dispute
  for (const word of [...parties.map(({ name }) => name), title, caseNumber, dispute.id, id, '劳动报酬', '工资'])
    expect(html, word).not.toContain(word)
  await stage.db.alarm.update({ where: { id: alarm.id }, data: { status: 'acknowledged', acknowledgedAt: new Date() } })
  await expect(band.filter({ hasText: '金江' })).toHaveCount(0)

  // The line is lost: the numbers stay, and how old they are is said; then it comes back.
  await page.route('**/wall/now', (route) => route.abort('aborted'))
  await expect(page.getByText(/断线，最后更新 \d\d:\d\d/u)).toBeVisible()
  expect(await number(waiting)).toBeGreaterThan(0)
  await page.unroute('**/wall/now')
  await expect(page.getByText('每 10 秒更新')).toBeVisible()

  // A number opens its list.
  await duty.press(waiting!)
  await duty.says(/共 \d+ 件/u)
  await expect(page.getByLabel('在谁那里')).toHaveValue('triage')

  for (const path of ['/wall', '/wall/now']) expect((await grid.page.request.get(path)).status(), path).toBe(404)
})

test('大屏: on a phone, without script, and when the session has ended', async ({ enter }) => {
  const phone = await enter('bureau-1', { viewport: { width: 360, height: 740 } })
  await phone.open('/wall')
  await expect(phone.page.getByText('每 10 秒更新')).toBeVisible()
  await phone.page.context().clearCookies()
  await expect(phone.page.getByText(/登录已到期，最后更新/u)).toBeVisible()
  await phone.press(phone.link('重新登录'))
  await phone.says('手机号')

  const plain = await enter('bureau-1', { ...screen, javaScriptEnabled: false })
  await plain.open('/wall')
  await expect(plain.page.locator('meta[http-equiv=refresh]')).toHaveAttribute('content', '60')
  await plain.says('红色', '逾期', '还没派出去', '在谁那里', '在哪里', '每周新收和办完')
})
