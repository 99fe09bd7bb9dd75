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
 * timestamptz and takes what stands before it for UTC. Statements are planned once, without their values: lists and desks
 * take 4 to 25 ms to plan and 1 or 2 to run, and the words a partial index needs stand in them as literals. None runs long
 * enough to be worth compiling (jit).
 */
export const connection = (schema = jurisdiction, url = process.env.DATABASE_URL ?? nowhere) => ({
  connectionString: url,
  options: `-c search_path=${schema},${extensionsSchema} -c timezone=UTC -c client_encoding=UTF8 -c plan_cache_mode=force_generic_plan -c jit=off`,
  connectionTimeoutMillis: 10_000,
})
