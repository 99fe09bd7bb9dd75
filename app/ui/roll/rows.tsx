import { Chip } from '../chip'

export type RollLine = {
  id: string
  href: string
  name: string
  kind: string
  offices: readonly string[]
  languages: string
  load: string
  notes: readonly string[]
}

/** RollRows {rows}: somebody of the register a row: who, in which office where, what they speak, how much they have to do. */
export const RollRows = ({ rows }: { rows: readonly RollLine[] }) => (
  <table className="list people roll">
    <caption className="unseen">名册</caption>
    <thead>
      <tr>
        <th scope="col">姓名</th>
        <th scope="col">任职</th>
        <th scope="col">语言</th>
        <th scope="col">在办</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, href, name, kind, offices, languages, load, notes }) => (
        <tr key={id} data-row>
          <th scope="row">
            <a href={href}>{name}</a>
            <span className="small quiet each">{kind}</span>
          </th>
          <td>
            {offices.map((office) => (
              <span key={office} className="each">
                {office}
              </span>
            ))}
            {offices.length === 0 && <span className="quiet each">没有任职</span>}
            {notes.map((note) => (
              <Chip key={note} tone="due">
                {note}
              </Chip>
            ))}
          </td>
          <td className="small">{languages}</td>
          <td className="small num">{load}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
