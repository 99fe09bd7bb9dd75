/** One jurisdiction is one schema: whose data a connection sees is decided when it is made, and no statement names it. */

const name = process.env.JURISDICTION ?? 'gucheng'
if (!/^[a-z][a-z0-9_]{0,40}$/.test(name)) throw new Error(`JURISDICTION is no schema name: ${name}`)

/** The schema of this process's jurisdiction. */
export const jurisdiction = name

/** The schema of its job queue. */
export const jobsSchema = `${jurisdiction}_jobs`

/** Extensions lie in a schema of their own, shared by the jurisdictions of one database. */
export const extensionsSchema = 'extensions'

const nowhere = 'postgresql://DATABASE_URL-is-not-set.invalid/none'

/**
 * What every connection of ours is opened with. The time zone must be UTC: the Prisma adapter drops the offset of a
 * timestamptz and takes what stands before it for UTC.
 */
export const connection = (schema = jurisdiction, url = process.env.DATABASE_URL ?? nowhere) => ({
  connectionString: url,
  options: `-c search_path=${schema},${extensionsSchema} -c timezone=UTC -c client_encoding=UTF8`,
  connectionTimeoutMillis: 10_000,
})
