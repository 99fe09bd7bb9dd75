import { type Level, RiskChip } from './chip'
import { Due, type DueWords } from './deadline'

export type DisputeRow = {
  id: string
  href: string
  /** 登记编号, or its last part */
  number: string
  title: string
  place?: string | undefined
  type?: string | undefined
  /** 5 人 */
  people?: string | undefined
  state: string
  /** Whose desk it is on. */
  desk?: string | undefined
  risk?: Level | undefined
  riskWhy?: string | undefined
  due?: DueWords | undefined
  /** What may be done about it at once. */
  act?: { label: string; href: string } | undefined
}

/** DisputeRows {rows: DisputeRow[] caption}: the list of disputes; one link a row, the whole row leads there. */
export function DisputeRows({ rows, caption }: { rows: readonly DisputeRow[]; caption: string }) {
  return (
    <table className="list disputes">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className="number">
            编号
          </th>
          <th scope="col">纠纷</th>
          <th scope="col" className="state">
            状态
          </th>
          <th scope="col" className="desk">
            在谁那里
          </th>
          <th scope="col" className="till">
            期限
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-row>
            <td className="number num">{row.number}</td>
            <th scope="row" className="title">
              {row.risk && row.risk !== 'green' && <RiskChip level={row.risk} why={row.riskWhy} />}
              <a href={row.href}>{row.title}</a>
              <span className="about">
                {row.place && <span>{row.place}</span>}
                {row.type && <span>{row.type}</span>}
                {row.people && <span>{row.people}</span>}
              </span>
            </th>
            <td className="state">{row.state}</td>
            <td className="desk">{row.desk ?? '–'}</td>
            <td className="till">
              {row.due ? <Due due={row.due} /> : <span className="quiet">–</span>}
              {row.act && (
                <a className="act small" href={row.act.href}>
                  {row.act.label}
                  <span className="unseen">：{row.title}</span>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
