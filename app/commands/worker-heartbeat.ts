import { pool } from '#app/db/client.server'
import { jobsSchema } from '#app/db/jurisdiction.server'

/** A worker not heard of for so long is dead, and what it held is free again. The database's clock is the one they share. */
const silence = `interval '60 seconds'`

/** Writes down that these workers are alive. */
export async function beat(workerIds: string[]): Promise<void> {
  await pool.query(
    `insert into worker_heartbeat (worker_id, started_at, beat_at) select id, now(), now() from unnest($1::text[]) id
     on conflict (worker_id) do update set beat_at = now()`,
    [workerIds],
  )
}

/** Takes workers that leave in good order off the list. */
export async function rest(workerIds: string[]): Promise<void> {
  await pool.query('delete from worker_heartbeat where worker_id = any($1)', [workerIds])
}

/**
 * Frees the jobs of workers that were killed; graphile-worker itself would wait four hours. Returns how many workers.
 * A worker that was killed before its first beat has no row, only a lock that is old.
 */
export async function releaseDead(): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    `select worker_id as id from worker_heartbeat where beat_at < now() - ${silence}
     union select locked_by from ${jobsSchema}.jobs
     where locked_at < now() - ${silence} and not exists (select from worker_heartbeat where worker_id = locked_by)`,
  )
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return 0
  await pool.query(`select from ${jobsSchema}.force_unlock_workers($1::text[])`, [ids])
  await rest(ids)
  return ids.length
}
