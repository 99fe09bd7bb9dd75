import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { deployMigrations } from '#app/db/migrations.server'
import { onServer, withScratchDatabase } from '#app/db/scratch'

let folder: string

const write = (name: string, sql: string) => {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  write('20260101000000_first', 'create table thing (id int)')
})

afterEach(() => rmSync(folder, { recursive: true }))

test('a migration edited after it was applied is refused', () =>
  withScratchDatabase(async (url) => {
    await deployMigrations({ url, folder })
    write('20260101000000_first', 'create table thing (id bigint)')
    await expect(deployMigrations({ url, folder })).rejects.toThrow('was edited')
  }))

test('a database that is further than this version is refused', () =>
  withScratchDatabase(async (url) => {
    await deployMigrations({ url, folder })
    rmSync(join(folder, '20260101000000_first'), { recursive: true })
    await expect(deployMigrations({ url, folder })).rejects.toThrow('does not know')
  }))

test('a migration that fails leaves nothing behind, and the next try goes on from there', () =>
  withScratchDatabase(async (url) => {
    write('20260102000000_second', 'create table half (id int); select nonsense')
    await expect(deployMigrations({ url, folder })).rejects.toThrow('20260102000000_second')
    write('20260102000000_second', 'create table half (id int)')
    expect(await deployMigrations({ url, folder })).toEqual(['20260102000000_second'])
  }))

test('the body of a function may hold semicolons', () =>
  withScratchDatabase(async (url) => {
    write('20260102000000_second', `create function two() returns int language plpgsql as $$ begin return 2; end $$;`)
    expect(await deployMigrations({ url, folder })).toHaveLength(2)
  }))

test('each jurisdiction has a schema of its own', () =>
  withScratchDatabase(async (url) => {
    await deployMigrations({ url, folder, schema: 'one' })
    await deployMigrations({ url, folder, schema: 'two' })
    const { rows } = await onServer<{ schemaname: string }>(url, `select schemaname from pg_tables where tablename = 'thing' order by 1`)
    expect(rows.map(({ schemaname }) => schemaname)).toEqual(['one', 'two'])
  }))

test('a database under ctype C, where Chinese cannot be searched, is refused', () =>
  withScratchDatabase(async (url) => {
    const name = `${new URL(url).pathname.slice(1)}_c`
    await onServer(url, `create database ${name} template template0 locale_provider libc lc_collate 'C' lc_ctype 'C'`)
    await expect(deployMigrations({ url: url.replace(/[^/]+$/, name), folder })).rejects.toThrow('lc_ctype')
    await onServer(url, `drop database ${name}`)
  }))
