import { setTimeout as wait } from 'node:timers/promises'

const tries = 8
const pauseMs = 500

/**
 * Drops a database whose work is done. A plain drop asks an autovacuum worker to leave, which force may not do for us; force
 * sends away what a killed process left behind. So each in turn, until one succeeds; throws what the last one said.
 * @param {(statement: string) => Promise<unknown>} run @param {string} name
 */
export async function dropDatabase(run, name) {
  for (let n = 0; ; n++) {
    try {
      return await run(`drop database if exists ${name}${n % 2 ? ' with (force)' : ''}`)
    } catch (error) {
      if (n === tries) throw error
      await wait(pauseMs)
    }
  }
}
