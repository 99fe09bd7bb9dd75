/** One PostgreSQL server process: made, started, found and stopped. Node's own modules, and pg once it is there. */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isAlive } from './sharing.mjs'

/** @typedef {import('./binaries.mjs').Place} Place */

/** The role that owns the server; the product works as another. */
export const superuser = 'postgres'

/** How long a server may take to start, to recover or to stop, in milliseconds. */
const patienceMs = 30_000
const pauseMs = 40

/** For a test's cluster, which may lose everything at a power cut. */
const carefree = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const always = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=80', 'log_min_messages=warning']

/** @param {number} port @param {string} password @param {string} [database] */
export async function connectAsSuperuser(port, password, database = 'postgres') {
  const { default: pg } = await import('pg')
  const where = { host: '127.0.0.1', port, database, connectionTimeoutMillis: 3000 }
  const client = new pg.Client({ ...where, user: superuser, password })
  client.on('error', () => {})
  await client.connect()
  return client
}

/**
 * Whether it is our server that answers there, and not a stranger who got the port.
 * @param {number} port @param {string} password @param {string} data
 */
async function answers(port, password, data) {
  try {
    const client = await connectAsSuperuser(port, password)
    const { rows } = await client.query('show data_directory')
    await client.end()
    return rows[0].data_directory === data
  } catch {
    return false
  }
}

/**
 * The server that runs on this data, by the file it keeps itself; null where there is none. After a kill the file names a
 * process that is gone, or somebody else's by now.
 * @param {string} data @returns {{ pid: number, port: number } | null}
 */
export function postmasterOf(data) {
  const note = join(data, 'postmaster.pid')
  if (!existsSync(note)) return null
  const lines = readFileSync(note, 'utf8').split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!isAlive(pid)) return null
  const command = `/proc/${pid}/cmdline`
  if (existsSync('/proc/self') && !(existsSync(command) && readFileSync(command, 'utf8').includes(data))) return null
  return { pid, port }
}

/**
 * The port of the server that runs on this data, once it answers; a server that was killed before may be recovering.
 * Null where none runs.
 * @param {string} data @param {string} password @returns {Promise<number | null>}
 */
export async function findRunning(data, password) {
  const until = Date.now() + patienceMs
  for (let found = postmasterOf(data); found && Date.now() < until; found = postmasterOf(data)) {
    if (await answers(found.port, password, data)) return found.port
    await wait(pauseMs)
  }
  return null
}

/**
 * A port nobody listens on: the wanted one where it is free, for then nobody has to be told of a new one.
 * @param {number} wanted @returns {Promise<number>}
 */
const freePort = (wanted) =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', (error) => (wanted ? resolve(freePort(0)) : reject(error)))
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/**
 * Makes an empty cluster. lc_ctype must be C.UTF-8: under C, pg_trgm finds no trigram in Chinese text. What an initdb that
 * was killed left behind is taken away first; it never held anything.
 * @param {Place} place @param {string} password
 */
export function initialise({ programs, data, owner }, password) {
  for (const entry of readdirSync(data)) rmSync(join(data, entry), { recursive: true })
  const secret = join(data, '..', `${randomBytes(6).toString('hex')}.pw`)
  writeFileSync(secret, password, { mode: 0o600 })
  if (owner) chownSync(secret, owner.uid, owner.gid)
  const login = ['-U', superuser, '-A', 'scram-sha-256', '--pwfile', secret]
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', '--lc-ctype=C.UTF-8']
  const args = ['-D', data, ...login, '-E', 'UTF8', ...locale, '--no-sync']
  const done = spawnSync(join(programs, 'bin/initdb'), args, { cwd: '/', ...owner })
  rmSync(secret)
  if (done.status !== 0) throw new Error(`initdb failed in ${data}: ${done.stderr ?? done.error}`)
}

/**
 * Starts the server, waits until it answers and returns its port. A postmaster that was killed may still be dying, and its
 * pid file is never deleted by us: when the child leaves before it is ready, it is started again.
 * @param {Place} place @param {{ password: string, port: number, log: string, carefree: boolean }} options
 */
export async function launch({ programs, data, owner }, options) {
  const log = openSync(options.log, 'a', 0o600)
  const settings = options.carefree ? [...always, ...carefree] : always
  const until = Date.now() + patienceMs
  try {
    while (Date.now() < until) {
      const port = await freePort(options.port)
      const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
      const stdio = /** @type {import('node:child_process').StdioOptions} */ (['ignore', log, log])
      const child = spawn(join(programs, 'bin/postgres'), args, { cwd: '/', detached: true, stdio, ...owner })
      let gone = false
      child.on('error', () => (gone = true)).on('exit', () => (gone = true))
      child.unref()
      while (!gone && Date.now() < until) {
        if (await answers(port, options.password, data)) return port
        await wait(pauseMs)
      }
      if (!gone) child.kill('SIGINT')
      await wait(500)
    }
  } finally {
    closeSync(log)
  }
  throw new Error(`PostgreSQL did not start within ${patienceMs / 1000} s; see ${options.log}`)
}

/** Stops the server that runs on this data; open transactions are rolled back. @param {string} data */
export async function halt(data) {
  const running = postmasterOf(data)
  if (!running) return
  process.kill(running.pid, 'SIGINT')
  const until = Date.now() + patienceMs
  while (postmasterOf(data) && Date.now() < until) await wait(pauseMs)
}
