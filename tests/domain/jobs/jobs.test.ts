import { Logger, runOnce } from 'graphile-worker'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db, inTransaction, pool, read } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { newId } from '#app/domain/id'
import { changeJobs } from '#app/domain/jobs/act.server'
import { waitAfter } from '#app/domain/jobs/backoff'
import { jobPage, jobsPage } from '#app/domain/jobs/page.server'
import { tellOfDeadJobs } from '#app/domain/jobs/round.server'
import { noticesOf } from '#app/domain/notice/notices.server'
import { textAccounts } from '#app/domain/notice/texts.server'
import { settingDoors } from '#app/domain/settings/doors.server'
import { addJobs } from '#app/services/jobs.server'
import { tasks } from '../../../app/commands/worker-tasks'
import { taskWords } from '#app/domain/words/tasks'
import { people, areaId, shuhe, type Part } from '../../support/people'
import { refusalOf } from '../../support/refusals'

let cast: Record<Part, Person>
beforeAll(async () => void (cast = await people()))

const now = new Date('2026-03-05T01:00:00Z')
const schema = 'gucheng_jobs'

type Row = { id: string; attempts: number; runAt: number }
const rows = () =>
  read<
    Row[]
  >`select j.id::text as id, j.attempts, extract(epoch from j.run_at)::float as "runAt" from gucheng_jobs._private_jobs j order by j.id`

/** Does what may be done now, until nothing is under way; every task fails, with a name in its error. */
async function failAll() {
  const fail = () => Promise.reject(new Error('cannot tell "和丽江"'))
  const logger = new Logger(() => () => undefined)
  await runOnce({ pgPool: pool, schema, taskList: { tell: fail, sendText: fail }, noHandleSignals: true, logger })
  // It leaves before its last failure is written down.
  const held = () => read`select from gucheng_jobs._private_jobs where locked_at is not null`
  while ((await held()).length) await new Promise((resolve) => setTimeout(resolve, 10))
}
const dueNow = () => pool.query(`update ${schema}._private_jobs set run_at = now() where attempts < max_attempts`)

/** Given up jobs of a task; answers their ids. */
async function dead(task: string, count = 1, payload: object = {}) {
  await inTransaction((tx) =>
    addJobs(
      tx,
      Array.from({ length: count }, () => ({ task, payload: { ...payload }, maxAttempts: 1 })),
    ),
  )
  await failAll()
  return (await rows()).map(({ id }) => id)
}
const setting = (actor: Person, key = newId()) => ({ actor, key, now })
const clock = async () => (await read<[{ now: number }]>`select extract(epoch from clock_timestamp())::float as now`)[0].now

beforeEach(async () => {
  await pool.query(`delete from ${schema}._private_jobs`)
})

describe('work that fails', () => {
  test('is tried again after 3, 7, 20 seconds and ever longer, until it is given up', async () => {
    await inTransaction((tx) => addJobs(tx, [{ task: 'tell', payload: {}, maxAttempts: 5 }]))
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await dueNow()
      const before = await clock()
      await failAll()
      const [job] = await rows()
      expect(job?.attempts).toBe(attempt)
      // From when it failed, which was between the two.
      expect(job?.runAt).toBeGreaterThanOrEqual(before + waitAfter(attempt) - 0.001)
      expect(job?.runAt).toBeLessThanOrEqual((await clock()) + waitAfter(attempt) + 0.001)
      const { dead, again } = await jobsPage(cast.admin)
      expect([dead.length, again.length]).toEqual(attempt === 5 ? [1, 0] : [0, 1])
    }
    await dueNow()
    await failAll()
    expect((await rows())[0]?.attempts).toBe(5)
  })

  test('is listed by its kind, without what may be somebody’s', async () => {
    await dead('tell', 2)
    await inTransaction((tx) => addJobs(tx, [{ task: 'checkRoute', payload: {} }]))
    const page = await jobsPage(cast.admin)
    expect(page.totals).toEqual({ waiting: 1, running: 0, dead: 2 })
    expect(page.tasks[0]).toMatchObject({ label: taskWords.tell.label, dead: 2 })
    expect(page.dead[0]).toMatchObject({ error: 'cannot tell …', tried: '1 次，最多 1 次' })
    expect(JSON.stringify(page)).not.toContain('和丽江')
  })
})

describe('what was given up', () => {
  test('begins anew with all its attempts, once for each form, and says who did it', async () => {
    const [id] = await dead('tell')
    const key = newId()
    const form = { act: 'again', jobId: id! } as const
    expect(await Promise.all([changeJobs(setting(cast.admin, key), form), changeJobs(setting(cast.admin, key), form)])).toContain(1)
    expect(await rows()).toMatchObject([{ id, attempts: 0 }])
    const [row, ...more] = await db.audit.findMany({ where: { act: 'job.again' } })
    expect([row?.actorId, row?.detail, more]).toEqual([cast.admin.accountId, { task: 'tell', jobs: [id] }, []])
    expect((await refusalOf(changeJobs(setting(cast.admin), form)))[0]).toBe(409)
  })

  test('all of a kind begin anew together; other kinds stay', async () => {
    await dead('tell', 3)
    await dead('sendText', 1)
    expect(await changeJobs(setting(cast.admin), { act: 'againAll', task: 'tell' })).toBe(3)
    expect((await rows()).map(({ attempts }) => attempts)).toEqual([0, 0, 0, 1])
  })

  test('is dropped with a reason; of two administrators one is told that it is gone', async () => {
    const [id] = await dead('tell')
    const form = { act: 'giveUp', jobId: id!, reason: 'byHand' } as const
    const both = await Promise.allSettled([changeJobs(setting(cast.admin), form), changeJobs(setting(cast.admin), form)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await rows()).toEqual([])
    const row = await db.audit.findFirstOrThrow({ where: { act: 'job.giveUp' } })
    expect(row).toMatchObject({ actorId: cast.admin.accountId, detail: { job: id, task: 'tell', reason: 'byHand', attempts: 1 } })
  })

  test('and was a text message: the message says that it was dropped', async () => {
    const occasion = newId()
    await inTransaction((tx) => textAccounts(tx, { accounts: [cast.head.accountId], template: 'due', occasion }, now))
    await pool.query(`update ${schema}._private_jobs set max_attempts = 1`)
    await failAll()
    const [job] = await rows()
    await changeJobs(setting(cast.admin), { act: 'giveUp', jobId: job!.id, reason: 'pointless' })
    expect(await db.textMessage.findFirst({ where: { occasion } })).toMatchObject({ status: 'failed', failure: 'dropped' })
  })

  test('what waits or runs cannot be given up or begun anew', async () => {
    await inTransaction((tx) => addJobs(tx, [{ task: 'tell', payload: {} }]))
    const [job] = await rows()
    expect((await refusalOf(jobPage(cast.admin, job!.id)))[0]).toBe(404)
    for (const form of [{ act: 'again', jobId: job!.id } as const, { act: 'giveUp', jobId: job!.id, reason: 'wrong' } as const])
      expect((await refusalOf(changeJobs(setting(cast.admin), form)))[0]).toBe(409)
    expect(await rows()).toHaveLength(1)
  })
})

describe('the page is for the district’s administrators', () => {
  const townAdmin = async (): Promise<Person> => ({
    ...cast.admin,
    posts: [{ role: 'admin', areaId: await areaId(shuhe), bodyId: null, title: '束河管理员' }],
  })
  const others: Part[] = ['grid', 'triage', 'districtTriage', 'head', 'mediator', 'court', 'organ', 'duty', 'bureau', 'leader']

  test.each(others)('for %s there is no such page and no such act', async (part) => {
    const [id] = await dead('tell')
    const actor = cast[part]
    const tried = [jobsPage(actor), jobPage(actor, id!), changeJobs(setting(actor), { act: 'again', jobId: id! })]
    for (const one of tried) expect((await refusalOf(one))[0]).toBe(404)
    expect((await rows())[0]?.attempts).toBe(1)
  })

  test('nor for a township’s, whose settings do not name it', async () => {
    const actor = await townAdmin()
    expect((await refusalOf(jobsPage(actor)))[0]).toBe(404)
    expect((await settingDoors(actor)).map(({ href }) => href)).not.toContain('/settings/jobs')
    expect((await settingDoors(cast.admin)).map(({ href }) => href)).toContain('/settings/jobs')
  })
})

test('administrators are told of what was given up, once a day for each kind, and the notice leads to the page', async () => {
  expect(await tellOfDeadJobs(now)).toBe(0)
  await dead('tell', 3)
  const told = await tellOfDeadJobs(now)
  expect(told).toBeGreaterThan(0)
  expect(await tellOfDeadJobs(now)).toBe(0)
  expect(await tellOfDeadJobs(new Date(now.getTime() + 24 * 3_600_000))).toBe(told)
  const { unread } = await noticesOf(cast.admin, new URLSearchParams())
  expect(unread.find(({ href }) => href === '/settings/jobs')).toMatchObject({
    words: `后台任务没有做成：${taskWords.tell.label}`,
    title: '',
  })
})

test('every task of the worker has a word', () => {
  expect(Object.keys(tasks).filter((task) => !Object.hasOwn(taskWords, task))).toEqual([])
})
