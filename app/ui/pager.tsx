import type { ReactNode } from 'react'

/** Pager {first? next? note?}: lists go by key, so there is the first page and the next; `note` says what is shown (20 件，共 1000+ 件). */
export function Pager({ first, next, note }: { first?: string | undefined; next?: string | undefined; note?: ReactNode }) {
  if (!first && !next && !note) return null
  return (
    <nav className="pager" aria-label="翻页">
      {first && (
        <a className="button" href={first}>
          回到第一页
        </a>
      )}
      {next && (
        <a className="button" href={next} rel="next">
          下一页
        </a>
      )}
      {note && <span>{note}</span>}
    </nav>
  )
}
