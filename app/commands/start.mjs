/** `npm start`: prepares, opens the database, migrates, fills an empty one, serves, and keeps the worker running beside. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openEnvironment } from './environment.mjs'
import { prepare, root } from './prepare.mjs'
import { runCommand } from './run.mjs'

/** A process that dies is started again after a pause that doubles, from the first to the last of these (milliseconds). */
const firstPauseMs = 500
const lastPauseMs = 30_000

/** A process that ran this long was well; the next pause is a first one again. */
const wellAfterMs = 60_000

/** How often we look whether our database is still there, in milliseconds. */
const lookMs = 2_000

/** How long our processes may take to leave before they are killed, in milliseconds. */
const farewellMs = 10_000

/** The port is taken: starting again would not help. */
const portTaken = 98

let stopping = false

/**
 * Keeps one of our processes running. The channel between us ends with our death, however we die, and then it leaves too.
 * @param {string} name @param {NodeJS.ProcessEnv} env
 */
function keepRunning(name, env) {
  const script = join(root, `build/commands/${name}.js`)
  let pause = firstPauseMs
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child
  let told = () => {}
  /** @type {Promise<void>} */
  const ready = new Promise((resolve) => (told = resolve))
  const ended = (async () => {
    while (!stopping) {
      const begun = Date.now()
      child = spawn(process.execPath, ['--enable-source-maps', script], {
        cwd: root,
        env,
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      })
      child.on('message', told)
      const code = await new Promise((resolve) => child?.on('exit', resolve).on('error', () => resolve(1)))
      if (stopping) return
      if (code === portTaken) {
        stop(1) // not awaited: it waits for this very loop to end
        return
      }
      if (Date.now() - begun > wellAfterMs) pause = firstPauseMs
      console.error(`${name} 停止了（${code}），${pause / 1000} 秒后重新启动`)
      await wait(pause, undefined, { ref: true })
      pause = Math.min(pause * 2, lastPauseMs)
    }
  })()
  const leave = async () => {
    child?.kill('SIGTERM')
    const late = setTimeout(() => child?.kill('SIGKILL'), farewellMs)
    await ended
    clearTimeout(late)
  }
  return { ready, leave, restart: () => child?.kill('SIGTERM') }
}

/**
 * Starts our database again if it dies. It keeps its port where it can; where it cannot, all are told by a new start.
 * @param {() => Promise<boolean>} revive @param {ReturnType<typeof keepRunning>[]} running
 */
async function watchOver(revive, running) {
  while (!stopping) {
    await wait(lookMs)
    try {
      if (!stopping && (await revive())) for (const { restart } of running) restart()
    } catch (error) {
      console.error(error instanceof Error ? error.message : error)
    }
  }
}

/** @type {(code: number) => void} */
let stop = (code) => process.exit(code)

/** @param {NodeJS.ProcessEnv} env @param {boolean} embedded */
async function fill(env, embedded) {
  if ((await runCommand('migrate', [], env, 'quiet')) !== 0) throw new Error('数据库没有升级成功，见上面的原因')
  // A database of our own that is empty gets the demo district; a server's gets areas, bodies and rules, and a first link.
  if (!existsSync(join(root, 'build/commands/seed.js'))) return
  const failed = await runCommand('seed', ['--if-empty', ...(embedded ? ['--demo'] : [])], env)
  if (failed) throw new Error('初始数据没有写入，见上面的原因')
}

async function start() {
  await prepare(['client', 'pages', 'commands'])
  const { env, embedded, revive, stop: letGo } = await openEnvironment()
  /** @type {ReturnType<typeof keepRunning>[]} */
  const running = []
  stop = async (code) => {
    if (stopping) return
    stopping = true
    await Promise.all(running.map(({ leave }) => leave()))
    await letGo()
    process.exit(code)
  }
  process
    .on('SIGTERM', () => stop(0))
    .on('SIGINT', () => stop(0))
    .on('SIGHUP', () => stop(0))
  try {
    await fill(env, embedded)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return stop(1)
  }
  if (stopping) return
  const server = keepRunning('server', env)
  running.push(server, keepRunning('worker', env))
  void watchOver(revive, running)
  await server.ready
  console.log(`\n一站解纷已启动：${env.PUBLIC_URL ?? `http://localhost:${env.PORT ?? 3000}`}`)
  console.log(
    embedded ? '登录：打开上面的地址，在登录页点一个演示账号' : '登录：用管理员给您建的账号；还没有管理员，请运行 npm run account',
  )
}

await start().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  stop(1)
})
