import { fork, type ChildProcess } from 'node:child_process'
import { parseArgs } from 'node:util'
import { db, disconnect, pool } from '#app/db/client.server'
import { newId } from '#app/domain/id'
import { demoPassword } from '#app/domain/people/demo.server'
import { accountPhoneHash } from '#app/domain/privacy/hash.server'
import { accountByKey } from '../../prisma/district'
import { seedDistrict } from '../../prisma/seed'
import { cpuMs, residentMb } from './bench/cpu'
import { benchDeadlines } from './bench/deadlines'
import { generateDisputes } from './bench/generate'
import { benchJobs } from './bench/jobs'
import { lifecycle, signIn, type Crew, type Ground } from './bench/lifecycle'
import { wallLines } from './bench/wall'

/**
 * `npm run bench [-- --disputes 10000 --rounds 3 --lifecycles 20 | -- --only jobs | -- --only deadlines]`: drives the built server through whole lifecycles with
 * its own forms, and a bare node:http + pg server through the same acts, in turn. Figures are processor time of server and
 * database, and their ratio; never the clock alone.
 */
const { values } = parseArgs({
  options: {
    disputes: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    lifecycles: { type: 'string', default: '20' },
    only: { type: 'string' },
  },
})
const [disputes, rounds, lifecycles] = [Number(values.disputes), Number(values.rounds), Number(values.lifecycles)]
const acts = ['register', 'offer', 'receive', 'assign', 'session', 'agree', 'perform', 'visit', 'close']
const needle = '和试'
const room = 'room-maguotou'

const database = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)

type Cost = { ms: number; server: number; database: number }
const none: Cost = { ms: 0, server: 0, database: 0 }
const add = (a: Cost, b: Cost): Cost => ({ ms: a.ms + b.ms, server: a.server + b.server, database: a.database + b.database })
const cpu = ({ server, database }: Cost) => server + database

/** What a piece of work costs the given server and the database. */
async function costOf(pid: number, work: () => Promise<unknown>): Promise<Cost> {
  const before = cpuMs([pid], database)
  const begun = performance.now()
  await work()
  const after = cpuMs([pid], database)
  return { ms: performance.now() - begun, server: after.server - before.server, database: after.database - before.database }
}

const told = <T>(child: ChildProcess) =>
  new Promise<T>((resolve, reject) =>
    child.once('message', (said) => resolve(said as T)).once('exit', () => reject(new Error('the server ended'))),
  )

async function crewOf(origin: string): Promise<Crew> {
  const who = (key: string) => signIn(origin, accountByKey(key).phone, demoPassword)
  const [grid, triage, head, mediator] = await Promise.all(
    ['grid-530702004001', 'triage-530702004000-1', `head-${room}`, `mediator-${room}-1`].map(who),
  )
  return { grid: grid!, triage: triage!, head: head!, mediator: mediator! }
}

async function groundOf(): Promise<Ground> {
  const phoneHash = accountPhoneHash(accountByKey(`mediator-${room}-1`).phone)
  const [body, mediator] = await Promise.all([
    db.body.findFirstOrThrow({ where: { key: room } }),
    db.account.findFirstOrThrow({ where: { phoneHash } }),
  ])
  return { bodyId: body.id, mediatorId: mediator.id }
}

/** The same acts and the same search of the bare server. */
async function bareLifecycle(origin: string) {
  const id = newId()
  for (const act of acts) {
    const answer = await fetch(`${origin}/${act}/${id}`, { method: 'POST' })
    if (answer.status !== 200) throw new Error(`${act}: ${await answer.text()}`)
    await answer.text()
  }
  await (await fetch(`${origin}/search/x?q=${encodeURIComponent(needle)}`)).text()
}

await seedDistrict()
const leave = async () => {
  await disconnect()
  process.exit(0)
}
if (values.only === 'jobs') {
  await benchJobs({ acts: 200, jobs: 4000 }, database)
  await leave()
}
console.log(`写入 ${disputes} 件纠纷……`)
await generateDisputes(disputes)
if (values.only === 'deadlines') {
  await benchDeadlines()
  await leave()
}

const port = 20_000 + (process.pid % 10_000)
const server = fork('build/commands/server.js', {
  env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error', NODE_ENV: 'production' },
})
await told(server)
const bare = fork('build/commands/bench-bare.js', { env: process.env })
const { port: barePort } = await told<{ port: number }>(bare)
const [origin, bareOrigin] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${barePort}`]

const [crew, ground] = [await crewOf(origin), await groundOf()]
let n = 0
const live = async () => {
  n += 1
  await lifecycle(crew, ground, n)
  await crew.mediator.open(`/disputes?q=${encodeURIComponent(needle)}`)
}
const repeat = (work: () => Promise<unknown>) => async () => {
  for (let i = 0; i < lifecycles; i++) await work()
}
await repeat(live)() // warm
await repeat(() => bareLifecycle(bareOrigin))()

let [ours, theirs] = [none, none]
for (let round = 1; round <= rounds; round++) {
  const one = await costOf(server.pid!, repeat(live))
  const other = await costOf(
    bare.pid!,
    repeat(() => bareLifecycle(bareOrigin)),
  )
  console.log(
    `第 ${round} 轮  产品 ${(cpu(one) / lifecycles).toFixed(0)} ms/件  裸 ${(cpu(other) / lifecycles).toFixed(1)} ms/件  比 ${(cpu(one) / cpu(other)).toFixed(1)}`,
  )
  ours = add(ours, one)
  theirs = add(theirs, other)
}

const total = rounds * lifecycles
const perAct = (cost: number) => (cost / total / acts.length).toFixed(1)
console.log(
  `\n每步（含填表页和办后页）CPU：服务器 ${perAct(ours.server)} ms，数据库 ${perAct(ours.database)} ms，合计 ${perAct(cpu(ours))} ms（P1：必须 ≤14，目标 ≤8）`,
)
console.log(`整个办理和一次两字查找，与裸服务器相比（CPU）：${(cpu(ours) / cpu(theirs)).toFixed(1)} 倍（P3：必须 ≤16，目标 ≤8）`)
console.log(`办理速度：${((total / ours.ms) * 1000).toFixed(1)} 件/秒（一个人接一个人办，不并行）`)

const page = async (name: string, who: keyof Crew, path: string) => {
  const times = 40
  let size = 0
  for (let i = 0; i < 5; i++) size = (await crew[who].open(path)).html.length
  const cost = await costOf(server.pid!, async () => {
    for (let i = 0; i < times; i++) await crew[who].open(path)
  })
  console.log(
    `${name}：${(size / 1024).toFixed(0)} kB，服务器 ${(cost.server / times).toFixed(1)} ms，数据库 ${(cost.database / times).toFixed(1)} ms`,
  )
}
await page('我的待办', 'mediator', '/')
await page('分流台', 'triage', '/triage')
await page('纠纷列表（20 行）', 'triage', '/disputes')
await page('两字查找', 'triage', `/disputes?q=${encodeURIComponent(needle)}`)
const { rows } = await pool.query<{ id: string }>(`select id from dispute where search_text like '%和试%' limit 1`)
await page('纠纷页', 'mediator', `/disputes/${rows[0]?.id}`)
const duty = await signIn(origin, accountByKey('duty-1').phone, demoPassword)
for (const line of await wallLines(duty, (work) => costOf(server.pid!, work))) console.log(line)
console.log(`服务器内存：${residentMb(server.pid!).toFixed(0)} MB`)

server.kill('SIGKILL')
bare.kill('SIGKILL')
await disconnect()
process.exit(0)
