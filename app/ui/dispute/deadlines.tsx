import { Due, deadlineWords, type DeadlineFacts } from '../deadline'
import { Panel } from '../panel'

export type DeadlineData = DeadlineFacts & { id: string; label: string; terms?: string | undefined; note?: string | undefined }

/** DeadlinesPanel {deadlines expected reminders href?}: what runs, what is left and by whose rule; clocks of others are 预计. */
export const DeadlinesPanel = ({
  deadlines,
  expected,
  reminders,
  href,
}: {
  deadlines: readonly DeadlineData[]
  expected: readonly { label: string; until: string; basis: string }[]
  /** 提醒记录: what was sent, to which part of the office. */
  reminders: readonly { id: string; at: string; words: string }[]
  /** Where it is said how each was counted. */
  href?: string | undefined
}) =>
  deadlines.length + expected.length + reminders.length === 0 ? null : (
    <Panel title="期限" side={href && <a href={href}>怎么算的</a>}>
      <ul className="terms-of-time">
        {deadlines.map((deadline) => (
          <li key={deadline.id}>
            <span>{deadline.label}</span>
            <Due due={deadlineWords(deadline)} />
            {deadline.terms && <p className="small quiet">{deadline.terms}</p>}
            {deadline.note && <p className="small due">{deadline.note}</p>}
          </li>
        ))}
        {expected.map(({ label, until, basis }) => (
          <li key={label}>
            <span>{label}</span>
            <span className="deadline">
              预计 {until}
              <span className="basis">{basis}，由承办单位掌握</span>
            </span>
          </li>
        ))}
      </ul>
      {reminders.length > 0 && (
        <details className="small">
          <summary>提醒记录 {reminders.length} 次</summary>
          <ul>
            {reminders.map(({ id, at, words }) => (
              <li key={id}>
                <span className="num quiet">{at}</span> {words}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  )
