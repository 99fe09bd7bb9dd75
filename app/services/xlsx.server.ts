import { Readable, PassThrough } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { unzip, ZipRefused, zipStored } from './zip.server'

/** `rows` is the most rows under the headings; `needs` the headings without which the table is not the one that was asked for. */
export type TableLimits = { rows: number; needs: readonly string[]; bytes?: number }

/** A row as Excel counts it, its cells by heading: trimmed text, a day as YYYY-MM-DD, nothing as ''. */
export type TableRow = { row: number; cells: Record<string, string> }
export type Table = { headings: string[]; rows: TableRow[] }

const MOST_BYTES = 2 * 1024 * 1024
const MOST_UNPACKED = 24 * 1024 * 1024
// Some write a title above the headings.
const HEADINGS_WITHIN = 10
const LONGEST_CELL = 2_000
const MOST_COLUMNS = 100

const problems = {
  notXlsx: '打不开这个文件：只能用 .xlsx 表格，请在 Excel 或 WPS 里另存为 .xlsx 再传',
  tooBig: '文件太大，请删去图片和多余的工作表，或分成几份再传',
  empty: '表里没有填内容的行，请在表头下面填好再传',
} as const

const sheetName = /^xl\/worksheets\/sheet(\d{1,4})\.xml$/
const bookParts = ['xl/_rels/workbook.xml.rels', 'xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/styles.xml']
const noStrings = Buffer.from('<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>')

/** The parts that hold text, in the order in which they can be read once. Pictures, macros, links outside are left behind. */
function bareBook(bytes: Uint8Array): Buffer {
  const parts = unzip(Buffer.from(bytes), (name) => bookParts.includes(name) || sheetName.test(name), MOST_UNPACKED)
  const sheets = [...parts.keys()].filter((name) => sheetName.test(name))
  if (!parts.has('xl/workbook.xml') || sheets.length === 0) throw new ZipRefused('broken')
  if (!parts.has('xl/sharedStrings.xml')) parts.set('xl/sharedStrings.xml', noStrings)
  const inOrder = [...bookParts.filter((name) => parts.has(name)), ...sheets.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))]
  return zipStored(inOrder.map((name) => [name, parts.get(name) ?? Buffer.alloc(0)]))
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'number') return Number.isInteger(value) ? BigInt(value).toString() : Number.isFinite(value) ? String(value) : ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value !== 'object') return typeof value === 'string' ? value : ''
  if ('richText' in value && Array.isArray(value.richText)) {
    return value.richText
      .map((piece: unknown) => (piece && typeof piece === 'object' && 'text' in piece ? textOf(piece.text) : ''))
      .join('')
  }
  if ('result' in value) return textOf(value.result)
  return 'text' in value ? textOf(value.text) : ''
}

/** What a person meant by a cell: our own mark against formulas is taken off again. */
const cellText = (value: unknown): string =>
  textOf(value)
    .slice(0, LONGEST_CELL)
    .trim()
    .replace(/^'(?=[=+\-@])/, '')

/** 手机号*, 手机号（必填） and 手 机 号 are one heading. */
const headingText = (value: unknown): string =>
  cellText(value)
    .normalize('NFKC')
    .replaceAll(/\s|\*|\([^)]*\)/g, '')

type Cell = { col: number; value: unknown }
type Row = { number: number; eachCell: (each: (cell: Cell) => void) => void }
type Found = { problem: string } | Table

const cellsOf = (row: Row): Map<number, unknown> => {
  const cells = new Map<number, unknown>()
  row.eachCell(({ col, value }) => {
    if (Number(col) <= MOST_COLUMNS) cells.set(Number(col), value)
  })
  return cells
}

/** One sheet; null when its first rows do not have the headings. */
async function readSheet(sheet: AsyncIterable<Row>, { rows: most, needs }: TableLimits): Promise<Found | null> {
  let headings: Map<number, string> | null = null
  const rows: TableRow[] = []
  let seen = 0
  for await (const row of sheet) {
    seen += 1
    const cells = cellsOf(row)
    if (!headings) {
      const these = new Map([...cells].map(([column, value]) => [column, headingText(value)]))
      const words = new Set(these.values())
      if (needs.every((need) => words.has(need))) headings = these
      else if (seen >= HEADINGS_WITHIN) return null
      continue
    }
    const filled = [...headings].filter(([, heading]) => heading !== '').map(([column, heading]) => [heading, cellText(cells.get(column))])
    if (filled.every(([, text]) => text === '')) continue
    if (rows.length === most) return { problem: `一次最多 ${most} 行，请分成几份再传` }
    rows.push({ row: Number.isInteger(row.number) ? row.number : seen, cells: Object.fromEntries(filled) as Record<string, string> })
    if (rows.length % 500 === 0) await turn()
  }
  return headings && { headings: [...headings.values()].filter((heading) => heading !== ''), rows }
}

/**
 * `readTable(bytes, limits): Promise<Table | { problem: string }>` reads an .xlsx that somebody sent: the first sheet with the
 * needed headings within its first ten rows. Bounded in bytes, unpacked bytes, rows and length of a cell; formulas give their
 * kept result and nothing is worked out. `problem` is the sentence beside the file field.
 */
export async function readTable(bytes: Uint8Array, limits: TableLimits): Promise<Found> {
  if (bytes.length > (limits.bytes ?? MOST_BYTES)) return { problem: problems.tooBig }
  try {
    const book = bareBook(bytes)
    // 22 MB of package that most processes never need.
    const { default: excel } = await import('exceljs')
    const options = { worksheets: 'emit', sharedStrings: 'cache', styles: 'cache', hyperlinks: 'ignore', entries: 'ignore' } as const
    const reader = new excel.stream.xlsx.WorkbookReader(Readable.from([book]), options)
    for await (const sheet of reader) {
      const found = await readSheet(sheet as unknown as AsyncIterable<Row>, limits)
      if (found) return 'rows' in found && found.rows.length === 0 ? { problem: problems.empty } : found
    }
    return { problem: `没有找到表头，第一行要有：${limits.needs.join('、')}。请用本页的模板` }
  } catch (error) {
    return { problem: error instanceof ZipRefused && error.reason === 'tooBig' ? problems.tooBig : problems.notXlsx }
  }
}

// A cell that begins like this is worked out as a formula by some programs; a plain number is none.
const likeFormula = /^[=+\-@\t\r]/
const plainNumber = /^[+-]?\d+(\.\d+)?$/

const safeText = (text: string): string => {
  const short = text.slice(0, 32_000)
  return likeFormula.test(short) && !plainNumber.test(short) ? `'${short}` : short
}

/** At most 31 characters, without those that a sheet's name cannot have. */
const safeSheetName = (name: string): string =>
  name
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim() || '表'

const widthOf = (heading: string): number => Math.min(40, Math.max(12, [...heading].length * 2 + 4))

/** A second sheet that only explains the first: words by column. */
export type Beside = { name: string; columns: readonly (readonly [heading: string, words: readonly string[]])[] }

/**
 * `writeTable(sheetName, headings, rows, beside?): Promise<Uint8Array>` writes an .xlsx: every cell is text (so that numbers of
 * identity and telephone stay whole), what looks like a formula is marked as text by `'`, which `readTable` takes off again.
 * `rows` may come bit by bit; the loop of the process is let go now and then. `beside` is a second sheet: the words that may be
 * written.
 */
export async function writeTable(
  name: string,
  headings: readonly string[],
  rows: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
  beside?: Beside,
): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs')
  const out = new PassThrough()
  const pieces: Buffer[] = []
  out.on('data', (piece: Buffer) => pieces.push(piece))
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  book.creator = ''
  book.lastModifiedBy = ''
  const begin = (title: string, tops: readonly string[]) => {
    const sheet = book.addWorksheet(safeSheetName(title), { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = tops.map((heading) => ({ width: widthOf(heading), style: { numFmt: '@' } }))
    const top = sheet.addRow(tops.map(safeText))
    top.font = { bold: true }
    top.commit()
    return sheet
  }
  const sheet = begin(name, headings)
  let written = 0
  for await (const row of rows) {
    sheet.addRow(row.map(safeText)).commit()
    written += 1
    if (written % 1_000 === 0) await turn()
  }
  sheet.commit()
  if (beside) {
    const words = begin(beside.name, beside.columns.map(([heading]) => heading)) // prettier-ignore
    const longest = Math.max(...beside.columns.map(([, column]) => column.length))
    for (let at = 0; at < longest; at += 1) words.addRow(beside.columns.map(([, column]) => safeText(column[at] ?? ''))).commit()
    words.commit()
  }
  await book.commit()
  return new Uint8Array(Buffer.concat(pieces))
}
