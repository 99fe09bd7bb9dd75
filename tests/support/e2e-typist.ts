import type { Locator, Page } from '@playwright/test'
import { pinyin } from 'pinyin-pro'

/**
 * How long it takes, reckoned and not timed: seconds of a keystroke on a phone's pinyin keyboard, of aiming a thumb at
 * something, and of reading a page that has come (keystroke-level model: K, P, M with the figures usual for touch screens).
 * Server and browser are measured by `npm run bench`, not here.
 */
const seconds = { key: 0.28, touch: 1.1, page: 1.35 }

/** Keys for a text as it is typed: a Chinese character takes its pinyin, and each run of up to three one choice; the rest one key each. */
export function keysFor(text: string): number {
  const runs = text.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []
  return runs.reduce((sum, run) => {
    if (!/^\p{Script=Han}/u.test(run)) return sum + [...run].length
    const letters = pinyin(run, { toneType: 'none', type: 'array' }).join('').length
    return sum + letters + Math.ceil([...run].length / 3)
  }, 0)
}

/** Somebody at the keys of a phone or a desk: does what a visitor does, and counts keys, touches and pages. */
export class Typist {
  keys = 0
  touches = 0
  pages = 0
  constructor(private readonly page: Page) {}

  async type(field: Locator, text: string): Promise<void> {
    this.touches += 1
    this.keys += keysFor(text)
    await field.fill(text)
  }
  async touch(what: Locator): Promise<void> {
    this.touches += 1
    await what.click()
  }
  /** A native list: one touch opens it, one chooses. */
  async pick(field: Locator, label: string): Promise<void> {
    this.touches += 2
    await field.selectOption({ label })
  }
  /** A press that leads to another page. */
  async go(press: () => Promise<void>, { touches = 1, keys = 0 } = {}): Promise<void> {
    this.touches += touches
    this.keys += keys
    this.pages += 1
    await press()
  }
  async key(name: string): Promise<void> {
    this.keys += 1
    await this.page.keyboard.press(name)
  }

  /** One line for the output: what it took, and what it should. */
  report(what: string, aim: number): string {
    const took = this.keys * seconds.key + this.touches * seconds.touch + this.pages * seconds.page
    return `${what}: ${this.keys} key presses, ${this.touches} touches, ${this.pages} pages; ${Math.round(took)} s at typing speed (aim ${aim} s)`
  }
}
