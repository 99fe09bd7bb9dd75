/** The embedded PostgreSQL server of a folder: joined if it runs, started if it does not, stopped by the last who used it. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findPlace } from './binaries.mjs'
import { connectAsSuperuser, findRunning, halt, initialise, launch, postmasterOf } from './postmaster.mjs'
import { joinUsers, leaveUsers, withLock } from './sharing.mjs'

/**
 * What `home/postgres.json` keeps; `ready` once the data folder is whole and the role exists. The port is the last one.
 * @typedef {{ port: number, ready: boolean, superuserPassword: string, password: string }} State
 */

/**
 * `url` of a database; `started` when it did not run before; `revive` starts it again if it died, and says whether its
 * address is another now; `stop` lets go of it.
 * @typedef {{
 *   url: (database?: string) => string, started: boolean, revive: () => Promise<boolean>, stop: () => Promise<void>
 * }} Cluster
 */

/** The role and the database of the product: no superuser, for nothing it does needs one. */
const role = 'yizhan'

/** @param {string} home @returns {State} */
function readState(home) {
  const path = join(home, 'postgres.json')
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8'))
  const secret = () => randomBytes(24).toString('hex')
  return { port: 0, ready: false, superuserPassword: secret(), password: secret() }
}

/** @param {string} home @param {State} state */
const writeState = (home, state) => writeFileSync(join(home, 'postgres.json'), JSON.stringify(state), { mode: 0o600 })

/** @param {State} state */
async function makeRole(state) {
  const client = await connectAsSuperuser(state.port, state.superuserPassword)
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const verb = rowCount ? 'alter' : 'create'
  await client.query(`${verb} role ${role} login createdb password ${client.escapeLiteral(state.password)}`)
  const made = await client.query('select 1 from pg_database where datname = $1', [role])
  if (!made.rowCount) await client.query(`create database ${role} owner ${role}`)
  await client.end()
}

/**
 * Starts the cluster whose state is kept in `home`, or joins it when it runs. The last user to call `stop` stops it; users
 * that were killed do not count. With `carefree` it is quick and may lose data at a power cut.
 * @param {{ home: string, carefree?: boolean }} options
 * @returns {Promise<Cluster>}
 */
export async function startCluster({ home, carefree = false }) {
  const place = findPlace(home)
  const state = readState(home)
  /** @template T @param {() => Promise<T>} act */
  const alone = (act) => withLock(join(home, 'postgres.lock'), act)

  const ensureRunning = async () => {
    // Read again: somebody else may have made it while we waited for our turn.
    Object.assign(state, existsSync(join(home, 'postgres.json')) ? readState(home) : {})
    const running = state.ready ? await findRunning(place.data, state.superuserPassword) : null
    if (!running && !state.ready) {
      await halt(place.data)
      writeState(home, state)
      initialise(place, state.superuserPassword)
    }
    const options = { password: state.superuserPassword, port: state.port, log: join(home, 'postgres.log'), carefree }
    state.port = running ?? (await launch(place, options))
    if (!state.ready) await makeRole(state)
    state.ready = true
    writeState(home, state)
    return !running
  }

  const started = await alone(async () => {
    const was = await ensureRunning()
    joinUsers(home)
    return was
  })
  return {
    started,
    url: (database = role) => `postgresql://${role}:${state.password}@127.0.0.1:${state.port}/${database}`,
    async revive() {
      if (postmasterOf(place.data)) return false
      const before = state.port
      await alone(ensureRunning)
      return state.port !== before
    },
    stop: () => alone(async () => (leaveUsers(home) ? halt(place.data) : undefined)),
  }
}

/** Stops the cluster of a home, whoever uses it; before its data is taken away. @param {string} home */
export const stopCluster = (home) => halt(findPlace(home).data)
