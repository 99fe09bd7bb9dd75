/** The built server on a new demo database of the tests' own server, for the browser tests; all of it goes with us. */
import { dropDatabase } from '../../app/db/dropping.mjs'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import pg from 'pg'
import { startCluster } from '../../app/db/cluster.mjs'
import { testKeys } from './keys.mjs'

const cluster = await startCluster({ home: '.cache/tests', carefree: true })
const database = `e2e_${process.pid}`
const files = mkdtempSync(join(tmpdir(), 'yizhan-e2e-'))
/** @type {NodeJS.ProcessEnv} */
const env = {
  ...process.env,
  DATABASE_URL: cluster.url(database),
  YIZHAN_KEYS: testKeys,
  FILES_DIR: files,
  NODE_ENV: 'production',
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
}

/** @param {string} statement */
async function onServer(statement) {
  const client = new pg.Client(cluster.url())
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/** @param {string} name @param {string[]} args */
const command = (name, ...args) =>
  spawn(process.execPath, ['--enable-source-maps', `build/commands/${name}.js`, ...args], { env, stdio: 'inherit' })

/** @param {string} name @param {string[]} args */
const done = (name, ...args) =>
  new Promise((resolve, reject) => {
    command(name, ...args).on('exit', (code) => (code ? reject(new Error(`${name} failed`)) : resolve(undefined)))
  })

/** @type {import('node:child_process').ChildProcess | undefined} */
let server
let leaving = false
async function leave() {
  if (leaving) return
  leaving = true
  server?.kill('SIGTERM')
  await dropDatabase(onServer, database)
  await cluster.stop()
  rmSync(files, { recursive: true, force: true })
  rmSync(stories.where, { force: true })
  process.exit(0)
}
process.on('SIGTERM', leave).on('SIGINT', leave)

/** What a journey begins with is made by the domain itself, in the test's process: for it, where the database is. */
const stories = {
  entry: 'tests/support/e2e-stories.ts',
  bundle: '.cache/e2e-stories.mjs',
  where: `.cache/e2e-${env.PORT}.json`,
}
async function bundleStories() {
  const how = /** @type {const} */ ({
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    target: 'node20',
  })
  await build({ ...how, entryPoints: [stories.entry], outfile: stories.bundle, logLevel: 'warning' })
  const settings = { DATABASE_URL: env.DATABASE_URL, YIZHAN_KEYS: testKeys, FILES_DIR: files }
  writeFileSync(stories.where, JSON.stringify(settings), { mode: 0o600 })
}

await bundleStories()
await onServer(`create database ${database} template template0`)
await done('migrate')
if (existsSync('build/commands/seed.js')) await done('seed', '--if-empty', '--demo')
if (!leaving) server = command('server').on('exit', leave)
