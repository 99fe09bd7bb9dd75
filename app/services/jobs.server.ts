import { runMigrations } from 'graphile-worker'
import { Prisma, pool, type Tx } from '#app/db/client.server'
import { jobsSchema } from '#app/db/jurisdiction.server'
import { currentRequestId } from './log.server'

/** What the worker is asked to do, under the name of its task. The payload holds ids, never what people wrote. */
export type Job = {
  task: string
  payload: Prisma.InputJsonObject
  /** Not before; at once when left out. */
  runAt?: Date
  /** A job of the same key that has not begun is replaced. */
  key?: string
  /** Jobs of one queue run one after the other. */
  queue?: string
  /** Attempts in all before it is given up; graphile-worker's 25 when left out. */
  maxAttempts?: number
}

const schema = Prisma.raw(`"${jobsSchema}"`)

/** Rows of the queue's own function that puts jobs into it, for a statement of which it is a part. */
export function jobsAdded(jobs: readonly Job[]): Prisma.Sql {
  const requestId = currentRequestId()
  const specs = jobs.map(({ task, payload, runAt, key, queue, maxAttempts }) => ({
    identifier: task,
    payload: requestId ? { ...payload, requestId } : payload,
    run_at: runAt?.toISOString(),
    job_key: key,
    queue_name: queue,
    max_attempts: maxAttempts,
  }))
  return Prisma.sql`${schema}.add_jobs(array(select json_populate_recordset(null::${schema}.job_spec, ${JSON.stringify(specs)}::json)), false)`
}

/**
 * Puts jobs into the queue within the act's own transaction, all in one statement: they exist when it commits, and never
 * when it does not. Handlers run at least once, so they must bear a repeat.
 */
export async function addJobs(tx: Tx, jobs: readonly Job[]): Promise<void> {
  if (jobs.length) await tx.$executeRaw`select 1 from ${jobsAdded(jobs)}`
}

/** Creates or updates the queue's own tables in the jurisdiction's queue schema. */
export async function prepareQueue(): Promise<void> {
  await runMigrations({ pgPool: pool, schema: jobsSchema })
}
