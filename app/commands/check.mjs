/** `npm test` and its parts: prepares, then every check, and at the end how many passed and failed. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ says: string, tool: string, args: string[], loud?: boolean, count?: () => Count | null }} Check */

const bin = (/** @type {string} */ path) => join('node_modules', path)
const report = (/** @type {string} */ name) => join(root, '.cache', name)

/** @param {string} path */
const readReport = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null)

/** A test that skips itself has not passed. @returns {Count | null} */
function countUnits() {
  const said = readReport(report('vitest.json'))
  if (!said) return null
  return { passed: said.numPassedTests, failed: said.numTotalTests - said.numPassedTests }
}

/** @returns {Count | null} */
function countJourneys() {
  const said = readReport(report('playwright.json'))?.stats
  return said ? { passed: said.expected + said.flaky, failed: said.unexpected + said.skipped } : null
}

/** @type {Record<string, Check>} */
const checks = {
  types: { says: '类型', tool: bin('typescript/bin/tsc'), args: ['--noEmit', '-p', '.'] },
  eslint: { says: '规则', tool: bin('eslint/bin/eslint.js'), args: ['--config', 'tests/eslint.config.js', '.'] },
  imports: {
    says: '引用方向',
    tool: bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    args: ['--config', 'tests/imports.cjs', 'app', 'machines', 'prisma', 'tests'],
  },
  form: { says: '格式', tool: bin('prettier/bin/prettier.cjs'), args: ['--check', '--log-level', 'warn', '.'] },
  shape: { says: '形状', tool: 'tests/shape.mjs', args: [] },
  unit: {
    says: '机器与领域',
    tool: bin('vitest/vitest.mjs'),
    args: ['run', '--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json', '--outputFile.json=.cache/vitest.json'],
    loud: true,
    count: countUnits,
  },
  e2e: {
    says: '浏览器',
    tool: bin('@playwright/test/cli.js'),
    args: ['test', '--config', 'tests/playwright.config.ts'],
    loud: true,
    count: countJourneys,
  },
}

/** Which checks a word of the command line means, in the order they run; those of one row run side by side. */
const plans = {
  all: [['types', 'eslint'], ['imports', 'form', 'shape'], ['unit'], ['e2e']],
  quick: [['types', 'eslint'], ['imports', 'form', 'shape'], ['unit']],
  types: [['types']],
  lint: [
    ['eslint', 'imports'],
    ['form', 'shape'],
  ],
  unit: [['unit']],
  e2e: [['e2e']],
}

/** @param {string} name @param {string[]} more @returns {Promise<Count>} */
async function runCheck(name, more) {
  const check = /** @type {Check} */ (checks[name])
  const begun = Date.now()
  /** @type {Buffer[]} */
  const said = []
  const child = spawn(process.execPath, [check.tool, ...check.args, ...more], {
    cwd: root,
    stdio: check.loud ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  })
  child.stdout?.on('data', (piece) => said.push(piece))
  child.stderr?.on('data', (piece) => said.push(piece))
  const code = await new Promise((resolve) => child.on('close', resolve).on('error', () => resolve(1)))
  if (code !== 0) process.stdout.write(Buffer.concat(said))
  console.log(`${code === 0 ? '通过' : '没有通过'} ${check.says}（${((Date.now() - begun) / 1000).toFixed(1)} 秒）`)
  const counted = check.count?.() ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }
  // A run that ended badly counts as a failure even when each test it got to had passed.
  return { passed: counted.passed, failed: code !== 0 && counted.failed === 0 ? 1 : counted.failed }
}

/** @param {string} word @param {string[]} more */
async function main(word, more) {
  const plan = plans[/** @type {keyof typeof plans} */ (word)]
  if (!plan) throw new Error(`没有这样的检查：${word}（${Object.keys(plans).join('、')}）`)
  const total = { passed: 0, failed: 0 }
  await prepare(word === 'all' || word === 'e2e' ? ['client', 'pages', 'commands'] : ['client'])
  mkdirSync(join(root, '.cache'), { recursive: true })
  for (const name of ['vitest.json', 'playwright.json']) rmSync(report(name), { force: true })
  for (const row of plan) {
    for (const { passed, failed } of await Promise.all(row.map((name) => runCheck(name, more)))) {
      total.passed += passed
      total.failed += failed
    }
  }
  console.log(`${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed ? 1 : 0
}

const [word = 'all', ...more] = process.argv.slice(2)
await main(word, more).catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exitCode = 1
})
