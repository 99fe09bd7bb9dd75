import type { ReactNode } from 'react'
import { ChannelChip, type Line } from './chip'
import { type Reason, WhyList } from './why-list'

/** Candidate {name href? line channel reasons act? best?}: a body that could take a dispute, with why and why not; `act` is its button or form. */
export const Candidate = ({
  name,
  href,
  line,
  channel,
  reasons,
  act,
  best,
}: {
  name: string
  href?: string | undefined
  line: Line
  /** 人民调解, 行政处理 … */
  channel: string
  reasons: readonly Reason[]
  act?: ReactNode
  best?: boolean
}) => (
  <section className={best ? 'candidate best' : 'candidate'}>
    <header>
      <h3>{href ? <a href={href}>{name}</a> : name}</h3>
      <ChannelChip line={line} label={channel} />
      {act && <div className="go">{act}</div>}
    </header>
    <WhyList reasons={reasons} />
  </section>
)

/** OfferCard {title href? chips? meta due? acts? children?}: a dispute offered to a body, or waiting there for a mediator. */
export const OfferCard = ({
  title,
  href,
  chips,
  meta,
  due,
  acts,
  children,
}: {
  title: string
  href?: string | undefined
  chips?: ReactNode
  meta: readonly string[]
  due?: ReactNode
  acts?: ReactNode
  children?: ReactNode
}) => (
  <article className="offer">
    <div className="row">
      <h3>{href ? <a href={href}>{title}</a> : title}</h3>
      {chips}
    </div>
    <p className="meta">
      {meta.map((word) => (
        <span key={word}>{word}</span>
      ))}
      {due && <span>{due}</span>}
    </p>
    {acts && <div className="acts">{acts}</div>}
    {children}
  </article>
)

/** Load {rows: {name load cap next? note?}[]}: one cell a case, dashed for the one about to be added; counted, not shaded. */
export const Load = ({ rows }: { rows: readonly { name: string; load: number; cap: number; next?: number | undefined }[] }) => (
  <ul className="load">
    {rows.map(({ name, load, cap, next = 0 }) => (
      <li key={name}>
        <span>{name}</span>
        <span className="cells" role="img" aria-label={`在办 ${load} 件${next ? `，拟指派 ${next} 件` : ''}，上限 ${cap} 件`}>
          {Array.from({ length: Math.max(cap, load + next) }, (_, at) => (
            <i key={at} className={at < load ? 'f' : at < load + next ? 'n' : undefined} />
          ))}
        </span>
        <span className="num">
          {load} / {cap}
          {load >= cap && ' 满'}
        </span>
      </li>
    ))}
  </ul>
)
