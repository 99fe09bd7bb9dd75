import { fork, type ChildProcess } from 'node:child_process'
import { inTransaction, pool } from '#app/db/client.server'
import { jobsSchema } from '#app/db/jurisdiction.server'
import { addJobs, prepareQueue } from '#app/services/jobs.server'
import { aReport } from '../../../tests/support/disputes'
import { bodyId, person } from '../../../tests/support/people'
import { cpuMs } from './cpu'

const room = 'room-maguotou'
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A worker of its own process, as `npm start` runs one. */
async function withWorker<T>(work: (worker: ChildProcess) => Promise<T>): Promise<T> {
  const worker = fork('build/commands/worker.js', { env: { ...process.env, LOG_LEVEL: 'error', NODE_ENV: 'production' } })
  await new Promise((resolve, reject) => worker.once('message', resolve).once('exit', () => reject(new Error('the worker ended'))))
  try {
    return await work(worker)
  } finally {
    worker.kill('SIGTERM')
    await new Promise((resolve) => worker.once('exit', resolve))
  }
}

const waiting = async () => {
  const { rows } = await pool.query<{ n: number }>(`select count(*)::int as n from ${jobsSchema}._private_jobs where run_at <= now()`)
  return rows[0]?.n ?? 0
}
const drained = async () => {
  while ((await waiting()) > 0) await pause(20)
}

/** From the commit of an act until who is told finds the notice, in milliseconds; one act after the other. */
async function untilTold(acts: number): Promise<number[]> {
  const [triage, to] = [await person('triage-530702004000-1'), await bodyId(room)]
  const found: number[] = []
  for (let n = 0; n < acts; n += 1) {
    const story = await aReport({ now: new Date() })
    await story.does(triage, { type: 'offer', channel: 'people', bodyId: to })
    const committed = performance.now()
    const asked = `select from notice n join dispute_event e on e.id = n.event_id where n.dispute_id = $1 and e.type = 'offer'`
    while (!(await pool.query(asked, [story.id])).rowCount) await pause(1)
    found.push(performance.now() - committed)
  }
  return found.sort((one, other) => one - other)
}

/** How many jobs a second the worker does of those that tell people: each event told several times, so that some find it told. */
async function tellMany(jobs: number, database: string) {
  const { rows } = await pool.query<{ disputeId: string; eventId: string }>(
    'select dispute_id as "disputeId", id as "eventId" from dispute_event',
  )
  await pool.query('delete from notice')
  const all = Array.from({ length: jobs }, (_, n) => ({
    task: 'tell',
    payload: { ...rows[n % rows.length], to: ['desk', 'triage', 'registrar'] },
  }))
  await inTransaction((tx) => addJobs(tx, all))
  return withWorker(async (worker) => {
    const [before, begun] = [cpuMs([worker.pid!], database), performance.now()]
    await drained()
    const after = cpuMs([worker.pid!], database)
    return { seconds: (performance.now() - begun) / 1000, cpu: after.server - before.server + after.database - before.database }
  })
}

/** The queue: how soon somebody is told, and how much the worker does a second. On a seeded database. */
export async function benchJobs({ acts, jobs }: { acts: number; jobs: number }, database: string): Promise<void> {
  await prepareQueue()
  const found = await withWorker(async () => {
    const times = await untilTold(acts)
    await drained()
    return times
  })
  const at = (share: number) => (found[Math.min(found.length - 1, Math.floor(found.length * share))] ?? 0).toFixed(0)
  console.log(`从提交到收到消息（${acts} 次，一件接一件）：p50 ${at(0.5)} ms，p99 ${at(0.99)} ms`)
  const { seconds, cpu } = await tellMany(jobs, database)
  console.log(
    `后台任务：${(jobs / seconds).toFixed(0)} 个/秒（${jobs} 个“告诉有关的人”，一个进程），每个 CPU ${(cpu / jobs).toFixed(1)} ms`,
  )
}
