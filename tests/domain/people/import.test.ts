import { beforeAll, expect, test } from 'vitest'
import { db } from '#app/db/client.server'
import type { Person } from '#app/domain/actor'
import { acceptLink } from '#app/domain/people/one-time-link.server'
import { welcomeOf } from '#app/domain/people/one-time-password.server'
import { Refusal } from '#app/domain/refusal'
import { headingsOf, linesOf, tableOf, type Line } from './table'
import { importPeople } from '#app/domain/staff/table/confirm.server'
import { handOutPasswords } from '#app/domain/staff/table/hand-out.server'
import { mostPeople } from '#app/domain/staff/table/judge'
import { peopleTemplate, sendPeople, sheetPage } from '#app/domain/staff/table/send.server'
import { newAccount, newPhone } from './staff'
import { people, person, shuhe, type Part } from '../../support/people'

let cast: Record<Part, Person>
let township: Person
beforeAll(async () => {
  cast = await people()
  township = await person(`admin-${shuhe}`)
})

const said = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? (Object.values(error.fields)[0] ?? error.code) : Promise.reject(error)),
  )
const page = (actor: Person, id: string, text = '') => sheetPage(actor, id, new URLSearchParams(text))
const send = async (actor: Person, lines: Line[]) => sendPeople(actor, await tableOf(lines))
const answers = async (actor: Person, id: string) => (await page(actor, id)).rows.sort((a, b) => a.row - b.row).map(({ answer }) => answer)

test('every row is answered: what may be, what is there twice, what is missing', async () => {
  const [phone, stranger] = [newPhone(), await newAccount()]
  const line = (given: Line): Line => ({ 姓名: '木小河', 手机号: phone, 乡镇街道: '束河街道', 村社区: '龙泉社区', ...given })
  const sheet = await send(cast.admin, [
    line({}),
    line({}),
    line({ 姓名: '木大河' }),
    line({ 岗位: '调解员', 调解组织: '马锅头调解室', 起始日期: '2026/3/5' }),
    line({ 手机号: '0888-5123456' }),
    line({ 姓名: '', 手机号: '' }),
    line({ 手机号: newPhone(), 乡镇街道: '', 村社区: '' }),
    line({ 手机号: newPhone(), 村社区: '没有的村' }),
    line({ 手机号: newPhone(), 岗位: '管理员' }),
    line({ 手机号: newPhone(), 岗位: '调解员' }),
    line({ 手机号: newPhone(), 起始日期: '明天' }),
    line({ 手机号: stranger.phone }),
    line({ 手机号: newPhone(), 乡镇街道: '束河', 村社区: '龙泉社区居委会', 网格: '第三网格' }),
    line({ 手机号: newPhone(), 岗位: '分流岗', 村社区: '' }),
    line({ 手机号: newPhone(), 岗位: '船长' }),
  ])
  expect(await answers(cast.admin, sheet)).toMatchInlineSnapshot(`
    [
      "可以：新建账号",
      "重复：和第 2 行一样，不再导入",
      "手机号和第 2 行相同，姓名不同",
      "可以：已有账号，加这个岗位",
      "手机号不对，要 11 位",
      "缺姓名；缺手机号",
      "缺乡镇街道",
      "束河街道没有这个村社区：没有的村",
      "管理员不能用表格导入，请逐个新建",
      "缺调解组织：调解员要写明是哪个组织的",
      "起始日期不对：明天，要写成 2026-03-05",
      "这个手机号是另一个人的账号，请核对姓名和手机号",
      "可以：新建账号",
      "可以：新建账号",
      "没有这个岗位：船长",
    ]
  `)
  const shown = await page(cast.admin, sheet)
  expect(JSON.stringify(shown)).not.toContain(phone)
  expect(await said(page(township, sheet))).toBe('notFound')
  expect(await said(importPeople(township, sheet))).toBe('notFound')
  expect(await said(send(cast.triage, [line({})]))).toBe('forbidden')
})

test('a township takes in its own people only', async () => {
  const elsewhere: Line = { 姓名: '木小河', 手机号: newPhone(), 乡镇街道: '大研街道', 村社区: '新华社区' }
  const foreign: Line = { 姓名: '李', 手机号: (await newAccount()).phone, 村社区: '龙泉社区' }
  const sheet = await send(township, [elsewhere, foreign, { 姓名: '木小河', 手机号: newPhone(), 村社区: '龙泉社区' }])
  expect(await answers(township, sheet)).toEqual([
    '没有这个乡镇街道：大研街道，或者不归您管',
    '这个手机号已有账号，不归您管，请找区级管理员',
    '可以：新建账号',
  ])
})

test('1,600 grid workers with bad rows among them are made once, however often it is pressed, and get their passwords', async () => {
  const before = await db.account.count()
  const phones = Array.from({ length: 1_600 }, () => newPhone())
  const lines = phones.map((phone, n) => ({
    姓名: `木${n}`,
    手机号: n % 100 === 7 ? phone.slice(1) : phone,
    乡镇街道: '束河街道',
    村社区: '龙泉社区',
    网格: `第${n}网格`,
  }))
  // All of one village: each has a grid of the own, and each is another person.
  const begun = performance.now()
  const sheet = await send(cast.admin, lines)
  expect((await page(cast.admin, sheet)).sums.map(({ count }) => count)).toEqual([1_584, 0, 0, 16])
  await Promise.all([importPeople(cast.admin, sheet), importPeople(cast.admin, sheet)])
  await importPeople(cast.admin, sheet)
  expect(performance.now() - begun).toBeLessThan(30_000)
  expect(await db.account.count()).toBe(before + 1_584)
  const after = await page(cast.admin, sheet)
  expect(after).toMatchObject({ done: true, passwords: { count: 1_584, before: false } })

  const list = await handOutPasswords(cast.admin, sheet)
  const rows = await linesOf(list)
  expect(rows).toHaveLength(1_584)
  const [first] = rows
  const [phone, password] = [first!['手机号']!, first!['一次性密码']!]
  // A download that broke off may be had again: the same passwords.
  expect((await linesOf(await handOutPasswords(cast.admin, sheet)))[0]).toEqual(first)
  const token = await welcomeOf({ phone, password })
  await acceptLink({ token: token!, password: '我自己的密码2026' })
  expect(await welcomeOf({ phone, password })).toBeNull()
  // Later the earlier ones are void, and who has signed in needs none.
  const later = await linesOf(await handOutPasswords(cast.admin, sheet, new Date(Date.now() + 11 * 60_000)))
  expect(later).toHaveLength(1_583)
  expect(await welcomeOf({ phone: rows[1]!['手机号']!, password: rows[1]!['一次性密码']! })).toBeNull()
  expect(await welcomeOf({ phone: later[0]!['手机号']!, password: later[0]!['一次性密码']! })).not.toBeNull()
  const kept = JSON.stringify([
    await db.importSheet.findMany(),
    await db.oneTimeLink.findMany({ take: 50 }),
    await db.audit.findMany({ take: 5000, orderBy: { id: 'desc' } }),
  ])
  for (const secret of [password, phone, rows[5]!['手机号']!]) expect(kept).not.toContain(secret)

  // Sent again, every row is there already.
  const again = await send(cast.admin, lines)
  expect((await page(cast.admin, again)).sums.map(({ count }) => count)).toEqual([0, 0, 1_584, 16])
  expect(await said(importPeople(cast.admin, again))).toBe('invalid')
  expect(await db.account.count()).toBe(before + 1_584)
})

test('what became of somebody between preview and import counts: the account is met, not made twice', async () => {
  const line: Line = { 姓名: '木小河', 手机号: newPhone(), 乡镇街道: '束河街道', 村社区: '龙泉社区' }
  const [first, second] = [await send(cast.admin, [line]), await send(cast.admin, [{ ...line, 岗位: '调解员', 调解组织: '马锅头调解室' }])]
  expect((await page(cast.admin, second)).sums[0]!.count).toBe(1)
  await Promise.all([importPeople(cast.admin, first), importPeople(cast.admin, second)])
  const posts = await db.post.findMany({ where: { account: { name: '木小河' } } })
  expect(new Set(posts.map(({ accountId }) => accountId)).size).toBe(1)
  expect(posts.map(({ role }) => role).sort()).toEqual(['grid', 'mediator'])
})

test('the template reads back without its examples; what is no such table is refused beside the field', async () => {
  expect(await headingsOf(await peopleTemplate())).toEqual(['姓名', '手机号', '岗位', '乡镇街道', '村社区', '网格', '调解组织', '起始日期'])
  expect(await said(sendPeople(cast.admin, await peopleTemplate()))).toMatch('没有填人')
  expect(await said(sendPeople(cast.admin, Buffer.from('姓名,手机号')))).toMatch('只能用 .xlsx')
  expect(
    await said(
      send(
        cast.admin,
        Array.from({ length: mostPeople + 1 }, () => ({ 姓名: '木' })),
      ),
    ),
  ).toMatch('一次最多 2000 行')
})
