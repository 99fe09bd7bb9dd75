import { inTransaction } from '#app/db/client.server'
import { isDemo } from '#app/domain/people/demo.server'
import { newFirstAdministratorLink } from '#app/domain/people/one-time-link.server'
import { seedDistrict } from '../../../prisma/seed'
import { welcomeAddress } from '../accounts/administrators'
import { ringFromNow } from './demo-alarms'
import { seedDemoDisputes } from './demo-disputes'
import { seedDemoDuty } from './demo-duty'
import { seedDemoField } from './demo-field'
import { seedDemoSittings } from './demo-sittings'

/**
 * The district into an empty database: with `demo` also invented people, disputes and a duty roster; without, a link for the first
 * administrator. Writes nothing into a database that has areas. Answers the lines to print.
 */
export async function fill({ demo, now = new Date() }: { demo: boolean; now?: Date }): Promise<string[]> {
  if (!(await seedDistrict({ demo, now }))) return []
  if (demo) {
    await seedDemoDuty(now)
    const disputes = await seedDemoDisputes(now)
    await ringFromNow(now)
    const sittings = await seedDemoSittings(now)
    const field = await seedDemoField(now)
    return [
      '已写入演示数据：古城区的地方、组织、期限规则、值班表和各岗位演示账号',
      `已写入 ${disputes} 件演示纠纷，约了 ${sittings} 次调解；${field.orders} 份督办单，${field.reports} 处排查上报`,
    ]
  }
  const link = (await isDemo()) ? null : await inTransaction((tx) => newFirstAdministratorLink(tx, now))
  return [
    '已写入古城区的地方、组织、期限规则',
    ...(link ? [`第一个管理员请打开（24 小时内有效，只能用一次）：${welcomeAddress(link)}`] : []),
  ]
}
