import { expect, test } from 'vitest'
import { countStatements, db, inTransaction, pool } from '#app/db/client.server'
import { addJobs } from '#app/services/jobs.server'

const waiting = () => pool.query('select * from gucheng_jobs.jobs').then(({ rowCount }) => rowCount)

test('statements are counted without BEGIN and COMMIT, each caller sees its own', async () => {
  const [one, three] = await Promise.all([
    countStatements(() => db.$queryRaw`select 1`),
    countStatements(() =>
      inTransaction(async (tx) => {
        for (let i = 0; i < 3; i += 1) await tx.$queryRaw`select 2`
      }),
    ),
  ])
  expect(one.statements).toEqual(['select 1'])
  expect(three.statements).toEqual(['select 2', 'select 2', 'select 2'])
})

test('who waits for a free connection counts its own statement, not that of who gave the connection back', async () => {
  const counts = await Promise.all(Array.from({ length: 30 }, () => countStatements(() => pool.query('select pg_sleep(0.005)'))))
  expect(counts.map(({ statements }) => statements.length)).toEqual(Array(30).fill(1))
})

test('a connection sees the jurisdiction and the extensions, in UTC', async () => {
  const { rows } = await pool.query(`select current_setting('search_path') as path, current_setting('timezone') as zone`)
  expect(rows[0]).toEqual({ path: 'gucheng,extensions', zone: 'UTC' })
})

test('jobs exist when the act commits, in one statement, and never when it does not', async () => {
  const before = await waiting()
  const jobs = ['a', 'b', 'c'].map((key) => ({ task: 'none', payload: { key } }))
  await expect(
    inTransaction(async (tx) => {
      await addJobs(tx, jobs)
      throw new Error('refused')
    }),
  ).rejects.toThrow('refused')
  expect(await waiting()).toBe(before)
  const { statements } = await countStatements(() => inTransaction((tx) => addJobs(tx, jobs)))
  expect(statements).toHaveLength(1)
  expect(await waiting()).toBe((before ?? 0) + 3)
})
