import { reading } from '#app/db/client.server'
import type { Person } from '../actor'
import { ownDistrict } from './period-page.server'
import { demandAdministrator } from './permissions'

type Door = { href: string; title: string; words: string; /** For the district's administrators alone. */ district?: true }

const doors: readonly Door[] = [
  { href: '/settings/bodies', title: '调解组织', words: '新设、改动、撤销；受理范围、时间地点、印章和编号' },
  { href: '/settings/areas', title: '辖区', words: '村（社区）、网格的新设、改名、合并' },
  { href: '/settings/periods', title: '期限', words: '每个期限多长、依据什么、谁负责；本区设定的在这里改' },
  { href: '/settings/holidays', title: '节假日表', words: '每年的放假和调休；没有公布的年份按周末暂计，导入后重新计算' },
  { href: '/settings/reminders', title: '提醒', words: '期限到期前后提醒谁、提前几天、要不要发短信' },
  { href: '/settings/words', title: '名词', words: '系统里用的状态、动作、类型、来源，和它们的代码' },
  { href: '/settings/messages', title: '短信', words: '短信怎么写、发到没有；写法改了从哪天起', district: true },
  { href: '/settings/jobs', title: '后台任务', words: '发消息、发短信、到期提醒做成没有；做不成的再试或放弃', district: true },
]

/** The doors of the settings that somebody may open. Throws Refusal notFound for who is no administrator. */
export async function settingDoors(actor: Person) {
  demandAdministrator(actor)
  const whole = (await ownDistrict(reading, actor)) !== null
  return doors.filter(({ district }) => whole || !district).map(({ href, title, words }) => ({ href, title, words }))
}
