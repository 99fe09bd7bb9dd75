import { Chip } from '../chip'

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
