/** Prisma's schema engine as WebAssembly, for development and tests only: says how a database differs from the schema. */
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { connection } from './jurisdiction.server'

/** PostgreSQL's internal "char", which the adapter cannot read, and the text it is read as instead. */
const charOid = 18
const textOid = 25

/** The adapter's number for a column of one character. */
const characterColumn = 6

/** Node 20 imports no .wasm, so the module's loader cannot be used: this does what it would do. */
async function loadEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = join(dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm')
  const imports = { './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports }
  const { instance } = await WebAssembly.instantiate(readFileSync(file), imports)
  glue.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()
  // Without it the engine's panics become TypeErrors.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: () => {} } })
  return (glue as unknown as { SchemaEngine: typeof SchemaEngine }).SchemaEngine
}

/** Adapters over a pool of one connection that read "char" columns as a character. */
function adaptersOf(pool: pg.Pool, schema: string) {
  let charColumns: number[] = []
  const query = pool.query.bind(pool) as unknown as (...args: unknown[]) => Promise<pg.QueryResult>
  const readable = async (...args: unknown[]) => {
    const result = await query(...args)
    charColumns = (result.fields ?? []).flatMap((field, column) => (field.dataTypeID === charOid ? [column] : []))
    for (const column of charColumns) result.fields[column]!.dataTypeID = textOid
    return result
  }
  Object.assign(pool, { query: readable })
  const factory = new PrismaPg(pool, { schema })
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (sql) => {
      const result = await queryRaw(sql)
      for (const column of charColumns) result.columnTypes[column] = characterColumn
      return result
    }
    return adapter
  }
  return factory
}

/**
 * The SQL that would turn the database (its schema `public`) into what `prisma/schema.prisma` says; null when there is
 * nothing to do. Checks, triggers, functions and partial indexes are not seen.
 */
export async function driftOf(url: string, schemaFile = 'prisma/schema.prisma'): Promise<string | null> {
  const Engine = await loadEngine()
  const pool = new pg.Pool({ ...connection('public', url), max: 1 })
  const files = [{ path: schemaFile, content: readFileSync(schemaFile, 'utf8') }]
  try {
    const adapters = bindMigrationAwareSqlAdapterFactory(adaptersOf(pool, 'public'))
    const engine = await Engine.new({ datamodels: undefined }, () => {}, adapters)
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: '.' },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    })
    return exitCode === 0 ? null : stdout
  } finally {
    await pool.end()
  }
}
