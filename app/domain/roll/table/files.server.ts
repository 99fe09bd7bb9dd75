import { z } from 'zod'
import { inTransaction, reading } from '#app/db/client.server'
import { writeTable } from '#app/services/xlsx.server'
import type { Person } from '../../actor'
import { recordAct } from '../../audit.server'
import { dayIn } from '../../calendar/days'
import { may, oneOf } from '../../forms/form-words'
import { demandAdministrator } from '../../settings/permissions'
import { offices } from '../../words/roll'
import { labelOf, optionsOf, type Word } from '../../words/words'
import { personColumns } from './columns'
import { officeColumns, rollHeadings, rollWords } from './office-columns'
import { rollNow } from './world.server'

/** What numbers and addresses of the register may be taken out for; it stays on record. */
export const exportPurposes = {
  masked: { label: '不要号码和住址（带星号）' },
  file: { label: '上报、备案' },
  contact: { label: '联系、通知' },
  verify: { label: '核对身份' },
  other: { label: '其他（写明）' },
} as const satisfies Record<string, Word>

export const rollExportForm = z
  .object({ purpose: oneOf(exportPurposes, '请选要不要号码'), other: may(100) })
  .superRefine(({ purpose, other }, context) => {
    if (purpose === 'other' && !other) context.addIssue({ code: 'custom', path: ['other'], message: '请写明为什么要号码' })
  })

/** The page before the file. Throws Refusal notFound for who is no administrator. */
export function rollExportPage(actor: Person) {
  demandAdministrator(actor)
  return { purposes: optionsOf(exportPurposes) }
}

const beside = { name: '可以填的词', columns: rollWords }
const examples: readonly Partial<Record<string, string>>[] = [
  {
    姓名: '例：木某某（填好后删去例子）',
    类别: '人民调解员',
    性别: '女',
    出生年份: '1980',
    手机号: '13800000000',
    乡镇街道: '束河街道',
    村社区: '龙泉社区',
    会的语言: '汉语、纳西语',
    调解组织: '龙泉社区人民调解委员会',
    职务: '委员',
    产生方式: '推选',
    任职起: '2026-03-05',
  },
  { 姓名: '例：和某某', 类别: '法律明白人', 乡镇街道: '束河街道', 村社区: '龙泉社区' },
]

/** An empty table of the register with lines that show how it is meant, and the words that may be written. */
export function rollTemplate(actor: Person): Promise<Uint8Array> {
  demandAdministrator(actor)
  const lines = examples.map((line) => rollHeadings.map((heading) => line[heading] ?? ''))
  return writeTable('名册', rollHeadings, lines, beside)
}

const noOffice = officeColumns.map(() => '')

/**
 * 导出: those of the register whom an administrator looks after, a row an office, in the columns of the import. Numbers and
 * addresses stand in it only for a purpose; who took what for what is on record before the file is given out. Throws Refusal
 * notFound for who is no administrator.
 */
export async function exportRoll(actor: Person, { purpose, other }: z.output<typeof rollExportForm>, now = new Date()) {
  demandAdministrator(actor)
  const all = await rollNow(reading, actor, now)
  const names = new Map(all.bodies.map(({ id, name }) => [id, name]))
  const world = { areas: all.areas, choosable: [], today: all.today, whole: purpose !== 'masked' }
  const lines = all.people
    .filter(({ mine }) => mine)
    .flatMap(({ record, held }) => {
      const person = personColumns.flatMap(({ show }) => show(record, world))
      const in_ = held.filter(({ bodyId }) => names.has(bodyId))
      if (!in_.length) return [[...person, '', '', ...noOffice]]
      return in_.map((one) => [
        ...person,
        names.get(one.bodyId) ?? '',
        labelOf(offices, one.office),
        ...officeColumns.flatMap(({ show }) => show(one.record, world)),
      ])
    })
  const detail = { rows: lines.length, purpose, ...(other && { why: other }) }
  await inTransaction((tx) => recordAct(tx, actor, 'register.export', { detail }, now))
  return { bytes: await writeTable('名册', rollHeadings, lines, beside), name: `名册_${dayIn(now)}.xlsx`, rows: lines.length }
}
