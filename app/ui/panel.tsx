import type { ReactNode } from 'react'

/** Panel {title side? id? flush? next? children}: a heading and what belongs to it; flush: its children bring their own padding. */
export function Panel({
  title,
  side,
  id,
  flush,
  next,
  children,
}: {
  title: ReactNode
  side?: ReactNode
  id?: string
  flush?: boolean
  next?: boolean
  children: ReactNode
}) {
  return (
    <section className={next ? 'panel next' : 'panel'} id={id}>
      <header>
        <h2>{title}</h2>
        {side && <span className="side quiet">{side}</span>}
      </header>
      {flush ? children : <div className="in">{children}</div>}
    </section>
  )
}
