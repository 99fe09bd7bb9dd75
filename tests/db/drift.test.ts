import { expect, test } from 'vitest'
import { deployMigrations, readMigrations } from '#app/db/migrations.server'
import { driftOf } from '#app/db/schema-engine'
import { withScratchDatabase } from '#app/db/scratch'

test('the migrations lead to what the schema says', async () => {
  const drift = await withScratchDatabase(async (url) => {
    await deployMigrations({ url, schema: 'public' })
    return driftOf(url)
  })
  expect(drift).toBeNull()
})

test('migrations and their order are what the folder says, and a second deployment does nothing', async () => {
  await withScratchDatabase(async (url) => {
    const names = readMigrations().map(({ name }) => name)
    expect(await deployMigrations({ url })).toEqual(names)
    expect(await deployMigrations({ url })).toEqual([])
  })
})

test('two deployments at once apply each migration once', async () => {
  await withScratchDatabase(async (url) => {
    const applied = await Promise.all([deployMigrations({ url }), deployMigrations({ url })])
    expect(applied.flat()).toEqual(readMigrations().map(({ name }) => name))
  })
})

test('no migration names a schema of ours', () => {
  for (const { name, sql } of readMigrations()) {
    expect.soft(sql, name).not.toMatch(/"?\b(public|gucheng)\b"?\./i)
    expect.soft(sql, name).not.toMatch(/concurrently/i)
  }
})
