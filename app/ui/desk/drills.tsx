import { Chip } from '../chip'
import { Empty } from '../empty'

type Drill = { id: string; href: string; place: string; scenario: string; at: string; result: string; missed: boolean; over: boolean }

/** DrillRows {rows}: the drills that were held, and how soon each was taken. */
export const DrillRows = ({ rows }: { rows: readonly Drill[] }) =>
  rows.length === 0 ? (
    <Empty title="还没有演练过">每季度演练一次，看看夜里叫不叫得到人。</Empty>
  ) : (
    <table className="list plain-rows">
      <caption className="unseen">演练，最近的在前</caption>
      <thead>
        <tr>
          <th scope="col">哪里</th>
          <th scope="col">情形</th>
          <th scope="col">开始</th>
          <th scope="col">签收</th>
          <th scope="col">现在</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, href, place, scenario, at, result, missed, over }) => (
          <tr key={id} data-row>
            <th scope="row">
              <a href={href}>{place}</a>
            </th>
            <td>{scenario}</td>
            <td className="num">{at}</td>
            <td className={missed ? 'late' : undefined}>{result}</td>
            <td>
              <Chip tone={over ? 'done' : 'due'}>{over ? '已结束' : '正在演练'}</Chip>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
