import { db, inTransaction } from '#app/db/client.server'
import { accountPhoneHash } from '../privacy/hash.server'
import { Refusal } from '../refusal'
import { isDemo } from './demo.server'
import { failureLimit } from './failures.server'
import { isPassword } from './passwords.server'
import { beginSession } from './sessions.server'
import { TooManyWaiting } from './turns'

const failures = failureLimit('sign_in', { near: 5, far: 30 })

/** `from` is the address that the request came from. */
export type SignIn = { phone: string; password: string; from: string; now?: Date }

/** The account that may sign in by this telephone (its hash), null where there is none, it is stopped, or of a demo that is over. */
export async function accountOf(phoneHash: string) {
  const account = await db.account.findUnique({
    where: { phoneHash },
    select: { id: true, passwordHash: true, stoppedAt: true, demo: true },
  })
  if (!account || account.stoppedAt) return null
  return account.demo && !(await isDemo()) ? null : account
}

async function check(password: string, kept: string | null): Promise<boolean> {
  try {
    return await isPassword(password, kept)
  } catch (error) {
    if (error instanceof TooManyWaiting) throw new Refusal('tooMany', '现在登录的人太多，请过一分钟再试')
    throw error
  }
}

/** Signs somebody in and returns the session's token. Throws a Refusal: invalid (the same for wrong and unknown), tooMany. */
export async function signIn({ phone, password, from, now = new Date() }: SignIn): Promise<string> {
  const phoneHash = accountPhoneHash(phone)
  const attempt = { what: phoneHash, from }
  const seconds = await failures.take(attempt)
  if (seconds > 0) throw new Refusal('tooMany', `试的次数太多了，请过 ${Math.ceil(seconds / 60)} 分钟再试`)
  const account = await accountOf(phoneHash)
  // Without an account the check takes as long: the time says no more than the sentence.
  const right = await check(password, account?.passwordHash ?? null)
  if (!account || !right) throw new Refusal('invalid', '手机号或密码不对，请核对后再试')
  await failures.forgive(attempt)
  return inTransaction((tx) => beginSession(tx, account.id, now))
}
