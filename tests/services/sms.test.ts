import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isSigned, signed } from '#app/services/signature.server'
import { gateway, outbox, TextRefused } from '#app/services/sms.server'

const key = 'shared-secret'
const message = { id: '01930000-0000-7000-8000-000000000001', phone: '13900001111', text: '您托办的事有新的进展。' }

/** A gateway as a provider would run one: it believes signatures only, sends once for each key, and says its own id. */
const taken = new Map<string, string>()
let answers: number | 'never' = 200
let server: Server
let address: string

const bodyOf = async (request: IncomingMessage) => {
  let body = ''
  for await (const piece of request) body += String(piece)
  return body
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const head = (name: string) => String(request.headers[name] ?? '')
      const proof = { timestamp: head('x-timestamp'), nonce: head('x-nonce'), signature: head('x-signature') }
      if (!isSigned(key, proof, body)) return response.writeHead(401).end()
      if (answers === 'never') return response.destroy()
      if (answers !== 200) return response.writeHead(answers).end(`no: ${body}`)
      const id = head('idempotency-key')
      if (!taken.has(id)) taken.set(id, `g${taken.size + 1}`)
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id: taken.get(id) }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret-path`
})
afterAll(() => server.close())

describe('the gateway', () => {
  test('takes a signed message once, however often it is sent, and says its id', async () => {
    answers = 200
    const door = gateway(address, key)
    expect([await door.send(message), await door.send(message)]).toEqual(['g1', 'g1'])
    expect(taken.size).toBe(1)
  })

  test('does not believe another key, and the message is tried again', async () => {
    await expect(gateway(address, 'another').send(message)).rejects.toThrow('answered 401')
  })

  test.each([
    [400, true],
    [422, true],
    [408, false],
    [429, false],
    [500, false],
  ])('answering %i refuses it for good: %s', async (status, forGood) => {
    answers = status
    const error: unknown = await gateway(address, key)
      .send(message)
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(error instanceof TextRefused).toBe(forGood)
    expect(String(error)).not.toMatch(/13900001111|secret-path|进展/)
  })

  test('that is not there is an error without its address, the number or the text', async () => {
    answers = 'never'
    const thrown = await Promise.all(
      [address, 'http://127.0.0.1:9/secret-path'].map((at) =>
        gateway(at, key)
          .send(message)
          .catch((error: Error) => JSON.stringify([error.message, error.stack, error.cause ?? null])),
      ),
    )
    for (const said of thrown) expect(said).not.toMatch(/13900001111|secret-path|127\.0\.0\.1|进展/)
  })
})

describe('a signature', () => {
  const now = new Date('2026-03-05T01:00:00Z')
  const proof = signed(key, 'body', now)
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  test.each([
    ['what was signed', key, proof, 'body', now, true],
    ['a body that was changed', key, proof, 'bodY', now, false],
    ['another key', 'another', proof, 'body', now, false],
    ['no key at all', '', signed('', 'body', now), 'body', now, false],
    ['a nonce that was changed', key, { ...proof, nonce: '0'.repeat(32) }, 'body', now, false],
    ['a time that was changed', key, { ...proof, timestamp: String(Number(proof.timestamp) + 1) }, 'body', now, false],
    ['a signature cut short', key, { ...proof, signature: proof.signature.slice(1) }, 'body', now, false],
    ['four minutes old', key, proof, 'body', later(4), true],
    ['six minutes old', key, proof, 'body', later(6), false],
    ['six minutes ahead', key, proof, 'body', later(-6), false],
    ['no time', key, { ...proof, timestamp: '' }, 'body', now, false],
  ])('over %s', (_, secret, given, body, at, believed) => {
    expect(isSigned(secret, given, body, at)).toBe(believed)
  })
})

test('the outbox keeps a file for each message, its number cut; a repeat leaves the first as it is', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'outbox-')), 'texts')
  const door = outbox(folder)
  expect(await door.send(message)).toBeNull()
  await Promise.all([door.send({ ...message, text: '又一次' }), door.send({ ...message, text: '再一次' })])
  expect(await readdir(folder)).toEqual([`${message.id}.json`])
  const kept = await readFile(join(folder, `${message.id}.json`), 'utf8')
  expect(JSON.parse(kept)).toMatchObject({ id: message.id, to: '…1111', text: message.text })
  expect(kept).not.toContain('13900001111')
})
