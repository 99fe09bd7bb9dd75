import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db, inTransaction } from '#app/db/client.server'
import * as accounts from '#app/domain/people/accounts.server'
import * as links from '#app/domain/people/one-time-link.server'
import { actorOfSession } from '#app/domain/people/actor.server'
import { signIn } from '#app/domain/people/sign-in.server'
import { Refusal } from '#app/domain/refusal'
import { makeDemo, newAccount, newArea, newPhone, password } from './staff'

const from = '10.1.2.3'
const now = new Date('2026-03-05T12:00:00+08:00')
const hoursLater = (hours: number) => new Date(now.getTime() + hours * 3_600_000)

const fieldsOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? (Object.keys(error.fields)[0] ?? error.code) : Promise.reject(error)),
  )

const create = (account: Partial<accounts.NewAccount>) =>
  inTransaction((tx) => accounts.createAccount(tx, { name: '木春燕', phone: newPhone(), ...account }, 'operator', now))

beforeAll(() => makeDemo(false))

describe('an account', () => {
  test('keeps its telephone encrypted, found by hash', async () => {
    const phone = newPhone()
    const id = await create({ phone })
    const row = await db.account.findUniqueOrThrow({ where: { id } })
    expect(row.phoneCipher.startsWith('1.')).toBe(true)
    expect(accounts.phoneOf(row)).toBe(phone)
    const found = await inTransaction((tx) => accounts.findAccount(tx, `+86-${phone}`))
    expect(found?.id).toBe(id)
  })

  test('of a number that two administrators type at one moment is made once; the other reads why', async () => {
    const phone = newPhone()
    const answers = await Promise.all([1, 2, 3].map(() => fieldsOf(create({ phone }))))
    expect(answers.sort()).toEqual(['done', 'phone', 'phone'])
  })

  test('is refused beside the field that is wrong, and nothing is written', async () => {
    const { phone } = await newAccount()
    const before = await db.account.count()
    const area = await newArea()
    const wrong: [string, Partial<accounts.NewAccount>][] = [
      ['name', { name: ' ' }],
      ['name', { name: '长'.repeat(31) }],
      ['phone', { phone: '0888-5123456' }],
      ['phone', { phone }],
      ['demo', { demo: true }],
      ['body', { posts: [{ role: 'mediator', areaId: area, from: now }] }],
      ['area', { posts: [{ role: 'triage', from: now }] }],
      ['to', { posts: [{ role: 'triage', areaId: area, from: now, to: now }] }],
    ]
    for (const [field, change] of wrong) expect(await fieldsOf(create(change))).toBe(field)
    expect(await db.account.count()).toBe(before)
  })
})

describe('a link to set a password', () => {
  const newLink = (id: string) => inTransaction((tx) => links.newPasswordLink(tx, id, 'operator', now))

  test('opens once, signs in, and ends what was open before', async () => {
    const { id, phone } = await newAccount()
    const before = await signIn({ phone, password, from, now })
    const token = await newLink(id)
    expect(await links.openLink(token, now)).toEqual({ purpose: 'password', accountId: id, name: '和丽芬' })
    const session = await links.acceptLink({ token, password: '新的密码2026', now })
    expect((await actorOfSession(session, now))?.actor.accountId).toBe(id)
    expect(await actorOfSession(before, now)).toBeNull()
    expect(await fieldsOf(signIn({ phone, password, from, now }))).toBe('invalid')
    expect(await fieldsOf(signIn({ phone, password: '新的密码2026', from, now }))).toBe('done')
    expect(await links.openLink(token, now)).toBeNull()
    expect(await fieldsOf(links.acceptLink({ token, password: '又一个密码2026', now }))).toBe('notFound')
  })

  test('pressed twice at once sets one password', async () => {
    const { id } = await newAccount()
    const token = await newLink(id)
    const both = ['第一个密码2026', '第二个密码2026'].map((word) => fieldsOf(links.acceptLink({ token, password: word, now })))
    expect((await Promise.all(both)).sort()).toEqual(['done', 'notFound'])
  })

  test('stays good after a password that is refused, and ends after three days or by a newer one', async () => {
    const { id } = await newAccount()
    const older = await newLink(id)
    const token = await newLink(id)
    expect(await links.openLink(older, now)).toBeNull()
    expect(await fieldsOf(links.acceptLink({ token, password: '短', now }))).toBe('password')
    expect(await links.openLink(token, hoursLater(71.9))).not.toBeNull()
    expect(await links.openLink(token, hoursLater(72))).toBeNull()
    expect(await fieldsOf(links.acceptLink({ token, password: '新的密码2026', now: hoursLater(72) }))).toBe('notFound')
  })
})

describe('the first administrator', () => {
  beforeEach(async () => {
    await db.post.deleteMany({ where: { role: 'admin' } })
    // As if no area had been brought in yet.
    await db.area.updateMany({ where: { level: 'district' }, data: { level: 'township' } })
  })
  const firstLink = () => inTransaction((tx) => links.newFirstAdministratorLink(tx, now))
  const accept = (token: string, phone = newPhone()) =>
    links.acceptLink({ token, name: '李卫东', phone, password: '第一个管理员2026', now })

  test('makes the own account once, as administrator of the district', async () => {
    const token = (await firstLink()) ?? ''
    expect(await fieldsOf(accept(token))).toBe('notNow')
    const area = await newArea('古城区', 'district')
    expect(await fieldsOf(accept(token, '123'))).toBe('phone')
    const session = await accept(token)
    const someone = await actorOfSession(session, now)
    expect(someone?.actor.posts).toEqual([{ role: 'admin', areaId: area, bodyId: null, title: '古城区管理员' }])
    expect(await firstLink()).toBeNull()
    expect(await fieldsOf(accept(token))).toBe('notFound')
  })

  test('is one, however many links were printed', async () => {
    await newArea('古城区', 'district')
    const first = (await firstLink()) ?? ''
    const second = (await firstLink()) ?? ''
    expect(await links.openLink(first, now)).toBeNull()
    await db.oneTimeLink.updateMany({ where: { accountId: null }, data: { usedAt: null } })
    const both = await Promise.all([fieldsOf(accept(first)), fieldsOf(accept(second))])
    expect(both.sort()).toEqual(['done', 'notFound'])
    expect(await db.post.count({ where: { role: 'admin' } })).toBe(1)
  })
})

test('a demo database takes no real account, and makes demo accounts only', async () => {
  await makeDemo(true)
  expect(await fieldsOf(create({ demo: false }))).toBe('demo')
  const id = await create({})
  expect((await db.account.findUniqueOrThrow({ where: { id } })).demo).toBe(true)
  await makeDemo(false)
})
