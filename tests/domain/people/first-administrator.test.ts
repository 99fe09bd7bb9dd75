import { beforeAll, expect, test } from 'vitest'
import { db, inTransaction } from '#app/db/client.server'
import { createAccount } from '#app/domain/people/accounts.server'
import { actorOfSession } from '#app/domain/people/actor.server'
import { acceptLink, openLink } from '#app/domain/people/one-time-link.server'
import { peoplePage } from '#app/domain/staff/list.server'
import { firstAdministrator, resetAdministrator } from '../../../app/commands/accounts/administrators'
import { fill } from '../../../app/commands/seeding/fill'
import { refusalOf } from '../../support/refusals'
import { newPhone } from './staff'

const tokenIn = (printed: string) => /\/welcome\/([\w-]{43})/.exec(printed)?.[1] ?? ''
const phone = newPhone()
const welcome = (token: string) => acceptLink({ token, name: '李卫东', phone, password: '第一个管理员2026' })

// As it is after the migrations: nobody and nothing.
beforeAll(() => db.$executeRaw`truncate area, account, period_rule, reminder_rule, calendar_day, calendar_table, setting cascade`)

test('the first administrator of an empty database: one link, the district, and a page that says what to do first', async () => {
  const printed = await fill({ demo: false })
  expect(printed.at(-1)).toMatch(/^第一个管理员请打开（24 小时内有效，只能用一次）：http/)
  expect(await db.account.count()).toBe(0)
  // The operator lost it: a newer one takes its place.
  const [lost, token] = [tokenIn(printed.join()), tokenIn(await firstAdministrator())]
  expect(await openLink(lost)).toBeNull()
  const someone = (await actorOfSession(await welcome(token)))!
  expect(someone.actor.posts.map(({ title }) => title)).toEqual(['古城区管理员'])
  expect(await peoplePage(someone.actor, new URLSearchParams())).toMatchObject({ firstDay: true, total: 1 })
  expect((await refusalOf(welcome(token)))[0]).toBe(404)
  expect(tokenIn(await firstAdministrator())).toBe('')
  expect(await fill({ demo: false })).toEqual([])
})

test('no demo beside it, whoever asks', async () => {
  expect(await fill({ demo: true })).toEqual([])
  expect(await db.account.count({ where: { demo: true } })).toBe(0)
  const demo = inTransaction((tx) => createAccount(tx, { name: '木春燕', phone: newPhone(), demo: true }, 'operator'))
  expect((await refusalOf(demo))[2]).toHaveProperty('demo')
})

test('an administrator who cannot sign in gets a link, nobody else does; with the post over, a new first one may come', async () => {
  const { id } = await db.account.findFirstOrThrow()
  const session = await acceptLink({ token: tokenIn(await resetAdministrator(phone)), password: '忘了以后再设2026' })
  expect((await actorOfSession(session))?.actor.accountId).toBe(id)
  expect((await refusalOf(resetAdministrator(newPhone())))[1]).toContain('没有用这个手机号的管理员')
  await db.post.updateMany({ data: { validTo: new Date() } })
  expect(tokenIn(await firstAdministrator())).not.toBe('')
})
