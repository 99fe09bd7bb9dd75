import { EventEmitter } from 'node:events'
import { Logger, run, type Task, type TaskList, type WorkerEvents } from 'graphile-worker'
import { disconnect, pool } from '#app/db/client.server'
import { jobsSchema } from '#app/db/jurisdiction.server'
import { log, onBehalfOf } from '#app/services/log.server'
import { beat, releaseDead, rest } from './worker-heartbeat'
import { everyMinute, tasks } from './worker-tasks'

/** Does the queue's jobs and the rounds of every minute. A process of its own; several may run. */
const beatMs = 10_000
const minuteMs = 60_000
const jobsAtOnce = 4

/** A job logs under the id of the request that asked for it. */
const named =
  (task: Task): Task =>
  (payload, helpers) => {
    const asked = payload && typeof payload === 'object' && 'requestId' in payload ? String(payload.requestId) : null
    return onBehalfOf(asked ?? `job-${helpers.job.id}`, () => task(payload, helpers))
  }

const taskList: TaskList = Object.fromEntries(Object.entries(tasks).flatMap(([name, task]) => (task ? [[name, named(task)]] : [])))

const levels = { error: 'error', warning: 'warn', info: 'debug', debug: 'trace' } as const
const logger = new Logger(() => (level, message) => log[levels[level]](message))

const workerIds: string[] = []
const events: WorkerEvents = new EventEmitter()
events.on('worker:create', ({ worker }) => workerIds.push(worker.workerId))

const runner = await run({
  pgPool: pool,
  schema: jobsSchema,
  taskList,
  events,
  logger,
  concurrency: jobsAtOnce,
  parsedCronItems: [],
  noHandleSignals: true,
})

/** Runs `act` now and again after each pause, never twice at once; what it throws is logged and the next round comes. */
function again(act: () => Promise<unknown>, pauseMs: number) {
  let timer: NodeJS.Timeout | undefined
  let ended = false
  const round = async () => {
    await act().catch((error: unknown) => log.error({ err: error }, 'a round of the worker failed'))
    if (!ended) timer = setTimeout(() => void (current = round()), pauseMs)
  }
  let current = round()
  return async () => {
    ended = true
    clearTimeout(timer)
    await current
  }
}

const endBeat = again(() => beat(workerIds), beatMs)
const endRounds = again(async () => {
  const dead = await releaseDead()
  if (dead > 0) log.warn({ dead }, 'freed the jobs of workers that were killed')
  // One that fails keeps none of the others from its round.
  for (const act of everyMinute)
    await act(new Date()).catch((error: unknown) => log.error({ err: error, act: act.name }, 'a round of the worker failed'))
}, minuteMs)

let leaving = false
async function leave() {
  if (leaving) return
  leaving = true
  await Promise.all([endBeat(), endRounds(), runner.stop()])
  await rest(workerIds)
  await disconnect()
  process.exit(0)
}
process.on('SIGTERM', leave).on('SIGINT', leave)
// Who started us is gone, even if it was killed.
process.on('disconnect', leave)
runner.promise.catch((error: unknown) => {
  log.error({ err: error }, 'the queue failed')
  process.exit(1)
})
process.send?.('ready')
log.info({ workers: workerIds.length }, 'working')
