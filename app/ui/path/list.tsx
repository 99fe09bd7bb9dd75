import type { PathData, Station } from './data'

const Row = ({ station }: { station: Station }) => (
  <tr className={station.now ? `${station.line} here` : station.line}>
    <td className="station-cell">
      <span className="mark num">{station.no}</span>
    </td>
    <td className="when num">{station.moment ?? station.at}</td>
    <td className="whom">{station.who}</td>
    <td className="what">{station.what}</td>
    <td className="why-cell">{station.why}</td>
    <td className="days right num">
      {station.days === null ? <span className="none">–</span> : station.days}
      {station.days !== null && <span className="days-word"> 天</span>}
    </td>
  </tr>
)

/** PathList {path: PathData caption? why?}: the same path as a list: a table at a desk and on paper, a line with stations on a phone. */
export function PathList({ path, caption = '一站式路径，逐站列出' }: { path: PathData; caption?: string }) {
  const { stations, requests, next } = path
  return (
    <>
      <table className="list way">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">站</th>
            <th scope="col">什么时候</th>
            <th scope="col" className="whom">
              谁
            </th>
            <th scope="col" className="what">
              做了什么
            </th>
            <th scope="col">为什么</th>
            <th scope="col" className="right days">
              天数
            </th>
          </tr>
        </thead>
        <tbody>
          {stations.map((station) => (
            <Row key={station.no} station={station} />
          ))}
          {next && (
            <tr className={next.late ? 'late' : 'due'}>
              <td className="station-cell">
                <span className="mark" aria-hidden="true" />
              </td>
              <td className="when num">{next.at}</td>
              <td className="whom">{next.late ? '已超期' : '下一个期限'}</td>
              <td className="what">{next.label}</td>
              <td className="why-cell" />
              <td className="days" />
            </tr>
          )}
        </tbody>
      </table>
      {requests.length > 0 && (
        <ul className="beside small quiet" aria-label="协办">
          {requests.map(({ from, to, label }, at) => (
            <li key={at}>
              协办：{label}（第 {from} 站提出，{to === null ? '还没有答复' : `第 ${to} 站答复`}）
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
