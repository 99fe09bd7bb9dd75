import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { connection, extensionsSchema, jurisdiction } from './jurisdiction.server'

type Migration = { name: string; sql: string; checksum: string }

/** Prisma's own key and table, so that `prisma migrate deploy` could go on from here. */
const lockKey = 72707369
const journal = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`

/** The migrations of a folder, oldest first; none when there is no folder yet. */
export function readMigrations(folder = 'prisma/migrations'): Migration[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names.map(({ name }) => readMigration(folder, name)).sort((a, b) => (a.name < b.name ? -1 : 1))
}

function readMigration(folder: string, name: string): Migration {
  const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

/** A database in another encoding or under ctype C finds no Chinese; better no start than a search that finds nothing. */
async function refuseUnfit(client: pg.Client) {
  const { rows } = await client.query<{ encoding: string; datctype: string; datname: string }>(
    'select pg_encoding_to_char(encoding) as encoding, datctype, datname from pg_database where datname = current_database()',
  )
  const database = rows[0]
  if (!database || database.encoding !== 'UTF8' || ['C', 'POSIX'].includes(database.datctype)) {
    throw new Error(
      `数据库 ${database?.datname} 的编码是 ${database?.encoding}、lc_ctype 是 ${database?.datctype}，查不到中文。` +
        '请用 UTF8 和 C.UTF-8 新建数据库：create database … encoding UTF8 lc_ctype "C.UTF-8" template template0',
    )
  }
}

async function makeSchemas(client: pg.Client, schema: string) {
  // `create schema if not exists` asks for a right on the database even where there is nothing to create.
  for (const name of [schema, extensionsSchema]) {
    const there = await client.query('select 1 from pg_namespace where nspname = $1', [name])
    if (!there.rowCount) await client.query(`create schema ${client.escapeIdentifier(name)}`)
  }
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration) {
  await client.query('begin')
  try {
    await client.query(sql) // as one query: the bodies of functions hold semicolons
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

/** Throws when what was applied is not what lies in the folder. */
async function pendingOf(client: pg.Client, migrations: Migration[]) {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'select migration_name, checksum from _prisma_migrations where rolled_back_at is null',
  )
  const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]))
  for (const { name, checksum } of migrations) {
    const before = applied.get(name)
    if (before && before !== checksum) throw new Error(`Migration ${name} was edited after it was applied.`)
  }
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = [...applied.keys()].filter((name) => !known.has(name))
  if (unknown.length) throw new Error(`The database has migrations this version does not know: ${unknown.join(', ')}`)
  return migrations.filter(({ name }) => !applied.has(name))
}

/**
 * Brings one jurisdiction's schema up to date, a transaction for each migration; a second call does nothing, and two at
 * once wait for each other. Returns the names of the migrations it applied.
 */
export async function deployMigrations({
  url,
  schema = jurisdiction,
  folder,
}: { url?: string; schema?: string; folder?: string } = {}): Promise<string[]> {
  const client = new pg.Client(connection(schema, url))
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    await refuseUnfit(client)
    await makeSchemas(client, schema)
    await client.query(journal)
    const pending = await pendingOf(client, readMigrations(folder))
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}
