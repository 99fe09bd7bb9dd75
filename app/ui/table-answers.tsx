import { ButtonLink } from './buttons'
import { FileField } from './field'
import { Sideways } from './sideways'

export type AnsweredRow = {
  row: number
  cells: readonly string[]
  tone: 'good' | 'look' | 'bad'
  words: string
  /** The page of what the row made. */ href?: string | undefined
}

const tones = { good: 'done', look: 'due', bad: 'danger' } as const
const marks = { good: '✓', look: '!', bad: '✕' } as const

/** TableAnswers {caption heads rows}: a table that was sent in, every row with what becomes of it; the wrong ones first. */
export const TableAnswers = ({ caption, heads, rows }: { caption: string; heads: readonly string[]; rows: readonly AnsweredRow[] }) => (
  <Sideways label={caption}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">行</th>
          <th scope="col">怎么样</th>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, cells, tone, words, href }) => (
          <tr key={row}>
            <th scope="row" className="num">
              {row}
            </th>
            <td className={`says ${tones[tone]}`}>
              <span aria-hidden="true">{marks[tone]} </span>
              {words}
            </td>
            {cells.map((cell, at) => (
              <td key={heads[at]} className="num">
                {at === 0 && href ? <a href={href}>{cell}</a> : cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </Sideways>
)

/** TableField {template errors? hint}: the .xlsx to send, with the empty one to fill in. */
export const TableField = ({ template, errors, hint }: { template: string; errors?: readonly string[] | undefined; hint: string }) => (
  <>
    <FileField name="table" label="填好的表格" accept=".xlsx" hint={hint} errors={errors} />
    <p>
      <ButtonLink href={template}>下载模板 xlsx</ButtonLink>
    </p>
  </>
)
