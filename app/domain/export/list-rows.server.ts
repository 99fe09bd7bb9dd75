import { among, read } from '#app/db/client.server'
import type { Person } from '../actor'
import { dayIn, type LegalDay } from '../calendar/days'
import { lineOf, listedColumns, listedJoins, pastColumn, type Listed } from '../search/rows.server'
import { riskLevels } from '../words/danger-signs'
import { unnumbered } from './unnumbered'

export const listHeadings = ['登记编号', '纠纷', '地点', '类型', '人数', '状态', '在谁那里', '风险', '期限', '登记日期'] as const

function cellsOf(row: Listed, today: LegalDay): string[] {
  const { number, title, place, type, people, state, desk, risk, due } = lineOf(row, today)
  return [
    number,
    unnumbered(title),
    place,
    type,
    people ?? '',
    state,
    desk ?? '',
    riskLevels[risk].label,
    due ? (row.dueDay ?? '') : '',
    dayIn(row.recordedAt),
  ]
}

/** The columns of the list page for these disputes, in the order in which they were written down: one statement. */
export async function listRows(actor: Person, ids: readonly string[], now: Date): Promise<string[][]> {
  const rows = await read<Listed[]>`
    select ${listedColumns}, ${pastColumn(actor)} as past from dispute d ${listedJoins} where ${among('d.id', ids)} order by d.recorded_at, d.id`
  return rows.map((row) => cellsOf(row, dayIn(now)))
}
