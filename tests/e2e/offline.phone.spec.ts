import type { Page, Request, Route } from '@playwright/test'
import sharp from 'sharp'
import { expect, test, type Stage, type Visitor } from '../support/e2e-test'

const seed = Number(process.env.OFFLINE_SEED ?? 20261124)
const wanted = 300

/** The same drops for the same seed (mulberry32). */
function dice(state: number) {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const photo = () =>
  sharp({ create: { width: 2400, height: 1500, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 120, sigma: 50 } } })
    .jpeg({ quality: 80 })
    .toBuffer()

/** What a lost request was to do. */
function kindOf(request: Request): string {
  const { pathname } = new URL(request.url())
  if (pathname.startsWith('/uploads')) return 'pieces'
  const go = new URLSearchParams(request.postData() ?? '').get('go')
  return go === 'submit' || pathname === '/quick' ? 'final' : go === 'save' ? 'autosaves' : 'steps'
}

/**
 * A line that loses what is sent: a request on its way there, or its answer on the way back, when the system has done it
 * already. What the browser sends by itself waits for no timer: it hears that the line is back every moment.
 */
async function badLine(page: Page, most: number, random: () => number) {
  const drops = { asked: 0, heard: 0, kinds: {} as Record<string, number> }
  const lose = async (route: Route) => {
    const request = route.request()
    if (request.method() !== 'POST' || request.isNavigationRequest()) return route.continue()
    if (drops.asked + drops.heard >= most || random() > 0.86) return route.continue()
    const kind = kindOf(request)
    drops.kinds[kind] = (drops.kinds[kind] ?? 0) + 1
    if (random() < 0.5) {
      drops.asked += 1
      return route.abort('aborted')
    }
    drops.heard += 1
    const answer = await route.fetch({ headers: await request.allHeaders() })
    expect(answer.status(), request.url()).toBeLessThan(400)
    return route.abort('aborted')
  }
  await page.route(/\/(register|uploads|quick)\b/, lose)
  await page.addInitScript(() => setInterval(() => dispatchEvent(new Event('online')), 60))
  return drops
}

const stored = (page: Page) => page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith('kept:')))
const saved = (page: Page) => page.locator('#saved')
const on = (page: Page) => page.locator('.foot button.main')
const draftOf = (page: Page) => /register\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? ''

async function anew(page: Page, fresh: string) {
  await page.goto(`/register/${fresh}/1`)
  await expect(page.getByLabel('在哪个村、社区')).toHaveValue(/./)
}

/** Typed as a thumb does, so that what is typed is saved between. */
const type = (page: Page, name: string, text: string) => page.locator(`[name="${name}"]`).pressSequentially(text, { delay: 15 })

type Matter = { id: string; names: [string, string]; facts: string; pictures: Buffer[] }

async function registers(page: Page, { id, names: [one, other], facts, pictures }: Matter, press: () => Promise<void>) {
  await anew(page, id)
  await type(page, 'placeText', '古城四方街桥头')
  await page.locator('[name="typeCode"]').first().check()
  await press()
  await page.waitForURL('**/2')
  await type(page, 'parties[0].name', one)
  await type(page, 'parties[1].name', other)
  await page.getByRole('button', { name: '再加一人' }).click()
  await expect(page.locator('[name="parties[2].name"]')).toBeVisible()
  await type(page, 'parties[2].name', `${one}的房东`)
  await press()
  await page.waitForURL('**/3')
  await type(page, 'facts', facts)
  const files = pictures.map((buffer, at) => ({ name: `现场${at}.jpg`, mimeType: 'image/jpeg', buffer }))
  await page.locator('[name=pictures]').setInputFiles(files)
  await press()
  await page.waitForURL('**/4')
  await press()
  await page.waitForURL('**/receipt')
}

/** One dispute, each person, picture and event once, each picture whole, and no draft behind it. */
async function isThereOnce(page: Page, { id, names, facts, pictures }: Matter, stage: Stage) {
  const events = await stage.db.disputeEvent.findMany({ where: { disputeId: id }, select: { type: true } })
  expect(events).toEqual([{ type: 'register' }])
  const parties = await stage.db.party.findMany({ where: { disputeId: id }, orderBy: { ordinal: 'asc' } })
  expect(parties.map(({ name }) => name)).toEqual([...names, `${names[0]}的房东`])
  const files = await stage.db.file.findMany({ where: { disputeId: id } })
  expect(files.map(({ width, height, kind }) => [width, height, kind])).toEqual(pictures.map(() => [1600, 1000, 'photo']))
  expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(pictures.length)
  expect(await stage.db.draft.count({ where: { id } })).toBe(0)
  await page.goto(`/disputes/${id}`)
  await expect(page.getByRole('main')).toContainText(facts)
}

test('网格员: a line that drops three hundred times loses nothing and doubles nothing', async ({ enter, stage }) => {
  const random = dice(seed)
  const key = 'grid-530702001001'
  const { page } = await enter(key)
  const { accountId } = await stage.person(key)
  const before = await stage.db.dispute.count({ where: { registeredById: accountId } })
  const drops = await badLine(page, wanted, random)
  const pictures = [await photo(), await photo()]
  // A thumb that sees nothing happen presses twice.
  const press = () => (random() < 0.5 ? on(page).click() : on(page).dblclick())
  const begun = Date.now()
  let done = 0
  for (; drops.asked + drops.heard < wanted; done += 1) {
    const facts = `第 ${done} 次断网：屋檐滴水，已经吵过几次`
    const matter: Matter = { id: stage.newId(), names: [`木断${done}`, `和网${done}`], facts, pictures }
    await registers(page, matter, press)
    await isThereOnce(page, matter, stage)
  }
  const seconds = Math.round((Date.now() - begun) / 1000)
  const { asked, heard, kinds } = drops
  console.log(`断网：种子 ${seed}，丢了 ${asked} 个请求、${heard} 个回答，${JSON.stringify(kinds)}，登记 ${done} 件，${seconds} 秒`)
  for (const kind of ['autosaves', 'steps', 'pieces', 'final']) expect(kinds[kind], kind).toBeGreaterThan(0)
  expect(done).toBeGreaterThan(1)
  expect(await stage.db.dispute.count({ where: { registeredById: accountId } })).toBe(before + done)
  expect(await stage.db.draft.count({ where: { accountId } })).toBe(0)
  await page.goto('/register')
  expect(await stored(page)).toEqual([])
})

/** Nothing gets through until it is lifted. */
async function noLine(page: Page): Promise<() => Promise<void>> {
  await page.route('**/*', (route) => route.abort('aborted'))
  return () => page.unroute('**/*')
}

/** Closed, and opened again. */
async function reopened({ page, open }: { page: Page; open: (address: string) => Promise<void> }, address: string) {
  await page.goto('about:blank')
  await open(address)
}
const opener = (visitor: Visitor) => ({ page: visitor.page, open: (address: string) => visitor.open(address) })

test('网格员: the header says where it is, and what was pressed without a line goes by itself', async ({ enter, stage }) => {
  const visitor = await enter('grid-530702001002')
  const { page } = visitor
  await anew(page, stage.newId())
  await expect(saved(page)).toHaveText('还没有存')
  const back = await noLine(page)
  await page.locator('[name="placeText"]').fill('桥头')
  await expect(saved(page)).toContainText('只存在本机')
  await on(page).click()
  await expect(saved(page)).toHaveText('只存在本机，有网后自动送出')
  await back()
  await page.waitForURL('**/2')
  await expect(saved(page)).toContainText('已存到系统')
  await type(page, 'parties[0].name', '木有网')
  await expect(saved(page)).toContainText('只存在本机')
  await expect(saved(page)).toContainText('已存到系统')
  expect(await stored(page)).toEqual([])

  // Closed while it was still only here: the next page that opens sends it.
  const again = await noLine(page)
  await page.locator('[name="parties[1].name"]').fill('和关页')
  await on(page).click()
  await expect(saved(page)).toHaveText('只存在本机，有网后自动送出')
  const draftId = draftOf(page)
  await again()
  await reopened(opener(visitor), '/register')
  await expect(page.getByText('刚才没有网时填的，已经送到系统。')).toBeVisible()
  await page.getByRole('button', { name: '打开看' }).click()
  await page.waitForURL(`**/register/${draftId}/3`)
  await visitor.open(`/register/${draftId}/2`)
  await expect(page.locator('[name="parties[1].name"]')).toHaveValue('和关页')

  // So does a picture that was chosen without a line.
  await visitor.open(`/register/${draftId}/3`)
  const once = await noLine(page)
  await page.locator('[name=pictures]').setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: await photo() })
  await expect(page.locator('[data-sending]')).toContainText('只存在本机，有网后自动送出')
  await once()
  await reopened(opener(visitor), `/register/${draftId}/3`)
  await expect(page.locator('[data-sending]')).toContainText('已存到系统')
  const files = await stage.db.file.findMany({ where: { draftId }, select: { width: true, kind: true } })
  expect(files).toEqual([{ width: 1600, kind: 'photo' }])
})

test('网格员: what was only typed is offered back; identity numbers are never kept, and nothing is after a day or signing out', async ({
  enter,
  stage,
}) => {
  const visitor = await enter('grid-530702001002')
  const { page } = visitor
  await anew(page, stage.newId())
  await on(page).click()
  await page.waitForURL('**/2')
  const back = await noLine(page)
  await page.locator('[name="parties[0].name"]').fill('木离线')
  const identity = page.locator('[name="parties[0].idNumber"]')
  await page.locator('details').filter({ has: identity }).first().locator('summary').first().click()
  await identity.fill('530702199001011234')
  await page.locator('[name="parties[0].note"]').fill('他说证件是530702199001011234')
  await on(page).click()
  await expect(saved(page)).toHaveText('只存在本机，有网后自动送出')
  const kept = JSON.stringify(await stored(page))
  expect(kept).toContain('木离线')
  expect(kept).not.toContain('199001011234')
  const address = page.url()
  await back()
  await reopened(opener(visitor), address)
  await expect(page.getByText('没有送到系统')).toBeVisible()
  await expect(page.getByText('证件号码、门牌、安全联系方式不留在本机，要再填一次')).toBeVisible()
  await page.getByRole('button', { name: '放回来' }).click()
  await expect(page.locator('[name="parties[0].name"]')).toHaveValue('木离线')
  await expect(saved(page)).toContainText('已存到系统')
  expect(await stored(page)).toEqual([])

  const gone = await noLine(page)
  await page.locator('[name="parties[1].name"]').fill('和一天')
  await expect(saved(page)).toContainText('只存在本机')
  const aged = await page.evaluate(() => {
    const names = Object.keys(localStorage).filter((name) => name.startsWith('kept:'))
    for (const name of names) {
      const slot = JSON.parse(localStorage.getItem(name) ?? '{}') as object
      localStorage.setItem(name, JSON.stringify({ ...slot, at: Date.now() - 86_400_001 }))
    }
    return names.length
  })
  expect(aged).toBe(1)
  await gone()
  await reopened(opener(visitor), '/')
  expect(await stored(page)).toEqual([])

  await visitor.open(address)
  const last = await noLine(page)
  await page.locator('[name="parties[1].name"]').fill('和退出')
  await expect(saved(page)).toContainText('只存在本机')
  await last()
  await visitor.open(address.replace(/2$/, '3'))
  const never = await noLine(page)
  await page.locator('[name=pictures]').setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: await photo() })
  await expect(page.locator('[data-sending]')).toContainText('只存在本机')
  await expect(page.locator('[name=pictures]')).toHaveValue('')
  expect(await stored(page)).toHaveLength(1)
  await never()
  page.on('dialog', (dialog) => dialog.accept())
  await reopened(opener(visitor), '/')
  await visitor.press(visitor.button('退出'))
  expect(await stored(page)).toEqual([])
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([])
})

test('调解员: a quick settlement is kept while one types, and sent through a bad line is one dispute', async ({ enter, stage }) => {
  const visitor = await enter('mediator-room-maguotou-1')
  const { page } = visitor
  await visitor.open('/quick')
  const back = await noLine(page)
  await page.locator('[name="parties[0].name"]').fill('木快办')
  await expect(saved(page)).toContainText('只存在本机')
  await back()
  await reopened(opener(visitor), '/quick')
  await page.getByRole('button', { name: '放回来' }).click()
  await expect(page.locator('[name="parties[0].name"]')).toHaveValue('木快办')

  await page.locator('[name="parties[1].name"]').fill('和快办')
  await page.getByText('旅游住宿', { exact: true }).click()
  await page.getByText('旅游、消费纠纷：先告知另一条路').click()
  await page.getByLabel(/他选在这里调解/).check()
  await page.locator('[name="facts"]').fill('客人退房，客栈说床单有印子，不退押金。')
  await page
    .getByRole('group', { name: /办过这件事没有/ })
    .getByLabel('没有')
    .check()
  await page.getByLabel(/先告知了调解的性质/).check()
  await page.locator('[name="terms[0].what"]').fill('退还押金')
  await page.getByLabel(/^当场就做了/).check()
  // Lost on the way there, and twice on the way back.
  const fates = [0, 0.1, 0, 0.9, 0, 0.9]
  const drops = await badLine(page, 3, () => fates.shift() ?? 1)
  await page.evaluate(() => setInterval(() => dispatchEvent(new Event('online')), 60))
  await on(page).dblclick()
  await page.waitForURL('**/receipt')
  expect(drops).toMatchObject({ asked: 1, heard: 2 })
  const parties = await stage.db.party.findMany({ where: { name: '木快办' }, select: { disputeId: true } })
  expect(parties).toHaveLength(1)
  expect(page.url()).toContain(parties[0]?.disputeId)
  expect(await stored(page)).toEqual([])
})
