import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { caseFilesOf, readCase } from '../../app/commands/replay/case'
import { People } from '../../app/commands/replay/people'
import { replay } from '../../app/commands/replay/run'
import { knownKinds, typeOfKind } from '../support/kinds'
import { check } from './shared/check.mjs'

const files = caseFilesOf('tests/cases/shared')
const carried = new Map<string, string>()

test('twelve cases came with the design, and the checker takes each', () => {
  expect(files.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, n) => `S${String(n + 1).padStart(2, '0')}`))
  for (const { text } of files) expect(check(JSON.parse(text())).errors).toEqual([])
})

test('the copies are what came with the design', () => {
  const names = ['README.md', 'case.schema.json', 'check.mjs', ...files.map(({ id }) => `${id}.json`)]
  const hash = createHash('sha256')
  for (const name of names) hash.update(readFileSync(`tests/cases/shared/${name}`))
  expect(hash.digest('hex')).toBe('eaf7b3747407828730515898b9aec0f745fd8a730c26595212e919c5ffc8b365')
})

test('each kind of the shared cases has a type of its own', () => {
  for (const { text } of files) {
    const { kind } = readCase(text())
    expect(knownKinds).toContain(kind)
    expect(typeOfKind(kind).type).not.toBe('99')
  }
})

test.each(files)('$id is carried from registration to its end', async ({ text }) => {
  const people = await People.read()
  const { failed } = await replay(readCase(text()), { people, carried, now: new Date() })
  expect(failed).toBeNull()
})
