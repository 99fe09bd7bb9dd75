import { inTransaction, reading } from '#app/db/client.server'
import { writeTable } from '#app/services/xlsx.server'
import type { Person } from '../../actor'
import { recordAct } from '../../audit.server'
import { dayIn } from '../../calendar/days'
import { demandAdministrator } from '../permissions'
import { bodyColumns, bodyHeadings, bodyWords } from './columns'
import { bodiesNow } from './world.server'

const examples: readonly Partial<Record<string, string>>[] = [
  {
    名称: '例：龙泉社区人民调解委员会（填好后删去例子）',
    类别: '村（社区）调委会',
    乡镇街道: '束河街道',
    村社区: '龙泉社区',
    受理类型: '婚姻家庭纠纷；邻里纠纷',
    会的语言: '汉语、纳西语',
    编号用字: '龙泉',
    同时办几件: '20',
    起始日期: '2026-03-05',
  },
  { 名称: '例：雪山调解室', 类别: '个人（品牌）调解室', 乡镇街道: '束河街道', 所属调委会: '束河街道人民调解委员会', 特邀调解组织: '否' },
]

const beside = { name: '可以填的词', columns: bodyWords }

/** An empty table of bodies with lines that show how it is meant, and a second sheet of the words that may be written. */
export function bodyTemplate(actor: Person): Promise<Uint8Array> {
  demandAdministrator(actor)
  const lines = examples.map((line) => bodyHeadings.map((heading) => line[heading] ?? ''))
  return writeTable('调解组织', bodyHeadings, lines, beside)
}

/**
 * 导出: the bodies in force that an administrator looks after, in the columns of the import: what comes back unchanged changes
 * nothing. Who took it stays on record. Throws Refusal notFound for who is none.
 */
export async function exportBodies(actor: Person, now = new Date()): Promise<{ bytes: Uint8Array; name: string; rows: number }> {
  demandAdministrator(actor)
  const { bodies, areas } = await bodiesNow(reading, actor, now)
  const world = {
    areas,
    choosable: [],
    names: new Map(bodies.map(({ id, record }) => [id, record.name])),
    seals: new Map<string, string>(),
  }
  const own = bodies.filter(({ mine }) => mine)
  await inTransaction((tx) => recordAct(tx, actor, 'bodies.export', { detail: { rows: own.length } }, now))
  const lines = own.map(({ record }) => bodyColumns.flatMap(({ show }) => show(record, world)))
  return { bytes: await writeTable('调解组织', bodyHeadings, lines, beside), name: `调解组织_${dayIn(now)}.xlsx`, rows: own.length }
}
