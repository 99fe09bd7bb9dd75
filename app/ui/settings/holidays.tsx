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

export type ReminderLine = {
  id: string
  href?: string
  periods: string
  when: string
  who: string
  which: string
  text: string
  owner: string
  state: string
}

/** ReminderTable {rows caption}: the steps of the reminders, each with whom, when, and for which disputes. */
export const ReminderTable = ({ rows, caption }: { rows: readonly ReminderLine[]; caption: string }) => (
  <table className="list plain-rows">
    <caption className="unseen">{caption}</caption>
    <thead>
      <tr>
        <th scope="col">什么时候</th>
        <th scope="col">提醒谁</th>
        <th scope="col">哪些期限</th>
        <th scope="col">哪些纠纷</th>
        <th scope="col">谁负责</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ id, href, periods, when, who, which, text, owner, state }) => (
        <tr key={id}>
          <th scope="row">{href ? <a href={href}>{when}</a> : when}</th>
          <td>
            {who} {text && <span className="small quiet">{text}</span>}
          </td>
          <td>{periods}</td>
          <td>{which}</td>
          <td>
            {owner} {state && <Chip tone="due">{state}</Chip>}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
