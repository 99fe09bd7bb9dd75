import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releaseDead } from '../../../app/commands/worker-heartbeat'
import { db, inTransaction, read } from '#app/db/client.server'
import { newId } from '#app/domain/id'
import { textAccounts } from '#app/domain/notice/texts.server'
import { addJobs } from '#app/services/jobs.server'
import { isSigned } from '#app/services/signature.server'
import { anOffer, aReport, type FormInput } from '../../support/disputes'
import { people } from '../../support/people'
import { theWorker, type Worker } from '../../support/workers'

const kills = 100
const atOnce = 4
const key = 'shared-secret'

/** Times that each message was taken by a gateway that believes signatures only. */
const taken = new Map<string, number>()
let server: Server
let env: Record<string, string>

beforeAll(async () => {
  server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const [body, head] = [Buffer.concat(pieces).toString(), (name: string) => String(request.headers[name] ?? '')]
      const proof = { timestamp: head('x-timestamp'), nonce: head('x-nonce'), signature: head('x-signature') }
      if (!isSigned(key, proof, body)) return response.writeHead(401).end()
      const id = head('idempotency-key')
      taken.set(id, (taken.get(id) ?? 0) + 1)
      response.end(JSON.stringify({ id: `g-${id}` }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  env = { SMS_GATEWAY: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, SMS_KEY: key, DATABASE_POOL: '4' }
})
afterAll(() => server.close())

const parties: FormInput['parties'] = [
  { side: 'applicant', kind: 'person', name: '木一', phone: '13900001111' },
  { side: 'respondent', kind: 'person', name: '木二', phone: '13900002222' },
]

/** Work as acts cause it: notices, texts to parties, periods that ran out long ago, and an urgent text to somebody. */
async function causeWork() {
  const accounts = Object.values(await people()).map(({ accountId }) => accountId)
  const stories = [await aReport({ parties }), await anOffer({ parties }), await aReport({ parties }), await anOffer({ parties })]
  const occasion = newId()
  const payloads = await Promise.all(stories.map(async (story) => ({ disputeId: story.id, eventId: (await story.lastEvent()).id })))
  await inTransaction(async (tx) => {
    await textAccounts(tx, { accounts, template: 'alarm', occasion, urgent: true }, new Date())
    await addJobs(
      tx,
      payloads.map((payload) => ({ task: 'textParties', payload })),
    )
  })
  return { disputes: stories.map(({ id }) => id), occasion }
}
type Work = Awaited<ReturnType<typeof causeWork>>

/** What the work left behind: per dispute its events, who was told of which, and which parties are texted of which. */
async function leftBehind({ disputes, occasion }: Work) {
  const rows = await read<{ events: string; notices: string; texts: string }[]>`
    select (select string_agg(e.type::text, ' ' order by e.version) from dispute_event e where e.dispute_id = d.id) as events,
      (select string_agg(coalesce(e.type::text, n.topic) || ' ' || n.account_id, ', ' order by e.version, n.topic, n.account_id)
        from notice n left join dispute_event e on e.id = n.event_id where n.dispute_id = d.id) as notices,
      (select string_agg(e.type::text || ' ' || p.ordinal, ', ' order by e.version, p.ordinal)
        from text_message t join party p on p.id = t.party_id join dispute_event e on e.id::text = t.occasion where t.dispute_id = d.id) as texts
    from unnest(${disputes}::uuid[]) with ordinality as x(id, place) join dispute d on d.id = x.id order by x.place`
  const texts = await db.textMessage.findMany({ where: { occasion } })
  return { rows, texts: texts.map(({ status, gatewayId, id }) => `${status} ${gatewayId === `g-${id}`}`) }
}

const [due, dead] = ['attempts < max_attempts and run_at <= now()', 'attempts >= max_attempts']
const jobs = async (which: string) =>
  (await db.$queryRawUnsafe<[{ n: number }]>(`select count(*)::int as n from gucheng_jobs._private_jobs where ${which}`))[0].n
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const ranOut = 'stopped_at is null and fired_at is null and paused_since is null and due_at <= now()'
const undone = async () => {
  const [row] = await db.$queryRawUnsafe<[{ n: number }]>(`select count(*)::int as n from deadline where ${ranOut}`)
  return row.n + (await jobs(due))
}

/** Workers that nobody kills, one after the other (each looks for what ran out when it starts), until nothing is left to do. */
async function goOn(start: () => Worker) {
  while ((await undone()) > 0) {
    const worker = start()
    await worker.ready
    while ((await jobs(due)) > 0) await pause(50)
    expect(await worker.stop()).toBe(0)
  }
}

test('killed a hundred times at random, the worker loses nothing and does nothing twice', { timeout: 900_000 }, async () => {
  const start = await theWorker()
  const done: Work[] = []
  for (let killed = 0; killed < kills; killed += atOnce) {
    const workers: Worker[] = Array.from({ length: atOnce }, () => start(env))
    await Promise.all(workers.map(({ ready }) => ready))
    const working = causeWork()
    for (const worker of workers) {
      await pause(Math.random() * 120)
      await worker.kill()
    }
    done.push(await working)
    // Nobody lives now: what the dead held is free.
    await releaseDead(0)
  }
  await goOn(() => start(env))
  // What comes of work that no killed worker has touched is what is expected of all.
  const control = await causeWork()
  await goOn(() => start(env))
  const expected = await leftBehind(control)

  for (const { events } of expected.rows) expect(events).toContain('lapse')
  expect(expected.rows.every(({ notices }) => notices)).toBe(true)
  expect(expected.rows.map(({ texts }) => texts)).toEqual(
    ['register', 'offer', 'register', 'offer'].map((event) => `${event} 1, ${event} 2`),
  )
  expect(expected.texts.length).toBeGreaterThan(10)
  expect([...new Set(expected.texts)]).toEqual(['sent true'])
  for (const work of done) expect(await leftBehind(work)).toEqual(expected)
  expect(await jobs(dead)).toBe(0)
  // The gateway took nothing but the messages there are; a message that it took twice, it took under one id.
  const sent = await db.textMessage.findMany({ where: { status: 'sent' }, select: { id: true } })
  expect([...taken.keys()].sort()).toEqual(sent.map(({ id }) => id).sort())
})
