import { Prisma, literal, type Reading, type Tx } from '#app/db/client.server'
import { jobsSchema } from '#app/db/jurisdiction.server'

/** The queue's own tables, as the page of jobs reads them. Nothing but graphile-worker's functions changes them. */
const schema = Prisma.raw(`"${jobsSchema}"`)
const jobs = Prisma.sql`${schema}._private_jobs j join ${schema}._private_tasks t on t.id = j.task_id`
/** Given up: it failed as often as it may. */
const dead = Prisma.sql`(j.attempts >= j.max_attempts and j.locked_at is null)`

export type TaskCount = { task: string; waiting: number; running: number; dead: number }
export type JobRow = {
  id: string
  task: string
  attempts: number
  maxAttempts: number
  error: string | null
  createdAt: Date
  runAt: Date
  dead: boolean
}
export type Locked = JobRow & { payload: Record<string, unknown> }

/** How much of each task waits, runs or was given up. */
export const countJobs = (tx: Reading) => tx.$queryRaw<TaskCount[]>`
  select t.identifier as task, count(*) filter (where j.locked_at is null and not ${dead})::int as waiting,
    count(*) filter (where j.locked_at is not null)::int as running, count(*) filter (where ${dead})::int as dead
  from ${jobs} group by t.identifier order by count(*) filter (where ${dead}) desc, t.identifier`

const columns = Prisma.sql`j.id::text as id, t.identifier as task, j.attempts, j.max_attempts as "maxAttempts", j.last_error as error,
  j.created_at as "createdAt", j.run_at as "runAt", ${dead} as dead`

/** Jobs that failed, the given up ones first, then those that are tried again, the next first. */
export const failingJobs = (tx: Reading, most: number) => tx.$queryRaw<JobRow[]>`
  select ${columns} from ${jobs} where j.locked_at is null and (j.last_error is not null or ${dead})
  order by ${dead} desc, j.run_at, j.id limit ${literal(most)}`

/** One given up job; undefined where there is none of that id, or it goes on. */
export async function deadJob(tx: Reading, id: string): Promise<JobRow | undefined> {
  const [row] = await tx.$queryRaw<JobRow[]>`select ${columns} from ${jobs} where j.id = ${id}::bigint and ${dead}`
  return row
}

/** Holds given up jobs until the transaction ends: one by its id, or those of a task. */
export const lockDead = (tx: Tx, which: { id: string } | { task: string }, most = 1000) => tx.$queryRaw<Locked[]>`
  select ${columns}, j.payload from ${jobs} where ${dead} and ${'id' in which ? Prisma.sql`j.id = ${which.id}::bigint` : Prisma.sql`t.identifier = ${which.task}`}
  order by j.id limit ${literal(most)} for update of j`

/** Lets given up jobs begin anew, with all their attempts; in the act's own transaction. Answers how many. */
export const beginAnew = (tx: Tx, ids: string[]): Promise<number> =>
  tx.$executeRaw`select 1 from ${schema}.reschedule_jobs(${ids}::bigint[], run_at := now(), attempts := 0)`

/** Takes given up jobs out of the queue; in the act's own transaction. Answers how many. */
export const takeOut = (tx: Tx, ids: string[]): Promise<number> => tx.$executeRaw`select 1 from ${schema}.complete_jobs(${ids}::bigint[])`
