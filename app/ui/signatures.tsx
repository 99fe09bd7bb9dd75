import type { ReactNode } from 'react'

export type Signature = {
  id: string
  who: string
  /** 11月16日，按指印; or why not yet. */ words: string
  done: boolean
}

/** Signatures {signatures: {id who words done}[]}: who has signed and sealed, who has not; all of them put the paper in force. */
export const Signatures = ({ signatures }: { signatures: readonly Signature[] }) => (
  <ol className="signatures">
    {signatures.map(({ id, who, words, done }) => (
      <li key={id} className={done ? 'on' : undefined}>
        {done && (
          <span className="yes" aria-hidden="true">
            ✓{' '}
          </span>
        )}
        {who}
        <span className="unseen">{done ? '，已签' : '，还没有签'}</span>
        <div className="small quiet">{words}</div>
      </li>
    ))}
  </ol>
)

/** Law {title children article?}: what the law advises beside a clause, with what to write instead; it does not lock. */
export const Law = ({ title, article, children }: { title: string; article?: string | undefined; children?: ReactNode }) => (
  <div className="law">
    <b>{title}</b> {children}
    {article && `（${article}）`}
  </div>
)
