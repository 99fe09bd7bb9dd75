import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from './generated/client'
import { connection, jurisdiction } from './jurisdiction.server'
import { CountedPool } from './pool.server'

export { countStatements } from './pool.server'
export { Prisma } from './generated/client'

const poolSize = Number(process.env.DATABASE_POOL ?? 6)

/** For what Prisma does not do: COPY, LISTEN, set-based SQL outside an act. Its connections have our search_path. */
export const pool = new CountedPool({ ...connection(), max: poolSize })

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

/** The client of one transaction. */
export type Tx = Prisma.TransactionClient

/**
 * Runs `act` in one transaction (read committed unless said otherwise); whatever it throws undoes all of it.
 * The domain's only way to write.
 */
export const inTransaction = <T>(
  act: (tx: Tx) => Promise<T>,
  isolationLevel: Prisma.TransactionIsolationLevel = 'ReadCommitted',
): Promise<T> => db.$transaction(act, isolationLevel === 'ReadCommitted' ? undefined : { isolationLevel })

/** Ends all connections; for commands and tests that are about to end. */
export async function disconnect(): Promise<void> {
  await db.$disconnect()
  await pool.end()
}
