import express from 'express'
import type { AddressInfo } from 'node:net'
import { request } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { securityHeaders } from '../../app/http/headers.server'
import { sameOrigin } from '../../app/http/origin.server'
import { failed, numbered, sensible } from '../../app/http/requests.server'

type Answer = { status: number; headers: Record<string, unknown>; text: string }

/** Asks with exactly these headers; fetch would set or drop some of them. */
const ask = (port: number, path: string, method = 'GET', headers: Record<string, string> = {}, body = '') =>
  new Promise<Answer>((resolve, reject) => {
    const length = body ? { 'Content-Length': String(Buffer.byteLength(body)) } : {}
    const asked = request({ port, path, method, headers: { ...length, ...headers } }, (response) => {
      let text = ''
      response.on('data', (piece: Buffer) => (text += piece.toString()))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    asked.on('error', reject).end(body)
  })

function serve(publicUrl?: string) {
  const app = express()
  app.use(numbered, securityHeaders(publicUrl), sensible, sameOrigin(publicUrl))
  app.get('/broken', () => {
    throw new Error('secret detail')
  })
  app.all('*', (_request, response) => void response.send('reached'))
  app.use(failed)
  return app.listen(0, '127.0.0.1')
}

const servers = { local: serve(), public: serve('https://yizhan.example') }
const portOf = (name: keyof typeof servers) => (servers[name].address() as AddressInfo).port

afterAll(() => Object.values(servers).forEach((server) => server.close()))

describe('a form is taken', () => {
  test.each([
    ['from the address that was asked', 'local', { Origin: 'http://HOST' }, 200],
    ['by its Referer where the browser is old', 'local', { Referer: 'http://HOST/sign-in' }, 200],
    ['not from another site', 'local', { Origin: 'https://elsewhere.example' }, 403],
    ['not from another port of this machine', 'local', { Origin: 'http://127.0.0.1:1' }, 403],
    ['not from nowhere', 'local', { Origin: 'null' }, 403],
    ['not without a word of where from', 'local', {}, 403],
    ['not when Origin is foreign and Referer ours', 'local', { Origin: 'https://a.example', Referer: 'http://HOST/' }, 403],
    ['from the public address', 'public', { Origin: 'https://yizhan.example' }, 200],
    ['not from the address behind the proxy', 'public', { Origin: 'http://HOST' }, 403],
    ['not from a longer name', 'public', { Origin: 'https://yizhan.example.evil.example' }, 403],
  ] as const)('%s', async (_name, server, headers, status) => {
    const port = portOf(server)
    const filled = Object.entries(headers).map(([key, value]) => [key, value.replace('HOST', `127.0.0.1:${port}`)])
    const given = { Host: `127.0.0.1:${port}`, ...(Object.fromEntries(filled) as Record<string, string>) }
    expect((await ask(port, '/', 'POST', given, 'a=1')).status).toBe(status)
  })
})

test('what a machine signs needs no page it came from, and nothing beside that one address is let in by it', async () => {
  const asked = ['/texts/receipts', '/texts/receipts/', '/texts/receipts/x', '/texts'].map((path) =>
    ask(portOf('public'), path, 'POST', {}, '{}'),
  )
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 403, 403, 403])
})

test.each([
  ['an address that is none', '/%E0%A4%A', 'GET', {}, 400],
  ['a host that is none', '/', 'GET', { Host: 'a b' }, 400],
  ['a method nobody offers', '/', 'DELETE', {}, 405],
  ['a body that says no size', '/', 'POST', { 'Transfer-Encoding': 'chunked' }, 411],
  ['a body too large', '/', 'POST', { 'Content-Length': '999999999' }, 413],
] as const)('%s gets a sentence in Chinese', async (_name, path, method, headers, status) => {
  const answer = await ask(portOf('local'), path, method, headers)
  expect(answer.status).toBe(status)
  expect(answer.text).toMatch(/[\u4e00-\u9fff]{4}/)
})

test('a failure says a number to ask about and nothing of itself', async () => {
  const answer = await ask(portOf('local'), '/broken', 'GET', { 'X-Request-Id': 'asked-by-me-1' })
  expect(answer.status).toBe(500)
  expect(answer.text).toContain('asked-by-me-1')
  expect(answer.text).not.toContain('secret detail')
})

test('a request id that is not well formed is replaced', async () => {
  const answer = await ask(portOf('local'), '/', 'GET', { 'X-Request-Id': '<script>' })
  expect(answer.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
})

test('no script runs without the nonce of its answer, and what https promises is promised under https only', async () => {
  const policies = await Promise.all([1, 2].map(async () => (await ask(portOf('local'), '/')).headers))
  const [one, two] = policies.map((headers) => String(headers['content-security-policy']))
  expect(one).not.toBe(two)
  expect(one).not.toContain('unsafe')
  expect(policies[0]).not.toHaveProperty('strict-transport-security')
  expect((await ask(portOf('public'), '/')).headers).toHaveProperty('strict-transport-security')
})
