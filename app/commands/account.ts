import { parseArgs } from 'node:util'
import { disconnect } from '#app/db/client.server'
import { Refusal } from '#app/domain/refusal'
import { firstAdministrator, resetAdministrator } from './accounts/administrators'

/** What no page can do, because nobody could open it: the first administrator, and an administrator who cannot sign in. */
const usage = `用法：
  npm run account                       第一个管理员的一次性链接（24 小时）
  npm run account -- --reset 手机号      管理员重设密码的一次性链接（3 天）
其他人由管理员在“人员”页面新建、停用、重设密码。`

try {
  const { reset } = parseArgs({ options: { 'first-admin': { type: 'boolean' }, reset: { type: 'string' } } }).values
  console.log(await (reset === undefined ? firstAdministrator() : resetAdministrator(reset)))
} catch (error) {
  const unknownOption = error instanceof TypeError && 'code' in error
  if (!(error instanceof Refusal) && !unknownOption) throw error
  console.error(error instanceof Refusal ? error.message : usage)
  process.exitCode = 1
} finally {
  await disconnect()
}
