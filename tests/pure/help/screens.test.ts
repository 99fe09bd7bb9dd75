import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { actHelp, actTitle, helpAt, helpGroups } from '#app/domain/help/help'
import { forms } from '#app/domain/forms/forms.server'
import { rollActs } from '#app/domain/roll/act-page.server'

const acts = Object.keys(forms)
const screens = helpGroups.flatMap((group) => group.screens)

/** Files that show a page; the others answer with a file or a redirect. */
const pages = readdirSync('app/routes').filter(
  (name) => name.endsWith('.tsx') && /export default function/.test(readFileSync(`app/routes/${name}`, 'utf8')),
)

/** disputes_.$disputeId.do.$act.tsx → the addresses it answers: /disputes/x/do/offer, … */
function addressesOf(name: string): string[] {
  const parts = name
    .replace(/\.tsx$/, '')
    .split('.')
    .filter((part) => part !== '_index')
  const words = parts.map((part) => part.replace(/_$/, ''))
  const among: Record<string, string[]> = { $act: acts, $step: ['1', '2', '3', '4'], $rollAct: rollActs }
  const filled = words.map((word) => among[word] ?? [word.startsWith('$') ? 'x' : word])
  return filled
    .reduce<string[]>((made, some) => made.flatMap((before) => some.map((word) => `${before}/${word}`)), [''])
    .map((at) => at || '/')
}

test.each(pages)('%s has five lines for whoever does not know what to do', (name) => {
  for (const address of addressesOf(name)) expect(helpAt(address), address).not.toBeNull()
})

test('every act that has a form is helped, by the word on its button', () => {
  expect(Object.keys(actHelp).sort()).toEqual([...acts].sort())
  for (const act of Object.keys(actHelp) as (keyof typeof actHelp)[])
    expect(helpAt(`/disputes/x/do/${act}`)).toEqual({ title: actTitle(act), lines: actHelp[act] })
})

test('nothing is said of a page that is not there', () => {
  const there = new Set(pages.flatMap(addressesOf).map((address) => helpAt(address)))
  expect(screens.filter(({ at }) => !there.has(helpAt(at))).map(({ at }) => at)).toEqual([])
})

test('an address that is no page has no help', () => {
  for (const address of ['/nowhere', '/disputes/x/do/nothing', '/disputes/x/y/z/w', '/register/x/5']) expect(helpAt(address)).toBeNull()
})

test('a slash at the end changes nothing', () => {
  expect(helpAt('/disputes/')).toEqual(helpAt('/disputes'))
})

test('each address stands once', () => {
  const addresses = screens.map(({ at }) => at)
  expect(new Set(addresses).size).toBe(addresses.length)
})

describe.each(screens)('$at', ({ title, lines }) => {
  test('five short lines of plain Chinese, each said once', () => {
    expect(title).toMatch(/\p{Script=Han}/u)
    expect(lines).toHaveLength(5)
    expect(new Set(lines).size).toBe(5)
    for (const line of lines) {
      expect([...line].length, line).toBeLessThanOrEqual(45)
      expect(line, line).toMatch(/[。？]$/u)
      expect(line, line).not.toMatch(/请注意|强大|智能|高效|便捷|一键/u)
    }
  })
})
