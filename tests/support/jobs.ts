import { pool } from '#app/db/client.server'

/** What waits in the queue of one task, with this in its payload. */
export async function queued(task: string, payload: Record<string, string>): Promise<{ payload: Record<string, unknown>; runAt: Date }[]> {
  const { rows } = await pool.query<{ payload: Record<string, unknown>; runAt: Date }>(
    `select j.payload, j.run_at as "runAt" from gucheng_jobs._private_jobs j join gucheng_jobs._private_tasks t on t.id = j.task_id
     where t.identifier = $1 and j.payload::jsonb @> $2::jsonb order by j.id`,
    [task, JSON.stringify(payload)],
  )
  return rows
}
