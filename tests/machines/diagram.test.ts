import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { diagram } from '#machines/diagram'
import { eventLabels } from '#machines/dispute.labels'
import { disputeMachine } from '#machines/dispute.machine'
import { statesOf } from '#machines/step'

const readme = readFileSync('README.md', 'utf8')
const [opens, closes] = ['<!-- diagram -->\n', '<!-- /diagram -->']
const drawn = diagram(disputeMachine, eventLabels)

/** The README with the diagram as the machine has it now. */
const wanted = () => {
  const [before, after] = [readme.slice(0, readme.indexOf(opens) + opens.length), readme.slice(readme.indexOf(closes))]
  return `${before}\n\`\`\`mermaid\n${drawn}\n\`\`\`\n\n${after}`
}

test('the README shows the workflow as the machine has it (run with -u to draw it again)', async () => {
  expect(readme.split(opens), 'the README has no place for the diagram').toHaveLength(2)
  expect(readme.split(closes)).toHaveLength(2)
  await expect(wanted()).toMatchFileSnapshot('../../README.md')
})

test('the diagram names every state, and what leads out of each that is not the last', () => {
  for (const status of statesOf(disputeMachine)) {
    expect(drawn).toContain(`  ${status} : `)
    if (status !== 'transferredOut') expect(drawn, status).toMatch(new RegExp(`  ${status} --> `))
  }
  expect(drawn).toContain('offered --> assigning : 受理')
})
