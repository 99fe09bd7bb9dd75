import type { Person } from '../actor'
import { demandAdministrator } from './permissions'

const doors = [
  { href: '/settings/bodies', title: '调解组织', words: '新设、改动、撤销；受理范围、时间地点、印章和编号' },
  { href: '/settings/areas', title: '辖区', words: '村（社区）、网格的新设、改名、合并' },
  { href: '/settings/periods', title: '期限', words: '每个期限多长、依据什么、谁负责；本区设定的在这里改' },
  { href: '/settings/holidays', title: '节假日表', words: '每年的放假和调休；没有公布的年份按周末暂计，导入后重新计算' },
  { href: '/settings/reminders', title: '提醒', words: '期限到期前后提醒谁、提前几天、要不要发短信' },
  { href: '/settings/words', title: '名词', words: '系统里用的状态、动作、类型、来源，和它们的代码' },
]

/** The doors of the settings. Throws Refusal notFound for who is no administrator. */
export function settingDoors(actor: Person) {
  demandAdministrator(actor)
  return doors
}
