import { parseArgs } from 'node:util'
import { db, disconnect, inTransaction } from '#app/db/client.server'
import { roleLabels, type Role } from '#app/domain/actor'
import { instantAfter, instantOf, isLegalDay, type LegalDay } from '#app/domain/calendar/days'
import * as accounts from '#app/domain/people/accounts.server'
import { newFirstAdministratorLink, newPasswordLink } from '#app/domain/people/one-time-link.server'
import { Refusal } from '#app/domain/refusal'

const usage = `用法：
  npm run account -- --first-admin                          第一个管理员的一次性链接（24 小时）
  npm run account -- --name 姓名 --phone 手机号 --role 岗位 --area 区划 | --body 组织 [--unit 岗位名称] [--from 日期] [--to 日期]
                                                            新建账号，打印设置密码的链接（3 天）；账号已有就只加岗位
  npm run account -- --reset 手机号                          重设密码的一次性链接
  npm run account -- --stop 手机号                           停用账号，已登录的立即退出
岗位：${Object.entries(roleLabels)
  .map(([role, label]) => `${role} ${label}`)
  .join('，')}
区划写代码或名称，组织写名称；日期写 2026-03-05，起止两天都算在内。`

const text = { type: 'string' } as const
const options = {
  'first-admin': { type: 'boolean' },
  name: text,
  phone: text,
  role: text,
  area: text,
  body: text,
  unit: text,
  from: text,
  to: text,
  reset: text,
  stop: text,
} as const

type Options = ReturnType<typeof readOptions>
const readOptions = () => parseArgs({ options }).values

const linkText = (token: string): string => `${process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 3000}`}/welcome/${token}`

const complain = (sentence: string): never => {
  throw new Refusal('invalid', sentence)
}

const legalDay = (day: string): LegalDay => (isLegalDay(day) ? day : complain(`日期 ${day} 要写成 2026-03-05 的样子`))

function only<Found>(what: string, typed: string, found: Found[]): Found {
  const [first, second] = found
  if (!first) return complain(`没有这个${what}：${typed}`)
  return second ? complain(`有不止一个${what}叫 ${typed}，请${what === '区划' ? '写代码' : '写全称'}`) : first
}

async function areaId(typed: string): Promise<string> {
  const found = await db.area.findMany({ where: { OR: [{ code: typed }, { name: typed }] }, select: { id: true } })
  return only('区划', typed, found).id
}

async function bodyId(typed: string): Promise<string> {
  const found = await db.body.findMany({ where: { OR: [{ key: typed }, { name: typed }] }, select: { id: true } })
  return only('组织', typed, found).id
}

const isRole = (typed: string | undefined): typed is Role => typed !== undefined && typed in roleLabels

async function postOf({ role, area, body, unit, from, to }: Options): Promise<accounts.NewPost> {
  if (!isRole(role)) return complain(`--role 要写其中一个：${Object.keys(roleLabels).join(' ')}`)
  const post: accounts.NewPost = { role, from: from === undefined ? new Date() : instantOf(legalDay(from)) }
  if (area !== undefined) post.areaId = await areaId(area)
  if (body !== undefined) post.bodyId = await bodyId(body)
  if (unit !== undefined) post.unit = unit
  if (to !== undefined) post.to = instantAfter(legalDay(to))
  return post
}

async function create(values: Options): Promise<string> {
  const { name, phone } = values
  if (!phone) return complain('--phone 要写 11 位手机号')
  const post = await postOf(values)
  return inTransaction(async (tx) => {
    const known = await accounts.findAccount(tx, phone)
    if (known) {
      await accounts.givePost(tx, known.id, post, 'operator')
      return `已给 ${known.name} 加上岗位：${roleLabels[post.role]}`
    }
    const id = await accounts.createAccount(tx, { name: name ?? '', phone, posts: [post] }, 'operator')
    return `账号已建。请把这个链接交给本人设置密码（只能用一次，3 天内有效）：\n${linkText(await newPasswordLink(tx, id, 'operator'))}`
  })
}

async function ofAccount(phone: string, act: 'reset' | 'stop'): Promise<string> {
  return inTransaction(async (tx) => {
    const account = (await accounts.findAccount(tx, phone)) ?? complain('没有用这个手机号的账号')
    if (act === 'reset') return `${account.name} 重设密码的链接：\n${linkText(await newPasswordLink(tx, account.id, 'operator'))}`
    await accounts.stopAccount(tx, account.id, 'operator')
    return `${account.name} 的账号已停用`
  })
}

async function firstAdministrator(): Promise<string> {
  const token = await inTransaction((tx) => newFirstAdministratorLink(tx))
  return token ? `请在 24 小时内打开，建立第一个管理员账号：\n${linkText(token)}` : '已经有管理员了；忘了密码请用 --reset 手机号'
}

/** What the operator asked for, done; the sentence to print. */
async function run(values: Options): Promise<string> {
  if (values['first-admin']) return firstAdministrator()
  if (values.reset !== undefined) return ofAccount(values.reset, 'reset')
  if (values.stop !== undefined) return ofAccount(values.stop, 'stop')
  return values.phone === undefined ? complain(usage) : create(values)
}

try {
  console.log(await run(readOptions()))
} catch (error) {
  const unknownOption = error instanceof TypeError && 'code' in error
  if (!(error instanceof Refusal) && !unknownOption) throw error
  const fields = error instanceof Refusal ? Object.values(error.fields) : [usage]
  console.error(fields.length > 0 ? fields.join('\n') : error.message)
  process.exitCode = 1
} finally {
  await disconnect()
}
