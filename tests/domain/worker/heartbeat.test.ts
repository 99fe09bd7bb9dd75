import { beforeEach, expect, test } from 'vitest'
import { beat, releaseDead, rest } from '../../../app/commands/worker-heartbeat'
import { inTransaction, pool } from '#app/db/client.server'
import { addJobs } from '#app/services/jobs.server'

/** Lets a worker take the one job, as graphile-worker would. */
async function take(workerId: string, secondsAgo: number) {
  await pool.query(`update gucheng_jobs._private_jobs set locked_by = $1, locked_at = now() - make_interval(secs => $2), attempts = 1`, [
    workerId,
    secondsAgo,
  ])
}

const holder = async () => {
  const { rows } = await pool.query<{ locked_by: string | null }>('select locked_by from gucheng_jobs.jobs')
  return rows.map(({ locked_by }) => locked_by)
}

const silent = (workerId: string) =>
  pool.query(`update worker_heartbeat set beat_at = now() - interval '2 minutes' where worker_id = $1`, [workerId])

beforeEach(async () => {
  await pool.query('delete from gucheng_jobs._private_jobs')
  await pool.query('delete from worker_heartbeat')
  await inTransaction((tx) => addJobs(tx, [{ task: 'none', payload: {} }]))
})

test('the job of a worker that has fallen silent is free again, once', async () => {
  await beat(['dead'])
  await take('dead', 5)
  await silent('dead')
  expect(await releaseDead()).toBe(1)
  expect(await holder()).toEqual([null])
  expect(await releaseDead()).toBe(0)
})

test('a worker that lives keeps its job, however long it takes', async () => {
  await beat(['alive'])
  await take('alive', 3600)
  expect(await releaseDead()).toBe(0)
  expect(await holder()).toEqual(['alive'])
})

test('a worker killed before its first beat is found by its old lock, a new one is left in peace', async () => {
  await take('unheard', 5)
  expect(await releaseDead()).toBe(0)
  await take('unheard', 120)
  expect(await releaseDead()).toBe(1)
  expect(await holder()).toEqual([null])
})

test('who leaves in good order is on no list', async () => {
  await beat(['one', 'two'])
  await rest(['one', 'two'])
  expect((await pool.query('select * from worker_heartbeat')).rowCount).toBe(0)
})

test('an attempt that was cut off is none; a job that kills its worker again and again is given up all the same', async () => {
  const rows = async () =>
    (await pool.query<{ attempts: number; key: string | null }>('select attempts, key from gucheng_jobs._private_jobs order by id')).rows
  await pool.query('delete from gucheng_jobs._private_jobs')
  const asked = { task: 'none', payload: {}, key: 'once', maxAttempts: 3 }
  await inTransaction((tx) => addJobs(tx, [asked]))
  await take('dead', 120)
  // Asked for anew while it runs: graphile-worker takes the key and all attempts from the one under way.
  await inTransaction((tx) => addJobs(tx, [asked]))
  expect(await rows()).toEqual([
    { attempts: 3, key: null },
    { attempts: 0, key: 'once' },
  ])
  await releaseDead()
  expect((await rows())[0]).toEqual({ attempts: 2, key: null })
  const again = async (locked: string) => {
    await pool.query(
      `update gucheng_jobs._private_jobs set locked_by = $1, locked_at = now() - interval '2 minutes', attempts = 3 where key is null`,
      [locked],
    )
    await releaseDead()
    return (await rows())[0]?.attempts
  }
  for (let times = 2; times <= 25; times += 1) expect(await again(`dead ${times}`), `killed ${times} times`).toBe(2)
  expect(await again('dead once more')).toBe(3)
})
