import { describe, expect, test } from 'vitest'
import { areaLevels } from '#app/domain/words/areas'
import * as agreements from '#app/domain/words/agreements'
import * as bodies from '#app/domain/words/body-kinds'
import * as dangers from '#app/domain/words/danger-signs'
import { declineGrounds } from '#app/domain/words/decline-grounds'
import * as parties from '#app/domain/words/parties'
import * as reasons from '#app/domain/words/reasons'
import * as sessions from '#app/domain/words/sessions'
import * as origins from '#app/domain/words/sources'
import { codesOf, isCode, labelOf, optionsOf, type Words } from '#app/domain/words/words'
import { disputeEvent } from '#machines/dispute.events'

const modules = { agreements, bodies, dangers, parties, reasons, sessions, origins, areas: { areaLevels }, declines: { declineGrounds } }
const glossaries = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter((entry): entry is [string, Words] => typeof entry[1] === 'object')
    .map(([name, words]) => [`${file}.${name}`, words] as const),
)

test.each(glossaries)('%s: codes fit the log, labels are Chinese and stand once', (_, words) => {
  const labels = Object.values(words).map(({ label }) => label)
  expect(labels.length).toBeGreaterThan(0)
  expect(new Set(labels).size).toBe(labels.length)
  for (const label of labels) expect(label).toMatch(/\p{Script=Han}/u)
  for (const code of Object.keys(words)) expect(code).toMatch(/^[a-z][a-zA-Z0-9]{0,39}$/)
})

/** The words of one field of one event of the machine, as its schema has them. */
const wordsOf = (event: string, field: string) =>
  disputeEvent.options
    .filter((option) => option.shape.type.value === event)
    .map((option) => (option.shape as Record<string, { options?: string[] }>)[field]?.options)[0]

test.each([
  ['close', 'result', reasons.closingResults],
  ['visit', 'result', agreements.visitResults],
  ['outcome', 'result', agreements.outcomeResults],
  ['agree', 'form', agreements.agreementForms],
  ['risk', 'level', dangers.riskLevels],
  ['offer', 'channel', bodies.channelLabels],
])('%s.%s: the glossary and the machine know the same codes', (event, field, words) => {
  expect([...Object.keys(words)].sort()).toEqual([...(wordsOf(event, field) ?? [])].sort())
})

test('the twenty-five kinds of body, each in the channel the cases put it in', () => {
  expect(Object.keys(bodies.bodyKinds)).toHaveLength(25)
  expect(bodies.channelOf('namedRoom')).toBe('people')
  expect(bodies.channelOf('procuratorate')).toBe('judicial')
  expect(bodies.channelOf('police')).toBe('administrative')
  expect(bodies.takesChannel('other', 'people')).toBe(true)
  expect(bodies.takesChannel('court', 'people')).toBe(false)
})

describe('statutory grounds for declining', () => {
  test.each(Object.entries(declineGrounds))('%s gives advice and somewhere to go', (_, ground) => {
    expect(ground.advice.length).toBeGreaterThan(10)
    expect(ground.ways.length).toBeGreaterThan(0)
    if (ground.confidence === 'text' || ground.confidence === 'frag') expect(ground.article).toMatch(/第\d+条/)
  })
})

test('danger signs say whom to call', () => {
  expect(Object.keys(dangers.dangerSigns)).toHaveLength(7)
  for (const sign of Object.values(dangers.dangerSigns)) expect(sign.call.length).toBeGreaterThan(0)
})

test('asking a glossary', () => {
  expect(optionsOf(agreements.agreementForms)).toEqual([
    { value: 'oral', label: '口头协议' },
    { value: 'written', label: '书面协议' },
  ])
  expect(codesOf(agreements.agreementForms)).toEqual(['oral', 'written'])
  expect(isCode(agreements.agreementForms, 'toString')).toBe(false)
  expect(labelOf(agreements.agreementForms, 'constructor')).toBe('constructor')
})
