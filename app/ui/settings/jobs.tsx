import { Button } from '../buttons'
import { Chip } from '../chip'
import { Empty } from '../empty'
import { Hidden } from '../field'

type Base = Readonly<Record<string, string | number | undefined>>
type TaskRow = { task: string; label: string; waiting: number; running: number; dead: number }
type JobRow = { id: string; href: string; task: string; asked: string; tried: string; error: string; at: string }

const Count = ({ n }: { n: number }) => (n ? <b className="num">{n}</b> : <span className="quiet">–</span>)

/** TaskTable {rows base}: how much of each kind waits, runs or was given up; what was given up may all be tried again. */
export const TaskTable = ({ rows, base }: { rows: readonly TaskRow[]; base: Base }) => (
  <table className="list plain-rows jobs">
    <caption className="unseen">各类后台任务</caption>
    <thead>
      <tr>
        <th scope="col">任务</th>
        <th scope="col">等着做</th>
        <th scope="col">正在做</th>
        <th scope="col">做不成</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ task, label, waiting, running, dead }) => (
        <tr key={task}>
          <th scope="row">{label}</th>
          <td data-of="等着做">
            <Count n={waiting} />
          </td>
          <td data-of="正在做">
            <Count n={running} />
          </td>
          <td data-of="做不成">
            {dead > 0 ? (
              <form method="post" className="inline-act">
                <Hidden values={{ ...base, act: 'againAll', task }} />
                <Chip tone="danger">{dead} 个</Chip>
                <Button>都再试一次</Button>
              </form>
            ) : (
              <Count n={0} />
            )}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** JobTable {rows caption at base?}: pieces of work that failed; with `base` they were given up and may be tried again or dropped. */
export const JobTable = ({ rows, caption, at, base }: { rows: readonly JobRow[]; caption: string; at: string; base?: Base }) =>
  rows.length === 0 ? (
    <Empty title={`没有${caption}`} />
  ) : (
    <table className="list plain-rows jobs">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">任务</th>
          <th scope="col">试了</th>
          <th scope="col">错误</th>
          <th scope="col">{at}</th>
          {base && <th scope="col">怎么办</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              {row.task} <span className="small quiet">{row.asked}要做的</span>
            </th>
            <td>{row.tried}</td>
            <td className="code">{row.error}</td>
            <td data-of={at}>{row.at}</td>
            {base && (
              <td>
                <form method="post" className="inline-act">
                  <Hidden values={{ ...base, act: 'again', jobId: row.id }} />
                  <Button aria-label={`再试一次：${row.task}，${row.asked}`}>再试一次</Button>
                  <a href={row.href} aria-label={`放弃：${row.task}，${row.asked}`}>
                    放弃…
                  </a>
                </form>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
