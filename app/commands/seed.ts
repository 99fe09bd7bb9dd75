import { disconnect, inTransaction } from '#app/db/client.server'
import { isDemo } from '#app/domain/people/demo.server'
import { newFirstAdministratorLink } from '#app/domain/people/one-time-link.server'
import { seedDistrict } from '../../prisma/seed'
import { seedDemoDisputes } from './seeding/demo-disputes'

/**
 * `npm run seed [-- --demo]`: the district into an empty database. `--demo` adds invented people for every role and invented disputes; without
 * it a link is printed with which the first administrator makes the own account, until there is one.
 */
const demo = process.argv.includes('--demo')
const wrote = await seedDistrict({ demo })
if (wrote) console.log(demo ? '已写入演示数据：古城区的地方、组织、期限规则和各岗位演示账号' : '已写入古城区的地方、组织、期限规则')
if (wrote && demo) console.log(`已写入 ${await seedDemoDisputes()} 件演示纠纷`)
const link = wrote && !(await isDemo()) ? await inTransaction((tx) => newFirstAdministratorLink(tx)) : null
if (link) {
  const address = process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 3000}`
  console.log(`第一个管理员请打开（24 小时内有效，只能用一次）：${address}/welcome/${link}`)
}
await disconnect()
