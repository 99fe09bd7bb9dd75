import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startCluster } from '../../app/db/cluster.mjs'
import { postmasterOf } from '../../app/db/postmaster.mjs'
import { findPlace } from '../../app/db/binaries.mjs'
import { onServer } from '#app/db/scratch'

let home: string
const open = () => startCluster({ home })
const pid = () => postmasterOf(findPlace(home).data)?.pid
const kill = () => process.kill(pid()!, 'SIGKILL')

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'cluster-'))
})

afterEach(async () => {
  await open().then((cluster) => cluster.stop())
  const { data } = findPlace(home)
  rmSync(data, { recursive: true })
  rmSync(home, { recursive: true })
})

test('a cluster is made, joined by the next, and stopped by the last who used it', async () => {
  const first = await open()
  const second = await open()
  expect([first.started, second.started]).toEqual([true, false])
  expect(second.url()).toBe(first.url())
  await first.stop()
  expect(pid()).toBeUndefined()
})

test('Chinese is found by its trigrams, and the product is no superuser', async () => {
  const cluster = await open()
  await onServer(cluster.url(), 'create extension pg_trgm')
  const { rows } = await onServer<{ grams: string[]; super: string }>(
    cluster.url(),
    `select show_trgm('噪声扰民') as grams, current_setting('is_superuser') as super`,
  )
  expect(rows[0]?.grams.length).toBeGreaterThan(3)
  expect(rows[0]?.super).toBe('off')
})

test('a server that was killed comes back with what was committed', async () => {
  const before = await open()
  await onServer(before.url(), 'create table kept as select 42 as answer')
  kill()
  await vi.waitUntil(() => pid() === undefined)
  await before.revive()
  const { rows } = await onServer<{ answer: number }>(before.url(), 'select answer from kept')
  expect(rows).toEqual([{ answer: 42 }])
})

test('started again at once after a kill, it waits for the old one to be gone', async () => {
  await open()
  kill()
  const again = await open()
  expect(again.started).toBe(true)
  expect((await onServer(again.url(), 'select 1')).rowCount).toBe(1)
})

test('its secrets are for nobody else to read', async () => {
  await open()
  expect(statSync(join(home, 'postgres.json')).mode & 0o777).toBe(0o600)
  expect(statSync(findPlace(home).data).mode & 0o077).toBe(0)
  expect(statSync(home).mode & 0o066).toBe(0)
})
