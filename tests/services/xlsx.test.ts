import { deflateRawSync } from 'node:zlib'
import excel from 'exceljs'
import { expect, test } from 'vitest'
import { readTable, writeTable, type Table } from '#app/services/xlsx.server'
import { zipStored } from '#app/services/zip.server'

const limits = { rows: 5, needs: ['姓名', '手机号'] }
const table = (found: Awaited<ReturnType<typeof readTable>>): Table => {
  if ('problem' in found) throw new Error(found.problem)
  return found
}
const problem = (found: Awaited<ReturnType<typeof readTable>>) => ('problem' in found ? found.problem : '')

/** A book as a person makes it: a title above, a phone typed as a number, a date cell, a formula, an empty row between. */
async function typedByHand() {
  const book = new excel.Workbook()
  book.addWorksheet('说明').addRow(['请在第二张表里填写'])
  const sheet = book.addWorksheet('名单')
  sheet.addRow(['束河街道网格员名单'])
  sheet.addRow([' 姓 名 ', '手机号（必填）', '起始日期', '', '备注*'])
  sheet.addRow(['和丽花', 13800539001, new Date('2026-03-01T00:00:00Z'), 'x', { formula: '1+1', result: 2 }])
  sheet.addRow([])
  sheet.addRow([
    { richText: [{ text: '木' }, { text: '土司' }] },
    '13800539002',
    '2026-03-02',
    '',
    { text: '见通讯录', hyperlink: 'https://example.invalid/' },
  ])
  sheet.mergeCells('A8:XFD8')
  return new Uint8Array(await book.xlsx.writeBuffer())
}

test('a list typed by hand is read by its headings, each row with its number in the sheet', async () => {
  const { headings, rows } = table(await readTable(await typedByHand(), limits))
  expect(headings).toEqual(['姓名', '手机号', '起始日期', '备注'])
  expect(rows).toEqual([
    { row: 3, cells: { 姓名: '和丽花', 手机号: '13800539001', 起始日期: '2026-03-01', 备注: '2' } },
    { row: 5, cells: { 姓名: '木土司', 手机号: '13800539002', 起始日期: '2026-03-02', 备注: '见通讯录' } },
  ])
})

test('what is written is text: long numbers stay whole, nothing is a formula, and it reads back as it was', async () => {
  const rows = [
    ['=HYPERLINK("http://example.invalid")', '13800539001', '530702198001010010'],
    ['-3', '+86 138', '@SUM(A1)'],
    ['第一行\n第二行 <b>&', '', "O'"],
  ]
  const bytes = await writeTable('名单[1]/2026:超过三十一个字的表名会被截短到三十一个字为止的', ['姓名', '手机号', '证号'], rows)
  const book = new excel.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  const cells = book.worksheets[0]?.getRow(2)
  expect(cells?.getCell(1).value).toBe('\'=HYPERLINK("http://example.invalid")')
  expect(cells?.getCell(3).type).toBe(excel.ValueType.String)
  expect(cells?.getCell(3).value).toBe('530702198001010010')
  const back = table(await readTable(bytes, limits))
  expect(back.rows.map(({ cells }) => Object.values(cells))).toEqual(rows)
})

test('more rows than allowed, no headings, no rows: each has its sentence', async () => {
  const people = Array.from({ length: 6 }, (_, n) => [`人${n}`, `1380053900${n}`])
  expect(problem(await readTable(await writeTable('表', ['姓名', '手机号'], people), limits))).toMatch('一次最多 5 行')
  expect(table(await readTable(await writeTable('表', ['姓名', '手机号'], people.slice(1)), limits)).rows).toHaveLength(5)
  expect(problem(await readTable(await writeTable('表', ['姓名'], people), limits))).toMatch('第一行要有：姓名、手机号')
  expect(problem(await readTable(await writeTable('表', ['姓名', '手机号'], [['', ' ']]), limits))).toMatch('没有填内容的行')
})

test('what is no .xlsx is refused with a sentence: an old .xls, a picture, a broken zip, nothing', async () => {
  const good = await writeTable('表', ['姓名', '手机号'], [['和丽花', '13800539001']])
  const others = [
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]),
    Buffer.from('姓名,手机号\n和丽花,13800539001'),
    good.subarray(0, good.length / 2),
    good.map((byte, at) => (at > 60 && at < good.length - 800 ? byte ^ 0x5a : byte)),
    new Uint8Array(),
    zipStored([['word/document.xml', Buffer.from('<x/>')]]),
  ]
  for (const bytes of others) expect(problem(await readTable(bytes, limits))).toMatch('只能用 .xlsx 表格')
})

/** A zip with one deflated sheet of that many bytes, which says of itself that it is small. */
function bomb(bytes: number) {
  const name = Buffer.from('xl/worksheets/sheet1.xml')
  const packed = deflateRawSync(Buffer.alloc(bytes, ' '))
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(10, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, name, packed, central, name, end])
}

test('a zip bomb is not unpacked, whatever it says of its size; nor is a file above the limit opened', async () => {
  const before = process.memoryUsage().rss
  expect(problem(await readTable(bomb(400 * 1024 * 1024), limits))).toMatch('文件太大')
  expect(process.memoryUsage().rss - before).toBeLessThan(500 * 1024 * 1024)
  expect(problem(await readTable(new Uint8Array(3 * 1024 * 1024), limits))).toMatch('文件太大')
})

test('two thousand rows of eight columns are written and read in about a second', async () => {
  const headings = ['姓名', '手机号', '岗位', '乡镇街道', '村社区', '网格', '调解组织', '起始日期']
  const rows = Array.from({ length: 2_000 }, (_, n) => headings.map((heading) => `${heading}${n}`))
  const begun = performance.now()
  const bytes = await writeTable('网格员', headings, rows)
  const read = table(await readTable(bytes, { rows: 2_000, needs: headings }))
  expect(read.rows).toHaveLength(2_000)
  expect(performance.now() - begun).toBeLessThan(10_000)
})
