import type { ReactNode } from 'react'

export type LogEntry = {
  id: string
  /** 11月21日 16:40 */
  at: string
  /** ISO 8601, for machines. */
  dateTime?: string | undefined
  text: ReactNode
  who?: string | undefined
  /** Recorded later than it happened: 11月22日补记. */
  note?: string | undefined
  /** A later event corrected this one. */
  corrected?: boolean | undefined
}

/** Log {entries: LogEntry[]}: 办理动态, the newest first. */
export const Log = ({ entries }: { entries: readonly LogEntry[] }) => (
  <ol className="log">
    {entries.map((entry) => (
      <li key={entry.id}>
        <time className="num" dateTime={entry.dateTime}>
          {entry.at}
        </time>
        <div>
          <span className={entry.corrected ? 'struck' : undefined}>{entry.text}</span>
          {(entry.who || entry.note) && <span className="who">{[entry.who, entry.note].filter(Boolean).join('，')}</span>}
          {entry.corrected && <span className="who">已更正</span>}
        </div>
      </li>
    ))}
  </ol>
)
