import { type Level, RiskChip } from './chip'
import type { DueWords } from './deadline'

export type QueueRow = {
  id: string
  href: string
  title: string
  /** 龙泉社区, 相邻关系, 11 人, 群众申请 */
  about: readonly string[]
  risk: Level
  riskWhy?: string | undefined
  /** 退回: said instead of the level when the dispute is not in danger. */
  mark?: string | undefined
  due?: DueWords | undefined
  current?: boolean | undefined
}

/** Queue {rows: QueueRow[]}: the triage desk's list, by danger and age; the open one is marked. */
export const Queue = ({ rows }: { rows: readonly QueueRow[] }) => (
  <ul className="queue">
    {rows.map((row) => (
      <li key={row.id} className={row.current ? 'here' : undefined} data-row>
        <div className="row">
          {row.mark && row.risk === 'green' ? (
            <span className="chip due">{row.mark}</span>
          ) : (
            <RiskChip level={row.risk} why={row.riskWhy} />
          )}
          {row.due && <span className={row.due.tone ?? 'quiet'}>{row.due.words}</span>}
        </div>
        <h3>
          <a href={row.href} aria-current={row.current ? 'true' : undefined}>
            {row.title}
          </a>
        </h3>
        <p className="small quiet about">
          {row.about.map((word) => (
            <span key={word}>{word}</span>
          ))}
        </p>
      </li>
    ))}
  </ul>
)
