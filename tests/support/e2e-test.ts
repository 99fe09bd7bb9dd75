import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Browser, type BrowserContextOptions, type Locator, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Stories from './e2e-stories'

export { expect }
export type Stage = typeof Stories

/** The domain on the server's own database, so that a journey begins where it should without walking there. */
async function openStage(): Promise<Stage> {
  const settings = readFileSync(resolve(`.cache/e2e-${process.env.E2E_PORT}.json`), 'utf8')
  Object.assign(process.env, JSON.parse(settings))
  return (await import(pathToFileURL(resolve('.cache/e2e-stories.mjs')).href)) as Stage
}

/** An hour ago: what a journey begins with has happened, and nothing of it is due. */
export const justNow = () => new Date(Math.floor(Date.now() / 60_000) * 60_000 - 3_600_000)

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** No barrier of level A or AA, and nothing that has to be pushed sideways to be read. */
export async function noBarrier(page: Page): Promise<void> {
  // Without frames of others, it need not open a page of its own to count.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'], runOnly: { type: 'tag', values: levels } })
  const { violations } = await axe.analyze()
  const found = violations.map(({ id, nodes }) => ({
    id,
    at: page.url(),
    nodes: nodes.slice(0, 4).map(({ html, failureSummary }) => ({ html: html.slice(0, 200), failureSummary })),
  }))
  expect(found).toEqual([])
  const { whole, seen } = await page.evaluate(() => ({
    whole: document.documentElement.scrollWidth,
    seen: document.documentElement.clientWidth,
  }))
  expect(whole, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(seen)
}

/** Somebody at a screen: opens pages, presses what is named there, and each page that comes is looked at. */
export class Visitor {
  constructor(
    readonly page: Page,
    /** Refusals that the test waits for. */
    private readonly expected: Set<number>,
    /** Pages are held against the rules of access; not where scripts are off. */
    private readonly looks = true,
  ) {}

  private async arrived(): Promise<void> {
    await this.page.waitForLoadState()
    await expect(this.page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    if (this.looks) await noBarrier(this.page)
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address)
    await this.arrived()
  }

  /** Presses a link or button that leads to a page. */
  async press(what: Locator): Promise<void> {
    const answer = this.page.waitForResponse(
      (response) => response.request().isNavigationRequest() && (response.status() < 300 || response.status() >= 400),
    )
    await what.click()
    const response = await answer
    const wrong = response.status() < 400 ? [] : await this.page.getByRole('alert').allInnerTexts()
    expect(response.status(), `${response.url()} ${wrong.join()}`).toBe(200)
    await this.arrived()
  }

  /** Presses a button of a form that is sent back; what is wrong stands on the page. */
  async refused(what: Locator, words: string | RegExp, status = 400): Promise<void> {
    const answer = this.page.waitForResponse((response) => response.request().method() === 'POST')
    this.expected.add(status)
    await what.click()
    expect((await answer).status()).toBe(status)
    await expect(this.page.getByText(words).first()).toBeVisible()
    await this.arrived()
    this.expected.clear()
  }

  link = (name: string | RegExp, within: Page | Locator = this.page) => within.getByRole('link', { name }).first()
  button = (name: string | RegExp, within: Page | Locator = this.page) => within.getByRole('button', { name }).first()
  /** An act in the corner 下一步. */
  act = (name: string) => this.page.getByRole('region', { name: '下一步' }).getByRole('link', { name, exact: true })

  /** One of the choices under a question. */
  async choose(question: string, answer: string | RegExp): Promise<void> {
    await this.page.getByRole('group', { name: question }).getByLabel(answer).first().check()
  }

  async says(...words: (string | RegExp)[]): Promise<void> {
    for (const word of words) await expect(this.page.getByRole('main')).toContainText(word)
  }
}

type Enter = (key: string | null, more?: BrowserContextOptions) => Promise<Visitor>

/** What a page says when nobody should have to read it: errors in the console, what did not load, what was refused. */
function listen(page: Page, said: string[], expected: ReadonlySet<number>): void {
  page.on('console', (message) => {
    // A refused answer is heard below, where it may be what the test waits for.
    if (message.text().startsWith('Failed to load resource')) return
    if (message.type() === 'error' || message.type() === 'warning') said.push(`${page.url()} ${message.text()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && !expected.has(response.status()))
      said.push(`${response.request().method()} ${response.url()} ${response.status()}`)
  })
  page.on('pageerror', (error) => said.push(`${page.url()} ${error.message}`))
  // A page that is left stops what it was still loading; without script, none is loaded.
  page.on('requestfailed', (request) => {
    if (!['net::ERR_ABORTED', 'csp'].includes(request.failure()?.errorText ?? ''))
      said.push(`${request.url()} ${request.failure()?.errorText}`)
  })
}

async function signedIn(browser: Browser, stage: Stage, key: string | null, options: BrowserContextOptions) {
  const context = await browser.newContext(options)
  if (key === null) return context
  const { origin } = new URL(options.baseURL ?? '')
  const form = { phone: stage.accountByKey(key).phone, password: stage.demoPassword, to: '/notices' }
  const answer = await context.request.post('/sign-in', { form, headers: { Origin: origin }, maxRedirects: 0 })
  expect(answer.status(), `${key} signs in`).toBe(302)
  return context
}

/**
 * `stage`: the domain, to begin a journey with. `enter`: a browser of one's own for an account of the district by its key
 * (null: nobody), at the project's size; its pages may say nothing in the console and lose no request.
 */
export const test = base.extend<{ enter: Enter }, { stage: Stage }>({
  stage: [async ({}, use) => use(await openStage()), { scope: 'worker' }],
  enter: async ({ browser, stage, baseURL, viewport, locale, timezoneId, hasTouch, isMobile }, use) => {
    const said: string[] = []
    const contexts: Awaited<ReturnType<Browser['newContext']>>[] = []
    await use(async (key, more = {}) => {
      const options = {
        viewport,
        locale,
        timezoneId,
        hasTouch,
        isMobile,
        ...(baseURL !== undefined && { baseURL }),
        ...more,
      }
      const context = await signedIn(browser, stage, key, options)
      contexts.push(context)
      const page = await context.newPage()
      const expected = new Set<number>()
      listen(page, said, expected)
      return new Visitor(page, expected, more.javaScriptEnabled !== false)
    })
    for (const context of contexts) await context.close()
    expect(said).toEqual([])
  },
})
