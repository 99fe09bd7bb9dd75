import { beforeAll, describe, expect, test } from 'vitest'
import { caseFilesOf, readCase } from '../../app/commands/replay/case'
import { People } from '../../app/commands/replay/people'
import { recommendCase, type CaseRecommended } from '../../app/commands/replay/recommend'

const files = caseFilesOf('tests/cases/shared').map(({ text }) => readCase(text()))

/** Where the body kind that it really went to first is not among the first three: why. Nothing at present. */
const because: Readonly<Record<string, string>> = {}

let said: CaseRecommended[] = []
beforeAll(async () => {
  const people = await People.read()
  for (const file of files) said = [...said, await recommendCase(file, people, new Date())]
}, 120_000)

describe('right after registration, the first three', () => {
  test.each(files.map((file) => ({ id: file.id, file })))('of $id have the kind of body to which it really went first', ({ id, file }) => {
    const went = file.acts.find((act) => act.act === 'offer')
    const line = said.find((one) => one.id === id)!
    expect(line.first).toHaveLength(3)
    expect(new Set(line.first.map(({ kind }) => kind)).size, 'three kinds').toBe(3)
    for (const { name, channel, reasons } of line.first) {
      expect(name).not.toBe('')
      expect(channel).toMatch(/^(people|judicial|administrative)$/)
      expect(reasons.length).toBeGreaterThan(0)
    }
    for (const { reasons } of line.excluded) expect(reasons.length).toBeGreaterThan(0)
    if (!because[id]) expect(line.first.map(({ kind }) => kind)).toContain(went?.to)
  })

  test('nobody is both recommended and excluded', () => {
    for (const { first, excluded } of said) for (const { name } of first) expect(excluded.map((one) => one.name)).not.toContain(name)
  })
})
