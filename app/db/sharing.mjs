/** How processes of one checkout share a thing: a lock for a moment, and a list of who uses it. Node's own modules only. */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** @param {number} pid */
export function isAlive(pid) {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} path */
function holderOf(path) {
  try {
    return Number(readFileSync(path, 'utf8'))
  } catch {
    return 0
  }
}

/**
 * Runs `act` while no other process holds the lock file. A lock whose holder is dead, or that is our own from a life
 * before (the same pid in a new container), is taken over.
 * @template T @param {string} path @param {() => Promise<T>} act @returns {Promise<T>}
 */
export async function withLock(path, act) {
  for (;;) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 })
      break
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
      const holder = holderOf(path)
      // An empty file is a holder who is about to write its number.
      if (holder && !isAlive(holder)) rmSync(path, { force: true })
      else await wait(50)
    }
  }
  try {
    return await act()
  } finally {
    rmSync(path, { force: true })
  }
}

/** @param {string} home */
const usersOf = (home) => join(home, 'users')

/** @param {string} home */
export function joinUsers(home) {
  mkdirSync(usersOf(home), { recursive: true, mode: 0o700 })
  writeFileSync(join(usersOf(home), String(process.pid)), '', { mode: 0o600 })
}

/** Takes ourselves off the list; true when nobody alive is left. @param {string} home */
export function leaveUsers(home) {
  rmSync(join(usersOf(home), String(process.pid)), { force: true })
  const left = readdirSync(usersOf(home)).filter((pid) => isAlive(Number(pid)) || rmSync(join(usersOf(home), pid)))
  return left.length === 0
}
