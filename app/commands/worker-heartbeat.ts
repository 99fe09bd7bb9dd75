import { pool } from '#app/db/client.server'
import { jobsSchema } from '#app/db/jurisdiction.server'

/** A worker not heard of for so many seconds is dead, and what it held is free again. The database's clock is the one they share. */
const silence = 60

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

const killed = 'its worker was killed'
/** A job whose worker was killed so often is looked at by a person. */
const mostKills = 25

/**
 * Frees the jobs of workers that were killed; graphile-worker itself would wait four hours. Returns how many workers.
 * A worker that was killed before its first beat has no row, only a lock that is old.
 */
export async function releaseDead(seconds = silence): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    `select worker_id as id from worker_heartbeat where beat_at < now() - make_interval(secs => $1)
     union select locked_by from ${jobsSchema}.jobs
     where locked_at < now() - make_interval(secs => $1) and not exists (select from worker_heartbeat where worker_id = locked_by)`,
    [seconds],
  )
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return 0
  // An attempt that was cut off is none, of whatever job; one that kills its worker again and again is given up all the same.
  await pool.query(
    `update ${jobsSchema}._private_jobs j set attempts = case when k.times > ${mostKills} then j.attempts else greatest(j.attempts - 1, 0) end,
       last_error = '${killed} ' || k.times
     from (select id, coalesce(substring(last_error from '^${killed} (\\d+)$')::int, 0) + 1 as times from ${jobsSchema}._private_jobs where locked_by = any($1)) k
     where j.id = k.id`,
    [ids],
  )
  await pool.query(`select from ${jobsSchema}.force_unlock_workers($1::text[])`, [ids])
  await rest(ids)
  return ids.length
}
