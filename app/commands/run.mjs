/** `npm run <command> -- …`: prepares, opens the database, brings it up to date, runs the command, lets go. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { dropDatabase } from '../db/dropping.mjs'
import { openEnvironment } from './environment.mjs'
import { prepare, root } from './prepare.mjs'

/** These work on an empty, migrated database of their own, which is dropped afterwards. */
const onScratch = ['replay', 'bench']

/** These drive the built server. */
const onPages = ['bench']

/** These look after the migrations themselves. */
const unmigrated = ['migrate', 'new-migration']

/**
 * Runs a bundled command; resolves with its exit code.
 * @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env @param {'inherit' | 'quiet'} [output]
 * @returns {Promise<number>}
 */
export function runCommand(command, args, env, output = 'inherit') {
  const script = join(root, `build/commands/${command}.js`)
  if (!existsSync(script)) return Promise.reject(new Error(`没有命令 ${command}`))
  return new Promise((resolve, reject) => {
    const stdout = output === 'inherit' ? 'inherit' : 'ignore'
    const child = spawn(process.execPath, ['--enable-source-maps', script, ...args], {
      cwd: root,
      env,
      stdio: ['inherit', stdout, 'inherit'],
    })
    const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
    process.on('SIGTERM', pass).on('SIGINT', pass)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', pass).off('SIGINT', pass)
      resolve(code ?? (signal ? 130 : 1))
    })
  })
}

/** @param {string} url @param {string} statement */
async function onServer(url, statement) {
  const { default: pg } = await import('pg')
  const client = new pg.Client(url)
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

/**
 * Runs `act` with DATABASE_URL naming a new database of its own.
 * @template T @param {NodeJS.ProcessEnv} env @param {string} purpose @param {(env: NodeJS.ProcessEnv) => Promise<T>} act
 */
async function withScratch(env, purpose, act) {
  const server = env.DATABASE_URL ?? ''
  const name = `${purpose}_${randomBytes(6).toString('hex')}`
  const url = new URL(server)
  url.pathname = `/${name}`
  await onServer(server, `create database ${name} template template0`)
  try {
    return await act({ ...env, DATABASE_URL: url.href })
  } finally {
    await dropDatabase((statement) => onServer(server, statement), name)
  }
}

/** @param {string} command @param {string[]} args */
async function main(command, args) {
  await prepare(onPages.includes(command) ? ['client', 'pages', 'commands'] : ['client', 'commands'])
  const { env, stop } = await openEnvironment()
  const migrateAndRun = async (/** @type {NodeJS.ProcessEnv} */ env) => {
    const failed = unmigrated.includes(command) ? 0 : await runCommand('migrate', [], env, 'quiet')
    return failed || runCommand(command, args, env)
  }
  try {
    return await (onScratch.includes(command) ? withScratch(env, command, migrateAndRun) : migrateAndRun(env))
  } finally {
    await stop()
  }
}

if (process.argv[1]?.endsWith('run.mjs')) {
  const [command = '', ...args] = process.argv.slice(2)
  process.exitCode = await main(command, args)
}
