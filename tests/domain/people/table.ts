import { readTable, writeTable } from '#app/services/xlsx.server'
import { peopleHeadings } from '#app/domain/staff/table/judge'

export type Line = Partial<Record<(typeof peopleHeadings)[number], string>>

/** A table of people as an office would send it. */
export const tableOf = (lines: Line[]) =>
  writeTable(
    '人员',
    peopleHeadings,
    lines.map((line) => peopleHeadings.map((heading) => line[heading] ?? '')),
  )

const read = async (bytes: Uint8Array) => {
  const table = await readTable(bytes, { rows: 5_000, needs: ['姓名', '手机号'] })
  if ('problem' in table) throw new Error(table.problem)
  return table
}

export const linesOf = async (bytes: Uint8Array) => (await read(bytes)).rows.map(({ cells }) => cells)
export const headingsOf = async (bytes: Uint8Array) => (await read(bytes)).headings
