import { Chip } from '../chip'

type Year = { year: number; href: string; source: string; days: number; when: string }

/** HolidayYears {rows}: the tables, a year a row, the latest first. */
export const HolidayYears = ({ rows }: { rows: readonly Year[] }) => (
  <table className="list plain-rows">
    <caption className="unseen">各年的节假日表</caption>
    <thead>
      <tr>
        <th scope="col">年份</th>
        <th scope="col">天数</th>
        <th scope="col">依据</th>
        <th scope="col">什么时候导入</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ year, href, source, days, when }) => (
        <tr key={year}>
          <th scope="row">
            <a href={href}>{year}年</a>
          </th>
          <td className="num">{days}</td>
          <td>{source}</td>
          <td>{when}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** HolidayDays {rows}: the days of one table; worked weekends are marked. */
export const HolidayDays = ({ rows }: { rows: readonly { day: string; rest: boolean; name: string }[] }) => (
  <ul className="holiday-days">
    {rows.map(({ day, rest, name }) => (
      <li key={day}>
        {day} {name} {rest ? '' : <Chip tone="due">上班</Chip>}
      </li>
    ))}
  </ul>
)
