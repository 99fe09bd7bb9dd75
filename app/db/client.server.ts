import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { Prisma, PrismaClient } from './generated/client'
import { connection, jurisdiction } from './jurisdiction.server'
import { CountedPool, holdingConnection, type Held } from './pool.server'

export { countStatements } from './pool.server'
export { Prisma } from './generated/client'

const poolSize = Number(process.env.DATABASE_POOL ?? 6)

/** As Prisma reads them: whole numbers of eight bytes as bigint, a day as the first moment of it in UTC. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (format !== 'binary' && oid === pg.types.builtins.INT8) return BigInt
    if (format !== 'binary' && oid === pg.types.builtins.DATE) return (day: string) => new Date(`${day}T00:00:00Z`)
    return pg.types.getTypeParser(oid, format) as (text: string) => unknown
  },
}

/** For what Prisma does not do: COPY, LISTEN, set-based SQL outside an act. Its connections have our search_path, and keep their plans over ten quiet minutes. */
export const pool = new CountedPool({ ...connection(), max: poolSize, idleTimeoutMillis: 600_000 })

/** So many different statements are kept prepared on each connection; rarer ones are planned each time. */
const preparedAtMost = 500
const statementNames = new Map<string, string>()

/** A statement of a name is parsed and planned once a connection: a third less work for PostgreSQL. */
function nameOf({ sql }: { sql: string }): string {
  const known = statementNames.get(sql)
  if (known || statementNames.size >= preparedAtMost) return known ?? ''
  const name = `q${statementNames.size}`
  statementNames.set(sql, name)
  return name
}

/** The one client, of this process's jurisdiction. Nothing connects before the first query. */
export const db = new PrismaClient({
  adapter: new PrismaPg(pool, { schema: jurisdiction, statementNameGenerator: nameOf }),
  transactionOptions: { maxWait: 10_000, timeout: 30_000 },
})

/** How a statement is asked, in an act (its Tx) or outside of one (`reading`). */
export type Reading = Pick<Tx, '$queryRaw'>

type Query = TemplateStringsArray | Prisma.Sql

/** A statement as the driver takes it. An instant is sent with its zone, whatever the machine's. */
function statement(query: Query, values: unknown[]) {
  const { text, values: bound } = 'text' in query ? query : Prisma.sql(query, ...values)
  return { name: nameOf({ sql: text }), text, values: bound.map((value) => (value instanceof Date ? value.toISOString() : value)), types }
}

/**
 * `read<Row[]>\`select …\``: a statement outside an act. Like `db.$queryRaw`, but by the pool alone: pages read with
 * it, and Prisma would take as long again as the statement.
 */
export async function read<T = unknown[]>(query: Query, ...values: unknown[]): Promise<T> {
  const { rows } = await pool.query(statement(query, values))
  return rows as T
}

/** A whole number that stands in the statement itself: `limit` must, or a plan made once would expect a tenth of the table. */
export const literal = (n: number): Prisma.Sql => Prisma.raw(String(Math.trunc(n)))

/** `column` is one of these ids; of one alone the planner knows how few rows it means. */
export const among = (column: string, ids: readonly string[]): Prisma.Sql =>
  ids.length === 1 ? Prisma.sql`${Prisma.raw(column)} = ${ids[0]}::uuid` : Prisma.sql`${Prisma.raw(column)} = any(${ids}::uuid[])`

/** The same for whoever reads in an act and outside. */
export const reading = { $queryRaw: read } as unknown as Reading

/** The client of one transaction. */
export type Tx = Prisma.TransactionClient

/** A transaction of Prisma's whose own SQL goes straight to its connection: by way of Prisma it took about three times the work. */
function straight(tx: Tx, client: pg.PoolClient): Tx {
  const own: Partial<Record<string | symbol, unknown>> = {
    $queryRaw: async (query: Query, ...values: unknown[]) => (await client.query(statement(query, values))).rows as unknown,
    $executeRaw: async (query: Query, ...values: unknown[]) => (await client.query(statement(query, values))).rowCount ?? 0,
  }
  return new Proxy(tx, { get: (prisma, name) => own[name] ?? (Reflect.get(prisma, name) as unknown) })
}

/**
 * Runs `act` in one transaction (read committed unless said otherwise); whatever it throws undoes all of it.
 * The domain's only way to write.
 */
export function inTransaction<T>(
  act: (tx: Tx) => Promise<T>,
  isolationLevel: Prisma.TransactionIsolationLevel = 'ReadCommitted',
): Promise<T> {
  const held: Held = { client: null }
  const opened = (tx: Tx) => act(held.client ? straight(tx, held.client) : tx)
  return holdingConnection(held, () => db.$transaction(opened, isolationLevel === 'ReadCommitted' ? undefined : { isolationLevel }))
}

/** Ends all connections; for commands and tests that are about to end. */
export async function disconnect(): Promise<void> {
  await db.$disconnect()
  await pool.end()
}
