import { beforeAll, describe, expect, test } from 'vitest'
import { inTransaction } from '#app/db/client.server'
import { actorOfSession } from '#app/domain/people/actor.server'
import { newPasswordLink } from '#app/domain/people/one-time-link.server'
import { csrfField, isCsrf } from '#app/http/csrf.server'
import { requireSignedIn, safePath, sessionToken, signedIn } from '#app/http/session.server'
import * as signInPage from '../../../app/routes/sign-in'
import * as signOutPage from '../../../app/routes/sign-out'
import * as welcomePage from '../../../app/routes/welcome.$token'
import { makeDemo, newAccount, newPhone, password } from './staff'

const site = 'http://localhost:3000'
/** What the server hands to a request; a new one each time, as there. */
const newContext = () => ({ address: '10.1.2.3', nonce: 'n', requestId: 'r' })

const post = (path: string, fields: Record<string, string>, cookie = '') =>
  new Request(site + path, { method: 'POST', body: new URLSearchParams(fields), headers: { Cookie: cookie } })
const get = (path: string, cookie = '') => new Request(site + path, { headers: { Cookie: cookie } })

/** What a browser would see: status, where it is sent, the cookie it keeps, and what the page is told. */
function seen(answer: unknown) {
  if (answer instanceof Response) {
    const setCookie = answer.headers.get('Set-Cookie') ?? ''
    return {
      status: answer.status,
      to: answer.headers.get('Location'),
      setCookie,
      cookie: setCookie.split(';')[0] ?? '',
    }
  }
  return answer as { init?: { status?: number }; data?: Record<string, unknown> }
}
const sent = (answer: unknown) => {
  const response = seen(answer)
  if (!('to' in response)) throw new Error('no redirect')
  return response
}
const told = (answer: unknown) => {
  const page = seen(answer)
  if ('to' in page) throw new Error('a redirect')
  return { status: page.init?.status, ...page.data }
}

const signIn = async (fields: Record<string, string>) =>
  signInPage.action({ request: post('/sign-in', fields), context: newContext(), params: {} })

async function signedInCookie() {
  const { phone } = await newAccount()
  return sent(await signIn({ phone, password })).cookie
}

beforeAll(() => makeDemo(false))

describe('the sign-in form', () => {
  test('gives a cookie that no script reads, and leads where the person wanted to go', async () => {
    const { id, phone } = await newAccount()
    const { status, to, setCookie, cookie } = sent(await signIn({ phone, password, to: '/disputes?q=%E5%BC%A0' }))
    expect([status, to]).toEqual([302, '/disputes?q=%E5%BC%A0'])
    expect(setCookie).toMatch(/^yizhan=.+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/)
    const someone = await signedIn(get('/', cookie), newContext())
    expect(someone?.actor.accountId).toBe(id)
  })

  test('keeps the number that was typed, never the password, and says what is wrong', async () => {
    const phone = newPhone()
    expect(told(await signIn({ phone, password: '' }))).toMatchObject({
      status: 400,
      phone,
      errors: { password: ['请写密码'] },
    })
    const answer = told(await signIn({ phone, password: 'wrong secret' }))
    expect(answer).toMatchObject({ status: 400, phone, problem: '手机号或密码不对，请核对后再试' })
    expect(JSON.stringify(answer)).not.toContain('wrong secret')
    expect(told(await signIn({})).status).toBe(400)
    expect(told(await signIn({ phone: '长'.repeat(100_000), password: 'x'.repeat(100_000) })).status).toBe(400)
  })

  test('shows demo accounts in a demo only', async () => {
    const page = (query = '') => signInPage.loader({ request: get(`/sign-in${query}`), context: newContext(), params: {} })
    expect(await page('?as=13800530000')).toMatchObject({ accounts: null, phone: '', password: '' })
    await makeDemo(true)
    expect(await page()).toMatchObject({ accounts: [{ role: '网格员（束河街道）' }], phone: '', password: '' })
    expect(await page('?as=13800530000')).toMatchObject({ phone: '13800530000', password: 'yizhan-demo' })
    expect(await page('?as=13912345678')).toMatchObject({ phone: '', password: '' })
    await makeDemo(false)
  })
})

describe('signing out', () => {
  test('needs the token of the session, then ends it in the database', async () => {
    const cookie = await signedInCookie()
    const request = get('/', cookie)
    const [token, someone] = [(await sessionToken(request)) ?? '', await signedIn(request)]
    const out = (fields: Record<string, string>) =>
      signOutPage.action({ request: post('/sign-out', fields, cookie), context: newContext(), params: {} })
    expect(sent(await out({ [csrfField]: 'guessed' }))).toMatchObject({ to: '/', cookie: '' })
    expect(await actorOfSession(token)).not.toBeNull()
    expect(sent(await out({ [csrfField]: someone?.csrf ?? '' }))).toMatchObject({ to: '/sign-in', cookie: 'yizhan=' })
    expect(await actorOfSession(token)).toBeNull()
    expect(sent(await out({}))).toMatchObject({ to: '/sign-in' })
  })
})

describe('the edge', () => {
  test('sends a stranger to sign in and back to a page, but repeats no form', async () => {
    const thrown = (request: Request) => requireSignedIn(request).catch((answer: unknown) => sent(answer).to)
    expect(await thrown(get('/disputes?page=2'))).toBe('/sign-in?to=%2Fdisputes%3Fpage%3D2')
    expect(await thrown(get('/disputes.data?page=2'))).toBe('/sign-in?to=%2Fdisputes%3Fpage%3D2')
    expect(await thrown(get('/'))).toBe('/sign-in')
    expect(await thrown(post('/disputes/new', {}, 'yizhan=IjEi'))).toBe('/sign-in')
  })

  test('leads to no other site', () => {
    const wrong = ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', '/a\nb', null]
    expect(wrong.map(safePath)).toEqual(wrong.map(() => '/'))
    expect(safePath('/disputes/1?a=b#c')).toBe('/disputes/1?a=b#c')
  })

  test('takes only the whole token of this session', () => {
    const form = (value: string) => {
      const data = new FormData()
      data.set(csrfField, value)
      return data
    }
    expect(isCsrf(form('right'), 'right')).toBe(true)
    for (const value of ['', 'righ', 'rightt', 'Right']) expect(isCsrf(form(value), 'right')).toBe(false)
    expect(isCsrf(new FormData(), 'right')).toBe(false)
    expect(isCsrf(form(''), '')).toBe(false)
  })
})

describe('the page of a one-time link', () => {
  const page = (token: string) => ({ context: newContext(), params: { token } })

  test('sets the password and signs in', async () => {
    const { id, phone } = await newAccount()
    const token = await inTransaction((tx) => newPasswordLink(tx, id, 'operator'))
    const open = await welcomePage.loader({ request: get('/welcome/x'), ...page(token) })
    expect(told(open)).toMatchObject({ status: 200, purpose: 'password', name: '和丽芬' })
    const set = (fields: Record<string, string>) => welcomePage.action({ request: post('/welcome/x', fields), ...page(token) })
    const differing = told(await set({ password: '新的密码2026', again: '新的密码2025' }))
    expect(differing).toMatchObject({ status: 400, fields: { again: '两次输入的密码不一样，请再输一遍' } })
    const { to, cookie } = sent(await set({ password: '新的密码2026', again: '新的密码2026' }))
    expect(to).toBe('/')
    expect((await signedIn(get('/', cookie)))?.actor.accountId).toBe(id)
    expect(sent(await signIn({ phone, password: '新的密码2026' })).to).toBe('/')
    expect(told(await set({ password: '新的密码2026', again: '新的密码2026' }))).toMatchObject({ status: 404 })
  })

  test('says that a link is gone', async () => {
    for (const token of ['x', 'A'.repeat(43), '../sign-in', '\u0000']) {
      expect(told(await welcomePage.loader({ request: get('/'), ...page(token) }))).toMatchObject({
        status: 404,
        purpose: null,
      })
    }
  })
})
