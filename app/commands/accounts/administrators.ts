import { inTransaction } from '#app/db/client.server'
import { findAccount } from '#app/domain/people/accounts.server'
import { newFirstAdministratorLink, newPasswordLink } from '#app/domain/people/one-time-link.server'
import { Refusal } from '#app/domain/refusal'

/** The address behind which a token opens. */
export const welcomeAddress = (token: string): string =>
  `${process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 3000}`}/welcome/${token}`

/** The link with which the first administrator makes the own account, as the sentence to print. */
export async function firstAdministrator(now = new Date()): Promise<string> {
  const token = await inTransaction((tx) => newFirstAdministratorLink(tx, now))
  return token
    ? `请在 24 小时内打开，建立第一个管理员账号：\n${welcomeAddress(token)}`
    : '已经有管理员了，其他人由他在“人员”页面建；管理员自己忘了密码，请用 --reset 手机号'
}

/** A link with which an administrator sets a new password. Throws a Refusal for anybody else: those are reset on their page. */
export async function resetAdministrator(phone: string, now = new Date()): Promise<string> {
  return inTransaction(async (tx) => {
    const account = await findAccount(tx, phone)
    const admin = account && (await tx.post.findFirst({ where: { accountId: account.id, role: 'admin' }, select: { id: true } }))
    if (!account || !admin) throw new Refusal('invalid', '没有用这个手机号的管理员；其他人的密码由管理员在“人员”页面重设')
    if (account.stoppedAt) throw new Refusal('notNow', `${account.name} 的账号停用了，要由另一位管理员恢复`)
    const token = await newPasswordLink(tx, account.id, 'operator', now)
    return `${account.name} 重设密码的链接（3 天内有效，只能用一次）：\n${welcomeAddress(token)}`
  })
}
