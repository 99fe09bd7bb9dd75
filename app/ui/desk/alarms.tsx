import { Chip } from '../chip'
import { Empty } from '../empty'

type Line = {
  id: string
  href: string
  title: string
  number: string
  why: string
  at: string
  state: string
  ringing: boolean
  open: boolean
  taken: string
}

/** AlarmRows {rows caption none}: each alarm, whether somebody took it and how soon. */
export const AlarmRows = ({ rows, caption, none }: { rows: readonly Line[]; caption: string; none: string }) =>
  rows.length === 0 ? (
    <Empty title={none}>有了马上响：登录以后每一页最上面都看得到，也发短信。</Empty>
  ) : (
    <table className="list plain-rows">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">哪一件</th>
          <th scope="col">为什么响</th>
          <th scope="col">发出</th>
          <th scope="col">签收</th>
          <th scope="col">现在</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, href, title, number, why, at, state, ringing, open, taken }) => (
          <tr key={id} data-row>
            <th scope="row">
              <a href={href}>{title}</a> <span className="small quiet num">{number}</span>
            </th>
            <td>{why}</td>
            <td className="num">{at}</td>
            <td className={ringing ? 'late' : undefined}>{taken}</td>
            <td>
              <Chip tone={ringing ? 'danger' : open ? 'due' : 'done'}>{state}</Chip>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )

type Call = { key: string; at: string; dateTime: string; rung: string; who: string; note: string }

/** AlarmCalls {calls}: who was called when, rung by rung. */
export const AlarmCalls = ({ calls }: { calls: readonly Call[] }) => (
  <ol className="log">
    {calls.map(({ key, at, dateTime, rung, who, note }) => (
      <li key={key}>
        <time className="num" dateTime={dateTime}>
          {at}
        </time>
        <div>
          <b>{rung}</b>　{who}
          {note && <span className="who">{note}</span>}
        </div>
      </li>
    ))}
  </ol>
)

/** AlarmBand {alarms}: on top of every page of whom an alarm calls, until somebody has taken it. */
export const AlarmBand = ({ alarms }: { alarms: readonly { id: string; href: string; words: string; drill: boolean }[] }) =>
  alarms.length === 0 ? null : (
    <aside className={alarms.every(({ drill }) => drill) ? 'alarm-band drill' : 'alarm-band'} aria-label="红色警报">
      <ul>
        {alarms.map(({ id, href, words }) => (
          <li key={id}>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
    </aside>
  )
