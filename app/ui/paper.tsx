import type { ReactNode } from 'react'

/** Paper {title number? foot? sheet? children}: a page that prints on A4; `sheet` is the small type of the path. */
export const Paper = ({
  title,
  number,
  foot,
  children,
}: {
  title: string
  number?: string | undefined
  foot?: ReactNode
  children: ReactNode
}) => (
  <article className="paper">
    <h1>{title}</h1>
    {number && <p className="number flat num">{number}</p>}
    {children}
    {foot && <div className="paper-foot">{foot}</div>}
  </article>
)

/** SignLines {lines: string[]}: names under which one signs, stamps or presses a finger. */
export const SignLines = ({ lines }: { lines: readonly string[] }) => (
  <ul className="sign-lines">
    {lines.map((line) => (
      <li key={line}>
        {line}
        <i />
      </li>
    ))}
  </ul>
)

/** PaperTable {rows: {label,value}[]}: the ruled form of 受理登记表, 调解记录, 回访记录. */
export const PaperTable = ({ rows }: { rows: readonly { label: string; value: ReactNode }[] }) => (
  <table>
    <tbody>
      {rows.map(({ label, value }) => (
        <tr key={label}>
          <th scope="row">{label}</th>
          <td>{value}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
