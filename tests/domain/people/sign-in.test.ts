import { beforeAll, describe, expect, test } from 'vitest'
import { countStatements, db, inTransaction, pool } from '#app/db/client.server'
import * as accounts from '#app/domain/people/accounts.server'
import { forgetOldFailures } from '#app/domain/people/failures.server'
import { actorOfSession } from '#app/domain/people/actor.server'
import { endSession } from '#app/domain/people/sessions.server'
import { signIn } from '#app/domain/people/sign-in.server'
import { Refusal } from '#app/domain/refusal'
import { makeDemo, newAccount, newArea, newBody, newPhone, password } from './staff'

const from = '10.1.2.3'
const noon = new Date('2026-03-05T12:00:00+08:00')
const hoursLater = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'in',
    (error: unknown) => (error instanceof Refusal ? `${error.status} ${error.message}` : Promise.reject(error)),
  )

beforeAll(() => makeDemo(false))

describe('signing in', () => {
  test('gives a session with the posts held at that moment, read in one statement', async () => {
    const [area, body, court] = [await newArea('金山街道'), await newBody('束河调解室'), await newBody('古城区人民法院')]
    const { id, phone } = await newAccount({
      posts: [
        { role: 'triage', areaId: area, from: hoursLater(-48), to: hoursLater(6) },
        { role: 'mediator', bodyId: body, from: hoursLater(-24) },
        { role: 'grid', areaId: area, from: hoursLater(-12), unit: '龙泉社区' },
        { role: 'court', bodyId: court, from: hoursLater(-6) },
        { role: 'duty', areaId: area, from: hoursLater(5), unit: '轮驻值班' },
      ],
    })
    const token = await signIn({ phone: `+86 ${phone}`, password, from, now: noon })
    const { result, statements } = await countStatements(() => actorOfSession(token, noon))
    expect(statements).toHaveLength(1)
    expect(result).toMatchObject({ demo: false, actor: { kind: 'account', accountId: id, name: '和丽芬' } })
    expect(result?.actor.posts).toEqual([
      { role: 'triage', areaId: area, bodyId: null, title: '金山街道分流岗' },
      { role: 'mediator', areaId: null, bodyId: body, title: '束河调解室调解员' },
      { role: 'grid', areaId: area, bodyId: null, title: '龙泉社区网格员' },
      { role: 'court', areaId: null, bodyId: court, title: '古城区人民法院联络' },
    ])
    const later = await actorOfSession(token, hoursLater(6))
    expect(later?.actor.posts.map(({ title }) => title)).toEqual(['束河调解室调解员', '龙泉社区网格员', '古城区人民法院联络', '轮驻值班'])
  })

  test('leaves neither token, password nor telephone in the database', async () => {
    const { phone } = await newAccount()
    const token = await signIn({ phone, password, from })
    for (const table of ['session', 'account', 'audit', 'rate_limit']) {
      const { rows } = await pool.query<{ text: string }>(`select coalesce(string_agg(t::text, ' '), '') as text from ${table} t`)
      for (const secret of [token, password, phone, from]) expect(rows[0]?.text.includes(secret), table).toBe(false)
    }
  })

  test('answers the same to a wrong password, an unknown number, a stopped account and one without password', async () => {
    const [known, stopped, bare] = [await newAccount(), await newAccount(), await newAccount()]
    await inTransaction((tx) => accounts.stopAccount(tx, stopped.id, 'operator'))
    await db.account.update({ where: { id: bare.id }, data: { passwordHash: null } })
    const answers = await Promise.all([
      refusalOf(signIn({ phone: known.phone, password: 'wrong', from })),
      refusalOf(signIn({ phone: newPhone(), password, from })),
      refusalOf(signIn({ phone: stopped.phone, password, from })),
      refusalOf(signIn({ phone: bare.phone, password, from })),
      refusalOf(signIn({ phone: `' or 1=1 --\u0000`, password, from })),
    ])
    expect(new Set(answers)).toEqual(new Set(['400 手机号或密码不对，请核对后再试']))
  })

  test('lets no demo account into a database that is no demo', async () => {
    await makeDemo(true)
    const { phone } = await newAccount({ demo: true })
    expect(await refusalOf(signIn({ phone, password, from }))).toBe('in')
    await makeDemo(false)
    expect(await refusalOf(signIn({ phone, password, from }))).toMatch(/^400/)
  })
})

describe('failures', () => {
  test('from one address stop the sixth try, the right password too, and another address goes on', async () => {
    const { phone } = await newAccount()
    for (let i = 0; i < 5; i++) expect(await refusalOf(signIn({ phone, password: 'wrong', from }))).toMatch(/^400/)
    expect(await refusalOf(signIn({ phone, password, from }))).toBe('429 试的次数太多了，请过 15 分钟再试')
    expect(await refusalOf(signIn({ phone, password, from: '10.9.9.9' }))).toBe('in')
  })

  test('of a number that nobody has are limited just the same', async () => {
    const phone = newPhone()
    const tries = Array.from({ length: 6 }, () => refusalOf(signIn({ phone, password: 'wrong', from })))
    expect((await Promise.all(tries)).filter((answer) => answer.startsWith('429'))).toHaveLength(1)
  })

  test('all at once are no way round', async () => {
    const { phone } = await newAccount()
    const tries = Array.from({ length: 20 }, () => refusalOf(signIn({ phone, password: 'wrong', from })))
    expect((await Promise.all(tries)).filter((answer) => answer.startsWith('400'))).toHaveLength(5)
  })

  test('from everywhere stop an account for a while', async () => {
    const { phone } = await newAccount()
    const tries = Array.from({ length: 31 }, (_, i) => refusalOf(signIn({ phone, password: 'wrong', from: `10.0.0.${i}` })))
    expect((await Promise.all(tries)).filter((answer) => answer.startsWith('429'))).toHaveLength(1)
    expect(await refusalOf(signIn({ phone, password, from: '10.0.1.1' }))).toMatch(/^429/)
  })

  test('only are counted: who signs in often is never limited, and success begins anew', async () => {
    const { phone } = await newAccount()
    for (let i = 0; i < 4; i++) await refusalOf(signIn({ phone, password: 'wrong', from }))
    for (let i = 0; i < 40; i++) expect(await refusalOf(signIn({ phone, password, from }))).toBe('in')
    for (let i = 0; i < 4; i++) expect(await refusalOf(signIn({ phone, password: 'wrong', from }))).toMatch(/^400/)
  })

  test('are forgotten when their time is over', async () => {
    const { phone } = await newAccount()
    for (let i = 0; i < 6; i++) await refusalOf(signIn({ phone, password: 'wrong', from }))
    await db.rateLimit.updateMany({ data: { expire: 1n } })
    expect(await refusalOf(signIn({ phone, password, from }))).toBe('in')
    await db.rateLimit.updateMany({ data: { expire: 1n } })
    await forgetOldFailures()
    expect(await db.rateLimit.count()).toBe(0)
  })
})

describe('a session', () => {
  test('ends after twelve hours', async () => {
    const token = await signIn({ ...(await newAccount()), password, from, now: noon })
    expect(await actorOfSession(token, hoursLater(11.9))).not.toBeNull()
    expect(await actorOfSession(token, hoursLater(12))).toBeNull()
  })

  test('ends at sign-out, for a copy of the cookie too; once', async () => {
    const { id, phone } = await newAccount()
    const [token, other] = [await signIn({ phone, password, from }), await signIn({ phone, password, from })]
    await endSession(token)
    await endSession(token)
    expect(await actorOfSession(token)).toBeNull()
    expect(await actorOfSession(other)).not.toBeNull()
    expect(await db.audit.count({ where: { act: 'session.end', subjectId: id } })).toBe(1)
  })

  test('ends when the account is stopped and when its password is set anew', async () => {
    const [stopped, changed] = [await newAccount(), await newAccount()]
    const tokens = [await signIn({ ...stopped, password, from }), await signIn({ ...changed, password, from })]
    await inTransaction((tx) => accounts.stopAccount(tx, stopped.id, 'operator'))
    await inTransaction((tx) => accounts.setPassword(tx, changed.id, '$argon2id$', 'operator'))
    expect(await Promise.all(tokens.map((token) => actorOfSession(token)))).toEqual([null, null])
  })

  test('is nothing for what is no token', async () => {
    for (const token of ['', 'x', "' or 1=1", 'A'.repeat(43), 'A'.repeat(5000)]) expect(await actorOfSession(token)).toBeNull()
  })
})
