import { Pager } from '../pager'
import { Panel } from '../panel'

export type ReturnedWords = { rows: readonly { number: string; kind: string; reason: string }[]; next: string | null }

/** Returned {returned: ReturnedWords at}: what the body gave back, by number, kind and reason; `at` is the page's own address. */
export const Returned = ({ returned: { rows, next }, at, later }: { returned: ReturnedWords; at: string; later: boolean }) => (
  <Panel title="退回的" side="退回以后只留编号、类型和原因" id="returned">
    <table className="list">
      <caption className="unseen">本组织退回分流岗的纠纷，新的在前</caption>
      <thead>
        <tr>
          <th scope="col">编号</th>
          <th scope="col">类型</th>
          <th scope="col">退回的原因</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, kind, reason }) => (
          <tr key={number}>
            <th scope="row" className="num">
              {number}
            </th>
            <td>{kind}</td>
            <td>{reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <Pager first={later ? `${at}#returned` : undefined} next={next ? `${at}?returned=${next}#returned` : undefined} />
  </Panel>
)
