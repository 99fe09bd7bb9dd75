/** The embedded PostgreSQL server: found if it runs, started if it does not. Node's own modules, and pg once it is there. */
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, closeSync, existsSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findPlace } from './binaries.mjs'
import { isAlive, joinUsers, leaveUsers, withLock } from './sharing.mjs'

/**
 * What `home/postgres.json` keeps; `ready` once the data folder is whole and the role exists.
 * @typedef {{ port: number, ready: boolean, superuserPassword: string, password: string }} State
 */
/** @typedef {{ url: (database?: string) => string, started: boolean, stop: () => Promise<void> }} Cluster */

const role = 'yizhan'
const superuser = 'postgres'
const patienceMs = 30_000

/** For a test's cluster, which may lose everything at a power cut. */
const carefree = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
const always = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=80',
  'log_min_messages=warning',
]

/** @param {string} home @returns {State | null} */
function readState(home) {
  const path = join(home, 'postgres.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

/** @param {string} home @param {State} state */
const writeState = (home, state) => writeFileSync(join(home, 'postgres.json'), JSON.stringify(state), { mode: 0o600 })

/** @param {State} state @param {string} database */
async function connectAs(state, database) {
  const { default: pg } = await import('pg')
  const login = { user: superuser, password: state.superuserPassword }
  const client = new pg.Client({
    host: '127.0.0.1',
    port: state.port,
    database,
    ...login,
    connectionTimeoutMillis: 3000,
  })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Whether it is our server that answers there, and not a stranger who got the port. @param {State} state @param {string} data */
async function answers(state, data) {
  try {
    const client = await connectAs(state, 'postgres')
    const { rows } = await client.query('show data_directory')
    await client.end()
    return rows[0].data_directory === data
  } catch {
    return false
  }
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/**
 * lc_ctype must be C.UTF-8: under C, pg_trgm finds no trigram in Chinese text. What an initdb that was killed left behind
 * is taken away first; it never held anything.
 * @param {import('./binaries.mjs').Place} place @param {string} password
 */
function initialise({ programs, data, owner }, password) {
  for (const entry of readdirSync(data)) rmSync(join(data, entry), { recursive: true })
  const secret = join(data, '..', `${randomBytes(6).toString('hex')}.pw`)
  writeFileSync(secret, password, { mode: 0o600 })
  if (owner) chownSync(secret, owner.uid, owner.gid)
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--lc-collate=C', '--lc-ctype=C.UTF-8']
  const args = [
    '-D',
    data,
    '-U',
    superuser,
    '-A',
    'scram-sha-256',
    '--pwfile',
    secret,
    '-E',
    'UTF8',
    ...locale,
    '--no-sync',
  ]
  const done = spawnSync(join(programs, 'bin/initdb'), args, { cwd: '/', ...owner })
  rmSync(secret)
  if (done.status !== 0) throw new Error(`initdb failed in ${data}: ${done.stderr ?? done.error}`)
}

/**
 * Starts the server and waits until it answers. A postmaster that was killed may still be dying, and its pid file is
 * never deleted by us: when the child leaves before it is ready, it is started again.
 * @param {import('./binaries.mjs').Place} place @param {State} state @param {string} home @param {string[]} settings
 */
async function launch({ programs, data, owner }, state, home, settings) {
  const log = openSync(join(home, 'postgres.log'), 'a', 0o600)
  const until = Date.now() + patienceMs
  while (Date.now() < until) {
    state.port = await freePort()
    writeState(home, state) // before the child: if we are killed now, the next start must find it
    const args = ['-D', data, '-p', String(state.port), ...settings.flatMap((setting) => ['-c', setting])]
    const child = spawn(join(programs, 'bin/postgres'), args, {
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      ...owner,
    })
    child.on('error', () => {})
    let gone = false
    child.on('exit', () => (gone = true))
    while (!gone && Date.now() < until) {
      if (await answers(state, data)) {
        child.unref()
        closeSync(log)
        return
      }
      await wait(40)
    }
    if (!gone) child.kill('SIGINT')
    await wait(500)
  }
  throw new Error(`PostgreSQL did not start within ${patienceMs / 1000} s; see ${join(home, 'postgres.log')}`)
}

/** The product does not work as superuser. @param {State} state */
async function makeRole(state) {
  const client = await connectAs(state, 'postgres')
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const verb = rowCount ? 'alter' : 'create'
  await client.query(`${verb} role ${role} login createdb password ${client.escapeLiteral(state.password)}`)
  const made = await client.query('select 1 from pg_database where datname = $1', [role])
  if (!made.rowCount) await client.query(`create database ${role} owner ${role}`)
  await client.end()
}

/** @param {string} data */
async function halt(data) {
  const note = join(data, 'postmaster.pid')
  const pid = existsSync(note) ? Number(readFileSync(note, 'utf8').split('\n')[0]) : 0
  if (!isAlive(pid)) return
  process.kill(pid, 'SIGINT') // "fast": open transactions are rolled back
  const until = Date.now() + patienceMs
  while (isAlive(pid) && Date.now() < until) await wait(30)
}

/**
 * Starts the cluster whose state is kept in `home`, or joins it when it runs. The last user to call `stop` stops it; users
 * that were killed do not count.
 * @param {{ home: string, carefree?: boolean }} options
 * @returns {Promise<Cluster>}
 */
export async function startCluster(options) {
  const { home } = options
  const place = findPlace(home)
  return withLock(join(home, 'postgres.lock'), async () => {
    const secrets = () => randomBytes(24).toString('hex')
    const state = readState(home) ?? { port: 0, ready: false, superuserPassword: secrets(), password: secrets() }
    const running = state.port > 0 && (await answers(state, place.data))
    if (!running) {
      if (!state.ready) initialise(place, state.superuserPassword)
      await launch(place, state, home, options.carefree ? [...always, ...carefree] : always)
    }
    if (!state.ready) {
      await makeRole(state)
      writeState(home, { ...state, ready: true })
    }
    joinUsers(home)
    return {
      started: !running,
      url: (database = role) => `postgresql://${role}:${state.password}@127.0.0.1:${state.port}/${database}`,
      stop: () => withLock(join(home, 'postgres.lock'), async () => (leaveUsers(home) ? halt(place.data) : undefined)),
    }
  })
}

/** Stops the cluster of a home, whoever uses it; before its data is taken away. @param {string} home */
export const stopCluster = (home) => halt(findPlace(home).data)
